"""What was learnt is a file beside the script: read again as it was written, and part of the campaign's version."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from scripts_library.campaign import LearntWords
from scripts_library.checking import check_library
from scripts_library.editing import write_learnt
from scripts_library.loading import load_library

SCRIPT = """format: 1
id: garden
title: Garden
language: en
steps:
  - id: size
    title: Ask the size
    weight: 100
    say: ["how big is your garden"]
"""
VECTORS = tuple(b64encode(bytes([number]) * 64).decode() for number in (1, 2))
LEARNT = LearntWords(
    calls=2, leaning=-0.4, seen=("big", "no", "true", "yes", "сад"), words={"size": {"big": 2.25, "no": -0.5}},
    gist="0a1b2c3d", remarks={"size": VECTORS},
)  # fmt: skip


def library(folder: Path) -> Path:
    (folder / "garden").mkdir()
    (folder / "garden" / "script.yaml").write_text(SCRIPT, encoding="utf-8")
    return folder


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    folder = library(tmp_path)
    assert load_library(folder).campaign("garden").learnt is None
    file = write_learnt(folder / "garden", LEARNT)
    assert file.name == "learnt.yaml"
    assert load_library(folder).campaign("garden").learnt == LEARNT
    assert [problem for problem in check_library(folder) if problem.file.name == "learnt.yaml"] == []


def test_what_was_learnt_changes_the_campaigns_version(tmp_path: Path) -> None:
    folder = library(tmp_path)
    before = load_library(folder).campaign("garden").version
    write_learnt(folder / "garden", LEARNT)
    assert load_library(folder).campaign("garden").version != before


def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path) -> None:
    folder = library(tmp_path)
    (folder / "garden" / "learnt.yaml").write_text('format: 1\nwords:\n  size: {big: "much"}\n', encoding="utf-8")
    problems = [problem for problem in check_library(folder) if problem.file.name == "learnt.yaml"]
    assert [problem.line for problem in problems] == [3]


def test_numbers_of_a_remark_that_were_cut_short_are_named_with_their_line(tmp_path: Path) -> None:
    folder = library(tmp_path)
    (folder / "garden" / "learnt.yaml").write_text('format: 1\nremarks:\n  size: ["AAAA"]\n', encoding="utf-8")
    problems = [problem for problem in check_library(folder) if problem.file.name == "learnt.yaml"]
    assert [problem.line for problem in problems] == [3]


def test_long_lists_are_wrapped(tmp_path: Path) -> None:
    folder = library(tmp_path)
    words = LearntWords(calls=1, seen=tuple(f"word{number}" for number in range(200)), words={"size": {"big": 1.0}})
    file = write_learnt(folder / "garden", words)
    assert max(map(len, file.read_text(encoding="utf-8").splitlines())) <= 120
    assert load_library(folder).campaign("garden").learnt == words
