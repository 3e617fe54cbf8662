"""What does each remark come to, and which step is that? By vectors of words that labelled remarks have taught.

The thesaurus and the phrasings know single words; this weighs all words of a stretch together, whatever they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np

from pipeline.heard import Token, read_words
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.language.gists import PLACES, Exact, gists, pairs_of, vector_of
from pipeline.matching.book import Floats, Ints
from pipeline.meaning import phrases_of
from scripts_library.campaign import Campaign, Step

# A remark of more words than SHORT is looked at in stretches, and whole too where it has no more than WHOLE.
SHORT, STRETCH, FORWARD, WHOLE = 14, 10, 5, 30
_NOTHING = -0.3
_LEAST, _MOST, _DIGITS = -9.0, 5.0, 3


@dataclass(frozen=True, slots=True)
class _Phrasings:
    """The vectors of a script's titles and phrasings and their lengths, and where those of each step begin."""

    vectors: Exact
    lengths: Exact
    begins: Ints
    steps: Ints


def gist(campaign: Campaign, said: Sequence[Sequence[Token]]) -> Floats:
    """Remarks (rows) by steps: log odds that a remark does the step, seen by itself, from -9 to 5."""
    likeness = np.full((len(said), len(campaign.steps)), _NOTHING)
    own = _phrasings.of(campaign)
    spoken = np.array([row for row, tokens in enumerate(said) if tokens], dtype=np.int64)
    if spoken.size and own.steps.size:
        vectors, lengths, begins = vectors_of([said[row] for row in spoken], campaign.language)
        # Products of whole numbers add up exactly, on every machine and in any order.
        near = (vectors @ own.vectors.T) / (lengths[:, None] * own.lengths)
        best = np.maximum.reduceat(near, begins, axis=0)
        likeness[np.ix_(spoken, own.steps)] = np.maximum.reduceat(best, own.begins, axis=1)
    known = gists()
    odds = np.clip(known.steepness * likeness + known.shift, _LEAST, _MOST)
    result: Floats = np.round(odds, _DIGITS)
    return result


@cache
def stretches(count: int) -> tuple[tuple[int, int], ...]:
    """The stretches in which so many words are looked at, from where to before where."""
    if count <= SHORT:
        return ((0, count),)
    found = tuple((first, min(count, first + STRETCH)) for first in range(0, count - FORWARD + 1, FORWARD))
    return (*found, (0, count)) if count <= WHOLE else found


def texts_of(step: Step) -> list[str]:
    """What a step is known by: its title, its phrasings and its good examples."""
    return [step.title, *phrases_of(step)]


def vectors_of(said: Sequence[Sequence[Token]], language: str) -> tuple[Exact, Exact, Ints]:
    """Vectors of all stretches of some remarks, none empty, their lengths, and where those of each remark begin."""
    known = gists()
    every = [token for tokens in said for token in tokens]
    distinct = {token.sign: token for token in every}
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    order = np.array([number[token.sign] for token in every])
    words = [vector_of(token.word, token.form, token.weight, language) for token in distinct.values()]
    vectors, loud, hashes = zip(*words, strict=True)
    edges = [0, *accumulate(map(len, said))]
    opens = np.zeros(len(order), dtype=bool)
    opens[edges[:-1]] = True
    pairs = known.shared[-1, pairs_of(np.array(hashes, dtype=np.uint64)[order], opens)]
    # Whole numbers add up exactly, so that a stretch is the difference of two sums.
    sums = np.zeros((len(order) + 1, PLACES))
    np.cumsum(np.array(vectors)[order] + np.array(loud)[order, None] * pairs, axis=0, out=sums[1:])
    cuts = [stretches(len(tokens)) for tokens in said]
    places = np.array([(edge + a, edge + b) for edge, own in zip(edges, cuts, strict=False) for a, b in own])
    told = sums[places[:, 1]] - sums[places[:, 0]]
    lengths = np.sqrt(np.einsum("ij,ij->i", told, told) + known.smallest)
    return told, lengths, np.array([0, *accumulate(map(len, cuts[:-1]))])


def _read(campaign: Campaign) -> _Phrasings:
    language = grammar(campaign.language)
    texts = [
        (column, read_words(text, language)) for column, step in enumerate(campaign.steps) for text in texts_of(step)
    ]
    kept = [(column, tokens[:WHOLE]) for column, tokens in texts if tokens]
    if not kept:
        nowhere = np.zeros(0, dtype=np.int64)
        return _Phrasings(np.zeros((0, PLACES)), np.zeros(0), nowhere, nowhere)
    vectors, lengths, begins = vectors_of([tokens for _, tokens in kept], campaign.language)
    # A phrasing of many words counts as a whole: the last of its stretches.
    whole = np.append(begins[1:], len(vectors)) - 1
    steps, first = np.unique([column for column, _ in kept], return_index=True)
    return _Phrasings(vectors[whole], lengths[whole], first, steps)


_phrasings = Kept(_read)
