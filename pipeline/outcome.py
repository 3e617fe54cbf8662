"""How the call ended: a sale, an agreed next step, a refusal, or no talk at all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Literal, NamedTuple

from pipeline.due import due_time, names_a_time
from pipeline.findings import Findings
from pipeline.heard import Token
from pipeline.objections import ObjectionFinding
from pipeline.transcript import Speaker

OutcomeKind = Literal["sale", "next_step", "refusal", "no_talk"]


_FORM = attrgetter("form")
_HALF_LIFE = 3.0
_MOST = 2.0
_FEW_TURNS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of the talk with the remark that shows it; `due` is when the next step was promised."""

    kind: OutcomeKind
    segment: int | None = None
    quote: str | None = None
    due: datetime | None = None
    start: float | None = None
    end: float | None = None
    confidence: float | None = None
    reason: str | None = None


class Sign(NamedTuple):
    """Something said that shows an end, with the words that may say when; `turns_left` counts to the call's end."""

    name: str
    kind: OutcomeKind
    moment: float
    segment: int
    turns_left: int
    tokens: tuple[Token, ...]

    @property
    def weight(self) -> float:
        """What is said late counts more."""
        return float(0.5 ** (self.turns_left / _HALF_LIFE))


# The signs, in the order of the weights below; each weighs by how late in the talk it came.
NAMES = (
    "sale/client", "sale/agent", "next/agent", "next/client", "next/send", "refusal/client", "refusal/doubt",
    "refusal/agent", "gave_up", "sign/sale", "sign/next_step", "sign/refusal", "sign/agree", "appointment", "accepted",
    "last/refusal", "doubts", "sale/paid", "time/both", "time/client",
)  # fmt: skip
# Fitted by `benchmarks.outcome_fit`: the level and a weight a sign, for each end.
WEIGHTS: dict[OutcomeKind, tuple[float, ...]] = {
    "sale": (
        -2.26, 2.01, 0.86, -0.58, 0.31, 0.38, -0.08, -0.94, -0.03, -1.45, 1.03, 1.16, -0.63, 0.64, 0.41, 0.57,
        -0.54, 0.18, 2.28, -0.23, 0.20,
    ),
    "next_step": (
        1.32, -1.14, -0.78, 1.40, 0.28, 0.11, -0.65, 0.45, -0.68, -0.25, -0.14, 0.79, -0.05, 0.11, -0.23, -0.21,
        -0.17, -0.88, -1.83, 1.41, 0.24,
    ),
    "refusal": (
        0.94, -0.87, -0.08, -0.82, -0.60, -0.49, 0.74, 0.49, 0.72, 1.70, -0.90, -1.95, 0.68, -0.75, -0.18,
        -0.36, 0.71, 0.70, -0.45, -1.18, -0.43,
    ),
}  # fmt: skip
_KIND_OF: dict[str, OutcomeKind] = {
    "sale/client": "sale", "sale/agent": "sale", "sign/sale": "sale", "next/agent": "next_step",
    "next/client": "next_step", "next/send": "next_step", "sign/next_step": "next_step", "appointment": "next_step",
    "accepted": "next_step", "refusal/client": "refusal", "refusal/doubt": "refusal", "refusal/agent": "refusal",
    "sign/refusal": "refusal", "gave_up": "refusal", "last/refusal": "refusal", "sale/paid": "sale",
}  # fmt: skip


def find_outcome(findings: Findings, *, eligible: bool) -> Outcome:
    """How a call ended, by all in it that shows an end; without any sign nothing was agreed: a refusal."""
    if not eligible:
        return Outcome("no_talk")
    signs = list(outcome_signs(findings))
    clues = outcome_clues(signs)
    worth: dict[OutcomeKind, float] = {
        kind: weights[0] + sum(weight * clue for weight, clue in zip(weights[1:], clues, strict=True))
        for kind, weights in WEIGHTS.items()
    }
    kind = max(worth, key=lambda one: worth[one])
    total = sum(math.exp(value - worth[kind]) for value in worth.values())
    confidence = round(1 / total, 3)
    own = [sign for sign in signs if sign.kind == kind]
    best = max(own, key=lambda sign: (_value(sign, kind), sign.moment), default=None)
    if best is None:
        return Outcome(kind, confidence=confidence)
    segment = findings.heard.transcript.segments[best.segment]
    due = _due(findings, own) if kind == "next_step" else None
    place = (round(segment.start, 2), round(segment.end, 2))
    return Outcome(kind, best.segment, _quote(findings, best.segment), due, *place, confidence)


def with_reason(outcome: Outcome, objections: Sequence[ObjectionFinding]) -> Outcome:
    """A refusal with the objection that it rests on: the last one left open, else the last one raised."""
    if outcome.kind != "refusal" or not objections:
        return outcome
    ordered = sorted(objections, key=lambda one: (one.handled is not True, one.start))
    return replace(outcome, reason=ordered[-1].id)


