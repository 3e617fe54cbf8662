"""Which passages of a call came near to what was looked for? Kept as columns; a `Match` is made when a judge asks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from pipeline.heard import Heard, Run, Token
from pipeline.matching.book import Floats, Ints, Records, Truths
from pipeline.matching.compiled import compiled_and_kept
from pipeline.matching.place import REASONS
from pipeline.matching.sheet import ASKED, ASKS, NAMES, TELLING
from pipeline.matching.targets import Key
from pipeline.matching.weights import probability
from pipeline.remarks import text_of
from pipeline.transcript import Segment, Speaker

_SEGMENT, _START, _END = attrgetter("segment"), attrgetter("start"), attrgetter("end")


class Match(NamedTuple):
    """A place where a target may have been said; `likeness` 0–1, `logit` log odds that it was, times in seconds.

    `said` are all segments of the call.
    """

    key: Key
    likeness: float
    logit: float
    speaker: Speaker | None
    segment: int
    start: float
    end: float
    tokens: tuple[Token, ...]
    reason: str | None
    said: Sequence[Segment]

    @property
    def confidence(self) -> float:
        """The probability that the target was said here, 0–1."""
        return probability(self.logit)

    @property
    def quote(self) -> str:
        """The texts of the segments that it has words of."""
        return text_of(dict.fromkeys(map(_SEGMENT, self.tokens)), self.said)


_match = partial(tuple.__new__, Match)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked through: the targets by number and their doublings, the words, and the run of each row.

    `words` are the records of the tokens (see `sheet.py`), with one more behind the last.
    """

    keys: Mapping[Key, int]
    doublings: Floats
    heard: Heard
    tokens: Sequence[Token]
    words: Records
    runs: Sequence[Run]


