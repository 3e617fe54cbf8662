"""How does the talk look on a page? Remarks with the words that were heard with doubt, and what each one proves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from api.shapes import Kind, Sheet
from pipeline.analysis import Analysis
from pipeline.transcript import Segment, Transcript

# Below this probability a word is wrong about as often as right, so a reader should listen.
DOUBTFUL = 0.5

Tone = Literal["good", "bad", "warn"]
_HANDLED: dict[bool | None, Tone] = {True: "good", False: "bad", None: "warn"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a remark's text; `doubtful` when its words were heard with doubt."""

    text: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """What a remark is evidence for: a title of the script, and whether that is good or bad."""

    kind: Kind
    title: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Remark:
    """One segment as the page shows it."""

    number: int
    segment: Segment
    pieces: tuple[Piece, ...]
    tags: tuple[Tag, ...]


def remarks(transcript: Transcript, analysis: Analysis | None, sheet: Sheet | None) -> list[Remark]:
    """The remarks of a talk in order, each with what it proves."""
    tags = _tags(analysis, sheet) if analysis and sheet else {}
    return [
        Remark(number, segment, pieces(segment), tuple(tags.get(number, ())))
        for number, segment in enumerate(transcript.segments)
    ]


def pieces(segment: Segment) -> tuple[Piece, ...]:
    """A remark's text cut where certainty changes; the text is kept letter for letter."""
    found: list[Piece] = []
    looked, cut = 0, 0
    for word in segment.words:
        bare = word.text.strip()
        start = segment.text.find(bare, looked) if bare else -1
        if start < 0:
            continue
        looked = start + len(bare)
        if word.probability < DOUBTFUL:
            found += [Piece(segment.text[cut:start], doubtful=False), Piece(bare, doubtful=True)]
            cut = looked
    found.append(Piece(segment.text[cut:], doubtful=False))
    return tuple(piece for piece in found if piece.text)


def _tags(analysis: Analysis, sheet: Sheet) -> dict[int, list[Tag]]:
    tags: dict[int, list[Tag]] = defaultdict(list)

    def mark(kind: Kind, segment: int | None, title: str, tone: Tone) -> None:
        tag = Tag(kind, title, tone)
        if segment is not None and tag not in tags[segment]:
            tags[segment].append(tag)

    titles = sheet.titles()
    for step in analysis.steps:
        if step.status == "done":
            mark("steps", step.segment, titles["steps"].get(step.id, step.id), "good")
    for fact in analysis.facts:
        if fact.status != "not_needed":
            tone: Tone = "good" if fact.status == "stated" else "bad"
            mark("facts", fact.segment, titles["facts"].get(fact.id, fact.id), tone)
    for doubt in analysis.objections:
        title = titles["objections"].get(doubt.id, doubt.id)
        mark("objections", doubt.segment, title, _HANDLED[doubt.handled])
    for phrase in analysis.forbidden:
        mark("forbidden", phrase.segment, titles["forbidden"].get(phrase.id, phrase.id), "bad")
    return tags
