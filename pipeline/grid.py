"""What do the words of each remark say for and against each step, as numbers that can be weighed?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.findings import Findings
from pipeline.heard import Token
from pipeline.language.grammar import Grammar
from pipeline.matching import Match, asks
from scripts_library.campaign import Step

WORDS = (
    "coverage", "weight heard", "concepts", "doublings", "objected", "clause explained",
    "remark explained", "clause weight", "heard", "heard mostly here", "question asked", "question without its form",
    "question told", "statement asked", "statement", "question mark", "question answered", "answer",
)  # fmt: skip
_RULED_OUT = ("excluded_word", "keyword_missing", "counter_example")


@dataclass(frozen=True, slots=True)
class Grid:
    """Remarks (rows, by `segments`) against steps (columns).

    `words` holds the features of WORDS; `allowed` tells where a remark may count for a step; `questions` is 1 where a
    step that asks meets a remark that asks; `moments` are the remarks' places in the call, 0–1; `places` the passages.
    """

    segments: tuple[int, ...]
    words: npt.NDArray[np.float64]
    allowed: npt.NDArray[np.bool_]
    questions: npt.NDArray[np.float64]
    moments: npt.NDArray[np.float64]
    conditional: npt.NDArray[np.bool_]
    places: Mapping[tuple[int, int], Match]

    @property
    def remarks(self) -> int:
        """How many remarks there are."""
        return len(self.segments)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self.conditional)


@dataclass(frozen=True, slots=True)
class _Remark:
    segment: int
    weight: float
    asks: bool
    tells: bool
    marked: bool
    answered: bool
    answer: int


def lay_grid(steps: Sequence[Step], findings: Findings) -> Grid:
    """The grid of a call for the steps of a script."""
    remarks = _remarks(steps, findings)
    row_of = {remark.segment: row for row, remark in enumerate(remarks)}
    asking = [findings.asking.get(step.id) for step in steps]
    words = _without_words(remarks, asking)
    questions = np.array([[float(asks is True and remark.asks) for asks in asking] for remark in remarks])
    places: dict[tuple[int, int], Match] = {}
    for column, step in enumerate(steps):
        for match in findings.all("step", step.id):
            for segment in {token.segment for token in match.tokens}:
                row = row_of.get(segment)
                if row is not None and ((row, column) not in places or places[row, column].logit < match.logit):
                    places[row, column] = match
    for (row, column), match in places.items():
        words[row, column] = _features(remarks[row], match, asking[column])
        questions[row, column] = float(asking[column] is True and match.evidence.asks)
    length = findings.heard.transcript.length or 1.0
    said = findings.heard.transcript.segments
    return Grid(
        tuple(remark.segment for remark in remarks),
        words,
        _allowed(steps, remarks, findings) & _by_keywords(steps, len(remarks), places),
        questions.reshape(len(remarks), len(steps)),
        np.array([said[remark.segment].start / length for remark in remarks]),
        np.array([step.when is not None for step in steps], dtype=bool),
        places,
    )


def _remarks(steps: Sequence[Step], findings: Findings) -> list[_Remark]:
    heard = findings.heard
    sides = {step.speaker for step in steps}
    said = heard.transcript.segments
    order = [index for index in heard.order if heard.tokens[index]]
    found = []
    for place, index in enumerate(order):
        speaker = said[index].speaker
        if speaker is None or speaker in sides or "any" in sides:
            reply = next((other for other in order[place + 1 :] if said[other].speaker != speaker), None)
            answered = place + 1 < len(order) and order[place + 1] == reply
            answer = len(heard.tokens[reply]) if reply is not None else 0
            found.append(_remark(index, heard.tokens[index], heard.grammar, answered=answered, answer=answer))
    return found


def _remark(segment: int, tokens: Sequence[Token], grammar: Grammar, *, answered: bool, answer: int) -> _Remark:
    return _Remark(
        segment,
        sum(token.weight for token in tokens),
        any(asks(token, grammar) for token in tokens),
        any(token.form in grammar.telling for token in tokens),
        any(token.asked for token in tokens),
        answered,
        answer,
    )


def _without_words(remarks: Sequence[_Remark], asking: Sequence[bool | None]) -> npt.NDArray[np.float64]:
    """The features where none of a step's words was heard in a remark."""
    words = np.zeros((len(remarks), len(asking), len(WORDS)))
    for row, remark in enumerate(remarks):
        by_kind = {
            kind: [0.0, math.log(0.2), *[0.0] * 5, *_clause(remark, remark.weight, kind, asked=remark.asks)]
            for kind in (None, True, False)
        }
        for column, kind in enumerate(asking):
            words[row, column] = by_kind[kind]
    return words


def _clause(
    remark: _Remark, weight: float, kind: bool | None, *, asked: bool, heard: bool = False, here: bool = False
) -> list[float]:
    wants, states = kind is True, kind is False
    return [
        math.log(weight + 0.3), heard, here, wants and asked, wants and not asked and not remark.tells,
        wants and not asked and remark.tells, states and asked, states and not asked, remark.marked,
        wants and remark.answered, math.log(1 + remark.answer) if wants else 0.0,
    ]  # fmt: skip


def _features(remark: _Remark, match: Match, kind: bool | None) -> list[float]:
    evidence = match.evidence
    return [
        evidence.coverage,
        math.log(evidence.coverage * evidence.weight + 0.2),
        evidence.concepts,
        evidence.doublings,
        match.reason is not None,
        evidence.clause_explained,
        evidence.remark_explained if match.segment == remark.segment else 0.0,
        *_clause(
            remark,
            evidence.clause_weight,
            kind,
            asked=evidence.asks,
            heard=True,
            here=match.segment == remark.segment,
        ),
    ]


def _allowed(steps: Sequence[Step], remarks: Sequence[_Remark], findings: Findings) -> npt.NDArray[np.bool_]:
    """Where a remark's side and second are those that the step asks for."""
    transcript = findings.heard.transcript
    allowed = np.zeros((len(remarks), len(steps)), dtype=bool)
    for row, remark in enumerate(remarks):
        said = transcript.segments[remark.segment]
        for column, step in enumerate(steps):
            allowed[row, column] = why_out_of_place(step, said.speaker, said.start, said.end, transcript.length) is None
    return allowed


def _by_keywords(steps: Sequence[Step], remarks: int, places: Mapping[tuple[int, int], Match]) -> npt.NDArray[np.bool_]:
    """Where nothing that the trainer demands is missing, and nothing that the trainer excludes is said."""
    bare = [not step.keywords.all_of and not step.keywords.any_of for step in steps]
    allowed = np.tile(np.array(bare, dtype=bool), (remarks, 1))
    for (row, column), match in places.items():
        allowed[row, column] = match.reason not in _RULED_OUT
    return allowed


def why_out_of_place(step: Step, speaker: str | None, start: float, end: float, length: float) -> str | None:
    """Why what one side said from one second to another can't be a step, as a reason code; None where it can."""
    if step.speaker != "any" and speaker is not None and speaker != step.speaker:
        return "said_by_client" if speaker == "client" else "said_by_agent"
    if step.within is not None:
        if step.within.start is not None and start > step.within.start:
            return "too_late"
        if step.within.end is not None and end < length - step.within.end:
            return "too_early"
    return None
