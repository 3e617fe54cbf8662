"""Which turns of phrase of a table are said in a row of words? Quick and strict: normal forms in order, with gaps.

A line is a row of elements. `a|b` is any of some words, in whatever form (`=a`: in just this one); between two elements
up to two other words may stand, up to six after `...`; `не x` (or `not x`) wants the word denied; `#` is a number and
`@day`, `@time` and `@when` (either) a moment; `!a|b` at the end lists words that must not stand near. A line that
begins with `-` is a weak one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar
from pipeline.matching.words import Vocabulary

_NEAR, _FAR = 2, 6
_ROUND = 4
_ALIKE, _LONG_ALIKE, _SAME = 0.79, 0.86, 0.95
_CONTENT = 0.3
_LONG_STEM = 6
_NUMBER, _DAY, _TIME, _FIRST_EXACT = -1, -2, -3, -10
_SPECIAL = {"#": (_NUMBER,), "@day": (_DAY,), "@time": (_TIME,), "@when": (_DAY, _TIME)}


@dataclass(frozen=True, slots=True)
class _Element:
    numbers: frozenset[int]
    denied: bool | None
    reach: int


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    elements: tuple[_Element, ...]
    unless: frozenset[int]
    weak: bool
    weight: float


class Said(NamedTuple):
    """A turn of phrase at tokens `first` to `last` of a row; `weak` ones need support from elsewhere."""

    name: str
    first: int
    last: int
    weak: bool
    weight: float


class Patterns:
    """Turns of phrase by name, compiled once; finds them in any row of words."""

    def __init__(self, tables: Mapping[str, str], grammar: Grammar) -> None:
        self._grammar = grammar
        self._vocabulary = Vocabulary(grammar)
        self._lines: list[_Line] = []
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._exactly: dict[str, int] = {}
        self._remembered: dict[tuple[str, str], frozenset[int]] = {}
        for name, text in tables.items():
            for line in text.strip().splitlines():
                self._add(name, line.strip())
        self._by_rarest = _by_rarest_element(self._lines)

    def find(self, tokens: Sequence[Token]) -> list[Said]:
        """Every turn of phrase that is said, each line at most once a place, in the order of the tables."""
        rows = [self._numbers(token) for token in tokens]
        places: dict[int, list[int]] = {}
        for position, numbers in enumerate(rows):
            for number in numbers:
                places.setdefault(number, []).append(position)
        present = set(places)
        hopeful = {
            index
            for number in present
            for index, other in self._by_rarest.get(number, ())
            if not present.isdisjoint(other)
        }
        found = []
        for index in sorted(hopeful):
            line = self._lines[index]
            starts = {position for number in line.elements[0].numbers for position in places.get(number, ())}
            found += [said for start in sorted(starts) if (said := self._at(line, rows, tokens, start)) is not None]
        return found

    def _at(self, line: _Line, rows: Sequence[frozenset[int]], tokens: Sequence[Token], first: int) -> Said | None:
        position = first
        for place, element in enumerate(line.elements):
            if place:
                after = position + 1
                for position in range(after, min(after + line.elements[place - 1].reach + 1, len(tokens))):
                    if _fits(element, rows[position], tokens[position]):
                        break
                else:
                    return None
            elif not _fits(element, rows[first], tokens[first]):
                return None
        near = range(max(0, first - _ROUND), min(len(tokens), position + _ROUND + 1))
        if line.unless and any(rows[at] & line.unless for at in near if not first <= at <= position):
            return None
        return Said(line.name, first, position, line.weak, line.weight)

    def _numbers(self, token: Token) -> frozenset[int]:
        key = (token.word, token.form)
        words = self._remembered.get(key)
        if words is None:
            words = self._remembered[key] = self._standing_for(token)
        if token.amount is None and not token.is_day and ":" not in token.word:
            return words
        found = set(words)
        if token.amount is not None:
            found.add(_NUMBER)
        if token.is_day:
            found.add(_DAY)
        if token.is_hour and (token.amount is not None or ":" in token.word):
            found.add(_TIME)
        return frozenset(found)

    def _standing_for(self, token: Token) -> frozenset[int]:
        """The words of the tables that a heard one may be: another form of it, or where it is no word, one near it."""
        known = token.form[0] == "#" or self._grammar.known(token.word)
        least = _ALIKE if not known else _LONG_ALIKE if self._grammar.code == "en" and len(token.word) >= 7 else _SAME
        found = {number for number, likeness in self._vocabulary.alike(token) if likeness >= least}
        stem = self._grammar.stem(token.form)
        if known and len(stem) >= _LONG_STEM and token.form not in self._grammar.apart:
            found |= self._stems.get(stem, set())
        if token.word in self._exactly:
            found.add(self._exactly[token.word])
        return frozenset(found)

    def _number(self, word: Token) -> int:
        number = self._vocabulary.add(word)
        if word.form[0] != "#" and word.weight >= _CONTENT:
            self._stems[self._grammar.stem(word.form)].add(number)
        return number

    def _add(self, name: str, line: str) -> None:
        body, _, unless = line.removeprefix("- ").partition("!")
        elements, weight = self._read(body.split())
        without = {self._number(word) for text in unless.split("|") for word in self._words(text.strip())}
        self._lines.append(_Line(name, tuple(elements), frozenset(without), line.startswith("- "), weight))

    def _read(self, parts: Sequence[str]) -> tuple[list[_Element], float]:
        """The elements of a line, and what their words weigh."""
        elements: list[_Element] = []
        weight, denied, either = 0.0, False, False
        for part, following in zip(parts, (*parts[1:], ""), strict=True):
            options = part.split("|")
            words = [word for text in options if not self._special(text) for word in self._words(text)]
            telling = max((word.weight for word in words), default=0.5)
            if part == "...":
                elements[-1] = _Element(elements[-1].numbers, elements[-1].denied, _FAR)
            elif part in self._grammar.negations and following != "..." and self._telling(following) >= _CONTENT:
                denied = True
            else:
                numbers = {self._number(word) for word in words}
                numbers.update(number for text in options for number in self._special(text))
                small = telling < _CONTENT or not words
                elements.append(_Element(frozenset(numbers), None if small or either else denied, _NEAR))
                either |= bool(self._grammar.negations & set(options))
                weight, denied = weight + telling, False
        return elements, weight

    def _special(self, text: str) -> Sequence[int]:
        """The numbers of a gap, or of one exact word."""
        if text.startswith("="):
            return (self._exactly.setdefault(text[1:], _FIRST_EXACT - len(self._exactly)),)
        return _SPECIAL.get(text, ())

    def _telling(self, part: str) -> float:
        return max((word.weight for text in part.split("|") for word in self._words(text)), default=0.0)

    def _words(self, text: str) -> Iterator[Token]:
        yield from read_words(text.replace("-", ""), self._grammar)[:1] if text else ()


def _fits(element: _Element, numbers: frozenset[int], token: Token) -> bool:
    return not numbers.isdisjoint(element.numbers) and (element.denied is None or token.negated == element.denied)


def _by_rarest_element(lines: Sequence[_Line]) -> dict[int, list[tuple[int, frozenset[int]]]]:
    """By the numbers of the element that fewest lines have: the lines that need it, and what else they need most."""
    uses = Counter(number for line in lines for element in line.elements for number in element.numbers)
    found: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
    for index, line in enumerate(lines):
        wanted = [element.numbers for element in line.elements]
        rarest, *others = sorted(wanted, key=lambda numbers: sum(uses[number] for number in numbers))
        for number in sorted(rarest):
            found[number].append((index, others[0] if others else rarest))
    return found
