"""Which doubts the client raised, and whether the manager answered them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.answers import AnswerKind, answer_to
from pipeline.doubts import PREFIX, Meaning, meanings
from pipeline.findings import Findings
from pipeline.heard import Token
from pipeline.matching import Match, probability
from pipeline.matching.patterns import Said
from scripts_library.campaign import Campaign, Objection

Answer = AnswerKind

_LIKELY = 0.5
_UNHEARD, _UNSAID, _VOICED = -5.0, -2.5, -1.8
_NEXT_TURNS = 2


@dataclass(frozen=True, slots=True)
class ObjectionFinding:
    """One objection where it was raised; `handled` is None when nobody can tell (speakers unknown)."""

    id: str
    segment: int
    start: float
    end: float
    quote: str
    handled: bool | None
    handled_segment: int | None = None
    answer: Answer | None = None
    confidence: float = 1.0
    again: int | None = None


class Clues(NamedTuple):
    """What speaks for one objection in one turn of the client's.

    Log odds of its own phrasings and of its answers in the manager's next words; whether the turn voices its general
    doubt, a supporting one, a rival's; whether it asks for a fact, agrees, or is the client's first words.
    """

    phrased: float
    answered: float
    voiced: float
    supported: float
    rivalled: float
    any_doubt: float
    asks: float
    question: float
    agrees: float
    opens: float
    closes: float


WEIGHTS = Clues(1.43, 0.80, 2.72, 3.53, -0.99, 1.00, -0.56, -0.41, -0.78, -0.72, -1.89)
LEVEL = -2.44


@dataclass(frozen=True, slots=True)
class _Claim:
    rule: Objection
    turn: int
    clues: Clues
    segment: int
    tokens: tuple[Token, ...]

    @property
    def logit(self) -> float:
        return LEVEL + sum(weight * clue for weight, clue in zip(WEIGHTS, self.clues, strict=True))


def find_objections(campaign: Campaign, findings: Findings) -> tuple[ObjectionFinding, ...]:
    """Each objection that the client raised, at its first place, in the order of time."""
    found: dict[str, _Claim] = {}
    again: dict[str, int] = {}
    for claim in likely_claims(campaign, findings):
        held = found.setdefault(claim.rule.id, claim)
        if claim.turn > held.turn + 2:
            again.setdefault(claim.rule.id, claim.segment)
    return tuple(_finding(claim, campaign, findings, again.get(name)) for name, claim in found.items())


def likely_claims(campaign: Campaign, findings: Findings) -> list[_Claim]:
    """The turns in which each objection was more likely raised than not, in the order of time."""
    chosen: list[_Claim] = []
    by_turn: dict[int, list[_Claim]] = {}
    for claim in claims(campaign, findings):
        if probability(claim.logit) >= _LIKELY:
            by_turn.setdefault(claim.turn, []).append(claim)
    for turn in sorted(by_turn):
        kept: list[_Claim] = []
        for claim in sorted(by_turn[turn], key=lambda one: (-one.logit, one.rule.id)):
            if not any(_same_words(claim, other) for other in kept):
                kept.append(claim)
        chosen += sorted(kept, key=lambda one: (one.tokens[0].start, one.rule.id))
    return chosen


def claims(campaign: Campaign, findings: Findings) -> Iterator[_Claim]:
    """What speaks for each objection in each of the client's turns, where anything does."""
    heard = findings.heard
    known = meanings(campaign)
    for number, turn in enumerate(heard.turns):
        if turn.speaker == "agent":
            continue
        tokens = [token for segment in turn.segments for token in heard.tokens[segment]]
        said = findings.sayings(number)
        priced = _priced(findings, number)
        doubts = [one for one in said if one.name.startswith(PREFIX) and (priced or not one.weak)]
        for rule in campaign.objections:
            match = _phrased(findings, rule, turn.segments)
            own = [one for one in doubts if one.name.removeprefix(PREFIX) in known[rule.id].own]
            backed = any(one.name.removeprefix(PREFIX) in known[rule.id].supporting for one in doubts)
            if match is None and not own and not backed:
                continue
            yield _claim(rule, number, match, own, doubts, known, tokens, findings)


