"""What of a call the compiled loops read: its words as arrays, and for each word the library words it may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product, repeat
from operator import attrgetter, lshift, or_
from threading import Lock
from typing import NamedTuple

import numpy as np

from pipeline.heard import Heard, Run, Token
from pipeline.language.grammar import Grammar
from pipeline.matching.book import GAPS, KINDS, Floats, Ints, Records, record
from pipeline.matching.compiled import compiled, compiled_and_kept
from pipeline.matching.remembered import Lists, Remembered
from pipeline.matching.targets import Kind
from pipeline.matching.words import DATE, TIME, VALUE, Alike, Vocabulary
from pipeline.transcript import Speaker

NEGATED, ASKED, OPENS, QUESTION_WORD, ASKS, LATER, TELLING, NAMES = 1, 2, 4, 8, 16, 32, 64, 128

SAID_BY: Mapping[Speaker | None, frozenset[Kind]] = {
    "agent": frozenset({"step", "forbidden", "fact", "answer", "sign", "policy", "topic", "follow"}),
    "client": frozenset({"step", "asked", "objection", "sign", "topic", "follow"}),
    None: frozenset(KINDS),
}
_KINDS_OF = {
    speaker: sum(1 << number for number, kind in enumerate(KINDS) if kind in kinds)
    for speaker, kinds in SAID_BY.items()
}
CHUNK, _STRIDE = 48, 32
_WEIGHT, _SEGMENT, _SIGN = attrgetter("weight"), attrgetter("segment"), attrgetter("sign")
_MARKS = attrgetter("negated", "asked", "opens_clause")
# Two signs in one number: there are not as many words in the world as a sign has room for.
_BITS_OF_SIGN = 40
_MOST_REMEMBERED = 200_000
_BY_MARKS = {
    (negated, asked, opens): NEGATED * negated | (ASKED | ASKS) * asked | OPENS * opens
    for negated, asked, opens in product((False, True), repeat=3)
}


# `taken` and `told` are for the target in hand, `following` for the row in hand.
WORD = record(weight=float, before=float, segment=int, flags=int, hits=int, taken=int, told=float)
HIT = record(word=int, number=int, worth=float, following=int)
ROW = record(first=int, end=int, kinds=int)


class Sheet(NamedTuple):
    """The words of all runs one after the other, with one more behind the last; a word's hits end where the next begin.

    A row is a run, or a part of a long one: words `first` to before `end`, which may be a target of the kinds in
    `kinds` (a bit each). `before` is what all earlier words weigh, `marked` tells that questions have their marks.
    """

    words: Records
    hits: Records
    rows: Records
    marked: bool


# Vocabulary numbers and how surely each.
_Hits = tuple[tuple[int, ...], tuple[float, ...]]


class Reader:
    """Lays calls out for one campaign; what a word may stand for is remembered from call to call."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary = vocabulary
        self._grammar = grammar
        self._size = len(vocabulary.forms) + GAPS
        self._longest = vocabulary.longest_saying
        # Several calls are judged at once, in threads: what one learns must not come between what another learns.
        self._learning = Lock()
        self._forget()

    def lay_out(self, heard: Heard) -> tuple[Sheet, list[Token], list[Run]]:
        """A call's sheet, its words in the sheet's order, and the run of each row."""
        tokens: list[Token] = []
        runs: list[Run] = []
        rows: list[tuple[int, int, int]] = []
        for run in heard.runs:
            for start, stop in _chunks(len(run.tokens)):
                rows.append((len(tokens) + start, len(tokens) + stop, _KINDS_OF[run.speaker]))
                runs.append(run)
            tokens += run.tokens
        words = np.zeros(len(tokens) + 1, dtype=WORD)
        words["weight"][:-1] = list(map(_WEIGHT, tokens))
        words["before"][1:] = np.cumsum(words["weight"][:-1])
        words["segment"][:-1] = list(map(_SEGMENT, tokens))
        with self._learning:
            hits = self._hits(tokens, heard.runs, words)
        return Sheet(words, hits, np.array(rows, dtype=ROW), heard.questions_marked), tokens, runs

    def _hits(self, tokens: Sequence[Token], runs: Sequence[Run], words: Records) -> Records:
        """All hits of the words of some runs; the words are told their first one, and their flags."""
        if max(len(self._words), len(self._pairs), len(self._sayings)) >= _MOST_REMEMBERED:
            self._forget()
        signs = list(map(_SIGN, tokens))
        known = [self._words.get(sign) or self._learn(token) for sign, token in zip(signs, tokens, strict=True)]
        both = map(or_, map(lshift, signs, repeat(_BITS_OF_SIGN)), signs[1:])
        pairs = [self._pairs.get(two) or self._learn_pair(two, *tokens[at : at + 2]) for at, two in enumerate(both)]
        pairs.append(0)
        marks = map(_BY_MARKS.__getitem__, map(_MARKS, tokens))
        words["flags"][:-1] = list(map(or_, map(self._marks.__getitem__, known), marks))
        ends = list(accumulate(len(run.tokens) for run in runs))
        for end in ends:
            pairs[end - 1] = 0  # what one run ends with and the next begins with is said by two people
        said, named = np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.int64)
        if not (self._begins_name.isdisjoint(known) and self._begins_saying.isdisjoint(pairs)):
            for run, end in zip(runs, ends, strict=True):
                own = slice(end - len(run.tokens), end)
                self._longer(run.tokens, known[own], pairs[own], said[own], named[own])
            words["flags"][:-1] |= np.where(named > 0, NAMES, 0)
        numbers = (np.array(known, dtype=np.int64), np.array(pairs, dtype=np.int64), said, named)
        return _gathered(words, *numbers, *(kept.lists() for kept in (self._alone, self._joined, self._said)))

    def _longer(
        self, tokens: Sequence[Token], known: Sequence[int], pairs: Sequence[int], said: Ints, named: Ints
    ) -> None:
        """Sayings of several words into `said`, there where they begin; words of the company's name into `named`."""
        for position in [at for at, number in enumerate(known) if number in self._begins_name]:
            for place in range(position, position + self._vocabulary.name_at(tokens, position)):
                named[place] = self._said_by(self._in_name(tokens, place))
        for position in [at for at, pair in enumerate(pairs) if pair in self._begins_saying]:
            forms = tuple([token.form for token in tokens[position : position + self._longest]])
            if forms not in self._sayings:
                self._sayings[forms] = self._said_by(self._vocabulary.sayings(tokens, position))
            said[position] = self._sayings[forms]

    def _said_by(self, hits: Alike) -> int:
        """The number of some hits that hang on several words."""
        if hits not in self._several:
            self._several[hits] = self._said.add(*self._numbered(hits))
        return self._several[hits]

    def _numbered(self, hits: Alike) -> _Hits:
        return tuple(number % self._size for number, _ in hits), tuple(likeness for _, likeness in hits)

    def _forget(self) -> None:
        """Begin anew with nothing remembered."""
        self._words: dict[int, int] = {}
        self._pairs: dict[int, int] = {}
        self._sayings: dict[tuple[str, ...], int] = {}
        self._several: dict[Alike, int] = {}
        self._alone, self._joined, self._said = Remembered(), Remembered(), Remembered()
        self._marks: list[int] = [0]
        self._begins_name: set[int] = set()
        self._begins_saying: set[int] = set()

    def _learn(self, token: Token) -> int:
        """The number of a word from now on, with what it stands for by itself, gaps included."""
        gaps = ((VALUE, token.amount is not None), (DATE, token.is_day), (TIME, token.is_hour))
        filled = tuple((gap, 1.0) for gap, fills in gaps if fills)
        number = self._alone.add(*self._numbered((*self._vocabulary.alike(token), *filled)))
        self._marks.append(self._always(token))
        if self._vocabulary.may_begin_name(token):
            self._begins_name.add(number)
        self._words[token.sign] = number
        return number

    def _learn_pair(self, both: int, first: Token, second: Token) -> int:
        """The number of two words from now on, with what they stand for as halves of one that was split."""
        number = self._joined.add(*self._numbered(self._vocabulary.joined(first, second)))
        if self._vocabulary.begins_saying(first, second):
            self._begins_saying.add(number)
        self._pairs[both] = number
        return number

    def _always(self, token: Token) -> int:
        """The flags that a word has wherever it stands."""
        grammar = self._grammar
        asking = token.form in grammar.question_words
        later = token.form in grammar.later or token.word in grammar.later
        marks = QUESTION_WORD * asking + LATER * later + TELLING * (token.form in grammar.telling)
        return marks + ASKS * (asking or token.word in grammar.question_particles)

    def _in_name(self, tokens: Sequence[Token], position: int) -> Alike:
        """What a word of the company's name stands for: its own place in the name alone."""
        for place in range(position + 1):
            length = self._vocabulary.name_at(tokens, position - place)
            if length > place:
                number = self._vocabulary.name_number(place)
                return () if number is None else ((number, 1.0),)
        return ()


