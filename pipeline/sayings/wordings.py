"""In what other ways do managers do the general deeds? Read from the tables beside this module.

A table is a text: `deed/name:` and under it a line a turn of phrase, `pattern ## example`, patterns as in
`pipeline.matching.patterns`, each with a sentence that it must be met in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

SUBJECTS = ("opening", "needs", "proposing", "assuring")
# What the names of the managers' deeds begin with.
DEED = "deed/"
_EXAMPLE = " ## "


class Wording(NamedTuple):
    """A turn of phrase of a deed, with a sentence that has it."""

    deed: str
    pattern: str
    example: str


def wordings(subject: str, language: str) -> Iterator[Wording]:
    """The turns of phrase of one table (ru or en), in its order."""
    table = files("pipeline.sayings").joinpath(f"{subject}.{language}.txt").read_text(encoding="utf-8")
    deed = ""
    for line in filter(None, map(str.strip, table.splitlines())):
        if line.startswith(DEED) and line.endswith(":"):
            deed = line.removesuffix(":")
            continue
        if _EXAMPLE not in line:
            raise ValueError(
                f"{subject}.{language}.txt: {line!r} is neither a deed nor a turn of phrase with an example"
            )
        pattern, _, example = line.partition(_EXAMPLE)
        yield Wording(deed, pattern.strip(), example.strip())


def deeds_worded(language: str) -> dict[str, str]:
    """The turns of phrase of all tables of a language, by deed, a line each."""
    lines: dict[str, list[str]] = defaultdict(list)
    for subject in SUBJECTS:
        for wording in wordings(subject, language):
            lines[wording.deed].append(wording.pattern)
    return {deed: "\n".join(patterns) for deed, patterns in lines.items()}
