"""Which doubts the client raised, and whether the manager answered them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.findings import Findings, overlap
from pipeline.heard import Heard, Token, Turn
from pipeline.matching import Match
from scripts_library.campaign import Campaign, Objection

Answer = Literal["recommended", "own", "none", "gave_up"]

# An answer in the manager's own words is at least this long, or a question of some words.
_WORDS_OF_AN_ANSWER = 12
_WORDS_OF_A_QUESTION = 5
_WORDS_OF_GIVING_UP = 12


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


def find_objections(campaign: Campaign, findings: Findings) -> tuple[ObjectionFinding, ...]:
    """Each objection that the client raised, at its first place, in the order of time."""
    claims = [match for rule in campaign.objections for match in findings.likely("objection", rule.id, "client")]
    rivals = claims + [match for fact in campaign.facts for match in findings.likely("asked", fact.id, "client")]
    found: dict[str, Match] = {}
    for claim in sorted(claims, key=lambda match: (match.start, match.end, match.key.id)):
        beaten = any(
            overlap(claim, other) and other.key != claim.key and _strength(other) > _strength(claim) for other in rivals
        )
        if not beaten:
            found.setdefault(claim.key.id, claim)
    rules = {rule.id: rule for rule in campaign.objections}
    return tuple(_finding(rules[name], match, campaign, findings) for name, match in found.items())


def _strength(match: Match) -> tuple[float, float]:
    return (round(match.confidence, 2), sum(token.weight for token in match.tokens))


def _finding(rule: Objection, match: Match, campaign: Campaign, findings: Findings) -> ObjectionFinding:
    place = (rule.id, match.segment, round(match.start, 2), round(match.end, 2), match.quote)
    if not findings.heard.speakers_known:
        return ObjectionFinding(*place, handled=None)
    turns = _turns_after(findings.heard, match.segment, rule.within_turns)
    recommended = _recommended(rule, campaign, findings, turns)
    if recommended is not None:
        return ObjectionFinding(*place, True, recommended, "recommended")
    answer, segment = _own_answer(campaign, findings, turns)
    return ObjectionFinding(*place, answer == "own", segment if answer == "own" else None, answer)


def _turns_after(heard: Heard, segment: int, count: int) -> list[Turn]:
    """The manager's turns among the next few after an objection."""
    turn = heard.turn_of(segment)
    return [later for later in heard.turns[turn + 1 : turn + 1 + count] if later.speaker == "agent"]


def _recommended(rule: Objection, campaign: Campaign, findings: Findings, turns: Sequence[Turn]) -> int | None:
    reach = {segment for turn in turns for segment in turn.segments}
    places = [*findings.likely("answer", rule.id, "agent")]
    for step in campaign.steps:
        if step.when is not None and step.when.objection == rule.id:
            places += findings.likely("step", step.id, "agent")
    fitting = sorted((place for place in places if place.segment in reach), key=lambda place: place.start)
    return fitting[0].segment if fitting else None


def _own_answer(campaign: Campaign, findings: Findings, turns: Sequence[Turn]) -> tuple[Answer, int | None]:
    heard = findings.heard
    broken = {place.segment for rule in campaign.forbidden for place in findings.likely("forbidden", rule.id)}
    for turn in turns:
        segments = set(turn.segments)
        words = [token for segment in turn.segments for token in heard.tokens[segment]]
        given_up = any(place.segment in segments for place in findings.likely("sign", "gave_up", "agent"))
        if given_up and len(words) <= _WORDS_OF_GIVING_UP:
            return "gave_up", None
        if segments & broken:
            return "none", None
        if _substantial(words):
            return "own", turn.segments[0]
    return "none", None


def _substantial(words: Sequence[Token]) -> bool:
    telling = sum(token.weight >= 0.4 for token in words)
    asks = any(token.asked for token in words)
    return (asks and telling >= 2 and len(words) >= _WORDS_OF_A_QUESTION) or (
        len(words) >= _WORDS_OF_AN_ANSWER and telling >= 4
    )