def _chunks(length: int) -> Iterator[tuple[int, int]]:
    if length <= CHUNK:
        yield 0, length
        return
    for first in range(0, length - CHUNK + _STRIDE, _STRIDE):
        yield first, min(length, first + CHUNK)


def _gathered(
    words: Records, alone: Ints, joined: Ints, said: Ints, named: Ints, by_word: Lists, by_pair: Lists, longer: Lists
) -> Records:
    """The hits of each word: with the next one, of a saying that begins with it, by itself; the name's words alone.

    The words are told their first hit.
    """
    counts = _lengths(by_pair, joined) + _lengths(longer, said) + _lengths(by_word, alone)
    words["hits"][1:] = np.cumsum(np.where(named > 0, _lengths(longer, named), counts))
    hits = np.zeros(int(words["hits"][-1]), dtype=HIT)
    gather(words, alone, joined, said, named, *by_word, *by_pair, *longer, hits)
    return hits


def _lengths(lists: Lists, numbers: Ints) -> Ints:
    result: Ints = lists.edges[numbers + 1] - lists.edges[numbers]
    return result


@compiled_and_kept
def gather(
    words: Records, alone: Ints, joined: Ints, said: Ints, named: Ints, edges: Ints, items: Ints, worths: Floats,
    pair_edges: Ints, pair_items: Ints, pair_worths: Floats, longer_edges: Ints, longer_items: Ints,
    longer_worths: Floats, hits: Records,
) -> None:  # fmt: skip
    """Every word's hits into `hits`, in the order of the words."""
    for word in range(len(alone)):
        hit = words[word]["hits"]
        if named[word] > 0:
            put(longer_edges, longer_items, longer_worths, named[word], word, hit, hits)
            continue
        hit = put(pair_edges, pair_items, pair_worths, joined[word], word, hit, hits)
        hit = put(longer_edges, longer_items, longer_worths, said[word], word, hit, hits)
        put(edges, items, worths, alone[word], word, hit, hits)


@compiled
def put(edges: Ints, items: Ints, worths: Floats, number: int, word: int, hit: int, hits: Records) -> int:
    """One list's hits from a place on; the place after them."""
    for at in range(edges[number], edges[number + 1]):
        hits[hit]["word"], hits[hit]["number"], hits[hit]["worth"] = word, items[at], worths[at]
        hit += 1
    return hit