class Passages(Mapping[Key, tuple[Match, ...]]):
    """The places where each target may have been said, in the order of time."""

    def __init__(self, looked: Looked, found: Records) -> None:
        self._looked = looked
        self.found = found
        order = np.argsort(found["target"], kind="stable")
        edges = np.searchsorted(found["target"][order], np.arange(len(looked.keys) + 1))
        self._in_order: Ints = order
        self._order: list[int] = order.tolist()
        self._edges: list[int] = edges.tolist()
        self._firsts: list[int] = found["first"].tolist()
        self._lasts: list[int] = found["last"].tolist()
        self._rows: list[int] = found["row"].tolist()
        self._targets: list[int] = found["target"].tolist()
        self._reasons: list[int] = found["reason"].tolist()
        self._segments: list[int] = looked.words["segment"].tolist()
        self._odds: list[float] = found["logit"].tolist()
        self._heaviest: list[int] = found["segment"].tolist()
        self._matches: dict[int, Match] = {}
        self._by_key: dict[Key, tuple[Match, ...]] = {}
        self._best: dict[Key, Mapping[int, float]] = {}
        self._places: dict[int, int] = {}
        self._likeness: list[float] = found["likeness"].tolist()
        self._names = list(looked.keys)

    def __getitem__(self, key: Key) -> tuple[Match, ...]:
        held = self._by_key.get(key)
        if held is None:
            matches = [self.match(number) for number in self.numbers(key)]
            held = self._by_key[key] = tuple(sorted(matches, key=lambda match: (match.start, match.end)))
        return held

    def likely(self, key: Key) -> list[Match]:
        """The places where a target was more likely said than not."""
        return self.at_least(key, 0.0)

    def begins(self, segments: int) -> Ints:
        """Where each segment's words begin in the numbering of `first` and `last`; 0 for those without words."""
        begins = np.zeros(segments, dtype=np.int64)
        of_word = self._looked.words["segment"][:-1]
        begins[of_word[::-1]] = np.arange(len(of_word) - 1, -1, -1)
        return begins

    def odds(self, key: Key) -> Mapping[int, float]:
        """By segment: the best log odds of a target's places that have most of their weight in it."""
        held = self._best.get(key)
        if held is None:
            best: dict[int, float] = {}
            for number in self.numbers(key):
                segment, odds = self._heaviest[number], self._odds[number]
                if segment not in best or best[segment] < odds:
                    best[segment] = odds
            held = self._best[key] = best
        return held

    def at_least(self, key: Key, odds: float) -> list[Match]:
        """The places with such log odds or better, in the order of time."""
        found = [self.match(number) for number in self.numbers(key) if self._odds[number] >= odds]
        return sorted(found, key=lambda match: (match.start, match.end))

    def best(self, key: Key, segments: Container[int]) -> Match | None:
        """The likeliest of a target's places in some segments, the first of equals; None where none came near."""
        inside = [number for number in self.numbers(key) if self._heaviest[number] in segments]
        most = max((self._odds[number] for number in inside), default=0.0)
        equals = [self.match(number) for number in inside if self._odds[number] == most]
        return min(equals, key=lambda match: (match.start, match.end), default=None)

    def odds_with(self, key: Key, token: Token, reach: int) -> float | None:
        """The best log odds of a target's places that hold a number, or that it follows in their last segment.

        A number of another kind may have taken the place of the one wanted: it stands at most `reach` words on.
        """
        numbers = self.numbers(key)
        if not numbers:
            return None
        place, firsts, lasts = self._place(token), self._firsts, self._lasts
        segment, most = self._segments[place], None
        for number in numbers:
            last = lasts[number]
            if place < firsts[number] or place > last + reach:
                continue
            odds = self._odds[number]
            inside = place <= last or (self._segments[last] == segment and self._has_number(number))
            if inside and (most is None or odds > most):
                most = odds
        return most

    def _place(self, token: Token) -> int:
        """Where a number stands among the words that were looked through."""
        if not self._places:
            words = enumerate(self._looked.tokens)
            self._places = {id(word): place for place, word in words if word.amount is not None}
        return self._places[id(token)]

    def _has_number(self, number: int) -> bool:
        tokens = self._looked.tokens[self._firsts[number] : self._lasts[number] + 1]
        return any(token.amount is not None for token in tokens)

    def likest(self, key: Key) -> Iterator[Match]:
        """A target's places, those first that are most like it."""
        likeness = self._likeness
        return (self.match(number) for number in sorted(self.numbers(key), key=lambda one: (-likeness[one], one)))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._looked.keys)

    def __len__(self) -> int:
        return len(self._looked.keys)

    def numbers(self, key: Key) -> Sequence[int]:
        """The columns of `found` that belong to a target."""
        target = self._looked.keys.get(key)
        if target is None:
            return []
        return self._order[self._edges[target] : self._edges[target + 1]]

    @property
    def doublings(self) -> Floats:
        """By target's number: doublings of its number of phrasings beyond two."""
        return self._looked.doublings

    def chosen(self, keys: Sequence[Key], row_of: Ints, rows: int) -> Ints:
        """For each row and target the place with the best odds that has a word in the row, the earlier of equals.

        `row_of` is the row of each segment, -1 for none; where no place came near, its number is -1.
        """
        chosen = np.full((rows, len(keys)), -1, dtype=np.int64)
        wanted = [self._looked.keys.get(key, -1) for key in keys]
        edges = [(self._edges[target], self._edges[target + 1]) if target >= 0 else (0, 0) for target in wanted]
        choose(np.array(edges, dtype=np.int64), self._in_order, self.found, self._looked.words, row_of, chosen)
        return chosen

    def of_segments(self, count: int) -> tuple[Floats, Truths, Truths, Truths, Truths]:
        """By segment: what its words weigh; whether any of them asks, tells, stands before a question mark, or is of
        the company's name.
        """
        words = self._looked.words[:-1]
        weights: Floats = np.bincount(words["segment"], words["weight"], minlength=count)[:count].astype(np.float64)

        def any_of(flag: int) -> Truths:
            return np.bincount(words["segment"], words["flags"] & flag, minlength=count)[:count] > 0

        return weights, any_of(ASKS), any_of(TELLING), any_of(ASKED), any_of(NAMES)

    def surest(self, key: Key) -> float:
        """The probability of a target's likeliest place; 0 where none came near."""
        return max((probability(self._odds[number]) for number in self.numbers(key)), default=0.0)

    def match(self, number: int) -> Match:
        """The place of one column."""
        held = self._matches.get(number)
        if held is None:
            held = self._matches[number] = self._match(number)
        return held

    def _match(self, number: int) -> Match:
        looked = self._looked
        tokens = tuple(looked.tokens[self._firsts[number] : self._lasts[number] + 1])
        return _match((
            self._names[self._targets[number]],
            self._likeness[number],
            self._odds[number],
            looked.runs[self._rows[number]].speaker,
            self._heaviest[number],
            min(map(_START, tokens)),
            max(map(_END, tokens)),
            tokens,
            REASONS[self._reasons[number]],
            looked.heard.transcript.segments,
        ))  # fmt: skip


@compiled_and_kept
def choose(edges: Ints, order: Ints, found: Records, words: Records, row_of: Ints, chosen: Ints) -> None:
    """For each target, with places `order[edges[0]:edges[1]]`, the best one of each row, into `chosen`."""
    for column in range(len(edges)):
        for at in range(edges[column, 0], edges[column, 1]):
            place = order[at]
            for word in range(found[place]["first"], found[place]["last"] + 1):
                row = row_of[words[word]["segment"]]
                if row < 0:
                    continue
                held = chosen[row, column]
                if held < 0 or found[held]["logit"] < found[place]["logit"]:
                    chosen[row, column] = place
