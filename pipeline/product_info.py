"""What the manager told of the product: stated, stated wrongly, outdated, asked and unanswered, or missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.findings import Findings, overlap
from pipeline.heard import Token
from pipeline.language.amounts import Amount
from pipeline.matching import Match
from pipeline.values import agree, in_force, in_words, is_free, is_money, may_mean, number_of, sheet_words
from scripts_library.campaign import Campaign, Fact

FactStatus = Literal["stated", "wrong", "outdated", "unanswered", "missing", "not_needed"]

# How surely a number must belong to a fact: at all, and to call it wrong.
_LIKELY = 0.5
_SURE_ENOUGH_TO_ACCUSE = 0.6
# How surely it belongs to a fact that was just asked for, and to the only fact with that very value.
_AS_REPLY = 0.62
_SAME_VALUE = 0.55


@dataclass(frozen=True, slots=True)
class FactJudgement:
    """One line of the product sheet as it fared in the call; `expected` and `heard` are values in words."""

    id: str
    status: FactStatus
    segment: int | None = None
    start: float | None = None
    end: float | None = None
    quote: str | None = None
    expected: str | None = None
    heard: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """An amount in the manager's mouth and how surely it belongs to a fact."""

    token: Token
    amount: Amount
    surely: float


def judge_facts(campaign: Campaign, findings: Findings) -> tuple[FactJudgement, ...]:
    """One judgement for each fact of the sheet that is in force on the day of the call."""
    entries: dict[str, list[Fact]] = {}
    for fact in campaign.facts:
        entries.setdefault(fact.id, []).append(fact)
    asked = _asked(findings, list(entries))
    owned = _owned(entries, asked, findings)
    started = findings.heard.transcript.started_at
    day = started.date() if started is not None else None
    return tuple(
        _judge(in_force(facts, day), facts, owned[name], asked[name], findings, campaign.language)
        for name, facts in entries.items()
    )


def _asked(findings: Findings, names: Sequence[str]) -> dict[str, list[Match]]:
    """The client's questions by fact; where two facts claim the same words, the likelier one keeps them."""
    claims = [match for name in names for match in findings.likely("asked", name, "client")]
    return {
        name: [
            match
            for match in claims
            if match.key.id == name
            and not any(
                overlap(match, other) and other.key.id != name and _strength(other) > _strength(match)
                for other in claims
            )
        ]
        for name in names
    }


def _strength(match: Match) -> tuple[float, float]:
    return (round(match.confidence, 2), sum(token.weight for token in match.tokens))


def _owned(
    entries: Mapping[str, Sequence[Fact]], asked: Mapping[str, Sequence[Match]], findings: Findings
) -> dict[str, list[_Said]]:
    """Each amount of the manager's with the one fact whose words, or question, it stands with."""
    owned: dict[str, list[_Said]] = {name: [] for name in entries}
    sheet = {name: _numbers(facts) for name, facts in entries.items()}
    free = {name for name, facts in entries.items() if any(f.value is not None and is_free(f.value) for f in facts)}
    replies = {name: _reply_segments(findings, matches) for name, matches in asked.items()}
    for token, amount in _amounts(findings):
        plainly = [name for name, wanted in sheet.items() if any(_says_plainly(amount, number) for number in wanted)]
        best, owner = 0.0, ""
        for name, wanted in sheet.items():
            if not any(may_mean(amount, number) for number in wanted) and not (name in free and is_money(amount)):
                continue
            surely = _belongs(name, token, findings)
            if token.segment in replies[name]:
                surely = max(surely, _AS_REPLY + 0.2 * (surely > 0))
            if any(agree(amount, number) for number in wanted):
                surely = max(1.1 * surely, _SAME_VALUE if plainly == [name] else 0.0)
            if surely > best:
                best, owner = surely, name
        if best >= _LIKELY:
            owned[owner].append(_Said(token, amount, best))
    return owned


def _numbers(facts: Sequence[Fact]) -> list[tuple[float, str | None]]:
    return [number for fact in facts if fact.value and (number := number_of(fact.value)) is not None]


def _amounts(findings: Findings) -> Iterator[tuple[Token, Amount]]:
    heard = findings.heard
    for segment in heard.order:
        if heard.transcript.segments[segment].speaker != "client":
            for token in heard.tokens[segment]:
                if token.amount is not None:
                    yield token, token.amount


def _says_plainly(amount: Amount, wanted: tuple[float, str | None]) -> bool:
    """Whether an amount with its unit is a sheet value: a sum of money, a term or a percentage, said in full."""
    return amount.unit is not None and wanted[1] is not None and not amount.bare and agree(amount, wanted)


def _belongs(name: str, token: Token, findings: Findings) -> float:
    """How surely an amount stands with a fact's words: the probability of the passage that it is in."""
    surely = 0.0
    for match in findings.all("fact", name):
        if match.speaker != "client" and any(word is token for word in match.tokens):
            surely = max(surely, match.confidence)
    return surely


def _reply_segments(findings: Findings, asked: Sequence[Match]) -> set[int]:
    heard = findings.heard
    found: set[int] = set()
    for match in asked:
        turn = heard.turn_of(match.segment)
        for later in heard.turns[turn + 1 : turn + 1 + 2]:
            if later.speaker != "client":
                found.update(later.segments)
                break
    return found


def _judge(
    fact: Fact,
    entries: Sequence[Fact],
    said: Sequence[_Said],
    asked: Sequence[Match],
    findings: Findings,
    language: str,
) -> FactJudgement:
    expected = sheet_words(fact.value, language)
    number = number_of(fact.value) if fact.value is not None else None
    if number is None:
        stated = _stated_in_words(fact, findings)
        if stated is not None:
            return _with_match(fact.id, "stated", stated, expected, fact.value.text if fact.value else None)
    for status, values in (("stated", [fact]), ("outdated", [entry for entry in entries if entry is not fact])):
        for heard in said:
            if any(_says(heard.amount, entry) for entry in values):
                return _with_amount(fact.id, "stated" if status == "stated" else "outdated", heard, findings, expected)
    accused = [s for s in said if s.surely >= _SURE_ENOUGH_TO_ACCUSE and s.amount.bound is None and not s.amount.bare]
    if accused:
        return _with_amount(fact.id, "wrong", accused[0], findings, expected)
    if asked:
        return _with_match(fact.id, "unanswered", asked[0], expected, None)
    return FactJudgement(fact.id, "missing" if fact.required else "not_needed", expected=expected)


def _says(amount: Amount, fact: Fact) -> bool:
    number = number_of(fact.value) if fact.value is not None else None
    return number is not None and agree(amount, number)


def _stated_in_words(fact: Fact, findings: Findings) -> Match | None:
    likely = findings.likely("fact", fact.id, "agent")
    return max(likely, key=lambda match: (match.confidence, -match.start), default=None)


def _with_match(name: str, status: FactStatus, match: Match, expected: str | None, heard: str | None) -> FactJudgement:
    start, end = round(match.start, 2), round(match.end, 2)
    return FactJudgement(name, status, match.segment, start, end, match.quote, expected, heard)


def _with_amount(name: str, status: FactStatus, said: _Said, findings: Findings, expected: str | None) -> FactJudgement:
    segment = findings.heard.transcript.segments[said.token.segment]
    start, end = round(segment.start, 2), round(segment.end, 2)
    heard = in_words(said.amount.value, said.amount.unit, findings.heard.grammar.code)
    return FactJudgement(name, status, said.token.segment, start, end, segment.text.strip(), expected, heard)
