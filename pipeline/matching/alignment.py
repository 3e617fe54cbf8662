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
_TURNED_ROUND, _LEAST_TURNED = 0.3, 0.3
_LONGEST_CLAUSE = 14


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
    if not hits:
        return None
    span = len(variant.needs) + 5 + len(variant.needs) // 2
    best = _fit_from(variant, row, hits, 0, hits[0][0] + span)
    if hits[-1][0] < hits[0][0] + span and len(hits) <= 2:
        return best
    for start in range(1, len(hits)):
        first = hits[start][0]
        if hits[start - 1][0] == first:
            continue
        found = _fit_from(variant, row, hits, start, first + span)
        if found.coverage > best.coverage + 1e-9:
            best = found
    return best


_Hit = tuple[int, int, float, bool, bool]


def _hits(variant: Variant, row: Row) -> list[_Hit]:
    hits: list[_Hit] = []
    where, tokens, shared = row.where, row.tokens, row.shared
    for index, need in enumerate(variant.needs):
        turns = need.weight >= _LEAST_TURNED
        for number in need.numbers:
            for position, likeness in where.get(number, ()):
                turned = turns and number >= 0 and tokens[position].negated != need.negated
                worth = likeness * _WRONG_POLARITY if turned else likeness
                hits.append((position, index, worth, turned, number in shared))
    hits.sort()
    return hits


def _fit_from(variant: Variant, row: Row, hits: Sequence[_Hit], start: int, end: int) -> Fit:
    best: dict[int, _Hit] = {}
    taken: dict[int, int] = {}
    for place in range(start, len(hits)):
        hit = hits[place]
        position, index, likeness, _, shares = hit
        if position >= end:
            break
        held = best.get(index)
        if (held is None or likeness > held[2]) and (shares or taken.get(position, index) == index):
            best[index] = hit
            if not shares:
                taken[position] = index
    matched, total, turned = 0.0, variant.weight, 0.0
    first, last = end, 0
    for index, (position, _, likeness, is_turned, _) in best.items():
        need = variant.needs[index]
        share = need.weight
        if need.optional:
            share *= _OPTIONAL_SHARE
            total += share
        matched += share * likeness
        turned += need.weight * is_turned
        first, last = min(first, position), max(last, position)
    coverage = matched / total * (1 - _cost_of_gaps(row, best, first, last)) if total else 0.0
    if variant.musts and any(index not in best or best[index][2] < _HEARD for index in variant.musts):
        coverage *= _WITHOUT_VALUE
    return Fit(coverage, first, last, total > 0 and turned >= _TURNED_ROUND * total, variant.weight, variant.asks)


def _cost_of_gaps(row: Row, best: Mapping[int, _Hit], first: int, last: int) -> float:
    """What words of other matters between the matched ones take away, as a share."""
    inside = row.sums[last + 1] - row.sums[first]
    if inside <= _FREE_EXTRA:
        return 0.0
    inside -= sum(row.tokens[position].weight for position in {hit[0] for hit in best.values()})
    return min(_MOST_COST, _COST_OF_EXTRA * max(0.0, inside - _FREE_EXTRA))


def concepts(target: Target, row: Row) -> Concepts:
    """The place where a target's own words, of whichever phrasing, stand densest."""
    hits = sorted(
        (position, number, weight * likeness)
        for number, weight in target.concepts.items()
        for position, likeness in row.where.get(number, ())
        if not row.tokens[position].negated
    )
    best = Concepts(0.0, 0, 0, 0)
    end_of_best = -1
    for start, (first, _, _) in enumerate(hits):
        if first + _CONCEPT_WINDOW > hits[-1][0] and end_of_best > hits[-1][0]:
            break  # a window that already reached the end can only lose words from here
        by_number: dict[int, float] = {}
        by_position: dict[int, tuple[int, float]] = {}
        for position, number, weight in hits[start:]:
            if position >= first + _CONCEPT_WINDOW:
                break
            if weight > by_position.get(position, (0, 0.0))[1]:
                by_position[position] = (number, weight)
        end_of_best = first + _CONCEPT_WINDOW
        for number, weight in by_position.values():
            if weight > by_number.get(number, 0.0):
                by_number[number] = weight
        total = sum(by_number.values())
        if total > best.weight + 1e-9:
            best = Concepts(total, len(by_number), first, max(by_position))
    return best


def clause_round(row: Row, span: tuple[int, int]) -> tuple[int, int]:
    """The clause that a span stands in: to the punctuation or the end of a segment on either side."""
    first, last = span
    tokens = row.tokens
    while first > 0 and span[0] - first < _LONGEST_CLAUSE and not _parted(tokens[first - 1], tokens[first]):
        first -= 1
    end = len(tokens) - 1
    while last < end and last - span[1] < _LONGEST_CLAUSE and not _parted(tokens[last], tokens[last + 1]):
        last += 1
    return first, last


def remark_round(row: Row, span: tuple[int, int]) -> tuple[int, int]:
    """The part of a row that belongs to the segment in which a span begins."""
    segment = row.tokens[span[0]].segment
    places = [place for place, token in enumerate(row.tokens) if token.segment == segment]
    return places[0], places[-1]


def _parted(before: Token, after: Token) -> bool:
    return after.opens_clause or before.segment != after.segment


def explained(target: Target, row: Row, clause: tuple[int, int]) -> float:
    """The share of a clause's weight that a target's own words account for, 0–1."""
    first, last = clause
    shares: dict[int, float] = {}
    for number in target.words:
        for position, likeness in row.where.get(number, ()):
            if first <= position <= last and likeness > shares.get(position, 0.0):
                shares[position] = likeness
    total = row.sums[last + 1] - row.sums[first]
    return sum(row.tokens[position].weight * share for position, share in shares.items()) / total if total else 0.0
