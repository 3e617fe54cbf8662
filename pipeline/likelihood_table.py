"""How are remarks weighed against steps? Fitted numbers, renewed by `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for the nearness in each of the three weighings: `python -m benchmarks.meaning_fit`.
MEANT = ((-0.502, 0.686), (-0.325, 0.388), (-0.394, 0.418))

# The same for what reviewed calls taught of the words: `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.856, 0.527), (-0.535, 0.344), (-0.665, 0.38))


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
        -4.6,  # constant
        3.633,  # coverage
        0.281,  # weight heard
        1.237,  # concepts
        0,  # doublings
        -0.363,  # objected
        1.895,  # clause explained
        0.74,  # remark explained
        0.778,  # clause weight
        -1.616,  # heard
        0.866,  # heard mostly here
        0.373,  # question asked
        -0.558,  # question without its form
        -0.541,  # question told
        -0.182,  # statement asked
        0.489,  # statement
        0.208,  # question mark
        0.283,  # question answered
        0.104,  # answer
        2.413,  # its deed
        -0.359,  # deed known
        -2.145,  # another's deed
    ),
    once=(
        -5.088,  # constant
        3.273,  # coverage
        -0.048,  # weight heard
        1.439,  # concepts
        0,  # doublings
        -0.084,  # objected
        1.964,  # clause explained
        -0.182,  # remark explained
        0.87,  # clause weight
        -1.37,  # heard
        0.73,  # heard mostly here
        -0.126,  # question asked
        -0.232,  # question without its form
        -0.041,  # question told
        0.059,  # statement asked
        0.275,  # statement
        0.611,  # question mark
        0.156,  # question answered
        -0.103,  # answer
        1.905,  # its deed
        0.13,  # deed known
        0.728,  # another's deed
        -0.399,  # other step fits better
        -0.121,  # said better elsewhere
        -6.239,  # far from its place
        0.14,  # against the order
        3.383,  # share in order
        -2.289,  # claimed
        -1.74,  # said elsewhere
        0.591,  # between
        -1.785,  # between and unclaimed
        1.144,  # unclaimed question between
        0.62,  # beside a neighbour
        -0.137,  # unclaimed question beside
        -0.097,  # narrow gap
        -0.099,  # first
        -0.308,  # last
        -1.926,  # conditional
        1.542,  # free remarks
        0.936,  # free remarks, unclaimed between
        -1.598,  # share found
    ),
    twice=(
        -7.148,  # constant
        3.08,  # coverage
        0.179,  # weight heard
        1.078,  # concepts
        0,  # doublings
        0.01,  # objected
        1.508,  # clause explained
        -0.259,  # remark explained
        0.804,  # clause weight
        -1.444,  # heard
        0.901,  # heard mostly here
        -0.265,  # question asked
        -0.382,  # question without its form
        -0.265,  # question told
        0.232,  # statement asked
        0.435,  # statement
        0.745,  # question mark
        0.331,  # question answered
        -0.051,  # answer
        1.854,  # its deed
        0.166,  # deed known
        0.289,  # another's deed
        -0.133,  # other step fits better
        -0.154,  # said better elsewhere
        -3.494,  # far from its place
        0.251,  # against the order
        4.921,  # share in order
        -3.214,  # claimed
        -1.463,  # said elsewhere
        0.161,  # between
        -1.146,  # between and unclaimed
        1.151,  # unclaimed question between
        0.282,  # beside a neighbour
        0.163,  # unclaimed question beside
        2.056,  # narrow gap
        0.147,  # first
        -0.305,  # last
        -1.427,  # conditional
        1.805,  # free remarks
        0.569,  # free remarks, unclaimed between
        -1.1,  # share found
    ),
)
