"""Which doubts the client raised, and whether the manager answered them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from pipeline.answers import AnswerKind, answer_to
from pipeline.doubts import PREFIX, Meaning, meanings
from pipeline.findings import Findings
from pipeline.heard import Token
from pipeline.matching import Key, probability
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
_MOST_WITHOUT_DOUBT: float = sum(
    max(0.0, weight)
    for name, weight in WEIGHTS._asdict().items()
    if name not in ("phrased", "answered", "voiced", "supported")
)


@dataclass(frozen=True, slots=True)
class _Claim:
    rule: Objection
    turn: int
    clues: Clues
    segment: int
    tokens: tuple[Token, ...]
    logit: float


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
    for claim in claims(campaign, findings, hopeless=False):
        if probability(claim.logit) >= _LIKELY:
            by_turn.setdefault(claim.turn, []).append(claim)
    for turn in sorted(by_turn):
        kept: list[_Claim] = []
        for claim in sorted(by_turn[turn], key=lambda one: (-one.logit, one.rule.id)):
            if not any(_same_words(claim, other) for other in kept):
                kept.append(claim)
        chosen += sorted(kept, key=lambda one: (one.tokens[0].start, one.rule.id))
    return chosen


def claims(campaign: Campaign, findings: Findings, *, hopeless: bool = True) -> Iterator[_Claim]:
    """What speaks for each objection in each of the client's turns, where anything does.

    Without the hopeless ones those are left out that nothing can make likely.
    """
    known = meanings(campaign)
    phrased = _phrased(campaign, findings)
    rules = []
    for rule in campaign.objections:
        best_answer = max(findings.places.odds(Key("answer", rule.id)).values(), default=None)
        rules.append((rule, rule.id, known[rule.id].own | known[rule.id].supporting, best_answer))
    for turn in _turns(findings, phrased):
        odds = phrased.get(turn.number, {})
        for rule, name, doubts, best_answer in rules if turn.names else [one for one in rules if one[1] in odds]:
            voiced = not turn.names.isdisjoint(doubts)
            if not voiced and (name not in odds or not (hopeless or _may_be_likely(odds[name], best_answer))):
                continue
            answered = findings.odds("answer", name, turn.following)
            if voiced or hopeless or _may_be_likely(odds[name], answered):
                yield _claim(rule, turn, answered, known, findings)


def _phrased(campaign: Campaign, findings: Findings) -> dict[int, dict[str, float]]:
    """By turn and objection: the best log odds of its own phrasings."""
    found: dict[int, dict[str, float]] = {}
    turn_of = findings.heard.turn_numbers
    for name in [rule.id for rule in campaign.objections]:
        for segment, odds in findings.places.odds(Key("objection", name)).items():
            own = found.setdefault(turn_of[segment], {})
            own[name] = max(odds, own.get(name, odds))
    return found


def _may_be_likely(phrased: float, answered: float | None) -> bool:
    """Whether phrasings and answers alone, without a general doubt, can make an objection likely."""
    answer = 0.0 if answered is None else answered - _UNHEARD
    most = LEVEL + WEIGHTS.phrased * max(_UNSAID, phrased) + WEIGHTS.answered * answer + _MOST_WITHOUT_DOUBT
    return bool(most >= 0)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of the client's: its words, its doubts with their names, the segments of the manager's next words."""

    number: int
    segments: Sequence[int]
    tokens: Sequence[Token]
    doubts: Sequence[Said]
    names: frozenset[str]
    following: Sequence[int]
    asks: bool
    agrees: bool


def _turns(findings: Findings, phrased: Container[int]) -> Iterator[_Turn]:
    """The client's turns that voice a doubt, or in which an objection is phrased."""
    heard = findings.heard
    asked = {key.id for key in findings.places if key.kind == "asked"}
    asking = frozenset(segment for name in asked for segment in findings.where_likely("asked", name))
    agreeing = findings.where_likely("sign", "agree")
    for number, turn in enumerate(heard.turns):
        if turn.speaker == "agent":
            continue
        doubts = [one for one in findings.sayings(number) if one.name.startswith(PREFIX)]
        if any(one.weak for one in doubts) and not _priced(findings, number):
            doubts = [one for one in doubts if not one.weak]
        if not doubts and number not in phrased:
            continue
        following = [
            segment
            for later in heard.turns[number + 1 : number + 1 + _NEXT_TURNS]
            if later.speaker != "client"
            for segment in later.segments
        ]
        asks, agrees = not asking.isdisjoint(turn.segments), not agreeing.isdisjoint(turn.segments)
        names = frozenset(one.name.removeprefix(PREFIX) for one in doubts)
        yield _Turn(number, turn.segments, heard.turn_words[number], doubts, names, following, asks, agrees)


def _claim(
    rule: Objection,
    turn: _Turn,
    answered: float | None,
    known: Mapping[str, Meaning],
    findings: Findings,
) -> _Claim:
    own = [one for one in turn.doubts if one.name.removeprefix(PREFIX) in known[rule.id].own]
    backing = own or [one for one in turn.doubts if one.name.removeprefix(PREFIX) in known[rule.id].supporting]
    match = findings.best("objection", rule.id, turn.segments)
    spans = [tuple(turn.tokens[one.first : one.last + 1]) for one in backing]
    words = match.tokens if match is not None and (match.logit > 0 or not own) else spans[0]
    clues = Clues(
        phrased=max(_VOICED if own else _UNSAID, match.logit if match is not None else _UNHEARD),
        answered=0.0 if answered is None else answered - _UNHEARD,
        voiced=min(1.5, 0.5 + 0.5 * len(own)) * bool(own),
        supported=float(bool(turn.names & known[rule.id].supporting)),
        rivalled=float(_rivalled(rule, turn.names, known)),
        any_doubt=float(bool(turn.names)),
        asks=float(turn.asks),
        question=float(any(token.asked for token in words)),
        agrees=float(turn.agrees),
        opens=float(turn.number <= 1),
        closes=float(turn.number >= len(findings.heard.turns) - 3 and "not-interested" in known[rule.id].own),
    )
    logit = LEVEL + sum(map(mul, WEIGHTS, clues))
    return _Claim(rule, turn.number, clues, words[0].segment, words, logit)


def _rivalled(rule: Objection, names: frozenset[str], known: Mapping[str, Meaning]) -> bool:
    """Whether a turn voices a doubt that is another objection's own."""
    others = names - known[rule.id].own
    return bool(others) and any(others & meaning.own for name, meaning in known.items() if name != rule.id)


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
