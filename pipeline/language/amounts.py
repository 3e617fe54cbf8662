"""Which numbers, sums and terms are said in a row of words, as values with units?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.language.counting import half_after, number_at, reading_of
from pipeline.language.grammar import Grammar
from pipeline.language.spelling import Spelling

_LEAST_BARE_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit (RUB, USD, percent, day, month … or None), on words `first` to `last`, both included.

    `number_last` is the last word of the number itself, before its unit; `bound` is "from" or "to" where the speaker
    said so; `bare` marks a unit without a number («через неделю»), `headless` what is left of a number whose first word
    was not heard («… тысяч девятьсот»).
    """

    value: float
    unit: str | None
    first: int
    last: int
    number_last: int = -1
    bound: str | None = None
    bare: bool = False
    headless: bool = False


def find_amounts(words: Sequence[Spelling], places: Iterable[int], grammar: Grammar) -> list[Amount]:
    """Every amount in a row of words, in order, none overlapping; `places` are those at which one may begin."""
    found: list[Amount] = []
    after_last = 0
    for position in places:
        if position < after_last:
            continue
        amount = _amount_at(words, position, grammar)
        if amount is not None:
            found.append(amount)
            after_last = amount.last + 1
    return found


def begins_amount(word: str, grammar: Grammar) -> bool:
    """Whether an amount can begin with a word at all; most words of any talk can be passed over."""
    return reading_of(word, grammar).begins


def _amount_at(words: Sequence[Spelling], first: int, grammar: Grammar) -> Amount | None:
    numbers = grammar.numbers
    fixed = _fixed_at(words, first, grammar)
    if fixed is not None:
        return fixed
    sign = numbers.units.get(words[first].text) if words[first].text in "$€£₽" else None
    start = first + 1 if sign and first + 1 < len(words) else first
    end, value = number_at(words, start, grammar)
    if value is None:
        return _with_minutes(_bare_unit(words, first, grammar), words, grammar)
    last, unit = _unit_after(words, end, grammar)
    if (more := half_after(words, last + 1, numbers)) is not None:
        value, last = value + 0.5, more
    if value == 1 and unit is None and sign is None and not words[first].text.isdigit():
        return None  # «одно занятие», "this one": an article rather than a count
    headless = words[start].text in numbers.never_first
    amount = Amount(value, unit or sign, first, last, end - 1, _bound(words, first, grammar), headless=headless)
    return _with_minutes(amount, words, grammar)


def _fixed_at(words: Sequence[Spelling], first: int, grammar: Grammar) -> Amount | None:
    """A saying that is an amount by itself («полчаса», "a quarter of an hour")."""
    for saying, (value, unit) in grammar.numbers.fixed.get(words[first].text, ()):
        last = first + len(saying)
        following = words[first + 1 : last + 1]
        if tuple(word.text for word in following) == saying and not any(word.opens_clause for word in following):
            return Amount(value, unit, first, last, last, _bound(words, first, grammar))
    return None


def _with_minutes(amount: Amount | None, words: Sequence[Spelling], grammar: Grammar) -> Amount | None:
    """«Час тридцать», "two hours and twenty minutes": one amount."""
    if amount is None or amount.unit != "hour":
        return amount
    start = amount.last + 1
    start += start < len(words) and words[start].text in grammar.numbers.joiners
    if start >= len(words) or words[start].opens_clause:
        return amount
    end, minutes = number_at(words, start, grammar)
    last, unit = _unit_after(words, end, grammar)
    least = {None: _LEAST_BARE_MINUTES, "minute": 1}.get(unit)
    if minutes is None or least is None or not least <= minutes < 60 or minutes != int(minutes):
        return amount
    return replace(amount, value=amount.value + minutes / 60, last=last, number_last=end - 1, bare=False)


def _unit_after(words: Sequence[Spelling], end: int, grammar: Grammar) -> tuple[int, str | None]:
    """The index of the last word of the amount, and its unit where one follows."""
    for position in range(end, min(end + 2, len(words))):
        read = reading_of(words[position].text, grammar)
        if read.unit is not None:
            return position, read.unit
        if not read.between:
            break
    return end - 1, None


def _bare_unit(words: Sequence[Spelling], first: int, grammar: Grammar) -> Amount | None:
    alone = words[first].opens_clause and words[first].text in grammar.numbers.one_when_first
    if not alone and (first == 0 or words[first - 1].text not in grammar.numbers.one_when_after):
        return None
    for form in grammar.forms(words[first].text):
        unit = grammar.numbers.units.get(form)
        if unit in ("day", "week", "month", "year", "hour", "quarter"):
            half = half_after(words, first + 1, grammar.numbers)
            if half is not None:
                return Amount(1.5, unit, first, half, half)
            return Amount(1.0, unit, first, first, first, bare=True)
    return None


def _bound(words: Sequence[Spelling], first: int, grammar: Grammar) -> str | None:
    before = words[first - 1].text if first else ""
    if before in grammar.numbers.at_least:
        return "from"
    return "to" if before in grammar.numbers.at_most else None
