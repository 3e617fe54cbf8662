"""How does the talk look on a page? Remarks with the words that were heard with doubt, and what each one proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from api.shapes import Kind, Sheet
from pipeline.analysis import Analysis
from pipeline.topics import TopicStatus
from pipeline.transcript import Segment, Transcript

# Below this probability a word is wrong about as often as right, so a reader should listen.
DOUBTFUL = 0.5

Tone = Literal["good", "bad", "warn"]
_HANDLED: dict[bool | None, Tone] = {True: "good", False: "bad", None: "warn"}
_TOPICS: dict[TopicStatus, Tone] = {"raised": "warn", "followed": "good", "not_followed": "bad", "missing": "bad"}


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
    titles = sheet.titles()
    for kind, segment, name, tone in _claims(analysis):
        tag = Tag(kind, titles[kind].get(name, name), tone)
        if segment is not None and tag not in tags[segment]:
            tags[segment].append(tag)
    return tags


def _claims(analysis: Analysis) -> Iterator[tuple[Kind, int | None, str, Tone]]:
    """All that is claimed of a call's remarks: the kind, the remark, the id in the library, good or bad."""
    yield from (("steps", step.segment, step.id, "good") for step in analysis.steps if step.status == "done")
    for fact in analysis.facts:
        if fact.status != "not_needed":
            yield "facts", fact.segment, fact.id, "good" if fact.status == "stated" else "bad"
    yield from (("objections", one.segment, one.id, _HANDLED[one.handled]) for one in analysis.objections)
    yield from (("policy", one.segment, one.id, "bad") for one in analysis.policy)
    yield from (("topics", one.segment, one.id, _TOPICS[one.status]) for one in analysis.topics)
    yield from (("forbidden", one.segment, one.id, "bad") for one in analysis.forbidden)
