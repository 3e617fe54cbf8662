"""What does a word tell of what a manager is doing, as a vector? Learnt from labelled remarks by `benchmarks.gist_fit`.

A word's vector is the sum of what is known of its normal form, its beginning, its end, the very word, and the form with
the one before it. Forms have rows of their own; the others share places by a hash, so that a word which was misheard or
never met before still tells something. All are whole numbers, whose sums are exact on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

PLACES = 64
BITS = 14
# Fractions of a word's weight are kept as whole numbers of this many to one.
LOUD = 64
_BEGINNING, _END = 4, 3
_LEAST, _MOST, _DIGITS = -9.0, 5.0, 3
_SPREAD_BEFORE, _SPREAD = 2654435761, 40503

Small = npt.NDArray[np.int8]
Exact = npt.NDArray[np.float64]
Hashes = npt.NDArray[np.uint64]


class Traits(NamedTuple):
    """What a word is known by: its form with the language, that form's hash, and the places of three other traits."""

    form: str
    hashed: int
    beginning: int
    word: int
    end: int


@dataclass(frozen=True, slots=True)
class Gists:
    """`forms` and `loudness` by the rows of known forms (the last one for all others), `shared` by trait and place.

    `shared` has beginnings, words, ends and pairs. The log odds that a remark with likeness x (-1 to 1) does a step are
    `steepness` times x plus `shift`; `smallest` is added to a vector's squared length. `version` tells tables apart.
    """

    rows: Mapping[str, int]
    forms: Small
    loudness: npt.NDArray[np.uint8]
    shared: Small
    steepness: float
    shift: float
    smallest: float
    version: str

    def odds(self, likeness: Exact) -> Exact:
        """The log odds that go with a likeness, from -9 to 5, to three digits."""
        odds = np.clip(self.steepness * likeness + self.shift, _LEAST, _MOST)
        result: Exact = np.round(odds, _DIGITS)
        return result


@lru_cache(maxsize=1 << 15)
def vector_of(word: str, form: str, weight: float, language: str) -> tuple[Exact, float, int]:
    """A word's vector without the one before it, how loud it is, and its form's hash."""
    known, traits = gists(), traits_of(word, form, language)
    row = known.rows.get(traits.form, len(known.rows))
    loud = float(int(weight * int(known.loudness[row]) + 0.5))
    parts = known.forms[row].astype(np.float64)
    for kind, place in enumerate((traits.beginning, traits.word, traits.end)):
        parts += known.shared[kind, place]
    vector = parts * loud
    vector.setflags(write=False)
    return vector, loud, traits.hashed


def traits_of(word: str, form: str, language: str) -> Traits:
    """By what a word is looked up; every number is one word here."""
    if form.startswith("#"):
        word = form = "#"
    word = word.lower().replace("ё", "е")
    return Traits(
        language + form, crc32((language + form).encode()), _place(f"{language}p{word[:_BEGINNING]}"),
        _place(f"{language}w{word}"), _place(f"{language}s{word[-_END:]}"),
    )  # fmt: skip


def pairs_of(hashes: Hashes, opens: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The places of each form with the one before it; `opens` tells where none stands before."""
    before = np.roll(hashes, 1)
    before[opens] = 0
    mixed = (before * np.uint64(_SPREAD_BEFORE) + hashes * np.uint64(_SPREAD)) & np.uint64(0xFFFFFFFF)
    return (mixed >> np.uint64(32 - BITS)).astype(np.int64)


def _place(name: str) -> int:
    return crc32(name.encode()) % (1 << BITS)


@lru_cache(maxsize=1)
def gists() -> Gists:
    """All words of both languages, read once in a process."""
    table = files("pipeline.language").joinpath("gists.npz").read_bytes()
    version = sha256(table).hexdigest()[:8]
    with np.load(BytesIO(table)) as kept:
        names = bytes(kept["names"]).decode().split("\n")
        steepness, shift, smallest = (float(number) for number in kept["curve"])
        rows = {name: row for row, name in enumerate(names)}
        return Gists(rows, kept["forms"], kept["loudness"], kept["shared"], steepness, shift, smallest, version)
