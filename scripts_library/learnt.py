"""Which words did the reviewed calls of a campaign teach? `learnt.yaml` beside its script, written by the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts_library.campaign import LearntWords
from scripts_library.entries import read_entry
from scripts_library.files import LEARNT, LearntFile
from scripts_library.problem import Problem
from scripts_library.shelf import Shelf

_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt, if anything was, and what is wrong with the file."""

    words: LearntWords | None = None
    problems: tuple[Problem, ...] = ()
    files: frozenset[Path] = frozenset()


def learnt_of(folder: Path, shelf: Shelf) -> Learnt:
    """What a campaign's folder has of it; nothing where there is no such file."""
    file = folder / LEARNT
    if not file.exists():
        return Learnt()
    document, problems = shelf.open(file)
    if document is None or not isinstance(document.data, dict):
        return Learnt(None, tuple(problems), frozenset({file.resolve()}))
    entry, found = read_entry(LearntFile, document, ())
    words = LearntWords.model_validate(entry.model_dump(exclude={"format"})) if entry is not None else None
    return Learnt(words, (*problems, *found), frozenset({file.resolve()}))


def learnt_text(learnt: LearntWords) -> str:
    """The file's text, words in a fixed order."""
    lines = [
        "# Written by `callgrade library learn`: which words managers use for a step in reviewed calls, by how",
        "# much they speak for it; `seen` are all words of those calls; `leaning` tells how much oftener (below 0:",
        "# more rarely) reviewers tick steps than the program does by itself; `remarks` are what the remarks that did",
        "# a step came to, as numbers that hold none of their words, by the program's table `gist`.",
        "format: 1",
        f"calls: {learnt.calls}",
        f"leaning: {learnt.leaning:g}",
        "words:",
    ]
    for step, weights in learnt.words.items():
        lines += _wrapped(f"  {step}: {{", [f'"{word}": {weight:g}' for word, weight in sorted(weights.items())], "}")
    if learnt.remarks:
        lines += [f'gist: "{learnt.gist}"', "remarks:"]
    for step, vectors in learnt.remarks.items():
        lines += _wrapped(f"  {step}: [", [f'"{vector}"' for vector in vectors], "]")
    return "\n".join([*lines, *_wrapped("seen: [", [f'"{word}"' for word in learnt.seen], "]")]) + "\n"


def _wrapped(head: str, parts: list[str], tail: str) -> list[str]:
    lines = [head]
    for number, part in enumerate(parts):
        text = part + (", " if number + 1 < len(parts) else "")
        if len(lines[-1]) + len(text) > _WIDTH:
            lines.append("    ")
        lines[-1] += text
    return [line.rstrip() for line in [*lines[:-1], lines[-1] + tail]]
