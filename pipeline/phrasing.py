"""What does a phrase of the library ask for, word by word? Placeholders, alternatives and optional parts resolved.

`(добрый (день|вечер)|здравствуйте)` is a choice, `(бесплатный )?` or an empty arm may be left out; {company} is the
campaign's company, {value} any number, {date} a day, {time} an hour; any other placeholder ({agent}, {client}) may be
whatever it likes and is never demanded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Literal, NamedTuple

from pipeline.company_name import name_words
from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar
from pipeline.values import Number, agree, says_free

Kind = Literal["word", "value", "date", "time"]

_MOST_VARIANTS = 24
_SIGN = re.compile(r"[(|)]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_GAP_KINDS: dict[str, Kind] = {"value": "value", "date": "date", "time": "time"}
_GAP_WEIGHT: dict[Kind, float] = {"value": 0.6, "date": 0.9, "time": 0.6}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be heard: any of `words` (each with its normal form), or a gap of a kind."""

    kind: Kind
    words: tuple[Token, ...]
    weight: float
    negated: bool = False
    optional: bool = False
    is_value: bool = False


_VALUE = Item("value", (), _GAP_WEIGHT["value"], is_value=True)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to say a phrase; `asks` tells that it is itself a question."""

    text: str
    items: tuple[Item, ...]
    asks: bool

    @property
    def weight(self) -> float:
        """What all that must be heard weighs together."""
        return sum(item.weight for item in self.items if not item.optional)

    def as_question(self) -> Phrasing:
        """The same phrase as one who asks for its value says it."""
        return replace(self, items=tuple(item for item in self.items if not item.is_value), asks=True)

    def with_price(self) -> Phrasing | None:
        """The same phrase with a price where it says that a thing is free; None where it doesn't say so by one word."""
        free = [item.is_value or any(says_free(word.word) for word in item.words) for item in self.items]
        items = tuple(_VALUE if is_free else item for item, is_free in zip(self.items, free, strict=True))
        return replace(self, items=items) if any(free) else None


_Arms = tuple[tuple[Item, ...], ...]


class _Known(NamedTuple):
    """What a phrase's placeholders stand for, and the numbers that are its value though they are written out."""

    words: Mapping[str, str | None]
    numbers: Sequence[Number] = ()


def read_phrase(
    text: str,
    grammar: Grammar,
    company: str | None = None,
    value: str | None = None,
    numbers: Sequence[Number] = (),
) -> list[Phrasing]:
    """The ways to say a phrase; at most a couple of dozen, the first arms of its choices first.

    `company` and `value` stand in for {company} and {value} where they are known words; a number that agrees with one
    of `numbers` is {value}, written out.
    """
    known = _Known({"company": company, "value": value}, numbers)
    arms, _ = _read_choice(text, 0, grammar, known, inside=False)
    asks = "?" in re.sub(r"\)\?", ")", text)
    found: list[Phrasing] = []
    for items in islice(arms, _MOST_VARIANTS):
        if any(item.weight for item in items):
            question = asks or any(
                word.form in grammar.question_words or word.word in grammar.question_particles
                for item in items
                for word in item.words
            )
            found.append(Phrasing(text, items, question))
    return found


def _read_choice(text: str, start: int, grammar: Grammar, known: _Known, *, inside: bool) -> tuple[_Arms, int]:
    """The arms of a choice from a position to its closing bracket (outside of brackets: to the end); and where it ends.

    A bracket that nothing closes, or a bar outside of brackets, is no sign.
    """
    arms: list[tuple[Item, ...]] = []
    pieces: list[_Arms] = []
    place = start
    while (sign := _SIGN.search(text, place)) is not None:
        pieces.append((_items(text[place : sign.start()], grammar, known),))
        place = sign.end()
        if sign.group() == "(" and _closed(text, place):
            chosen, place = _read_choice(text, place, grammar, known, inside=True)
            optional = text.startswith("?", place)
            place += optional
            pieces.append(_joined((*chosen, ()) if optional else chosen))
        elif inside and sign.group() == "|":
            arms += _expanded(pieces)
            pieces = []
        elif inside and sign.group() == ")":
            return (*arms, *_expanded(pieces)), place
    pieces.append((_items(text[place:], grammar, known),))
    return (*arms, *_expanded(pieces)), len(text)


def _closed(text: str, start: int) -> bool:
    depth = 1
    for sign in _SIGN.finditer(text, start):
        depth += {"(": 1, ")": -1, "|": 0}[sign.group()]
        if not depth:
            return True
    return False


def _expanded(pieces: Sequence[_Arms]) -> _Arms:
    return tuple(tuple(item for arm in chosen for item in arm) for chosen in islice(product(*pieces), _MOST_VARIANTS))


def _joined(arms: _Arms) -> _Arms:
    """Arms of one word each are one item with several words; longer arms stay apart."""
    if any(len(arm) > 1 or (arm and arm[0].kind != "word") for arm in arms):
        return arms
    full = [arm[0] for arm in arms if arm]
    words = tuple(word for item in full for word in item.words)
    optional = len(full) < len(arms)
    weight = max((item.weight for item in full), default=0.0)
    return ((Item("word", words, weight, any(item.negated for item in full), optional),),) if full else ((),)


def _items(text: str, grammar: Grammar, known: _Known) -> tuple[Item, ...]:
    items: list[Item] = []
    end = 0
    for gap in _PLACEHOLDER.finditer(text):
        items += _words(text[end : gap.start()], grammar, known)
        name = gap.group(1)
        word = known.words.get(name)
        if word and name == "company":
            items += [Item("word", (name_word,), name_word.weight) for name_word in name_words(word, grammar)]
        elif word:
            items += [replace(item, is_value=name == "value") for item in _words(word, grammar, _Known({}))]
        elif (kind := _GAP_KINDS.get(name)) is not None:
            items.append(_VALUE if kind == "value" else Item(kind, (), _GAP_WEIGHT[kind]))
        end = gap.end()
    return (*items, *_words(text[end:], grammar, known))


def _words(text: str, grammar: Grammar, known: _Known) -> list[Item]:
    """The words of a text as items; a company's name that is written out is the name, as {company} is."""
    words = list(read_words(text, grammar))
    company = known.words.get("company")
    name = name_words(company, grammar) if company else ()
    plain = [word.form.removeprefix("@") for word in name]
    for first in range(len(words) - len(name) + 1 if name else 0):
        if [word.form for word in words[first : first + len(name)]] == plain:
            words[first : first + len(name)] = name
    return [_item(word, known.numbers) for word in words]


def _item(word: Token, numbers: Sequence[Number]) -> Item:
    if word.amount is not None and any(agree(word.amount, number) for number in numbers):
        return _VALUE
    return Item("word", (word,), word.weight, word.negated)
