"""Which number do the words from a place on say, its unit aside?

«девяносто девять тысяч», «99 000», «99 тыс.» and «99к» are one and the same number; so are "ninety-nine" and "99".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.language.grammar import Grammar, NumberWords
from pipeline.language.spelling import Spelling

_TENS = frozenset(range(20, 100, 10))
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Part:
    """One number word: its value, and its digits where it was written in digits."""

    value: float
    digits: str | None


@dataclass(slots=True)
class _Count:
    """A number while it is being put together: whole thousands and the part below them."""

    total: float = 0.0
    current: float | None = None
    last_digits: str | None = None
    scale: float = float("inf")

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def without_thousand(self) -> float:
        """«шесть миллионов девятьсот» is 6,900,000: after millions the word for thousands is left out too."""
        if self.scale == 1e6 and self.current is not None and 100 <= self.current < 1000:
            return self.total + 1000 * self.current
        return self.value


class Reading(NamedTuple):
    """What is always so of a word: its part of a number, what it multiplies by, its unit, and its places in amounts."""

    part: Part | None
    multiplier: float | None
    unit: str | None
    between: bool
    begins: bool


_known: dict[str, dict[str, Reading]] = {}
_MOST_KNOWN = 100_000


def reading_of(word: str, grammar: Grammar) -> Reading:
    """What is always so of a word in lower case, kept once it was read."""
    known = _known.setdefault(grammar.code, {})
    return known.get(word) or _learn(word, grammar, known)


def _learn(word: str, grammar: Grammar, known: dict[str, Reading]) -> Reading:
    if len(known) >= _MOST_KNOWN:
        known.clear()
    numbers, forms = grammar.numbers, grammar.forms(word)
    every = (word, *forms)
    tables = (numbers.values, numbers.multipliers, numbers.units)
    said = word in numbers.fixed or any(form in table for form in every for table in tables)
    read = known[word] = Reading(
        _part(word, grammar),
        next((numbers.multipliers[form] for form in every if form in numbers.multipliers), None),
        next((numbers.units[form] for form in every if form in numbers.units), None),
        any(form in numbers.between for form in forms),
        said or word in "$€£₽%" or _DIGITS.fullmatch(word) is not None,
    )
    return read


def number_at(words: Sequence[Spelling], first: int, grammar: Grammar) -> tuple[int, float | None]:
    """The index after the number that starts at `first`, and its value."""
    numbers = grammar.numbers
    count = _Count()
    position, end = first, first
    while position < len(words):
        word = words[position]
        if position > first and word.opens_clause:
            break
        multiplier = _multiplier(word.text, count, grammar)
        if multiplier is not None:
            if not _multiply(count, multiplier):
                break
        elif (part := reading_of(word.text, grammar).part) is not None:
            if not _append(count, part, numbers):
                break
        elif not (word.text in numbers.joiners and end > first and _goes_on(words, position, count, grammar)):
            half = half_after(words, position, numbers) if end > first else None
            if half is None or count.current is None:
                break
            count.current += 0.5
            position = half
        position += 1
        end = position
    value = count.without_thousand() if numbers.thousand_left_out else count.value
    return (end, value) if end > first else (first, None)


def _goes_on(words: Sequence[Spelling], position: int, count: _Count, grammar: Grammar) -> bool:
    following = words[position + 1].text if position + 1 < len(words) else ""
    if words[position].text == "of":
        return reading_of(following, grammar).multiplier is not None
    part = reading_of(following, grammar).part
    return part is not None and part.value < 100 <= count.value and words[position].text == "and"


def _part(word: str, grammar: Grammar) -> Part | None:
    if _DIGITS.fullmatch(word):
        return Part(_from_digits(word), word)
    for form in grammar.forms(word):
        value = grammar.numbers.values.get(form)
        if value is not None:
            return Part(value, None)
    return None


def _from_digits(text: str) -> float:
    groups = re.split(r"[.,]", text)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[0] != "0":
        return float("".join(groups))
    return float(groups[0] + "." + "".join(groups[1:])) if len(groups) > 1 else float(text)


def _multiplier(word: str, count: _Count, grammar: Grammar) -> float | None:
    value = reading_of(word, grammar).multiplier
    if value is not None:
        # A lone «к», «т» or «м» multiplies only what was just said in digits.
        if value == 100 and count.current is None and word not in grammar.numbers.one_hundred:
            return None  # «сотни людей», "hundreds of them"
        return value if len(word) > 1 or count.last_digits is not None else None
    if word == "1000" and count.current is not None and count.current < 1000:
        return 1000.0
    return None


def _multiply(count: _Count, multiplier: float) -> bool:
    if multiplier >= count.scale or (count.current is None and count.total):
        return False
    if multiplier == 100:
        if count.current is None:
            count.current = 1.0
        if count.current >= 100:
            return False
        count.current *= 100
    else:
        count.total += (1.0 if count.current is None else count.current) * multiplier
        count.current, count.scale = None, multiplier
    count.last_digits = None
    return True


def _append(count: _Count, part: Part, numbers: NumberWords) -> bool:
    if part.value >= count.scale:
        return False
    if count.current is None:
        count.current = part.value
    elif part.digits is not None and count.last_digits is not None and _is_group(count.last_digits, part.digits):
        count.current = count.current * 1000 + part.value
        count.last_digits = part.digits
        return True
    elif _fits_below(count.current, part.value):
        count.current += part.value
    elif numbers.thousand_left_out and not count.total and 1 <= count.current < 1000 and 100 <= part.value < 1000:
        # «двадцать четыре девятьсот» is how a price of 24 900 is said.
        count.total, count.current, count.scale = count.current * 1000, part.value, 1000.0
    elif numbers.hundred_left_out and not count.total and _is_hundreds(count, part):
        # "two forty nine" is how a price of 249 is said.
        count.current = count.current * 100 + part.value
    else:
        return False
    count.last_digits = part.digits
    return True


def _is_hundreds(count: _Count, part: Part) -> bool:
    if count.current is None or not 1 <= count.current < 20 or count.current != int(count.current):
        return False
    if part.digits is None:
        return part.value in _TENS
    return count.last_digits is not None and len(part.digits) == 2 and part.value >= 20 and count.current < 10


def _is_group(before: str, digits: str) -> bool:
    return len(digits) == 3 and before.isdigit() and digits.isdigit() and before != "0"


def _fits_below(current: float, value: float) -> bool:
    if current != int(current) or value <= 0 or value != int(value):
        return False
    room = 10 if value < 10 else 100 if value < 100 else 1000
    return current >= room and current % room == 0


def half_after(words: Sequence[Spelling], position: int, numbers: NumberWords) -> int | None:
    """The last word of «с половиной», "and a half" where it stands at a place."""
    for pattern in numbers.half_after:
        heard = words[position : position + len(pattern)]
        if len(heard) == len(pattern) and all(h.text.startswith(p[:5]) for h, p in zip(heard, pattern, strict=True)):
            return position + len(pattern) - 1
    return None
