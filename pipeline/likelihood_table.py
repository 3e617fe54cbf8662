"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.764, 0.464), (-0.538, 0.338), (-0.604, 0.361))


@dataclass(frozen=True, slots=True)
class Table:
    """For each weighing a constant and a number for each feature, in the order of WORDS and then CONTEXT.

    `meant` is the number for nearness of meaning in each weighing, where the table knows of any; `taught` is what
    reviewed calls add where a campaign has learnt of some.
    """

    words: tuple[float, ...]
    once: tuple[float, ...]
    twice: tuple[float, ...]
    meant: tuple[float, float, float] | None = None
    taught: tuple[tuple[float, float], ...] = TAUGHT


TABLE = Table(
    words=(
        -4.64,  # constant
        3.601,  # coverage
        0.14,  # weight heard
        1.544,  # concepts
        0,  # doublings
        -0.165,  # objected
        1.457,  # clause explained
        0.945,  # remark explained
        0.753,  # clause weight
        -1.46,  # heard
        0.878,  # heard mostly here
        0.38,  # question asked
        -0.536,  # question without its form
        -0.352,  # question told
        -0.207,  # statement asked
        0.46,  # statement
        0.174,  # question mark
        0.336,  # question answered
        0.086,  # answer
        -4.957,  # put off
        1.788,  # company said
        -1.885,  # company not said
        2.374,  # its deed
        -0.429,  # deed known
        -2.348,  # another's deed
    ),
    once=(
        -5.09,  # constant
        3.17,  # coverage
        -0.069,  # weight heard
        1.595,  # concepts
        0,  # doublings
        -0.029,  # objected
        1.694,  # clause explained
        -0.262,  # remark explained
        0.766,  # clause weight
        -1.234,  # heard
        0.677,  # heard mostly here
        -0.109,  # question asked
        -0.241,  # question without its form
        0.018,  # question told
        0.051,  # statement asked
        0.273,  # statement
        0.519,  # question mark
        0.28,  # question answered
        -0.093,  # answer
        -4.068,  # put off
        1.945,  # company said
        -1.527,  # company not said
        2.008,  # its deed
        0.082,  # deed known
        0.516,  # another's deed
        -0.366,  # other step fits better
        -0.148,  # said better elsewhere
        -6.107,  # far from its place
        0.208,  # against the order
        3.75,  # share in order
        -2.23,  # claimed
        -1.928,  # said elsewhere
        0.6,  # between
        -1.65,  # between and unclaimed
        1.128,  # unclaimed question between
        0.791,  # beside a neighbour
        -0.288,  # unclaimed question beside
        -1.251,  # narrow gap
        -0.285,  # first
        -0.144,  # last
        -1.993,  # conditional
        1.41,  # free remarks
        0.782,  # free remarks, unclaimed between
        -1.362,  # share found
    ),
    twice=(
        -6.983,  # constant
        2.97,  # coverage
        0.097,  # weight heard
        1.161,  # concepts
        0,  # doublings
        0.114,  # objected
        1.388,  # clause explained
        -0.277,  # remark explained
        0.736,  # clause weight
        -1.294,  # heard
        0.854,  # heard mostly here
        -0.273,  # question asked
        -0.397,  # question without its form
        -0.182,  # question told
        0.241,  # statement asked
        0.443,  # statement
        0.668,  # question mark
        0.484,  # question answered
        -0.046,  # answer
        -4.21,  # put off
        2.028,  # company said
        -1.417,  # company not said
        1.832,  # its deed
        0.096,  # deed known
        0.112,  # another's deed
        -0.132,  # other step fits better
        -0.2,  # said better elsewhere
        -3.36,  # far from its place
        0.386,  # against the order
        4.645,  # share in order
        -3.265,  # claimed
        -1.572,  # said elsewhere
        0.804,  # between
        -1.533,  # between and unclaimed
        1.077,  # unclaimed question between
        0.375,  # beside a neighbour
        0.251,  # unclaimed question beside
        0.507,  # narrow gap
        -0.044,  # first
        -0.117,  # last
        -1.526,  # conditional
        1.428,  # free remarks
        0.633,  # free remarks, unclaimed between
        -0.421,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -5.182,  # constant
        3.162,  # coverage
        0.114,  # weight heard
        1.293,  # concepts
        0,  # doublings
        -0.181,  # objected
        0.928,  # clause explained
        -0.12,  # remark explained
        0.919,  # clause weight
        -1.647,  # heard
        0.95,  # heard mostly here
        0.144,  # question asked
        -0.398,  # question without its form
        -0.208,  # question told
        -0.255,  # statement asked
        0.461,  # statement
        0.115,  # question mark
        0.372,  # question answered
        0.015,  # answer
        -4.594,  # put off
        2.149,  # company said
        -1.85,  # company not said
        2.196,  # its deed
        -0.183,  # deed known
        -2.05,  # another's deed
    ),
    once=(
        -5.606,  # constant
        2.904,  # coverage
        -0.219,  # weight heard
        1.11,  # concepts
        0,  # doublings
        -0.241,  # objected
        1.322,  # clause explained
        -0.873,  # remark explained
        0.87,  # clause weight
        -1.106,  # heard
        0.719,  # heard mostly here
        -0.445,  # question asked
        -0.122,  # question without its form
        -0.013,  # question told
        0.068,  # statement asked
        0.331,  # statement
        0.357,  # question mark
        0.209,  # question answered
        -0.054,  # answer
        -4.251,  # put off
        1.922,  # company said
        -1.479,  # company not said
        1.877,  # its deed
        0.089,  # deed known
        0.716,  # another's deed
        -0.305,  # other step fits better
        -0.17,  # said better elsewhere
        -6.327,  # far from its place
        0.47,  # against the order
        3.117,  # share in order
        -2.867,  # claimed
        -1.411,  # said elsewhere
        0.69,  # between
        -1.623,  # between and unclaimed
        1.597,  # unclaimed question between
        0.632,  # beside a neighbour
        -0.15,  # unclaimed question beside
        -0.423,  # narrow gap
        -0.244,  # first
        -0.335,  # last
        -2.014,  # conditional
        1.267,  # free remarks
        0.66,  # free remarks, unclaimed between
        -0.4,  # share found
    ),
    twice=(
        -7.213,  # constant
        2.97,  # coverage
        -0.049,  # weight heard
        0.778,  # concepts
        0,  # doublings
        -0.169,  # objected
        1.142,  # clause explained
        -1.193,  # remark explained
        0.939,  # clause weight
        -1.305,  # heard
        0.854,  # heard mostly here
        -0.484,  # question asked
        -0.241,  # question without its form
        -0.111,  # question told
        0.156,  # statement asked
        0.437,  # statement
        0.519,  # question mark
        0.347,  # question answered
        -0.043,  # answer
        -4.386,  # put off
        2.127,  # company said
        -1.226,  # company not said
        1.739,  # its deed
        0.123,  # deed known
        0.31,  # another's deed
        -0.074,  # other step fits better
        -0.15,  # said better elsewhere
        -3.935,  # far from its place
        0.259,  # against the order
        4.045,  # share in order
        -4.007,  # claimed
        -1.797,  # said elsewhere
        0.473,  # between
        -1.616,  # between and unclaimed
        1.568,  # unclaimed question between
        0.226,  # beside a neighbour
        0.22,  # unclaimed question beside
        1.448,  # narrow gap
        -0.129,  # first
        -0.294,  # last
        -1.606,  # conditional
        1.327,  # free remarks
        0.665,  # free remarks, unclaimed between
        0.652,  # share found
    ),
    meant=(0.892, 0.59, 0.66),
)
