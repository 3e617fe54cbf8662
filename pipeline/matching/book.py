"""A campaign's targets as arrays of records: what the compiled loops read, made once for a campaign.

Lists of different lengths stand one after the other in `items` (numbers) or `weighed` (numbers with a weight); a record
has the first place of its own and the place after the last, as `words` and `words_end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from pipeline.matching.targets import Kind, Need, Target, Targets, Variant

Records = npt.NDArray[np.void]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

KINDS: tuple[Kind, ...] = get_args(Kind)
GAPS = 3


def record(**fields: type) -> np.dtype[np.void]:
    """The type of a record with these fields, whole numbers (int) or real ones (float)."""
    sizes = {int: np.int64, float: np.float64}
    return np.dtype([(name, sizes[kind]) for name, kind in fields.items()], align=True)


# `rich`, `chosen`, `bound`, `head` and `best` are for the row in hand: nothing holds over from row to row.
TARGET = record(
    kind=int, first=int, counter=int, end=int, asks=int, need=float, doublings=float, concepts=int, concepts_end=int,
    words=int, words_end=int, all_of=int, all_end=int, any_of=int, any_end=int, none_of=int, none_end=int,
    distance=int, rich=float, chosen=int,
)  # fmt: skip
VARIANT = record(weight=float, asks=int, needs=int, needs_end=int, bound=float)
NEED = record(weight=float, negated=int, optional=int, must=int, numbers=int, numbers_end=int)
WEIGHED = record(number=int, weight=float)
NUMBER = record(
    variants=int, variants_end=int, targets=int, targets_end=int, shared=int, gap=int, head=int, best=float
)  # fmt: skip


class Book(NamedTuple):
    """Targets with their variants (`first` to `counter`: phrasings, to `end`: what must not count) and their needs.

    `numbers` are the vocabulary, the gaps for a value, a day and an hour last, each with the variants and the targets
    that it speaks for.
    """

    targets: Records
    variants: Records
    needs: Records
    numbers: Records
    items: Ints
    weighed: Records


class _Lists:
    """Lists put one after the other."""

    def __init__(self) -> None:
        self.items: list[int] = []
        self.weighed: list[tuple[int, float]] = []

    def keep(self, items: Iterable[int]) -> tuple[int, int]:
        """The first place of a list and the place after its last."""
        first = len(self.items)
        self.items += items
        return first, len(self.items)

    def weigh(self, pairs: Iterable[tuple[int, float]]) -> tuple[int, int]:
        """The same for numbers with weights."""
        first = len(self.weighed)
        self.weighed += pairs
        return first, len(self.weighed)


def bind(targets: Targets) -> Book:
    """The arrays of compiled targets."""
    size = len(targets.vocabulary.forms) + GAPS
    lists = _Lists()
    variants = list(targets.variants)
    told = [_target(target, variants, lists, size) for target in targets.all]
    needs = [
        (need.weight, need.negated, need.optional, index in variant.musts, *_numbers(need, lists, size))
        for variant in variants
        for index, need in enumerate(variant.needs)
    ]
    numbers = _vocabulary(targets, lists, size)
    return Book(
        np.array(told, dtype=TARGET),
        _variants(variants),
        np.array(needs, dtype=NEED),
        np.array(numbers, dtype=NUMBER),
        np.array(lists.items, dtype=np.int64),
        np.array(lists.weighed, dtype=WEIGHED),
    )


def _target(target: Target, variants: list[Variant], lists: _Lists, size: int) -> tuple[float, ...]:
    own = (*target.variants, *target.counters)
    keywords: list[int] = []
    for words in (target.all_of, target.any_of, target.none_of):
        keywords += lists.keep(range(len(variants), len(variants) + len(words)))
        variants += words
    return (
        KINDS.index(target.key.kind),
        min(own, default=0),
        max(target.variants, default=min(own, default=0) - 1) + 1,
        max(own, default=-1) + 1,
        -1 if target.asks is None else int(target.asks),
        target.need,
        target.doublings,
        *lists.weigh(sorted(target.concepts.items())),
        *lists.keep(sorted(number % size for number in target.words)),
        *keywords,
        target.distance or 0,
        0.0,
        0,
    )


def _numbers(need: Need, lists: _Lists, size: int) -> tuple[int, int]:
    # A gap's number is below 0, so that it falls on one of the last places.
    return lists.keep(number % size for number in need.numbers)


def _variants(variants: Sequence[Variant]) -> Records:
    ends = np.cumsum([len(variant.needs) for variant in variants]).tolist()
    return np.array(
        [
            (variant.weight, variant.asks, end - len(variant.needs), end, 0.0)
            for variant, end in zip(variants, ends, strict=True)
        ],
        dtype=VARIANT,
    )


def _vocabulary(targets: Targets, lists: _Lists, size: int) -> list[tuple[float, ...]]:
    def held(postings: Mapping[int, Sequence[tuple[int, float]]], number: int) -> Sequence[tuple[int, float]]:
        return postings.get(number, postings.get(number - size, ()))

    return [
        (
            *lists.weigh(held(targets.postings, number)),
            *lists.weigh(held(targets.concept_postings, number)),
            number in targets.vocabulary.shared,
            number >= size - GAPS,
            -1,
            0.0,
        )
        for number in range(size)
    ]
