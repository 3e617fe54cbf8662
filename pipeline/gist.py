"""What does each remark come to, and which step is that? By vectors of words that labelled remarks have taught.

The thesaurus and the phrasings know single words; this weighs all words of a stretch together, whatever they are.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
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
from scripts_library.campaign import Campaign

# A remark of more words than SHORT is looked at in stretches, and whole too where it has no more than WHOLE.
SHORT, STRETCH, FORWARD, WHOLE = 14, 10, 5, 30
# The likeness of what has no words: its odds are the least there are.
_NOTHING = -0.3
# The largest number of an example's vector: whole numbers of one byte.
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class Known:
    """The vectors of what some steps are known by and their lengths, those steps, and where those of each begin."""

    vectors: Exact
    lengths: Exact
    begins: Ints
    steps: Ints


def gist(campaign: Campaign, said: Sequence[Sequence[Token]]) -> Floats:
    """Remarks (rows) by steps: log odds that a remark does the step, seen by itself, from -9 to 5."""
    return gist_by(_phrasings.of(campaign), campaign, said)


def gist_by(known: Known, campaign: Campaign, said: Sequence[Sequence[Token]]) -> Floats:
    """The same by anything else that steps are known by; -9 for a step that is known by nothing."""
    likeness = np.full((len(said), len(campaign.steps)), _NOTHING)
    spoken = np.array([row for row, tokens in enumerate(said) if tokens], dtype=np.int64)
    if spoken.size and known.steps.size:
        vectors, lengths, begins = vectors_of([said[row] for row in spoken], campaign.language)
        likeness[np.ix_(spoken, known.steps)] = np.maximum.reduceat(_near(vectors, lengths, known), begins, axis=0)
    return gists().odds(likeness)


def example_of(tokens: Sequence[Token], step: int, campaign: Campaign) -> str:
    """What a remark that did a step came to, in base 64: its stretch that is nearest to the step; it holds no words."""
    vectors, lengths, _ = vectors_of([tokens], campaign.language)
    own, nearest = _phrasings.of(campaign), -1
    if step in own.steps:
        nearest = int(_near(vectors, lengths, own)[:, own.steps == step].argmax())
    vector = vectors[nearest] / max(1.0, float(np.abs(vectors[nearest]).max()))
    return b64encode(np.round(vector * _LARGEST).astype(np.int8).tobytes()).decode()


def known_by(examples: Mapping[int, Sequence[str]]) -> Known:
    """Steps (by number) as they are known by examples of remarks that did them, each as `example_of` gives it."""
    given = {step: own for step, own in examples.items() if own}
    told = [np.frombuffer(b64decode(one), dtype=np.int8) for own in given.values() for one in own]
    vectors = np.array(told, dtype=np.float64).reshape(len(told), PLACES)
    begins = np.array([0, *accumulate(map(len, given.values()))][: len(given)], dtype=np.int64)
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors)) + 1e-9
    return Known(vectors, lengths, begins, np.array(list(given), dtype=np.int64))


def _near(vectors: Exact, lengths: Exact, known: Known) -> Floats:
    """How near each stretch (row) comes to each step that is known by something, -1 to 1."""
    # Products of whole numbers add up exactly, on every machine and in any order.
    near: Floats = (vectors @ known.vectors.T) / (lengths[:, None] * known.lengths)
    result: Floats = np.maximum.reduceat(near, known.begins, axis=1)
    return result


@cache
def stretches(count: int) -> tuple[tuple[int, int], ...]:
    """The stretches in which so many words are looked at, from where to before where."""
    if count <= SHORT:
        return ((0, count),)
    found = tuple((first, min(count, first + STRETCH)) for first in range(0, count - FORWARD + 1, FORWARD))
    return (*found, (0, count)) if count <= WHOLE else found


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


def _read(campaign: Campaign) -> Known:
    """Steps as they are known by their titles, phrasings and good examples."""
    language = grammar(campaign.language)
    texts = [(column, text) for column, step in enumerate(campaign.steps) for text in (step.title, *phrases_of(step))]
    read = [(column, tokens[:WHOLE]) for column, text in texts if (tokens := read_words(text, language))]
    if not read:
        return known_by({})
    vectors, lengths, begins = vectors_of([tokens for _, tokens in read], campaign.language)
    # A phrasing of many words counts as a whole: the last of its stretches.
    whole = np.append(begins[1:], len(vectors)) - 1
    steps, first = np.unique([column for column, _ in read], return_index=True)
    return Known(vectors[whole], lengths[whole], first, steps)


_phrasings = Kept(_read)
