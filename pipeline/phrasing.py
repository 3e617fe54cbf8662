"""What does a phrase of the library ask for, word by word? Placeholders, alternatives and optional parts resolved.

`(добрый день|здравствуйте)` is a choice, `(бесплатный )?` or an empty arm may be left out; {company} is the campaign's
company, {value} any number, {date} a day, {time} an hour; names ({agent}, {client}) are never demanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Literal

from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar

Kind = Literal["word", "value", "date", "time"]

_MOST_VARIANTS = 24
_GROUP = re.compile(r"\(([^()]*)\)(\?)?")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NAME_WEIGHT = 0.9
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


_Arms = tuple[tuple[Item, ...], ...]


def read_phrase(text: str, grammar: Grammar, company: str | None = None, value: str | None = None) -> list[Phrasing]:
    """The ways to say a phrase; at most a couple of dozen, the first arms of its choices first.

    `company` and `value` stand in for {company} and {value} where they are known words.
    """
    known = {"company": company, "value": value}
    pieces = list(_pieces(text, grammar, known))
    asks = "?" in text
    found: list[Phrasing] = []
    for chosen in islice(product(*pieces), _MOST_VARIANTS):
        items = tuple(item for arm in chosen for item in arm)
        if any(item.weight for item in items):
            question = asks or any(
                word.form in grammar.question_words or word.word in grammar.question_particles
                for item in items
                for word in item.words
            )
            found.append(Phrasing(text, items, question))
    return found


def _pieces(text: str, grammar: Grammar, known: dict[str, str | None]) -> Iterator[_Arms]:
    end = 0
    for group in _GROUP.finditer(text):
        yield (_items(text[end : group.start()], grammar, known),)
        arms = tuple(_items(arm, grammar, known) for arm in group.group(1).split("|"))
        if group.group(2):
            arms = (*arms, ())
        yield _joined(arms)
        end = group.end()
    yield (_items(text[end:], grammar, known),)


def _joined(arms: _Arms) -> _Arms:
    """Arms of one word each are one item with several words; longer arms stay apart."""
    if any(len(arm) > 1 or (arm and arm[0].kind != "word") for arm in arms):
        return arms
    full = [arm[0] for arm in arms if arm]
    words = tuple(word for item in full for word in item.words)
    optional = len(full) < len(arms)
    weight = max((item.weight for item in full), default=0.0)
    return ((Item("word", words, weight, any(item.negated for item in full), optional),),) if full else ((),)


def _items(text: str, grammar: Grammar, known: dict[str, str | None]) -> tuple[Item, ...]:
    items: list[Item] = []
    end = 0
    for gap in _PLACEHOLDER.finditer(text):
        items += _words(text[end : gap.start()], grammar)
        name = gap.group(1)
        word = known.get(name)
        if word and name == "company":
            items += [Item("word", (name_word,), name_word.weight) for name_word in name_words(word, grammar)]
        elif word:
            items += [replace(item, is_value=name == "value") for item in _words(word, grammar)]
        elif (kind := _GAP_KINDS.get(name)) is not None:
            items.append(Item(kind, (), _GAP_WEIGHT[kind], is_value=kind == "value"))
        end = gap.end()
    return (*items, *_words(text[end:], grammar))


def name_words(name: str, grammar: Grammar) -> tuple[Token, ...]:
    """The words of a company's name, which stand for the name alone and not for what they mean elsewhere."""
    words = read_words(name, grammar)
    return tuple(replace(word, form=f"@{word.form}", weight=_NAME_WEIGHT / len(words)) for word in words)


def _words(text: str, grammar: Grammar) -> list[Item]:
    return [Item("word", (token,), token.weight, token.negated) for token in read_words(text, grammar)]
