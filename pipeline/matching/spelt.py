"""Which of many spellings are near to a heard one? Few of them are compared: those that can be near at all.

Mistakes seldom touch the first letter, so a spelling that begins otherwise must be nearer than one that begins alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LEAST_LETTERS = 4
_LEAST_BEGUN_OTHERWISE = 0.85
# From this length on two mistakes may leave a spelling (of two letters more) near enough to begin otherwise.
_LONG = 12


class Spelt:
    """Spellings of at least one letter, by how they begin, how long they are, and what follows their first letter."""

    def __init__(self) -> None:
        self._all: set[str] = set()
        self._by_beginning: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_rest: dict[str, list[str]] = defaultdict(list)
        self._long: list[str] = []

    def add(self, spelling: str) -> None:
        """One more spelling; one that is there already changes nothing."""
        if not spelling or spelling in self._all:
            return
        self._all.add(spelling)
        self._by_beginning[spelling[0], len(spelling)].append(spelling)
        self._by_rest[spelling[1:]].append(spelling)
        if len(spelling) >= _LONG * _LEAST_BEGUN_OTHERWISE:
            self._long.append(spelling)

    def near(self, text: str, least: float) -> Iterator[tuple[str, float]]:
        """The spellings at least so near (0–1, of optimal string alignment) to a text of two letters or more.

        Those that begin alike have four letters at least, those that begin otherwise a likeness of 0.85.
        """
        shortest, longest = math.ceil(len(text) * least), math.floor(len(text) / least)
        alike = [
            spelling
            for length in range(max(_LEAST_LETTERS, shortest), longest + 1)
            for spelling in self._by_beginning.get((text[0], length), ())
        ]
        yield from _nearest(text, alike, least)
        yield from _nearest(text, self._begun_otherwise(text), max(least, _LEAST_BEGUN_OTHERWISE))

    def _begun_otherwise(self, text: str) -> list[str]:
        """The spellings with another first letter, and no other mistake where the text is not long."""
        if len(text) >= _LONG:
            return [spelling for spelling in self._long if spelling[0] != text[0]]
        swapped, shorter = text[1] + text[0] + text[2:], text[1:]
        found = {*self._by_rest.get(shorter, ()), *self._by_rest.get(text, ())} | ({swapped, shorter} & self._all)
        return sorted(spelling for spelling in found if spelling[0] != text[0])


def _nearest(text: str, spellings: list[str], least: float) -> Iterator[tuple[str, float]]:
    near = process.extract(text, spellings, scorer=OSA.normalized_similarity, score_cutoff=least, limit=None)
    return ((spelling, likeness) for spelling, likeness, _ in near)
