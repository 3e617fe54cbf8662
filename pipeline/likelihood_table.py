"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.735, 0.391), (-0.412, 0.242), (-0.536, 0.286))


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
        -5.268,  # constant
        3.518,  # coverage
        -0.113,  # weight heard
        0.705,  # concepts
        0,  # doublings
        -0.077,  # objected
        1.91,  # clause explained
        -0.208,  # remark explained
        0.956,  # clause weight
        -0.595,  # heard
        0.688,  # heard mostly here
        0.616,  # question asked
        -0.487,  # question without its form
        -0.716,  # question told
        -0.397,  # statement asked
        0.396,  # statement
        0.22,  # question mark
        -0.304,  # question answered
        0.221,  # answer
        -5.466,  # put off
        2.034,  # company said
        -1.655,  # company not said
        0.052,  # sense covered
        0.434,  # sense explained
        2.285,  # its deed
        -0.456,  # deed known
        -2.285,  # another's deed
    ),
    once=(
        -3.533,  # constant
        3.125,  # coverage
        -0.434,  # weight heard
        0.994,  # concepts
        0,  # doublings
        -0.478,  # objected
        2.097,  # clause explained
        -1.151,  # remark explained
        0.759,  # clause weight
        -0.501,  # heard
        0.636,  # heard mostly here
        0.101,  # question asked
        -0.17,  # question without its form
        -0.295,  # question told
        0.044,  # statement asked
        0.127,  # statement
        0.516,  # question mark
        0.016,  # question answered
        -0.052,  # answer
        -5.197,  # put off
        1,  # company said
        -1.997,  # company not said
        -0,  # sense covered
        0.289,  # sense explained
        1.821,  # its deed
        -0.083,  # deed known
        0.709,  # another's deed
        -0.35,  # other step fits better
        -0.263,  # said better elsewhere
        -8.52,  # far from its place
        -0.255,  # against the order
        1.77,  # share in order
        -2.251,  # claimed
        -0.756,  # said elsewhere
        0.373,  # between
        -1.651,  # between and unclaimed
        0.377,  # unclaimed question between
        0.495,  # beside a neighbour
        0.452,  # unclaimed question beside
        -0.94,  # narrow gap
        0.272,  # first
        -0.647,  # last
        -1.883,  # conditional
        0.68,  # free remarks
        0.969,  # free remarks, unclaimed between
        -0.201,  # share found
    ),
    twice=(
        -6.546,  # constant
        3.178,  # coverage
        -0.35,  # weight heard
        0.535,  # concepts
        0,  # doublings
        -0.216,  # objected
        2.265,  # clause explained
        -1.227,  # remark explained
        0.917,  # clause weight
        -0.574,  # heard
        0.749,  # heard mostly here
        -0.026,  # question asked
        -0.243,  # question without its form
        -0.467,  # question told
        0.067,  # statement asked
        0.309,  # statement
        0.653,  # question mark
        0.059,  # question answered
        -0.012,  # answer
        -5.497,  # put off
        1.459,  # company said
        -1.607,  # company not said
        0.007,  # sense covered
        0.367,  # sense explained
        1.912,  # its deed
        -0.164,  # deed known
        0.03,  # another's deed
        -0.189,  # other step fits better
        -0.145,  # said better elsewhere
        -4.37,  # far from its place
        0.15,  # against the order
        2.936,  # share in order
        -2.929,  # claimed
        -0.949,  # said elsewhere
        0.965,  # between
        -1.795,  # between and unclaimed
        0.825,  # unclaimed question between
        0.335,  # beside a neighbour
        0.295,  # unclaimed question beside
        -0.075,  # narrow gap
        0.432,  # first
        -0.585,  # last
        -1.142,  # conditional
        0.999,  # free remarks
        0.845,  # free remarks, unclaimed between
        0.224,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -6.058,  # constant
        3.695,  # coverage
        -0.295,  # weight heard
        0.682,  # concepts
        0,  # doublings
        -0.054,  # objected
        2.084,  # clause explained
        -1.17,  # remark explained
        1.177,  # clause weight
        -0.751,  # heard
        0.954,  # heard mostly here
        0.557,  # question asked
        -0.312,  # question without its form
        -0.477,  # question told
        -0.504,  # statement asked
        0.273,  # statement
        -0.057,  # question mark
        -0.356,  # question answered
        0.171,  # answer
        -5.532,  # put off
        2.436,  # company said
        -1.192,  # company not said
        -0.181,  # sense covered
        0.191,  # sense explained
        2.244,  # its deed
        -0.396,  # deed known
        -2.065,  # another's deed
    ),
    once=(
        -3.59,  # constant
        2.863,  # coverage
        -0.464,  # weight heard
        0.612,  # concepts
        0,  # doublings
        -0.645,  # objected
        2.197,  # clause explained
        -1.791,  # remark explained
        0.923,  # clause weight
        -0.624,  # heard
        0.838,  # heard mostly here
        -0.066,  # question asked
        -0.143,  # question without its form
        -0.298,  # question told
        0.209,  # statement asked
        0.128,  # statement
        0.282,  # question mark
        0.018,  # question answered
        0.001,  # answer
        -5.273,  # put off
        1.05,  # company said
        -1.747,  # company not said
        -0.099,  # sense covered
        0.141,  # sense explained
        1.736,  # its deed
        -0.148,  # deed known
        0.922,  # another's deed
        -0.358,  # other step fits better
        -0.344,  # said better elsewhere
        -8.15,  # far from its place
        -0.296,  # against the order
        1.593,  # share in order
        -2.434,  # claimed
        -0.123,  # said elsewhere
        0.034,  # between
        -1.75,  # between and unclaimed
        0.514,  # unclaimed question between
        0.574,  # beside a neighbour
        0.228,  # unclaimed question beside
        -0.343,  # narrow gap
        0.249,  # first
        -0.699,  # last
        -1.803,  # conditional
        0.502,  # free remarks
        1.269,  # free remarks, unclaimed between
        0.013,  # share found
    ),
    twice=(
        -6.195,  # constant
        2.982,  # coverage
        -0.405,  # weight heard
        0.152,  # concepts
        0,  # doublings
        -0.424,  # objected
        2.251,  # clause explained
        -1.928,  # remark explained
        1.085,  # clause weight
        -0.713,  # heard
        0.908,  # heard mostly here
        0.015,  # question asked
        -0.099,  # question without its form
        -0.323,  # question told
        0.055,  # statement asked
        0.106,  # statement
        0.364,  # question mark
        -0.133,  # question answered
        -0.003,  # answer
        -5.471,  # put off
        1.559,  # company said
        -1.29,  # company not said
        -0.112,  # sense covered
        0.176,  # sense explained
        1.801,  # its deed
        -0.213,  # deed known
        0.125,  # another's deed
        -0.236,  # other step fits better
        -0.203,  # said better elsewhere
        -4.098,  # far from its place
        -0.119,  # against the order
        2.784,  # share in order
        -2.76,  # claimed
        -0.575,  # said elsewhere
        0.423,  # between
        -1.517,  # between and unclaimed
        0.837,  # unclaimed question between
        0.188,  # beside a neighbour
        0.248,  # unclaimed question beside
        0.496,  # narrow gap
        0.469,  # first
        -0.649,  # last
        -1.009,  # conditional
        0.634,  # free remarks
        0.73,  # free remarks, unclaimed between
        0.869,  # share found
    ),
    meant=(0.896, 0.522, 0.622),
)
