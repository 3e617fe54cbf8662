"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.835, 0.499), (-0.533, 0.344), (-0.62, 0.371))


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
        -4.696,  # constant
        3.656,  # coverage
        0.21,  # weight heard
        1.135,  # concepts
        0,  # doublings
        -0.344,  # objected
        1.833,  # clause explained
        0.77,  # remark explained
        0.84,  # clause weight
        -1.575,  # heard
        0.896,  # heard mostly here
        0.341,  # question asked
        -0.541,  # question without its form
        -0.562,  # question told
        -0.171,  # statement asked
        0.486,  # statement
        0.235,  # question mark
        0.291,  # question answered
        0.113,  # answer
        2.375,  # its deed
        -0.407,  # deed known
        -2.353,  # another's deed
    ),
    once=(
        -4.894,  # constant
        3.318,  # coverage
        -0.01,  # weight heard
        1.374,  # concepts
        0,  # doublings
        -0.077,  # objected
        1.775,  # clause explained
        -0.262,  # remark explained
        0.832,  # clause weight
        -1.384,  # heard
        0.71,  # heard mostly here
        -0.118,  # question asked
        -0.254,  # question without its form
        -0.217,  # question told
        0.086,  # statement asked
        0.294,  # statement
        0.595,  # question mark
        0.172,  # question answered
        -0.065,  # answer
        1.945,  # its deed
        0.087,  # deed known
        0.706,  # another's deed
        -0.349,  # other step fits better
        -0.162,  # said better elsewhere
        -6.202,  # far from its place
        0.138,  # against the order
        3.403,  # share in order
        -2.515,  # claimed
        -1.719,  # said elsewhere
        0.607,  # between
        -1.796,  # between and unclaimed
        1.12,  # unclaimed question between
        0.624,  # beside a neighbour
        -0.201,  # unclaimed question beside
        -0.421,  # narrow gap
        -0.069,  # first
        -0.233,  # last
        -2.061,  # conditional
        1.449,  # free remarks
        0.927,  # free remarks, unclaimed between
        -1.398,  # share found
    ),
    twice=(
        -6.848,  # constant
        3.082,  # coverage
        0.15,  # weight heard
        0.983,  # concepts
        0,  # doublings
        0.033,  # objected
        1.42,  # clause explained
        -0.328,  # remark explained
        0.769,  # clause weight
        -1.451,  # heard
        0.915,  # heard mostly here
        -0.259,  # question asked
        -0.415,  # question without its form
        -0.451,  # question told
        0.297,  # statement asked
        0.449,  # statement
        0.69,  # question mark
        0.38,  # question answered
        -0.019,  # answer
        1.781,  # its deed
        0.112,  # deed known
        0.141,  # another's deed
        -0.127,  # other step fits better
        -0.217,  # said better elsewhere
        -3.304,  # far from its place
        0.359,  # against the order
        4.678,  # share in order
        -3.307,  # claimed
        -1.28,  # said elsewhere
        0.357,  # between
        -1.359,  # between and unclaimed
        0.97,  # unclaimed question between
        0.242,  # beside a neighbour
        0.323,  # unclaimed question beside
        2.121,  # narrow gap
        0.155,  # first
        -0.226,  # last
        -1.542,  # conditional
        1.488,  # free remarks
        0.666,  # free remarks, unclaimed between
        -0.75,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -5.133,  # constant
        3.197,  # coverage
        0.243,  # weight heard
        0.702,  # concepts
        0,  # doublings
        -0.402,  # objected
        1.397,  # clause explained
        -0.133,  # remark explained
        1.02,  # clause weight
        -1.832,  # heard
        0.934,  # heard mostly here
        0.091,  # question asked
        -0.433,  # question without its form
        -0.496,  # question told
        -0.153,  # statement asked
        0.501,  # statement
        0.196,  # question mark
        0.316,  # question answered
        0.046,  # answer
        2.254,  # its deed
        -0.151,  # deed known
        -2.074,  # another's deed
    ),
    once=(
        -5.346,  # constant
        3.076,  # coverage
        -0.214,  # weight heard
        0.974,  # concepts
        0,  # doublings
        -0.254,  # objected
        1.298,  # clause explained
        -0.673,  # remark explained
        0.906,  # clause weight
        -1.218,  # heard
        0.704,  # heard mostly here
        -0.42,  # question asked
        -0.136,  # question without its form
        -0.234,  # question told
        0.112,  # statement asked
        0.329,  # statement
        0.424,  # question mark
        0.104,  # question answered
        -0.04,  # answer
        1.817,  # its deed
        0.105,  # deed known
        0.911,  # another's deed
        -0.311,  # other step fits better
        -0.216,  # said better elsewhere
        -6.439,  # far from its place
        0.424,  # against the order
        2.955,  # share in order
        -3.055,  # claimed
        -1.119,  # said elsewhere
        0.64,  # between
        -1.806,  # between and unclaimed
        1.469,  # unclaimed question between
        0.363,  # beside a neighbour
        -0.013,  # unclaimed question beside
        0.787,  # narrow gap
        0.022,  # first
        -0.425,  # last
        -2.105,  # conditional
        1.288,  # free remarks
        0.838,  # free remarks, unclaimed between
        -0.567,  # share found
    ),
    twice=(
        -6.789,  # constant
        3.106,  # coverage
        -0.028,  # weight heard
        0.619,  # concepts
        0,  # doublings
        -0.217,  # objected
        1.14,  # clause explained
        -1.044,  # remark explained
        0.963,  # clause weight
        -1.443,  # heard
        0.896,  # heard mostly here
        -0.452,  # question asked
        -0.285,  # question without its form
        -0.349,  # question told
        0.262,  # statement asked
        0.431,  # statement
        0.569,  # question mark
        0.258,  # question answered
        -0.03,  # answer
        1.692,  # its deed
        0.114,  # deed known
        0.362,  # another's deed
        -0.111,  # other step fits better
        -0.157,  # said better elsewhere
        -3.893,  # far from its place
        0.211,  # against the order
        3.67,  # share in order
        -4.009,  # claimed
        -1.55,  # said elsewhere
        0.092,  # between
        -1.527,  # between and unclaimed
        1.455,  # unclaimed question between
        0.081,  # beside a neighbour
        0.084,  # unclaimed question beside
        3.419,  # narrow gap
        0.154,  # first
        -0.432,  # last
        -1.615,  # conditional
        1.373,  # free remarks
        0.702,  # free remarks, unclaimed between
        0.407,  # share found
    ),
    meant=(0.857, 0.548, 0.622),
)
