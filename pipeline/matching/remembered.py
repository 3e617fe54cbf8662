"""What do the words that were met before stand for? Lists by a word's number, kept as arrays that grow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.matching.book import Floats, Ints

_AT_LEAST = 64


class Lists(NamedTuple):
    """One list after the other: that of number n begins at `edges[n]` and ends before `edges[n + 1]`."""

    edges: Ints
    items: Ints
    worths: Floats


class Remembered:
    """Lists of numbers, each with its worth, numbered from 1 as they come; number 0 is the empty list."""

    def __init__(self) -> None:
        self._edges: Ints = np.zeros(_AT_LEAST, dtype=np.int64)
        self._items: Ints = np.zeros(_AT_LEAST, dtype=np.int64)
        self._worths: Floats = np.zeros(_AT_LEAST)
        self._count = 0

    def add(self, items: Sequence[int], worths: Sequence[float] | float = 1.0) -> int:
        """The number of one more list."""
        self._count += 1
        first = int(self._edges[self._count])
        last = first + len(items)
        if self._count + 2 > len(self._edges):
            self._edges = np.concatenate((self._edges, np.zeros_like(self._edges)))
        if last > len(self._items):
            room = max(last, 2 * len(self._items)) - len(self._items)
            self._items = np.concatenate((self._items, np.zeros(room, dtype=np.int64)))
            self._worths = np.concatenate((self._worths, np.zeros(room)))
        self._items[first:last] = items
        self._worths[first:last] = worths
        self._edges[self._count + 1] = last
        return self._count

    def lists(self) -> Lists:
        """All lists as they are now."""
        return Lists(self._edges, self._items, self._worths)
