"""What of a call the compiled loops read: its words as arrays, and for each word the library words it may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    "agent": frozenset({"step", "forbidden", "fact", "answer", "sign"}),
    "client": frozenset({"step", "asked", "objection", "sign"}),
    None: frozenset(KINDS),
}
_MASKS = {
    speaker: sum(1 << number for number, kind in enumerate(KINDS) if kind in kinds)
    for speaker, kinds in SAID_BY.items()
}
CHUNK, _STRIDE = 48, 32
_MOST_REMEMBERED = 100_000

# Vocabulary numbers and how surely each.
_Hits = tuple[tuple[int, ...], tuple[float, ...]]


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


class Reader:
    """Lays calls out for one campaign; what a word may stand for is remembered from call to call."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary = vocabulary
        self._grammar = grammar
        self._flags: dict[tuple[str, str], int] = {}
        self._heard: dict[tuple[str, str, tuple[bool, bool, bool]], _Hits] = {}

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
        starts, hits = self._hits(heard.runs)
        words = np.zeros(len(tokens) + 1, dtype=WORD)
        words["weight"][:-1] = [token.weight for token in tokens]
        words["before"][1:] = np.cumsum(words["weight"][:-1])
        words["segment"][:-1] = [token.segment for token in tokens]
        words["flags"][:-1] = [self._flags_of(token) for token in tokens]
        words["hits"] = starts
        return Sheet(words, hits, np.array(rows, dtype=ROW), heard.questions_marked), tokens, runs

    def _flags_of(self, token: Token) -> int:
        key = (token.word, token.form)
        flags = self._flags.get(key)
        if flags is None:
            grammar = self._grammar
            asking = token.form in grammar.question_words
            later = token.form in grammar.later or token.word in grammar.later
            flags = QUESTION_WORD * asking + LATER * later + TELLING * (token.form in grammar.telling)
            flags += ASKS * (asking or token.word in grammar.question_particles)
            self._flags[key] = flags
        if token.negated or token.asked or token.opens_clause:
            flags |= NEGATED * token.negated | OPENS * token.opens_clause | (ASKED | ASKS) * token.asked
        return flags

    def _hits(self, runs: Sequence[Run]) -> tuple[list[int], Records]:
        """The first hit of each word and of the end, and all hits."""
        numbers: list[int] = []
        worths: list[float] = []
        starts = [0]
        for run in runs:
            name_until = 0
            for position, token in enumerate(run.tokens):
                name = self._vocabulary.name_at(run.tokens, position)
                name_until = max(name_until, position + name)
                if position < name_until:
                    hits = self._numbered(self._in_name(run.tokens, position))
                else:
                    hits = self._alone(token)
                    if extra := self._with_neighbours(run.tokens, position):
                        numbers += extra[0]
                        worths += extra[1]
                numbers += hits[0]
                worths += hits[1]
                starts.append(len(numbers))
        records = np.zeros(len(numbers), dtype=HIT)
        records["word"] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        records["number"], records["worth"] = numbers, worths
        return starts, records

    def _numbered(self, hits: Alike) -> _Hits:
        size = len(self._vocabulary.forms) + GAPS
        return tuple(number % size for number, _ in hits), tuple(likeness for _, likeness in hits)

    def _alone(self, token: Token) -> _Hits:
        """What a word stands for by itself, gaps included."""
        gaps = (token.amount is not None, token.is_day, token.is_hour)
        key = (token.word, token.form, gaps)
        hits = self._heard.get(key)
        if hits is None:
            filled = tuple((gap, 1.0) for gap, fills in zip((VALUE, DATE, TIME), gaps, strict=True) if fills)
            if len(self._heard) >= _MOST_REMEMBERED:
                self._heard.clear()
            hits = self._heard[key] = self._numbered((*self._vocabulary.alike(token), *filled))
        return hits

    def _with_neighbours(self, tokens: Sequence[Token], position: int) -> _Hits | None:
        """What a word stands for as the beginning of a saying, or as half of a word that was split; None: nothing."""
        if position + 1 >= len(tokens):
            return None
        hits = self._vocabulary.sayings(tokens, position) + self._vocabulary.joined(*tokens[position : position + 2])
        return self._numbered(hits) if hits else None

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
