"""How did the manager answer an objection: as recommended, in own words, not at all, or by giving up?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.findings import Findings
from pipeline.forbidden import said_otherwise
from pipeline.heard import Token, Turn
from pipeline.language.grammar import Grammar
from pipeline.matching import asks
from scripts_library.campaign import Campaign, Objection

AnswerKind = Literal["recommended", "own", "none", "gave_up"]

# An answer in the manager's own words is at least this long, or a question of some words.
_WORDS_OF_AN_ANSWER = 8
_WORDS_OF_A_QUESTION = 4
_WORDS_OF_GIVING_UP = 12


def answer_to(rule: Objection, turn: int, campaign: Campaign, findings: Findings) -> tuple[AnswerKind, int | None]:
    """The kind of answer to an objection raised in a turn, and the segment that it stands in."""
    later = findings.heard.turns[turn + 1 : turn + 1 + rule.within_turns]
    turns = [one for one in later if one.speaker == "agent"]
    recommended = _recommended(rule, campaign, findings, turns)
    if recommended is not None:
        return "recommended", recommended
    return _own_answer(campaign, findings, turns)


def _recommended(rule: Objection, campaign: Campaign, findings: Findings, turns: Sequence[Turn]) -> int | None:
    reach = {segment for turn in turns for segment in turn.segments}
    places = [*findings.likely("answer", rule.id, "agent")]
    for step in campaign.steps:
        if step.when is not None and step.when.objection == rule.id:
            places += findings.likely("step", step.id, "agent")
    fitting = sorted((place for place in places if place.segment in reach), key=lambda place: place.start)
    return fitting[0].segment if fitting else None


def _own_answer(campaign: Campaign, findings: Findings, turns: Sequence[Turn]) -> tuple[AnswerKind, int | None]:
    heard = findings.heard
    broken = {
        place.segment
        for rule in campaign.forbidden
        for place in (*findings.likely("forbidden", rule.id), *said_otherwise(campaign, rule, findings))
    }
    for turn in turns:
        words = [token for segment in turn.segments for token in heard.tokens[segment]]
        number = next(index for index, one in enumerate(heard.turns) if one is turn)
        given_up = any(said.name == "gave_up" for said in findings.sayings(number))
        if given_up and len(words) <= _WORDS_OF_GIVING_UP and not _asks_back(words, heard.grammar):
            return "gave_up", None
        if set(turn.segments) & broken:
            return "none", None
        if _substantial(words, heard.grammar):
            return "own", turn.segments[0]
    return "none", None


def _asks_back(words: Sequence[Token], language: Grammar) -> bool:
    telling = sum(token.weight >= 0.4 for token in words)
    return any(asks(token, language) for token in words) and telling >= 2 and len(words) >= _WORDS_OF_A_QUESTION


def _substantial(words: Sequence[Token], language: Grammar) -> bool:
    telling = sum(token.weight >= 0.4 for token in words)
    return _asks_back(words, language) or (len(words) >= _WORDS_OF_AN_ANSWER and telling >= 3)
