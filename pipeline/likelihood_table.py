"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.828, 0.63), (-0.371, 0.315), (-0.468, 0.366))


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
        -4.4,  # constant
        3.33,  # coverage
        0.233,  # weight heard
        0.883,  # concepts
        0,  # doublings
        -0.096,  # objected
        1.986,  # clause explained
        -0.628,  # remark explained
        0.704,  # clause weight
        -1.194,  # heard
        0.503,  # heard mostly here
        0.581,  # question asked
        -0.508,  # question without its form
        -0.608,  # question told
        -0.131,  # statement asked
        0.29,  # statement
        0.008,  # question mark
        -0.208,  # question answered
        0.174,  # answer
        -1.48,  # put off
        2.074,  # company said
        -0.712,  # company not said
        3.729,  # amount said
        -0.725,  # amount not said
        0.061,  # sense covered
        0.472,  # sense explained
        2.212,  # its deed
        -0.223,  # deed known
        -2.17,  # another's deed
    ),
    once=(
        -3.228,  # constant
        2.966,  # coverage
        -0.228,  # weight heard
        1.073,  # concepts
        0,  # doublings
        -0.214,  # objected
        2.613,  # clause explained
        -1.104,  # remark explained
        0.715,  # clause weight
        -0.898,  # heard
        0.555,  # heard mostly here
        0.168,  # question asked
        -0.239,  # question without its form
        -0.481,  # question told
        0.2,  # statement asked
        0.068,  # statement
        0.291,  # question mark
        -0.07,  # question answered
        0.038,  # answer
        -1.391,  # put off
        0.716,  # company said
        -1.436,  # company not said
        3.213,  # amount said
        -0.708,  # amount not said
        0.041,  # sense covered
        0.3,  # sense explained
        1.721,  # its deed
        -0.013,  # deed known
        0.269,  # another's deed
        -0.244,  # other step fits better
        -0.257,  # said better elsewhere
        -8.115,  # far from its place
        -0.172,  # against the order
        1,  # share in order
        -2.749,  # claimed
        0.096,  # said elsewhere
        0.469,  # between
        -1.258,  # between and unclaimed
        0.373,  # unclaimed question between
        0.476,  # beside a neighbour
        0.307,  # unclaimed question beside
        -0.917,  # narrow gap
        0.228,  # first
        -0.518,  # last
        -1.916,  # conditional
        0.725,  # free remarks
        0.601,  # free remarks, unclaimed between
        -0.606,  # share found
    ),
    twice=(
        -5.203,  # constant
        2.805,  # coverage
        -0.118,  # weight heard
        0.676,  # concepts
        0,  # doublings
        -0.2,  # objected
        2.659,  # clause explained
        -1.252,  # remark explained
        0.806,  # clause weight
        -0.997,  # heard
        0.62,  # heard mostly here
        0.194,  # question asked
        -0.302,  # question without its form
        -0.508,  # question told
        0.204,  # statement asked
        0.114,  # statement
        0.376,  # question mark
        -0.057,  # question answered
        0.035,  # answer
        -1.539,  # put off
        1.026,  # company said
        -1.265,  # company not said
        2.991,  # amount said
        -0.698,  # amount not said
        0.055,  # sense covered
        0.343,  # sense explained
        1.83,  # its deed
        -0.037,  # deed known
        -0.287,  # another's deed
        -0.147,  # other step fits better
        -0.18,  # said better elsewhere
        -4.31,  # far from its place
        -0.11,  # against the order
        2.07,  # share in order
        -3.56,  # claimed
        -0.063,  # said elsewhere
        1.194,  # between
        -1.914,  # between and unclaimed
        0.567,  # unclaimed question between
        0.273,  # beside a neighbour
        0.21,  # unclaimed question beside
        -0.452,  # narrow gap
        0.468,  # first
        -0.466,  # last
        -1.131,  # conditional
        0.869,  # free remarks
        0.616,  # free remarks, unclaimed between
        0.04,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -5.307,  # constant
        3.38,  # coverage
        0.073,  # weight heard
        0.84,  # concepts
        0,  # doublings
        -0.263,  # objected
        2.277,  # clause explained
        -1.796,  # remark explained
        0.939,  # clause weight
        -1.37,  # heard
        0.825,  # heard mostly here
        0.522,  # question asked
        -0.319,  # question without its form
        -0.384,  # question told
        -0.204,  # statement asked
        0.162,  # statement
        -0.235,  # question mark
        -0.27,  # question answered
        0.08,  # answer
        -1.341,  # put off
        2.497,  # company said
        -0.311,  # company not said
        2.547,  # amount said
        -0.421,  # amount not said
        -0.171,  # sense covered
        0.189,  # sense explained
        2.079,  # its deed
        -0.038,  # deed known
        -2.006,  # another's deed
    ),
    once=(
        -3.595,  # constant
        3,  # coverage
        -0.329,  # weight heard
        0.798,  # concepts
        0,  # doublings
        -0.345,  # objected
        2.603,  # clause explained
        -1.886,  # remark explained
        0.875,  # clause weight
        -0.96,  # heard
        0.734,  # heard mostly here
        0.068,  # question asked
        -0.216,  # question without its form
        -0.47,  # question told
        0.261,  # statement asked
        0.067,  # statement
        0.059,  # question mark
        -0.16,  # question answered
        0.056,  # answer
        -1.324,  # put off
        0.806,  # company said
        -1.334,  # company not said
        2.42,  # amount said
        -0.602,  # amount not said
        -0.086,  # sense covered
        0.142,  # sense explained
        1.56,  # its deed
        0.109,  # deed known
        0.242,  # another's deed
        -0.248,  # other step fits better
        -0.258,  # said better elsewhere
        -7.676,  # far from its place
        -0.232,  # against the order
        0.893,  # share in order
        -2.853,  # claimed
        0.297,  # said elsewhere
        0.348,  # between
        -1.485,  # between and unclaimed
        0.488,  # unclaimed question between
        0.39,  # beside a neighbour
        0.244,  # unclaimed question beside
        -0.355,  # narrow gap
        0.383,  # first
        -0.622,  # last
        -1.837,  # conditional
        0.456,  # free remarks
        0.893,  # free remarks, unclaimed between
        -0.347,  # share found
    ),
    twice=(
        -5.152,  # constant
        2.911,  # coverage
        -0.26,  # weight heard
        0.495,  # concepts
        0,  # doublings
        -0.315,  # objected
        2.688,  # clause explained
        -2.106,  # remark explained
        0.985,  # clause weight
        -1.098,  # heard
        0.822,  # heard mostly here
        0.12,  # question asked
        -0.207,  # question without its form
        -0.416,  # question told
        0.217,  # statement asked
        0.048,  # statement
        0.123,  # question mark
        -0.184,  # question answered
        0.024,  # answer
        -1.468,  # put off
        1.135,  # company said
        -1.081,  # company not said
        2.195,  # amount said
        -0.543,  # amount not said
        -0.091,  # sense covered
        0.152,  # sense explained
        1.637,  # its deed
        0.077,  # deed known
        -0.249,  # another's deed
        -0.168,  # other step fits better
        -0.187,  # said better elsewhere
        -4.268,  # far from its place
        -0.434,  # against the order
        1.563,  # share in order
        -3.236,  # claimed
        0.073,  # said elsewhere
        0.564,  # between
        -1.645,  # between and unclaimed
        0.74,  # unclaimed question between
        0.241,  # beside a neighbour
        0.068,  # unclaimed question beside
        -0.168,  # narrow gap
        0.62,  # first
        -0.585,  # last
        -1.108,  # conditional
        0.544,  # free remarks
        0.725,  # free remarks, unclaimed between
        0.739,  # share found
    ),
    meant=(0.935, 0.609, 0.647),
)
