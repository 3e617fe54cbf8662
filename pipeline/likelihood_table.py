"""How are remarks weighed against steps? Fitted numbers, renewed by `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for the nearness in each of the three weighings: `python -m benchmarks.meaning_fit`.
MEANT = ((-0.665, 0.857), (-0.414, 0.625), (-0.431, 0.487))

# The same for what reviewed calls taught of the words: `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.987, 0.625), (-0.78, 0.505), (-0.733, 0.402))


@dataclass(frozen=True, slots=True)
class Table:
    """For each weighing a constant and a number for each feature, in the order of WORDS and then CONTEXT.

    `meant` is what nearness of meaning adds to each weighing where a sentence model is at hand, `taught` what reviewed
    calls add where a campaign has learnt of some.
    """

    words: tuple[float, ...]
    once: tuple[float, ...]
    twice: tuple[float, ...]
    meant: tuple[tuple[float, float], ...] = MEANT
    taught: tuple[tuple[float, float], ...] = TAUGHT


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
        -5.018,  # constant
        4.806,  # coverage
        0.267,  # weight heard
        1.367,  # concepts
        0,  # doublings
        0.239,  # objected
        2.466,  # clause explained
        0.151,  # remark explained
        0.965,  # clause weight
        -1.922,  # heard
        1.063,  # heard mostly here
        -0.462,  # question asked
        -0.648,  # question without its form
        -0.51,  # question told
        0.282,  # statement asked
        0.803,  # statement
        0.666,  # question mark
        0.645,  # question answered
        -0.009,  # answer
        -0.151,  # other step fits better
        0.143,  # said better elsewhere
        -6.864,  # far from its place
        -0.317,  # against the order
        2.841,  # share in order
        -2.804,  # claimed
        -2.703,  # said elsewhere
        -0.568,  # between
        -1.177,  # between and unclaimed
        1.386,  # unclaimed question between
        0.694,  # beside a neighbour
        -0.312,  # unclaimed question beside
        0.482,  # narrow gap
        -0.043,  # first
        -0.001,  # last
        -2.025,  # conditional
        1.405,  # free remarks
        1.166,  # free remarks, unclaimed between
        -1.955,  # share found
    ),
    twice=(
        -6.188,  # constant
        3.156,  # coverage
        0.274,  # weight heard
        0.893,  # concepts
        0,  # doublings
        -0.128,  # objected
        2.022,  # clause explained
        -0.205,  # remark explained
        0.81,  # clause weight
        -1.501,  # heard
        0.863,  # heard mostly here
        -0.503,  # question asked
        -0.555,  # question without its form
        -0.458,  # question told
        0.378,  # statement asked
        0.682,  # statement
        0.682,  # question mark
        0.546,  # question answered
        -0.019,  # answer
        -0.132,  # other step fits better
        -0.207,  # said better elsewhere
        -3.448,  # far from its place
        0.213,  # against the order
        4.114,  # share in order
        -3.008,  # claimed
        -1.25,  # said elsewhere
        0.243,  # between
        -1.536,  # between and unclaimed
        1.505,  # unclaimed question between
        0.384,  # beside a neighbour
        -0.043,  # unclaimed question beside
        1.707,  # narrow gap
        0.294,  # first
        0.083,  # last
        -1.593,  # conditional
        1.406,  # free remarks
        0.96,  # free remarks, unclaimed between
        -0.727,  # share found
    ),
)
