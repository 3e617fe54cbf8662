"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.771, 0.395), (-0.459, 0.329), (-0.444, 0.315))


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
        -5.245,  # constant
        3.397,  # coverage
        -0.082,  # weight heard
        0.753,  # concepts
        0,  # doublings
        -0.374,  # objected
        1.939,  # clause explained
        -0.305,  # remark explained
        0.943,  # clause weight
        -0.78,  # heard
        0.781,  # heard mostly here
        0.555,  # question asked
        -0.516,  # question without its form
        -0.611,  # question told
        -0.299,  # statement asked
        0.409,  # statement
        0.2,  # question mark
        -0.173,  # question answered
        0.215,  # answer
        -5.154,  # put off
        2.137,  # company said
        -1.636,  # company not said
        0.018,  # sense covered
        0.457,  # sense explained
        2.337,  # its deed
        -0.38,  # deed known
        -2.256,  # another's deed
    ),
    once=(
        -3.861,  # constant
        3.126,  # coverage
        -0.423,  # weight heard
        0.974,  # concepts
        0,  # doublings
        -0.501,  # objected
        2.07,  # clause explained
        -1.226,  # remark explained
        0.787,  # clause weight
        -0.596,  # heard
        0.706,  # heard mostly here
        -0.069,  # question asked
        -0.246,  # question without its form
        -0.255,  # question told
        0.131,  # statement asked
        0.258,  # statement
        0.507,  # question mark
        0.209,  # question answered
        -0.076,  # answer
        -5.079,  # put off
        1.228,  # company said
        -1.732,  # company not said
        0.021,  # sense covered
        0.262,  # sense explained
        1.762,  # its deed
        -0.043,  # deed known
        0.706,  # another's deed
        -0.373,  # other step fits better
        -0.219,  # said better elsewhere
        -7.866,  # far from its place
        -0.184,  # against the order
        1.986,  # share in order
        -2.44,  # claimed
        -1.044,  # said elsewhere
        0.781,  # between
        -1.875,  # between and unclaimed
        0.538,  # unclaimed question between
        0.565,  # beside a neighbour
        0.289,  # unclaimed question beside
        -1.306,  # narrow gap
        0.148,  # first
        -0.489,  # last
        -1.955,  # conditional
        0.773,  # free remarks
        0.76,  # free remarks, unclaimed between
        -0.278,  # share found
    ),
    twice=(
        -6.736,  # constant
        3.231,  # coverage
        -0.322,  # weight heard
        0.542,  # concepts
        0,  # doublings
        -0.251,  # objected
        2.184,  # clause explained
        -1.381,  # remark explained
        0.9,  # clause weight
        -0.699,  # heard
        0.837,  # heard mostly here
        0.002,  # question asked
        -0.413,  # question without its form
        -0.445,  # question told
        0.178,  # statement asked
        0.382,  # statement
        0.591,  # question mark
        0.235,  # question answered
        -0.014,  # answer
        -5.415,  # put off
        1.718,  # company said
        -1.349,  # company not said
        0.014,  # sense covered
        0.353,  # sense explained
        1.806,  # its deed
        -0.101,  # deed known
        0.046,  # another's deed
        -0.181,  # other step fits better
        -0.131,  # said better elsewhere
        -4.5,  # far from its place
        0.377,  # against the order
        3.125,  # share in order
        -2.713,  # claimed
        -1.209,  # said elsewhere
        0.963,  # between
        -1.487,  # between and unclaimed
        0.623,  # unclaimed question between
        0.43,  # beside a neighbour
        0.181,  # unclaimed question beside
        -0.825,  # narrow gap
        0.323,  # first
        -0.364,  # last
        -1.404,  # conditional
        1.01,  # free remarks
        0.763,  # free remarks, unclaimed between
        0.264,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -6.069,  # constant
        3.654,  # coverage
        -0.292,  # weight heard
        0.766,  # concepts
        0,  # doublings
        -0.25,  # objected
        1.954,  # clause explained
        -1.032,  # remark explained
        1.14,  # clause weight
        -0.877,  # heard
        0.961,  # heard mostly here
        0.442,  # question asked
        -0.368,  # question without its form
        -0.324,  # question told
        -0.355,  # statement asked
        0.327,  # statement
        -0.05,  # question mark
        -0.216,  # question answered
        0.178,  # answer
        -5.198,  # put off
        2.52,  # company said
        -1.213,  # company not said
        -0.206,  # sense covered
        0.209,  # sense explained
        2.251,  # its deed
        -0.292,  # deed known
        -2.049,  # another's deed
    ),
    once=(
        -3.849,  # constant
        3.003,  # coverage
        -0.53,  # weight heard
        0.638,  # concepts
        0,  # doublings
        -0.506,  # objected
        2.111,  # clause explained
        -1.759,  # remark explained
        0.913,  # clause weight
        -0.683,  # heard
        0.879,  # heard mostly here
        -0.264,  # question asked
        -0.264,  # question without its form
        -0.287,  # question told
        0.357,  # statement asked
        0.284,  # statement
        0.277,  # question mark
        0.212,  # question answered
        -0.02,  # answer
        -5.074,  # put off
        1.183,  # company said
        -1.477,  # company not said
        -0.082,  # sense covered
        0.115,  # sense explained
        1.614,  # its deed
        -0.088,  # deed known
        0.992,  # another's deed
        -0.396,  # other step fits better
        -0.325,  # said better elsewhere
        -7.513,  # far from its place
        -0.206,  # against the order
        1.767,  # share in order
        -2.55,  # claimed
        -0.304,  # said elsewhere
        0.335,  # between
        -2.007,  # between and unclaimed
        0.676,  # unclaimed question between
        0.614,  # beside a neighbour
        0.061,  # unclaimed question beside
        -0.526,  # narrow gap
        0.154,  # first
        -0.576,  # last
        -1.905,  # conditional
        0.539,  # free remarks
        1.197,  # free remarks, unclaimed between
        -0.036,  # share found
    ),
    twice=(
        -6.054,  # constant
        3.105,  # coverage
        -0.415,  # weight heard
        0.173,  # concepts
        0,  # doublings
        -0.385,  # objected
        2.061,  # clause explained
        -1.881,  # remark explained
        1.046,  # clause weight
        -0.798,  # heard
        0.927,  # heard mostly here
        0.011,  # question asked
        -0.282,  # question without its form
        -0.343,  # question told
        0.205,  # statement asked
        0.213,  # statement
        0.317,  # question mark
        0.011,  # question answered
        0.009,  # answer
        -5.271,  # put off
        1.66,  # company said
        -1.212,  # company not said
        -0.09,  # sense covered
        0.157,  # sense explained
        1.641,  # its deed
        -0.148,  # deed known
        0.137,  # another's deed
        -0.236,  # other step fits better
        -0.2,  # said better elsewhere
        -3.958,  # far from its place
        -0.099,  # against the order
        2.731,  # share in order
        -2.848,  # claimed
        -0.758,  # said elsewhere
        0.431,  # between
        -1.574,  # between and unclaimed
        0.61,  # unclaimed question between
        0.208,  # beside a neighbour
        0.213,  # unclaimed question beside
        0.437,  # narrow gap
        0.37,  # first
        -0.489,  # last
        -1.186,  # conditional
        0.656,  # free remarks
        0.7,  # free remarks, unclaimed between
        0.973,  # share found
    ),
    meant=(0.895, 0.514, 0.611),
)