def _claim(
    rule: Objection,
    turn: int,
    match: Match | None,
    own: Sequence[Said],
    doubts: Sequence[Said],
    known: Mapping[str, Meaning],
    tokens: Sequence[Token],
    findings: Findings,
) -> _Claim:
    names = {one.name.removeprefix(PREFIX) for one in doubts}
    rivals = {name for id_, meaning in known.items() if id_ != rule.id for name in meaning.own} - known[rule.id].own
    backing = own or [one for one in doubts if one.name.removeprefix(PREFIX) in known[rule.id].supporting]
    spans = [tuple(tokens[one.first : one.last + 1]) for one in backing]
    words = match.tokens if match is not None and (match.logit > 0 or not own) else spans[0]
    segment = words[0].segment
    segments = set(findings.heard.turns[turn].segments)
    clues = Clues(
        phrased=max(_VOICED if own else _UNSAID, match.logit if match is not None else _UNHEARD),
        answered=_answered(findings, rule, turn),
        voiced=min(1.5, 0.5 + 0.5 * len(own)) * bool(own),
        supported=float(bool(names & known[rule.id].supporting)),
        rivalled=float(bool(names & rivals)),
        any_doubt=float(bool(names)),
        asks=float(_asks(findings, segments)),
        question=float(any(token.asked for token in words)),
        agrees=float(_agrees(findings, segments)),
        opens=float(turn <= 1),
        closes=float(turn >= len(findings.heard.turns) - 3 and "not-interested" in known[rule.id].own),
    )
    return _Claim(rule, turn, clues, segment, words)


def _phrased(findings: Findings, rule: Objection, segments: Sequence[int]) -> Match | None:
    places = [place for place in findings.all("objection", rule.id) if place.segment in segments]
    return max(places, key=lambda place: place.logit, default=None)


def _answered(findings: Findings, rule: Objection, turn: int) -> float:
    """Log odds that the manager's next words are an answer that the library has for this objection."""
    heard = findings.heard
    following = {
        segment
        for later in heard.turns[turn + 1 : turn + 1 + _NEXT_TURNS]
        if later.speaker != "client"
        for segment in later.segments
    }
    return (
        max((p.logit for p in findings.all("answer", rule.id) if p.segment in following), default=_UNHEARD) - _UNHEARD
    )


def _asks(findings: Findings, segments: set[int]) -> bool:
    return any(
        match.segment in segments
        for key, places in findings.places.items()
        if key.kind == "asked"
        for match in places
        if match.confidence >= _LIKELY
    )


def _agrees(findings: Findings, segments: set[int]) -> bool:
    return any(match.segment in segments for match in findings.likely("sign", "agree"))


def _priced(findings: Findings, turn: int) -> bool:
    """Whether the manager named a number just before."""
    before = findings.heard.turns[max(0, turn - 1) : turn]
    return any(
        token.amount is not None and not token.amount.bare
        for one in before
        for segment in one.segments
        for token in findings.heard.tokens[segment]
    )


def _same_words(claim: _Claim, other: _Claim) -> bool:
    places = {id(token) for token in other.tokens}
    return any(id(token) in places for token in claim.tokens)


def _finding(claim: _Claim, campaign: Campaign, findings: Findings, again: int | None) -> ObjectionFinding:
    quote = findings.heard.transcript.segments[claim.segment].text.strip()
    start, end = round(claim.tokens[0].start, 2), round(claim.tokens[-1].end, 2)
    confidence = round(probability(claim.logit), 3)
    if not findings.heard.speakers_known:
        return ObjectionFinding(claim.rule.id, claim.segment, start, end, quote, None, confidence=confidence)
    answer, segment = answer_to(claim.rule, claim.turn, campaign, findings)
    handled = answer in ("recommended", "own")
    return ObjectionFinding(
        claim.rule.id, claim.segment, start, end, quote, handled, segment, answer, confidence, again
    )


__all__ = ["Answer", "Clues", "ObjectionFinding", "claims", "find_objections", "likely_claims"]
