"""What is a passage worth by its words alone? The numbers that coverage, weight and concepts are weighed by.

The probability that something was said is a logistic curve of how much of its best phrasing was heard (coverage 0–1),
how much that tells (log of the weight heard), and how many of its own words of any phrasing stand together (concepts, 1
is a phrasing's worth). Rounded from a fit on the labelled calls of `tests/evaluation`; rising in each.
"""

from __future__ import annotations

import math

import numpy as np

from pipeline.matching.book import KINDS, Floats
from pipeline.matching.compiled import compiled, compiled_and_kept
from pipeline.matching.targets import Kind

# What is asked of a script is said in most calls, a given question or objection in few: hence a level for each kind.
LEVELS: dict[Kind, float] = {
    "step": -1.3,
    "forbidden": -5.0,
    "fact": -4.2,
    "asked": -4.2,
    "objection": -3.6,
    "answer": -4.2,
    "sign": -4.2,
    "policy": -4.2,
    "topic": -4.2,
    "follow": -3.6,
}
LEVEL = np.array([LEVELS[kind] for kind in KINDS])
# Log odds below which a passage is of no use to its judge: facts lend weight to amounts even when they are unlikely.
_HOPELESS: dict[Kind, float] = {
    "step": -math.inf,
    "fact": -2.0,
    "asked": -1.5,
    "objection": -2.5,
    "answer": -2.5,
}
_HOPELESS_ELSE = -0.2
HOPELESS = np.array([_HOPELESS.get(kind, _HOPELESS_ELSE) for kind in KINDS])

BY_COVERAGE, BY_WEIGHT, BY_CONCEPTS = 5.2, 0.8, 2.0
BY_PHRASINGS = 0.7
NOT_ASKED, ASKED = 1.5, 0.5
# A forbidden phrase of small words weighs little, and is said all the same when each of its words is.
WORD_FOR_WORD = 0.8
MOST_CONCEPTS, ONE_WORD_CONCEPTS = 1.3, 0.6


@compiled
def worth(coverage: float, weight: float) -> float:
    """What so much of a phrasing of such a weight adds to the log odds."""
    return BY_COVERAGE * coverage + BY_WEIGHT * math.log(coverage * weight + 0.2)


@compiled_and_kept
def add_up(totals: Floats, features: Floats, numbers: Floats) -> None:
    """Each of many features times its number, added to the totals one by one: on every machine in the same order."""
    for row in range(features.shape[0]):
        for column in range(features.shape[1]):
            total = totals[row, column]
            for feature in range(features.shape[2]):
                total += features[row, column, feature] * numbers[feature]
            totals[row, column] = total


def probability(logit: float) -> float:
    """The probability for log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