def _value(sign: Sign, kind: OutcomeKind) -> float:
    return WEIGHTS[kind][1 + NAMES.index(sign.name)] * sign.weight


def _due(findings: Findings, signs: Sequence[Sign]) -> datetime | None:
    """When the next step is: the day may have been agreed on in one remark and the hour in the one before."""
    for sign in sorted(signs, key=lambda one: -one.moment):
        due = due_time(findings.heard, sign.tokens)
        if due is not None:
            return due
    return None


def outcome_clues(signs: Sequence[Sign]) -> list[float]:
    """How much each sign weighs in a call, in the order of `NAMES`."""
    sums = dict.fromkeys(NAMES, 0.0)
    for sign in signs:
        sums[sign.name] = min(_MOST, sums[sign.name] + sign.weight)
    return [sums[name] for name in NAMES]


def outcome_signs(findings: Findings) -> Iterator[Sign]:
    """All that shows how a talk ends."""
    yield from _turns_of_phrase(findings)
    for name, speaker in (("sale", None), ("refusal", "client"), ("next_step", None), ("agree", "client")):
        yield from _said(findings, name, "client" if speaker else None)
    yield from _appointments(findings)
    yield from _times(findings)


def _turns_of_phrase(findings: Findings) -> Iterator[Sign]:
    heard = findings.heard
    last = len(heard.turns) - 1
    for number, turn in enumerate(heard.turns):
        tokens = heard.turn_words[number]
        names: set[str] = set()
        for said in findings.sayings(number):
            name, kind, not_by = _shown_by(said.name)
            if name is None or said.weak or said.name in names or turn.speaker == not_by:
                continue
            names.add(said.name)
            word = tokens[said.first]
            yield Sign(name, kind, word.start, word.segment, last - number, tokens)
            if name == "refusal/client" and last - number <= _FEW_TURNS:
                yield Sign("last/refusal", kind, word.start, word.segment, last - number, tokens)


@cache
def _shown_by(saying: str) -> tuple[str | None, OutcomeKind, Speaker | None]:
    """The sign that a turn of phrase is (None: of no end), what end it shows, and who can't mean it so."""
    side, _, by = saying.partition("/")
    if side == "doubt":
        return "doubts", "refusal", "agent"
    if saying not in NAMES:
        return None, "refusal", None
    not_by: Speaker | None = "agent" if by in ("client", "doubt") else "client" if by in ("agent", "send") else None
    return saying, _KIND_OF[saying], "client" if saying == "gave_up" else not_by


def _quote(findings: Findings, segment: int) -> str:
    return findings.heard.transcript.segments[segment].text.strip()


def _said(findings: Findings, name: str, speaker: Speaker | None) -> Iterator[Sign]:
    heard = findings.heard
    for match in findings.likely("sign", name, speaker):
        turn = heard.turn_of(match.segment)
        kind: OutcomeKind = "sale" if name == "sale" else "refusal" if name == "refusal" else "next_step"
        yield Sign(
            f"sign/{name}", kind, match.start, match.segment, len(heard.turns) - 1 - turn, heard.turn_words[turn]
        )


def _appointments(findings: Findings) -> Iterator[Sign]:
    """Remarks that name a time together with what is to be done then, and whether the other side took it."""
    heard = findings.heard
    last = len(heard.turns) - 1
    deeds = heard.grammar.appointments
    for number, tokens in enumerate(heard.turn_words):
        if deeds.isdisjoint(map(_FORM, tokens)) or all(token.negated for token in tokens if token.form in deeds):
            continue
        times = [token for token in tokens if names_a_time(heard, token)]
        if not times:
            continue
        yield Sign("appointment", "next_step", times[0].start, times[0].segment, last - number, tokens)
        following = {said.name for said in findings.sayings(number + 1)} if number < last else set()
        if number < last and not following & {"refusal/client", "refusal/doubt"}:
            yield Sign("accepted", "next_step", times[0].start, times[0].segment, last - number, tokens)


def _times(findings: Findings) -> Iterator[Sign]:
    """Days and hours that the client names after the manager did, or as an answer to the manager's question."""
    heard = findings.heard
    last = len(heard.turns) - 1

    def names(turn: int) -> bool:
        return any(names_a_time(heard, token) for token in heard.turn_words[turn])

    for number in range(1, last + 1):
        if heard.turns[number].speaker != "client" or not names(number):
            continue
        before = heard.turn_words[number - 1]
        name = "time/both" if names(number - 1) or (number < last and names(number + 1)) else None
        if name is None and any(token.asked for token in before):
            name = "time/client"
        if name is not None:
            tokens = heard.turn_words[number]
            yield Sign(name, "next_step", tokens[0].start, tokens[0].segment, last - number, tokens)
