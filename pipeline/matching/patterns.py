"""Which turns of phrase of a table are said in a row of words? Quick and strict: normal forms in order, with gaps.

A line is a row of elements. `a|b` is any of some words, in whatever form (`=a`: in just this one); between two elements
up to two other words may stand, up to six after `...`; `не x` (or `not x`) wants the word denied; `#` is a number and
`@day`, `@time` and `@when` (either) a moment; `!a|b` at the end lists words that must not stand near. A line that
begins with `-` is a weak one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from threading import Lock
from typing import NamedTuple

from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar
from pipeline.matching.remembered import Remembered
from pipeline.matching.spotting import Element, Line, lay_out, spot
from pipeline.matching.words import Vocabulary

_NEAR, _FAR = 2, 6
_ALIKE, _LONG_ALIKE, _SAME = 0.79, 0.86, 0.95
_CONTENT = 0.3
_MOST_REMEMBERED = 60_000
_LONG_STEM = 6
_NUMBER, _DAY, _TIME, _FIRST_EXACT = -1, -2, -3, -10
_SPECIAL = {"#": (_NUMBER,), "@day": (_DAY,), "@time": (_TIME,), "@when": (_DAY, _TIME)}


class Said(NamedTuple):
    """A turn of phrase at tokens `first` to `last` of a row; `weak` ones need support from elsewhere."""

    name: str
    first: int
    last: int
    weak: bool
    weight: float


_said = partial(tuple.__new__, Said)


class Patterns:
    """Turns of phrase by name, compiled once; finds them in any row of words."""

    def __init__(self, tables: Mapping[str, str], grammar: Grammar) -> None:
        self._grammar = grammar
        self._vocabulary = Vocabulary(grammar)
        self._lines: list[Line] = []
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._exactly: dict[str, int] = {}
        self._texts: dict[str, Sequence[Token]] = {"": ()}
        self._signs: dict[int, int] = {}
        self._fitting = Remembered()
        # Several calls are judged at once, in threads: what one learns must not come between what another learns.
        self._learning = Lock()
        for name, text in tables.items():
            for line in text.strip().splitlines():
                self._add(name, line.strip())
        self._texts.clear()
        self._table, self._elements = lay_out(self._lines)

    def find(self, tokens: Sequence[Token]) -> list[Said]:
        """Every turn of phrase that is said, each line at most once a place, in the order of the tables."""
        return self.find_in([tokens])[0]

    def find_in(self, rows: Sequence[Sequence[Token]]) -> list[list[Said]]:
        """The same for each of many rows of words."""
        tokens = [token for row in rows for token in row]
        with self._learning:
            if len(self._signs) >= _MOST_REMEMBERED:
                self._signs.clear()
                self._fitting = Remembered()
            known = self._signs
            signs = [known.get(token.sign) or self._learn(token) for token in tokens]
            fitting = self._fitting.lists()
        found: list[list[Said]] = [[] for _ in rows]
        for row, number, first, last in spot(
            self._table, fitting, signs, [token.negated for token in tokens], list(map(len, rows))
        ):
            line = self._lines[number]
            found[row].append(_said((line.name, first, last, line.weak, line.weight)))
        return found

    def _learn(self, token: Token) -> int:
        """The number of a heard word among those that were met, for which it is known what they fit."""
        elements = {element for number in self._numbers(token) for element in self._elements.get(number, ())}
        sign = self._signs[token.sign] = self._fitting.add(sorted(elements))
        return sign

    def _numbers(self, token: Token) -> set[int]:
        found = self._standing_for(token)
        if token.amount is not None:
            found.add(_NUMBER)
        if token.is_day:
            found.add(_DAY)
        # «One» and «один» are hardly ever said of an hour.
        if token.is_hour and (":" in token.word or (token.amount is not None and token.amount.value != 1)):
            found.add(_TIME)
        return found

    def _standing_for(self, token: Token) -> set[int]:
        """The words of the tables that a heard one may be: another form of it, or where it is no word, one near it."""
        known = token.form[0] == "#" or self._grammar.known(token.word)
        least = _ALIKE if not known else _LONG_ALIKE if self._grammar.code == "en" and len(token.word) >= 7 else _SAME
        found = {number for number, likeness in self._vocabulary.alike(token) if likeness >= least}
        stem = self._grammar.stem(token.form)
        if known and len(stem) >= _LONG_STEM and token.form not in self._grammar.apart:
            found |= self._stems.get(stem, set())
        if token.word in self._exactly:
            found.add(self._exactly[token.word])
        return found

    def _number(self, word: Token) -> int:
        number = self._vocabulary.add(word)
        if word.form[0] != "#" and word.weight >= _CONTENT:
            self._stems[self._grammar.stem(word.form)].add(number)
        return number

    def _add(self, name: str, line: str) -> None:
        body, _, unless = line.removeprefix("- ").partition("!")
        elements, weight = self._read(body.split())
        without = {self._number(word) for text in unless.split("|") for word in self._words(text.strip())}
        self._lines.append(Line(name, tuple(elements), frozenset(without), line.startswith("- "), weight))

    def _read(self, parts: Sequence[str]) -> tuple[list[Element], float]:
        """The elements of a line, and what their words weigh."""
        elements: list[Element] = []
        weight, denied, either = 0.0, False, False
        for part, following in zip(parts, (*parts[1:], ""), strict=True):
            options = part.split("|")
            words = [word for text in options if not self._special(text) for word in self._words(text)]
            telling = max((word.weight for word in words), default=0.5)
            if part == "...":
                elements[-1] = Element(elements[-1].numbers, elements[-1].denied, _FAR)
            elif part in self._grammar.negations and following != "..." and self._telling(following) >= _CONTENT:
                denied = True
            else:
                numbers = {self._number(word) for word in words}
                numbers.update(number for text in options for number in self._special(text))
                small = telling < _CONTENT or not words
                elements.append(Element(frozenset(numbers), None if small or either else denied, _NEAR))
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

    def _words(self, text: str) -> Sequence[Token]:
        if text not in self._texts:
            self._texts[text] = read_words(text.replace("-", ""), self._grammar)[:1]
        return self._texts[text]
