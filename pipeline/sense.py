"""How near in sense are the words of each remark to the words of each step? By vectors of single words.

The thesaurus knows which words of sales talk belong together; this knows it, less surely, of all common words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.heard import Token, read_words
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.language.senses import LENGTH, Vectors, senses
from pipeline.matching.book import Floats, Ints
from pipeline.matching.covering import cover
from pipeline.meaning import phrases_of
from scripts_library.campaign import Campaign

_LEAST_WEIGHT = 0.3
_LEAST, _MOST, _DIGITS = -2.0, 5.0, 3


@dataclass(frozen=True, slots=True)
class _Phrasings:
    """The telling words of a script's phrasings: their vectors, their weights, and the step of each phrasing."""

    vectors: Vectors
    edges: Ints
    step_of: Ints
    weights: Floats


def sense(campaign: Campaign, said: Sequence[Sequence[Token]]) -> Floats:
    """Remarks (rows) by steps by two: how much better than usual in this call each covers the other, in deviations."""
    known, own = senses(campaign.language), _phrasings.of(campaign)
    rows: dict[int, int] = {}
    words: list[int] = []
    telling: list[float] = []
    starts = [0]
    for tokens in said:
        for token in tokens:
            row = known.rows.get(token.form) if token.weight >= _LEAST_WEIGHT else None
            if row is not None:
                words.append(rows.setdefault(row, len(rows)))
                telling.append(token.weight)
        starts.append(len(words))
    # Products of whole numbers add up exactly, on every machine and in any order.
    likeness = (own.vectors @ known.vectors[list(rows)].T).astype(np.float64) / LENGTH**2
    covered = cover(
        likeness, (own.edges, own.step_of, own.weights),
        (np.array(starts), np.array(words, dtype=np.int64), np.array(telling)), len(campaign.steps),
    )  # fmt: skip
    if not covered.size:
        return covered
    mean, spread = covered.mean(axis=(0, 1)), covered.std(axis=(0, 1)) + 1e-9
    better: Floats = np.round(np.clip((covered - mean) / spread, _LEAST, _MOST), _DIGITS)
    return better


def _read(campaign: Campaign) -> _Phrasings:
    known, language = senses(campaign.language), grammar(campaign.language)
    rows: list[int] = []
    weights: list[float] = []
    edges, step_of = [0], []
    for column, step in enumerate(campaign.steps):
        for phrase in phrases_of(step):
            for token in read_words(phrase, language):
                if token.weight >= _LEAST_WEIGHT and token.form in known.rows:
                    rows.append(known.rows[token.form])
                    weights.append(token.weight)
            if len(rows) > edges[-1]:
                edges.append(len(rows))
                step_of.append(column)
    return _Phrasings(
        known.vectors[rows], np.array(edges), np.array(step_of, dtype=np.int64), np.array(weights, dtype=np.float64)
    )


_phrasings = Kept(_read)
