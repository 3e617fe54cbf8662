"""What the manager told of the product: stated, stated wrongly, outdated, asked and unanswered, or missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.fact_clues import Said, is_named, said_numbers
from pipeline.fact_questions import Question, Reply, questions
from pipeline.fact_wording import stated_in_words
from pipeline.findings import Findings
from pipeline.matching import Match
from pipeline.misheard_numbers import is_rest_of, may_be_misheard
from pipeline.product_sheet import Sheet, sheet_of
from pipeline.values import agree, in_force, in_words, is_beyond_a_mistake, is_free, number_of, said_short, sheet_words
from scripts_library.campaign import Campaign, Fact

FactStatus = Literal["stated", "wrong", "outdated", "unanswered", "missing", "not_needed"]

# How surely a number must belong to a fact: at all, and to call it wrong.
_LIKELY = 0.42
_SURE_ENOUGH_TO_ACCUSE = 0.42
# Log odds above «not heard» from which a number plainly stands with a fact's words, and by which it beats other facts.
_PLAIN, _MUCH_PLAINER, _WHOLE = 3.5, 2.0, 4.5


@dataclass(frozen=True, slots=True)
class FactJudgement:
    """One line of the product sheet as it fared in the call; `expected` and `heard` are values in words.

    Of a question that stayed open `reply` says what came instead: dont_know, later, silence or other, with its quote.
    """

    id: str
    status: FactStatus
    segment: int | None = None
    start: float | None = None
    end: float | None = None
    quote: str | None = None
    expected: str | None = None
    heard: str | None = None
    confidence: float = 1.0
    reply: Reply | None = None
    reply_segment: int | None = None
    reply_quote: str | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    findings: Findings
    language: str
    owned: Mapping[str, Sequence[Said]]
    asked: Mapping[str, Question]


def judge_facts(campaign: Campaign, findings: Findings) -> tuple[FactJudgement, ...]:
    """One judgement for each fact of the sheet that is in force on the day of the call."""
    sheet = sheet_of(campaign)
    started = findings.heard.transcript.started_at
    day = started.date() if started is not None else None
    call = _Call(findings, campaign.language, _owned(sheet, findings), questions(sheet, findings))
    return tuple(_judge(in_force(facts, day), facts, call) for facts in sheet.entries.values())


def _owned(sheet: Sheet, findings: Findings) -> dict[str, list[Said]]:
    """Each number of the manager's with the one fact that it most likely belongs to."""
    best: dict[int, Said] = {}
    every = list(said_numbers(sheet, findings))
    plainly: dict[int, float] = {}
    for said in every:
        plainly[id(said.token)] = max(plainly.get(id(said.token), 0.0), said.clues.said)
    for said in every:
        if plainly[id(said.token)] >= max(_PLAIN, said.clues.said + _MUCH_PLAINER):
            continue  # «скидка тридцать процентов» is the discount, though the prepayment is thirty
        held = best.get(id(said.token))
        if held is None or said.surely > held.surely:
            best[id(said.token)] = said
    owned: dict[str, list[Said]] = {name: [] for name in sheet.numbers}
    for said in best.values():
        if said.surely >= _LIKELY or _is_plain(said):
            owned[said.fact].append(said)
    return owned


def _judge(fact: Fact, entries: Sequence[Fact], call: _Call) -> FactJudgement:
    expected = sheet_words(fact.value, call.language)
    said = call.owned[fact.id]
    for heard in said:
        if _says(heard, fact) or _says_mangled(heard, fact, call.findings):
            return _with_amount("stated", heard, fact, call)
    if number_of(fact.value) is None if fact.value is not None else True:
        match = stated_in_words(fact, call.findings)
        if match is not None:
            return _with_match(fact.id, "stated", match, expected, fact.value.text if fact.value else None)
    for heard in said:
        if any(_says(heard, entry) for entry in entries if entry is not fact):
            return _with_amount("outdated", heard, fact, call)
    segments = call.findings.heard.transcript.segments
    accused = [
        heard
        for heard in said
        if segments[heard.token.segment].speaker == "agent"
        and _contradicts(heard, fact, call.findings)
        and is_named(heard, call.findings)
    ]
    if accused:
        return _with_amount("wrong", max(accused, key=lambda one: one.surely), fact, call)
    question = call.asked.get(fact.id)
    if question is not None and question.open:
        return _unanswered(fact.id, question, expected, call.findings)
    return FactJudgement(fact.id, "missing" if fact.required else "not_needed", expected=expected)


