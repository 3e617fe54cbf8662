"""Nothing that stands in a library's folder makes the program fall over, hang, or read files outside the library."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts_library.checking import check_library, format_problem

Files = dict[str, str]
Write = Callable[[Mapping[str, str | bytes]], Path]

SCRIPT, OBJECTIONS = "windows/script.yaml", "windows/objections.yaml"
SIGNS = st.sampled_from(
    [*"\t -–:#\"'{}[]|>&*!%@`,?~()<\n\r\\", "\u00a0", "\x00", "- ", ": ", " #", "---\n", "<<: ", "é", "ы"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_typed_into_a_file_the_check_answers_in_single_lines(
    write: Write, right: Files, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(right)))
    text = right[name]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(SIGNS) + text[at + data.draw(st.integers(0, 3)) :]
    for problem in check_library(write({**right, name: text})):
        for language in ("ru", "en"):
            assert len(format_problem(problem, language).splitlines()) == 1
        assert problem.line >= 1
        assert problem.column >= 1


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(["id", "title", "say", "weight", "within", "after", "when", "keywords", "examples", "speaker"]),
    value=JSONISH,
)
def test_a_value_of_any_kind_at_any_key_is_answered(write: Write, right: Files, key: str, value: object) -> None:
    text = "id: w\ntitle: W\nlanguage: ru\nsteps:\n  - " + json.dumps({"id": "x", "title": "X", key: value})
    check_library(write({**right, SCRIPT: text}))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 600,
        "- " * 2000,
        "{a: " * 2000,
        "&a [*a]\n",
        "id: &a\n  b: *a\n",
        "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(f"c{n}: &c{n} [*b, *b]\n" for n in range(5)),
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)),
        "\x00" * 100_000,
        "a" * 100_000,
        "\n".join("a: 'b" for _ in range(2000)),
        "\n".join("- {company}, x" for _ in range(500)),
        "? {a: b}\n: c\n? [d]\n: e\n",
        "<<: *nothing\n",
        "<<: [1, {a: b}]\n",
        "!!python/object/apply:os.system [echo]\n",
        "%YAML 9.9\n---\nid: x\n",
        "'': ''\n",
        "steps: !!set {a, b}\n",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_hostile_yaml_is_answered_within_seconds(write: Write, right: Files, text: str) -> None:
    folder = write({**right, SCRIPT: text})
    before = time.process_time()
    problems = check_library(folder)
    assert time.process_time() - before < 10
    assert any(problem.disables for problem in problems)


def test_an_include_never_leaves_the_library(write: Write, right: Files, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("objections: [password]\n")
    names = ["../../secret.yaml", str(secret), "link.yaml", "..\\..\\secret.yaml", "common/../../secret.yaml"]
    for name in names:
        folder = write({**right, OBJECTIONS: f"include: '{name}'\n", "windows/readme.txt": ""})
        link = folder / "windows" / "link.yaml"
        if name == "link.yaml":
            link.symlink_to(secret)
        problems = [problem for problem in check_library(folder) if problem.file.name == "objections.yaml"]
        assert {problem.code for problem in problems} <= {"include_outside", "include_missing"}, name
        assert problems
        assert "password" not in " ".join(problem.text() for problem in check_library(folder))
