"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.763, 0.402), (-0.383, 0.227), (-0.473, 0.257))


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
        -4.323,  # constant
        2.864,  # coverage
        0.302,  # weight heard
        0.519,  # concepts
        0,  # doublings
        -0.173,  # objected
        1.488,  # clause explained
        -0.24,  # remark explained
        0.922,  # clause weight
        -1.147,  # heard
        0.87,  # heard mostly here
        0.693,  # question asked
        -0.523,  # question without its form
        -0.689,  # question told
        -0.328,  # statement asked
        0.342,  # statement
        0.198,  # question mark
        -0.28,  # question answered
        0.219,  # answer
        -2.371,  # put off
        2.107,  # company said
        -1.694,  # company not said
        0.046,  # sense covered
        0.472,  # sense explained
        2.825,  # its deed
        -0.663,  # deed known
        -2.2,  # another's deed
    ),
    once=(
        -3.176,  # constant
        2.75,  # coverage
        -0.272,  # weight heard
        0.945,  # concepts
        0,  # doublings
        -0.749,  # objected
        1.772,  # clause explained
        -1.069,  # remark explained
        0.752,  # clause weight
        -0.58,  # heard
        0.66,  # heard mostly here
        0.164,  # question asked
        -0.11,  # question without its form
        -0.164,  # question told
        0.001,  # statement asked
        0.022,  # statement
        0.489,  # question mark
        0.001,  # question answered
        -0.11,  # answer
        -2.616,  # put off
        1.087,  # company said
        -2.035,  # company not said
        0.031,  # sense covered
        0.274,  # sense explained
        2.24,  # its deed
        -0.085,  # deed known
        0.829,  # another's deed
        -0.369,  # other step fits better
        -0.261,  # said better elsewhere
        -8.914,  # far from its place
        -0.229,  # against the order
        1.937,  # share in order
        -2.602,  # claimed
        -0.808,  # said elsewhere
        0.632,  # between
        -1.995,  # between and unclaimed
        0.423,  # unclaimed question between
        0.536,  # beside a neighbour
        0.481,  # unclaimed question beside
        -1.033,  # narrow gap
        0.137,  # first
        -0.899,  # last
        -1.88,  # conditional
        0.766,  # free remarks
        0.876,  # free remarks, unclaimed between
        -0.393,  # share found
    ),
    twice=(
        -6.261,  # constant
        2.808,  # coverage
        -0.185,  # weight heard
        0.405,  # concepts
        0,  # doublings
        -0.541,  # objected
        1.923,  # clause explained
        -1.189,  # remark explained
        0.895,  # clause weight
        -0.701,  # heard
        0.758,  # heard mostly here
        -0.038,  # question asked
        -0.199,  # question without its form
        -0.376,  # question told
        0.138,  # statement asked
        0.204,  # statement
        0.599,  # question mark
        0.086,  # question answered
        -0.066,  # answer
        -2.812,  # put off
        1.361,  # company said
        -1.802,  # company not said
        0.041,  # sense covered
        0.341,  # sense explained
        2.298,  # its deed
        -0.186,  # deed known
        0.075,  # another's deed
        -0.212,  # other step fits better
        -0.191,  # said better elsewhere
        -4.244,  # far from its place
        0.247,  # against the order
        3.054,  # share in order
        -3.346,  # claimed
        -0.749,  # said elsewhere
        1.371,  # between
        -1.966,  # between and unclaimed
        0.936,  # unclaimed question between
        0.254,  # beside a neighbour
        0.328,  # unclaimed question beside
        0.237,  # narrow gap
        0.423,  # first
        -0.932,  # last
        -1.015,  # conditional
        0.97,  # free remarks
        0.606,  # free remarks, unclaimed between
        0.253,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -5.081,  # constant
        2.891,  # coverage
        0.182,  # weight heard
        0.578,  # concepts
        0,  # doublings
        -0.245,  # objected
        1.617,  # clause explained
        -1.201,  # remark explained
        1.157,  # clause weight
        -1.336,  # heard
        1.137,  # heard mostly here
        0.612,  # question asked
        -0.357,  # question without its form
        -0.436,  # question told
        -0.418,  # statement asked
        0.242,  # statement
        -0.087,  # question mark
        -0.342,  # question answered
        0.185,  # answer
        -2.37,  # put off
        2.491,  # company said
        -1.301,  # company not said
        -0.174,  # sense covered
        0.198,  # sense explained
        2.716,  # its deed
        -0.597,  # deed known
        -2.025,  # another's deed
    ),
    once=(
        -3.423,  # constant
        2.603,  # coverage
        -0.379,  # weight heard
        0.671,  # concepts
        0,  # doublings
        -1.036,  # objected
        1.957,  # clause explained
        -1.649,  # remark explained
        0.92,  # clause weight
        -0.598,  # heard
        0.778,  # heard mostly here
        0.005,  # question asked
        -0.139,  # question without its form
        -0.199,  # question told
        0.166,  # statement asked
        0.074,  # statement
        0.265,  # question mark
        -0.006,  # question answered
        -0.027,  # answer
        -2.598,  # put off
        1.064,  # company said
        -1.906,  # company not said
        -0.075,  # sense covered
        0.111,  # sense explained
        2.072,  # its deed
        -0,  # deed known
        0.942,  # another's deed
        -0.358,  # other step fits better
        -0.343,  # said better elsewhere
        -8.557,  # far from its place
        -0.317,  # against the order
        1.65,  # share in order
        -2.738,  # claimed
        -0.29,  # said elsewhere
        0.104,  # between
        -2.007,  # between and unclaimed
        0.455,  # unclaimed question between
        0.529,  # beside a neighbour
        0.378,  # unclaimed question beside
        -0.042,  # narrow gap
        0.158,  # first
        -0.985,  # last
        -1.778,  # conditional
        0.555,  # free remarks
        1.274,  # free remarks, unclaimed between
        -0.104,  # share found
    ),
    twice=(
        -6.003,  # constant
        2.694,  # coverage
        -0.246,  # weight heard
        0.171,  # concepts
        0,  # doublings
        -0.815,  # objected
        1.869,  # clause explained
        -1.758,  # remark explained
        1.05,  # clause weight
        -0.767,  # heard
        0.83,  # heard mostly here
        -0.019,  # question asked
        -0.091,  # question without its form
        -0.286,  # question told
        0.108,  # statement asked
        0.08,  # statement
        0.325,  # question mark
        -0.092,  # question answered
        -0.041,  # answer
        -2.761,  # put off
        1.51,  # company said
        -1.532,  # company not said
        -0.081,  # sense covered
        0.144,  # sense explained
        2.141,  # its deed
        -0.098,  # deed known
        0.128,  # another's deed
        -0.243,  # other step fits better
        -0.23,  # said better elsewhere
        -4.323,  # far from its place
        -0.012,  # against the order
        2.805,  # share in order
        -3.272,  # claimed
        -0.55,  # said elsewhere
        0.993,  # between
        -1.969,  # between and unclaimed
        0.97,  # unclaimed question between
        0.141,  # beside a neighbour
        0.245,  # unclaimed question beside
        0.417,  # narrow gap
        0.452,  # first
        -0.981,  # last
        -0.964,  # conditional
        0.627,  # free remarks
        0.621,  # free remarks, unclaimed between
        0.959,  # share found
    ),
    meant=(0.918, 0.527, 0.607),
)