def _is_plain(said: Said) -> bool:
    """Whether the number stands in a whole phrasing of the fact's, with no other fact anywhere near."""
    clues = said.clues
    return clues.said >= _WHOLE and clues.said >= clues.rival + _MUCH_PLAINER and not clues.sets_time


def _says(said: Said, fact: Fact) -> bool:
    number = number_of(fact.value) if fact.value is not None else None
    if number is None:
        return False
    if agree(said.amount, number):
        return True
    value = fact.value
    if value is None or (value.at_least is None and value.at_most is None and value.tolerance is None):
        return False
    heard = said_short(said.amount, number)
    tolerance = (value.tolerance or 0.0) / 100
    least = value.at_least if value.at_least is not None else number[0] * (1 - tolerance)
    most = value.at_most if value.at_most is not None else number[0] * (1 + tolerance)
    return said.amount.unit in (None, number[1]) and least <= heard <= most


def _says_mangled(said: Said, fact: Fact, findings: Findings) -> bool:
    number = number_of(fact.value) if fact.value is not None else None
    return number is not None and is_rest_of(said.token, said.amount.value, number[0], findings.heard)


def _contradicts(said: Said, fact: Fact, findings: Findings) -> bool:
    """Whether a number surely contradicts the sheet: to accuse wrongly is worse than to miss."""
    if not (said.surely >= _SURE_ENOUGH_TO_ACCUSE or _is_plain(said)) or said.clues.sets_time or said.clues.questioned:
        return False
    if said.amount.bare and not said.clues.asked:
        return False
    number = number_of(fact.value) if fact.value is not None else None
    if number is None:
        return fact.value is not None and is_free(fact.value)
    if is_beyond_a_mistake(said.amount, number):
        return False
    value = said_short(said.amount, number)
    if (said.amount.bound == "from" and value < number[0]) or (said.amount.bound == "to" and value > number[0]):
        return True
    if said.amount.bound is not None and said.amount.unit is None:
        return False
    return not may_be_misheard(said.token, value, number[0], findings.heard)


def _unanswered(name: str, question: Question, expected: str | None, findings: Findings) -> FactJudgement:
    match = question.match
    segments = findings.heard.transcript.segments
    return FactJudgement(
        name,
        "unanswered",
        match.segment,
        round(match.start, 2),
        round(match.end, 2),
        match.quote,
        expected,
        confidence=round(match.confidence, 3),
        reply=question.reply,
        reply_segment=question.reply_segment,
        reply_quote=segments[question.reply_segment].text.strip() if question.reply_segment is not None else None,
    )


def _with_match(name: str, status: FactStatus, match: Match, expected: str | None, heard: str | None) -> FactJudgement:
    start, end = round(match.start, 2), round(match.end, 2)
    return FactJudgement(
        name, status, match.segment, start, end, match.quote, expected, heard, round(match.confidence, 3)
    )


def _with_amount(status: FactStatus, said: Said, fact: Fact, call: _Call) -> FactJudgement:
    segment = call.findings.heard.transcript.segments[said.token.segment]
    number = number_of(fact.value) if fact.value is not None else None
    value = said_short(said.amount, number) if number is not None else said.amount.value
    unit = said.amount.unit or (number[1] if number is not None else None)
    heard = in_words(value, unit, call.language)
    return FactJudgement(
        fact.id,
        status,
        said.token.segment,
        round(segment.start, 2),
        round(segment.end, 2),
        segment.text.strip(),
        sheet_words(fact.value, call.language),
        heard,
        round(said.surely, 3),
    )
