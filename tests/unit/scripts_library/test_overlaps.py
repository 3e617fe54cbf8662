"""`library check` tells a trainer which phrases can't be told apart, and whose weights miss a hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts_library.checking import check_library

HEAD = "format: 1\nid: garden\ntitle: Garden\nlanguage: en\nsteps:\n"


def step(name: str, *say: str, weight: int = 10) -> str:
    phrases = "".join(f'      - "{phrase}"\n' for phrase in say)
    return (
        f"  - id: {name}\n    title: Step {name}\n    weight: {weight}\n    say:\n{phrases}"
        f'    examples: {{done: ["an example of {name}"]}}\n'
    )


def codes(folder: Path, *steps: str) -> list[tuple[str, int]]:
    (folder / "garden").mkdir()
    (folder / "garden" / "script.yaml").write_text(HEAD + "".join(steps), encoding="utf-8")
    return [(problem.code, problem.line) for problem in check_library(folder)]


SIZE = step("size", "how large is the garden behind your house")


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (step("again", "How large is the garden behind your house"), "duplicate_phrase"),
        (step("again", "so how large is the garden behind the house"), "overlapping_phrases"),
        (step("again", "your garden"), "held_phrase"),
    ],
)
def test_phrases_that_two_steps_share_are_named_at_their_line(tmp_path: Path, other: str, code: str) -> None:
    assert codes(tmp_path, SIZE, other) == [(code, 16)]


def test_phrases_of_different_matters_pass(tmp_path: Path) -> None:
    assert codes(tmp_path, SIZE, step("visit", "we can send somebody to have a look")) == []


@pytest.mark.parametrize(("weight", "found"), [(80, []), (75, [("weights_sum", 5)]), (10, [])])
def test_weights_that_nearly_make_a_hundred_are_named(
    tmp_path: Path, weight: int, found: list[tuple[str, int]]
) -> None:
    steps = (SIZE, step("visit", "we can send somebody"), step("bye", "have a lovely day", weight=weight))
    assert codes(tmp_path, *steps) == found
