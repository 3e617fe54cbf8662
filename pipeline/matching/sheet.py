"""What of a call the compiled loops read: its words as arrays, and for each word the library words it may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from pipeline.heard import Heard, Run, Token
from pipeline.language.grammar import Grammar
from pipeline.matching.book import GAPS, KINDS, Records, record
from pipeline.matching.targets import Kind
from pipeline.matching.words import DATE, TIME, VALUE, Alike, Vocabulary
from pipeline.transcript import Speaker

NEGATED, ASKED, OPENS, QUESTION_WORD, ASKS, LATER, TELLING = 1, 2, 4, 8, 16, 32, 64

SAID_BY: Mapping[Speaker | None, frozenset[Kind]] = {
    "agent": frozenset({"step", "forbidden", "fact", "answer", "sign", "policy", "topic", "follow"}),
    "client": frozenset({"step", "asked", "objection", "sign", "topic", "follow"}),
    None: frozenset(KINDS),
}
_MASKS = {
    speaker: sum(1 << number for number, kind in enumerate(KINDS) if kind in kinds)
    for speaker, kinds in SAID_BY.items()
}
CHUNK, _STRIDE = 48, 32
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


# Vocabulary numbers and how surely each; for a word also its flags, and whether the company's name may begin with it.
_Hits = tuple[tuple[int, ...], tuple[float, ...]]
_Heard = tuple[tuple[int, ...], tuple[float, ...], int, bool]
_NOTHING: _Hits = ((), ())


class Reader:
    """Lays calls out for one campaign; what a word may stand for is remembered from call to call."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary = vocabulary
        self._grammar = grammar
        self._size = len(vocabulary.forms) + GAPS
        self._heard: dict[tuple[str, bool, bool], _Heard] = {}
        self._pairs: dict[tuple[str, str], tuple[_Hits, bool]] = {}

    def lay_out(self, heard: Heard) -> tuple[Sheet, list[Token], list[Run]]:
        """A call's sheet, its words in the sheet's order, and the run of each row."""
        tokens: list[Token] = []
        runs: list[Run] = []
        rows: list[tuple[int, int, int]] = []
        for run in heard.runs:
            for start, stop in _chunks(len(run.tokens)):
                rows.append((len(tokens) + start, len(tokens) + stop, _MASKS[run.speaker]))
                runs.append(run)
            tokens += run.tokens
        words = np.zeros(len(tokens) + 1, dtype=WORD)
        words["weight"][:-1] = [token.weight for token in tokens]
        words["before"][1:] = np.cumsum(words["weight"][:-1])
        words["segment"][:-1] = [token.segment for token in tokens]
        hits = self._hits(heard.runs, words)
        return Sheet(words, hits, np.array(rows, dtype=ROW), heard.questions_marked), tokens, runs

    def _hits(self, runs: Sequence[Run], words: Records) -> Records:
        """All hits; the words are told their first one, and their flags."""
        numbers: list[int] = []
        worths: list[float] = []
        starts = [0]
        flags: list[int] = []
        known, pairs = self._heard, self._pairs
        for run in runs:
            tokens = run.tokens
            name_until, last = 0, len(tokens) - 1
            for position, token in enumerate(tokens):
                own, surely, marks, begins_name = known.get(
                    (token.word, token.amount is not None, token.is_hour)
                ) or self._alone(token)
                flags.append(marks | _BY_MARKS[token.negated, token.asked, token.opens_clause])
                if begins_name:
                    name_until = max(name_until, position + self._vocabulary.name_at(tokens, position))
                if position < name_until:
                    own, surely = self._numbered(self._in_name(tokens, position))
                elif position < last:
                    following = tokens[position + 1]
                    (more, more_surely), begins = pairs.get((token.word, following.word)) or self._pair(
                        token, following
                    )
                    numbers += more
                    worths += more_surely
                    if begins:
                        more, more_surely = self._numbered(self._vocabulary.sayings(tokens, position))
                        numbers += more
                        worths += more_surely
                numbers += own
                worths += surely
                starts.append(len(numbers))
        words["hits"], words["flags"][:-1] = starts, flags
        records = np.zeros(len(numbers), dtype=HIT)
        records["word"] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        records["number"], records["worth"] = numbers, worths
        return records

    def _numbered(self, hits: Alike) -> _Hits:
        return tuple(number % self._size for number, _ in hits), tuple(likeness for _, likeness in hits)

    def _alone(self, token: Token) -> _Heard:
        """What a word stands for by itself, gaps included, and the flags that it always has; from now on remembered."""
        gaps = ((VALUE, token.amount is not None), (DATE, token.is_day), (TIME, token.is_hour))
        filled = tuple((gap, 1.0) for gap, fills in gaps if fills)
        if len(self._heard) >= _MOST_REMEMBERED:
            self._heard.clear()
        hits = self._numbered((*self._vocabulary.alike(token), *filled))
        heard = (*hits, self._marks(token), self._vocabulary.may_begin_name(token))
        # «9» may be an hour or nine days: what may fill the gap for a time isn't told by the word alone.
        self._heard[token.word, token.amount is not None, token.is_hour] = heard
        return heard

    def _marks(self, token: Token) -> int:
        grammar = self._grammar
        asking = token.form in grammar.question_words
        later = token.form in grammar.later or token.word in grammar.later
        marks = QUESTION_WORD * asking + LATER * later + TELLING * (token.form in grammar.telling)
        return marks + ASKS * (asking or token.word in grammar.question_particles)

    def _pair(self, first: Token, second: Token) -> tuple[_Hits, bool]:
        """What two words stand for as halves of one that was split, and whether a saying begins; then remembered."""
        joined = self._vocabulary.joined(first, second)
        if len(self._pairs) >= _MOST_REMEMBERED:
            self._pairs.clear()
        hits = self._numbered(joined) if joined else _NOTHING
        pair = self._pairs[first.word, second.word] = (hits, self._vocabulary.begins_saying(first, second))
        return pair

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
