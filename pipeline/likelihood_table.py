"""How are remarks weighed against steps? Fitted numbers, renewed by `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """For each weighing a constant and a number for each feature, in the order of WORDS and then CONTEXT."""

    words: tuple[float, ...]
    once: tuple[float, ...]
    twice: tuple[float, ...]


TABLE = Table(
    words=(
        -5.487,  # constant
        4.002,  # coverage
        0.102,  # weight heard
        1.17,  # concepts
        0,  # doublings
        -0.424,  # objected
        1.988,  # clause explained
        1.491,  # remark explained
        0.636,  # clause weight
        -1.186,  # heard
        0.898,  # heard mostly here
        0.16,  # question asked
        -0.856,  # question without its form
        -0.732,  # question told
        0.002,  # statement asked
        0.83,  # statement
        0.115,  # question mark
        0.654,  # question answered
        0.07,  # answer
    ),
    once=(
        -4.471,  # constant
        4.457,  # coverage
        -0.266,  # weight heard
        1.984,  # concepts
        0,  # doublings
        0.011,  # objected
        2.06,  # clause explained
        0.092,  # remark explained
        1.07,  # clause weight
        -1.081,  # heard
        1.318,  # heard mostly here
        -0.125,  # question asked
        -0.607,  # question without its form
        -0.557,  # question told
        0.14,  # statement asked
        0.655,  # statement
        0.521,  # question mark
        0.498,  # question answered
        -0.041,  # answer
        -0.086,  # other step fits better
        0.14,  # said better elsewhere
        -7.091,  # far from its place
        -0.84,  # against the order
        2.205,  # share in order
        -3.681,  # claimed
        -2.724,  # said elsewhere
        -0.076,  # between
        -0.733,  # between and unclaimed
        1.24,  # unclaimed question between
        0.567,  # beside a neighbour
        -0.142,  # unclaimed question beside
        -0.512,  # narrow gap
        0.217,  # first
        -0.099,  # last
        -1.877,  # conditional
    ),
    twice=(
        -6.266,  # constant
        2.936,  # coverage
        -0.155,  # weight heard
        1.476,  # concepts
        0,  # doublings
        0.017,  # objected
        1.912,  # clause explained
        -0.416,  # remark explained
        0.979,  # clause weight
        -0.918,  # heard
        1.131,  # heard mostly here
        -0.278,  # question asked
        -0.525,  # question without its form
        -0.475,  # question told
        0.265,  # statement asked
        0.587,  # statement
        0.547,  # question mark
        0.475,  # question answered
        -0.064,  # answer
        -0.174,  # other step fits better
        -0.055,  # said better elsewhere
        -3.815,  # far from its place
        0.229,  # against the order
        4.443,  # share in order
        -3.419,  # claimed
        -1.819,  # said elsewhere
        0.48,  # between
        -0.867,  # between and unclaimed
        1.497,  # unclaimed question between
        0.429,  # beside a neighbour
        0.011,  # unclaimed question beside
        0.901,  # narrow gap
        0.544,  # first
        0.054,  # last
        -1.457,  # conditional
    ),
)
