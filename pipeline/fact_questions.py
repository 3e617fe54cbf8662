"""Which facts did the client ask for, and what did the manager say instead where no answer came?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.fact_clues import names_a_thing
from pipeline.findings import Findings, overlap
from pipeline.heard import Turn
from pipeline.matching import Key, Match, asks
from pipeline.product_sheet import FOR_THE_PRICE, Sheet
from pipeline.values import kind

Reply = Literal["dont_know", "later", "silence", "other"]

_LIKELY = 0.5
# Where the manager evades, a question that is less plain counts too.
_EVADED, _SURELY_EVADED = 0.2, 0.85
_LEAST_ODDS = -1.4
# How surely a question that names nothing is for the price of the thing talked about.
_PRICE_ODDS = 0.4
_ANSWERING_TURNS = 2


@dataclass(frozen=True, slots=True)
class Question:
    """The client's question for a fact; `open` where the manager's next words hold nothing that could answer it."""

    match: Match
    open: bool
    reply: Reply
    reply_segment: int | None


def questions(sheet: Sheet, findings: Findings) -> dict[str, Question]:
    """The first question for each fact that was asked for, an open one before an answered one."""
    found: dict[str, Question] = {}
    asked = list(_asked(sheet, findings))
    if sheet.price is not None:
        asked = [(name, match) for name, match in asked if _is_for(name, match, sheet)]
        asked += _price_asked(sheet.price, findings, [match for _, match in asked])
    for name, match in asked:
        question = _question(match, sheet, findings)
        if name not in found or (question.open and not found[name].open):
            found[name] = question
    return found


def _asked(sheet: Sheet, findings: Findings) -> Iterator[tuple[str, Match]]:
    """The client's questions by fact; where two facts claim the same words, the likelier one keeps them."""
    claims = [
        match
        for name in sheet.numbers
        for match in findings.places.at_least(Key("asked", name), _LEAST_ODDS)
        if match.speaker != "agent" and _counts(match, findings)
    ]
    for match in sorted(claims, key=lambda one: (one.start, one.key.id)):
        rivals = [one for one in claims if one.key != match.key and overlap(one, match)]
        if not any(_strength(one) > _strength(match) for one in rivals):
            yield match.key.id, match


def _is_for(name: str, match: Match, sheet: Sheet) -> bool:
    """Whether a question is for a fact: one for a price other than the sheet's own must name what it is of."""
    return name == sheet.price or "money" not in sheet.kinds[name] or any(map(names_a_thing, match.tokens))


def _price_asked(price: str, findings: Findings, named: Sequence[Match]) -> Iterator[tuple[str, Match]]:
    """The client's «сколько стоит?» in turns that name nothing else."""
    claimed = {findings.heard.turn_of(match.segment) for match in named}
    for number, turn in enumerate(findings.heard.turns):
        if turn.speaker != "client" or number in claimed:
            continue
        asked = next((said for said in findings.sayings(number) if said.name == FOR_THE_PRICE), None)
        if asked is not None:
            match = findings.as_match(asked, Key("asked", price), number, _PRICE_ODDS)
            if _is_question(match, number, findings):
                yield price, match


def _strength(match: Match) -> tuple[float, float]:
    return (round(match.confidence, 2), sum(token.weight for token in match.tokens))


def _counts(match: Match, findings: Findings) -> bool:
    turn = findings.heard.turn_of(match.segment)
    if match.confidence < _EVADED or not _is_question(match, turn, findings):
        return False
    return match.confidence >= _LIKELY or _evades(findings, turn + 1)


def _is_question(match: Match, turn: int, findings: Findings) -> bool:
    """Whether the words ask: a mark, a question word, or a turn of phrase that asks; a cry at a price doesn't."""
    names = {said.name for said in findings.sayings(turn) if not said.weak}
    if "doubt/expensive" in names and not any(name.startswith("ask/") for name in names - {"ask/money"}):
        return False
    words = findings.heard.tokens[match.segment]
    return any(asks(token, findings.heard.grammar) for token in words) or any(name.startswith("ask/") for name in names)


def _question(match: Match, sheet: Sheet, findings: Findings) -> Question:
    heard = findings.heard
    turn = heard.turn_of(match.segment)
    replies = [
        (number, heard.turns[number])
        for number in range(turn + 1, min(len(heard.turns), turn + 1 + 2 * _ANSWERING_TURNS))
        if heard.turns[number].speaker != "client"
    ][:_ANSWERING_TURNS]
    if not replies:
        return Question(match, True, "silence", None)
    number, first = replies[0]
    evaded = _evades(findings, number)
    answered = _holds(findings, first, sheet, match.key.id, evaded=evaded)
    if evaded:
        later = any(token.form in heard.grammar.later for segment in first.segments for token in heard.tokens[segment])
        return Question(match, not answered, "later" if later else "dont_know", first.segments[0])
    return Question(match, not answered, "other", first.segments[0])


def _evades(findings: Findings, turn: int) -> bool:
    if turn >= len(findings.heard.turns) or findings.heard.turns[turn].speaker == "client":
        return False
    if any(said.name == "dont_know" for said in findings.sayings(turn)):
        return True
    sign = findings.best("sign", "dont_know", findings.heard.turns[turn].segments)
    return sign is not None and sign.confidence >= _SURELY_EVADED


def _holds(findings: Findings, turn: Turn, sheet: Sheet, fact: str, *, evaded: bool) -> bool:
    """Whether a turn names a value that could answer; beside «уточню, позвоню в десять» an hour is none."""
    named = [
        (token.amount, token.is_hour)
        for segment in turn.segments
        for token in findings.heard.tokens[segment]
        if token.amount is not None
    ]
    return any(
        sheet.may_mean(fact, amount) if amount.unit is None else kind(amount.unit) in sheet.kinds[fact]
        for amount, is_hour in named
        if not (evaded and is_hour and amount.unit is None)
    )
