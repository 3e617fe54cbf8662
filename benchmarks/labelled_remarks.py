"""From which remarks does `benchmarks.gist_fit` learn? Those in `benchmarks/remarks`, written and labelled for it.

Each file is one business; trades that the labelled calls of `tests/evaluation` have were left out, and those who wrote
it saw nothing of the judge and nothing of those calls. A file has a script and remarks for each of its steps, or a
script and whole calls:

    # business: what it is
    = Title | a phrasing | another            = step-id | Title | a phrasing | another
    + a remark that does the step             call far
    - one that seems to and does not          A: what the manager says | step-id
    = -                                       C: what the client says
    + a remark that does no step              A: a remark that does no step
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "remarks"
_CALL = re.compile(r"^call \w", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Script:
    """A business' steps: title and phrasings of each."""

    business: str
    language: str
    steps: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """Remarks of managers with the steps (by number) that each does; in the order of a call where it is one."""

    script: Script
    is_call: bool
    remarks: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)


def talks() -> Iterator[Talk]:
    """All remarks of all businesses, by language and name."""
    for path in sorted(FOLDER.glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
        read = _calls if _CALL.search(text) else _lists
        yield from read(path, lines)


def _lists(path: Path, lines: list[str]) -> list[Talk]:
    steps: list[tuple[str, tuple[str, ...]]] = []
    remarks: list[tuple[str, tuple[int, ...]]] = []
    own: tuple[int, ...] = ()
    for line in lines:
        sign, rest = line[0], line[1:].strip()
        if sign == "=" and rest == "-":
            own = ()
        elif sign == "=":
            title, *phrasings = (part.strip() for part in rest.split("|"))
            own = (len(steps),)
            steps.append((title, tuple(phrasings)))
        elif sign in "+-":
            remarks.append((rest, own if sign == "+" else ()))
        else:
            raise ValueError(f"{path}: a line starts with =, + or -, not with {line[:30]!r}")
    return [Talk(Script(path.stem, path.parent.name, tuple(steps)), False, remarks)]


def _calls(path: Path, lines: list[str]) -> list[Talk]:
    written = [[part.strip() for part in line[1:].split("|")] for line in lines if line[0] == "="]
    ids = [name for name, *_ in written]
    script = Script(path.stem, path.parent.name, tuple((title, tuple(own)) for _, title, *own in written))
    found: list[Talk] = []
    for line in lines:
        if line.startswith("call "):
            found.append(Talk(script, True))
        elif line.startswith("A:"):
            said, _, marks = line[2:].partition("|")
            if unknown := set(marks.split()) - set(ids):
                raise ValueError(f"{path}: no such steps as {sorted(unknown)} in {line[:60]!r}")
            found[-1].remarks.append((said.strip(), tuple(ids.index(mark) for mark in marks.split())))
        elif line[:2] not in ("C:", "= "):
            raise ValueError(f"{path}: a line starts with =, call, A: or C:, not with {line[:30]!r}")
    return found
