"""How much of each phrasing do the words of each remark cover in sense, and the other way round? Compiled.

Phrasings, remarks and their words stand one after the other: the words of a phrasing are those from `edges[n]` on, to
before `edges[n + 1]`.
"""

from __future__ import annotations

import numpy as np

from pipeline.matching.book import Floats, Ints
from pipeline.matching.compiled import compiled_and_kept

_SMOOTHING = 1.0


def cover(
    likeness: Floats, phrasings: tuple[Ints, Ints, Floats], remarks: tuple[Ints, Ints, Floats], steps: int
) -> Floats:
    """Remarks by steps by two: the share of a step's best phrasing that the words of a remark come near to, 0–1, and
    the share of the remark's words that come near to the phrasing's.

    `likeness` is that of each word of the library to each distinct word that was said; phrasings are given by their
    edges, the step of each, and the weights of their words; remarks by their edges, words, and the weights of those.
    """
    covered = np.zeros((len(remarks[0]) - 1, steps, 2))
    _cover(likeness, *phrasings, *remarks, np.zeros(likeness.shape[1] + 1), covered)
    return covered


@compiled_and_kept
def _cover(
    likeness: Floats, edges: Ints, step_of: Ints, weights: Floats, starts: Ints, said: Ints, telling: Floats,
    near: Floats, covered: Floats,
) -> None:  # fmt: skip
    for row in range(len(starts) - 1):
        first, end = starts[row], starts[row + 1]
        if first == end:
            continue
        heard = _SMOOTHING
        for at in range(first, end):
            heard += telling[at]
        for phrasing in range(len(step_of)):
            total, found = 0.0, 0.0
            for at in range(first, end):
                near[said[at]] = 0.0
            for word in range(edges[phrasing], edges[phrasing + 1]):
                best = 0.0
                for at in range(first, end):
                    like = likeness[word, said[at]]
                    best = max(best, like)
                    near[said[at]] = max(near[said[at]], like)
                total += weights[word]
                found += weights[word] * best
            explained = 0.0
            for at in range(first, end):
                explained += telling[at] * near[said[at]]
            place = covered[row, step_of[phrasing]]
            place[0] = max(place[0], found / total)
            place[1] = max(place[1], explained / heard)
