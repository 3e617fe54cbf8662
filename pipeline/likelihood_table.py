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
        -4.576,  # constant
        4.455,  # coverage
        0.698,  # weight heard
        0.697,  # concepts
        0,  # doublings
        -0.225,  # objected
        1.818,  # clause explained
        1.349,  # remark explained
        0.596,  # clause weight
        -2.227,  # heard
        0.823,  # heard mostly here
        0.155,  # question asked
        -0.843,  # question without its form
        -0.708,  # question told
        -0.016,  # statement asked
        0.826,  # statement
        0.112,  # question mark
        0.633,  # question answered
        0.113,  # answer
    ),
    once=(
        -4.013,  # constant
        4.566,  # coverage
        0.201,  # weight heard
        1.36,  # concepts
        0,  # doublings
        0.18,  # objected
        2.223,  # clause explained
        0.022,  # remark explained
        1.092,  # clause weight
        -1.822,  # heard
        1.2,  # heard mostly here
        -0.178,  # question asked
        -0.569,  # question without its form
        -0.493,  # question told
        0.208,  # statement asked
        0.606,  # statement
        0.486,  # question mark
        0.408,  # question answered
        -0.016,  # answer
        -0.195,  # other step fits better
        0.189,  # said better elsewhere
        -6.963,  # far from its place
        -0.607,  # against the order
        2.218,  # share in order
        -2.983,  # claimed
        -2.971,  # said elsewhere
        -0.12,  # between
        -0.403,  # between and unclaimed
        1.305,  # unclaimed question between
        0.659,  # beside a neighbour
        -0.225,  # unclaimed question beside
        -0.626,  # narrow gap
        0.051,  # first
        -0.057,  # last
        -1.913,  # conditional
    ),
    twice=(
        -5.65,  # constant
        3.166,  # coverage
        0.229,  # weight heard
        0.903,  # concepts
        0,  # doublings
        -0.08,  # objected
        1.925,  # clause explained
        -0.24,  # remark explained
        0.943,  # clause weight
        -1.488,  # heard
        1.027,  # heard mostly here
        -0.245,  # question asked
        -0.52,  # question without its form
        -0.452,  # question told
        0.301,  # statement asked
        0.544,  # statement
        0.543,  # question mark
        0.358,  # question answered
        -0.023,  # answer
        -0.149,  # other step fits better
        -0.066,  # said better elsewhere
        -3.892,  # far from its place
        0.226,  # against the order
        4.47,  # share in order
        -3.488,  # claimed
        -1.748,  # said elsewhere
        0.458,  # between
        -0.859,  # between and unclaimed
        1.447,  # unclaimed question between
        0.468,  # beside a neighbour
        -0.153,  # unclaimed question beside
        0.858,  # narrow gap
        0.347,  # first
        0.036,  # last
        -1.523,  # conditional
    ),
)
