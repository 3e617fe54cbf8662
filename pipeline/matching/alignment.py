"""How well does one wording lie on a row of heard words? In any order, with gaps, each word by how much it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.heard import Token
from pipeline.matching.targets import DATE, TIME, VALUE, Target, Variant
from pipeline.matching.words import Vocabulary

Where = Mapping[int, Sequence[tuple[int, float]]]

_WRONG_POLARITY = 0.2
_FREE_EXTRA, _COST_OF_EXTRA, _MOST_COST = 1.0, 0.05, 0.3
_CONCEPT_WINDOW = 14
_OPTIONAL_SHARE = 0.5
_HEARD, _WITHOUT_VALUE = 0.5, 0.5
_TURNED_ROUND = 0.3


class Fit(NamedTuple):
    """The best place of one variant: `coverage` 0–1 of its weight, on tokens `first` to `last`."""

    coverage: float
    first: int
    last: int
    negated: bool
    weight: float
    asks: bool


class Concepts(NamedTuple):
    """The richest place for a target's own words: their weight together, and how many different `words`."""

    weight: float
    words: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of heard words with, for every vocabulary number, the positions where it may stand and how surely."""

    tokens: Sequence[Token]
    where: Where
    sums: Sequence[float]
    shared: Set[int]


def lay_out(tokens: Sequence[Token], vocabulary: Vocabulary) -> Row:
    """Heard words looked up in the vocabulary, once for all targets."""
    where: dict[int, list[tuple[int, float]]] = {}
    sums = [0.0]
    name_until = 0
    for position, token in enumerate(tokens):
        sums.append(sums[-1] + token.weight)
        length = vocabulary.name_at(tokens, position)
        name_until = max(name_until, position + length)
        for place in range(length):
            if (name := vocabulary.name_number(place)) is not None:
                where.setdefault(name, []).append((position + place, 1.0))
        if position >= name_until:
            for number, at, likeness in _standing_for(tokens, position, vocabulary):
                where.setdefault(number, []).append((at, likeness))
    return Row(tokens, where, sums, vocabulary.shared)


def _standing_for(tokens: Sequence[Token], position: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """Vocabulary numbers (and gaps) that a word stands for, alone or with its neighbours, and at which position."""
    token = tokens[position]
    for number, likeness in vocabulary.alike(token):
        yield number, position, likeness
    for number, likeness in vocabulary.sayings(tokens, position):
        yield number, position, likeness
    for gap, fills in ((VALUE, token.amount is not None), (DATE, token.is_day), (TIME, token.is_hour)):
        if fills:
            yield gap, position, 1.0
    if position:
        for number, likeness in vocabulary.joined(tokens[position - 1], token):
            yield number, position - 1, likeness


def fit(variant: Variant, row: Row) -> Fit | None:
    """The best place of a variant in a row, None where none of its words is heard."""
    hits = _hits(variant, row)
    span = len(variant.needs) + 5 + len(variant.needs) // 2
    best: Fit | None = None
    for start, (first, *_) in enumerate(hits):
        if start and hits[start - 1][0] == first:
            continue
        found = _fit_from(variant, row, hits, start, first + span)
        if best is None or found.coverage > best.coverage + 1e-9:
            best = found
    return best


_Hit = tuple[int, int, float, bool, bool]


_NO_HIT: _Hit = (0, 0, 0.0, False, False)


def _hits(variant: Variant, row: Row) -> list[_Hit]:
    hits: list[_Hit] = []
    for index, need in enumerate(variant.needs):
        for number in need.numbers:
            for position, likeness in row.where.get(number, ()):
                turned = row.tokens[position].negated != need.negated and need.weight >= 0.3 and number >= 0
                worth = likeness * (_WRONG_POLARITY if turned else 1.0)
                hits.append((position, index, worth, turned, number in row.shared))
    hits.sort()
    return hits


def _fit_from(variant: Variant, row: Row, hits: Sequence[_Hit], start: int, end: int) -> Fit:
    best: dict[int, _Hit] = {}
    taken: dict[int, int] = {}
    for hit in hits[start:]:
        position, index, likeness, _, shares = hit
        if position >= end:
            break
        if likeness > best.get(index, _NO_HIT)[2] and (shares or taken.get(position, index) == index):
            best[index] = hit
            if not shares:
                taken[position] = index
    matched = total = 0.0
    for index, need in enumerate(variant.needs):
        hit = best.get(index, _NO_HIT)
        share = need.weight * (_OPTIONAL_SHARE if need.optional else 1.0)
        if not need.optional or hit[2]:
            total += share
            matched += share * hit[2]
    positions = [hit[0] for hit in best.values()]
    first, last = min(positions), max(positions)
    inside = row.sums[last + 1] - row.sums[first] - sum(row.tokens[p].weight for p in set(positions))
    cost = min(_MOST_COST, _COST_OF_EXTRA * max(0.0, inside - _FREE_EXTRA))
    coverage = matched / total * (1 - cost) if total else 0.0
    if any(need.must and best.get(index, _NO_HIT)[2] < _HEARD for index, need in enumerate(variant.needs)):
        coverage *= _WITHOUT_VALUE
    turned = sum(variant.needs[index].weight for index, hit in best.items() if hit[3])
    negated = total > 0 and turned >= _TURNED_ROUND * total
    return Fit(coverage, first, last, negated, variant.weight, variant.asks)


def concepts(target: Target, row: Row) -> Concepts:
    """The place where a target's own words, of whichever phrasing, stand densest."""
    hits = sorted(
        (position, number, weight * likeness)
        for number, weight in target.concepts.items()
        for position, likeness in row.where.get(number, ())
        if not row.tokens[position].negated
    )
    best = Concepts(0.0, 0, 0, 0)
    for start, (first, _, _) in enumerate(hits):
        by_number: dict[int, float] = {}
        by_position: dict[int, tuple[int, float]] = {}
        for position, number, weight in hits[start:]:
            if position >= first + _CONCEPT_WINDOW:
                break
            if weight > by_position.get(position, (0, 0.0))[1]:
                by_position[position] = (number, weight)
        for number, weight in by_position.values():
            by_number[number] = max(by_number.get(number, 0.0), weight)
        total = sum(by_number.values())
        if total > best.weight + 1e-9:
            best = Concepts(total, len(by_number), first, max(by_position))
    return best
