"""Which words that the recogniser mangled, ran together or cut in two are number words? As they were most likely said.

«сорог» is «сорок», «действуетпять» is «действует пять», «девять сот» is «девятьсот», "twentyfour" is "twenty four".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from pipeline.language.counting import reading_of
from pipeline.language.grammar import Grammar
from pipeline.language.senses import senses
from pipeline.language.spelling import Spelling

_LEAST_LETTERS, _LEAST_PART = 5, 4
_ALIKE = 0.82


def mend(words: Sequence[Spelling], grammar: Grammar) -> list[tuple[Spelling, int]]:
    """The words, number words mended, each with the place of the word that it comes from."""
    found: list[tuple[Spelling, int]] = []
    place = 0
    while place < len(words):
        word = words[place]
        texts, taken = _meant(words, place, grammar)
        end = words[place + taken - 1].end
        for number, text in enumerate(texts):
            opens = word.opens_clause and not number
            as_meant = word if text == word.text else word._replace(text=text, end=end, opens_clause=opens)
            found.append((as_meant, place))
        place += taken
    return found


def needs_mending(words: Sequence[Spelling], places: Iterable[int], grammar: Grammar) -> bool:
    """Whether any of the words at some places, which are not plain by themselves, has to be mended."""
    return any(_meant(words, place, grammar) != ((words[place].text,), 1) for place in places)


def is_plain(word: str, grammar: Grammar) -> bool:
    """Whether a word stays as it is, whatever follows it: it needs no mending, and no number word begins with it."""
    return word not in _beginnings(grammar.number_forms()) and _pieces(word, grammar.code, grammar) == (word,)


@lru_cache(maxsize=2)
def _beginnings(forms: frozenset[str]) -> frozenset[str]:
    """All that number words begin with, but for the whole words."""
    return frozenset(form[:length] for form in forms for length in range(len(form)))


def _meant(words: Sequence[Spelling], place: int, grammar: Grammar) -> tuple[tuple[str, ...], int]:
    """The words that were most likely said at a place, and how many of the heard ones they take up."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if following is not None and _halves(word, following, grammar.number_forms()):
        return (word.text + following.text,), 2
    return _pieces(word.text, grammar.code, grammar), 1


def _halves(word: Spelling, following: Spelling, forms: frozenset[str]) -> bool:
    """Whether two words are one number word that was cut in two."""
    return not following.opens_clause and word.text + following.text in forms and following.text not in forms


def _pieces(word: str, code: str, grammar: Grammar) -> tuple[str, ...]:
    if len(word) < _LEAST_LETTERS or not word.isalpha() or word in grammar.number_forms():
        return (word,)
    return _mended(word, code)


@lru_cache(maxsize=65_536)
def _mended(word: str, code: str) -> tuple[str, ...]:
    from pipeline.language import grammar as grammar_of

    grammar = grammar_of(code)
    forms = grammar.number_forms()
    if code == "ru" and grammar.known(word):
        return (word,)
    for cut in range(len(word) - 2, 0, -1):
        first, second = word[:cut], word[cut:]
        parts = (first in forms, second in forms)
        if all(parts) and len(word) >= 2 * _LEAST_PART - 1:
            return (first, second)
        if code == "ru" and any(parts) and _runs_on(first, second, parts, grammar):
            return (first, second)
        if code == "en" and parts[0] and len(second) >= _LEAST_PART and reading_of(second, grammar).unit is not None:
            return (first, second)
    if code == "en" and (word.endswith("th") or grammar.stem(word) in senses(code).rows):
        return (word,)
    same = [form for form in sorted(forms) if len(form) >= _LEAST_PART and grammar.sound(form) == grammar.sound(word)]
    near = same or get_close_matches(word, [form for form in sorted(forms) if form[0] == word[0]], 1, _ALIKE)
    return (near[0],) if near else (word,)


def _runs_on(first: str, second: str, parts: tuple[bool, bool], grammar: Grammar) -> bool:
    """Whether a word is a number word and a word of the dictionary run together."""
    number, other = (first, second) if parts[0] else (second, first)
    return len(number) >= _LEAST_PART and (grammar.known(other) or other in ("с", "на", "за", "от", "до", "в"))
