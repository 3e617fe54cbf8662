"""How are remarks weighed against steps? Fitted numbers, renewed by `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for the nearness in each of the three weighings: `python -m benchmarks.meaning_fit`.
MEANT = ((-0.481, 0.655), (-0.345, 0.38), (-0.403, 0.415))

# The same for what reviewed calls taught of the words: `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.826, 0.51), (-0.525, 0.342), (-0.639, 0.374))


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
        -4.61,  # constant
        3.56,  # coverage
        0.26,  # weight heard
        1.259,  # concepts
        0,  # doublings
        -0.282,  # objected
        1.943,  # clause explained
        0.684,  # remark explained
        0.802,  # clause weight
        -1.616,  # heard
        0.867,  # heard mostly here
        0.364,  # question asked
        -0.532,  # question without its form
        -0.564,  # question told
        -0.182,  # statement asked
        0.47,  # statement
        0.221,  # question mark
        0.251,  # question answered
        0.113,  # answer
        2.532,  # its deed
        -0.388,  # deed known
        -2.198,  # another's deed
    ),
    once=(
        -5.01,  # constant
        3.258,  # coverage
        -0.033,  # weight heard
        1.464,  # concepts
        0,  # doublings
        -0.046,  # objected
        1.846,  # clause explained
        -0.178,  # remark explained
        0.858,  # clause weight
        -1.378,  # heard
        0.733,  # heard mostly here
        -0.1,  # question asked
        -0.224,  # question without its form
        -0.079,  # question told
        0.048,  # statement asked
        0.261,  # statement
        0.594,  # question mark
        0.126,  # question answered
        -0.091,  # answer
        1.969,  # its deed
        0.126,  # deed known
        0.804,  # another's deed
        -0.374,  # other step fits better
        -0.144,  # said better elsewhere
        -6.059,  # far from its place
        0.105,  # against the order
        3.372,  # share in order
        -2.33,  # claimed
        -1.739,  # said elsewhere
        0.53,  # between
        -1.685,  # between and unclaimed
        1.141,  # unclaimed question between
        0.659,  # beside a neighbour
        -0.18,  # unclaimed question beside
        -0.414,  # narrow gap
        -0.091,  # first
        -0.285,  # last
        -1.913,  # conditional
        1.457,  # free remarks
        0.935,  # free remarks, unclaimed between
        -1.465,  # share found
    ),
    twice=(
        -7.113,  # constant
        3,  # coverage
        0.19,  # weight heard
        1.048,  # concepts
        0,  # doublings
        0.005,  # objected
        1.446,  # clause explained
        -0.225,  # remark explained
        0.786,  # clause weight
        -1.495,  # heard
        0.92,  # heard mostly here
        -0.2,  # question asked
        -0.389,  # question without its form
        -0.297,  # question told
        0.217,  # statement asked
        0.417,  # statement
        0.707,  # question mark
        0.305,  # question answered
        -0.035,  # answer
        1.877,  # its deed
        0.168,  # deed known
        0.281,  # another's deed
        -0.119,  # other step fits better
        -0.196,  # said better elsewhere
        -3.333,  # far from its place
        0.37,  # against the order
        4.744,  # share in order
        -3.424,  # claimed
        -1.337,  # said elsewhere
        0.49,  # between
        -1.288,  # between and unclaimed
        0.977,  # unclaimed question between
        0.268,  # beside a neighbour
        0.223,  # unclaimed question beside
        1.981,  # narrow gap
        0.149,  # first
        -0.293,  # last
        -1.41,  # conditional
        1.694,  # free remarks
        0.539,  # free remarks, unclaimed between
        -0.826,  # share found
    ),
)
