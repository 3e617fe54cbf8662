"""How are remarks weighed against steps? Fitted numbers, renewed by `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for the nearness in each of the three weighings: `python -m benchmarks.meaning_fit`.
MEANT = ((-0.53, 0.706), (-0.288, 0.404), (-0.36, 0.43))

# The same for what reviewed calls taught of the words: `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.833, 0.519), (-0.513, 0.336), (-0.659, 0.379))


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
        -4.493,  # constant
        3.485,  # coverage
        0.336,  # weight heard
        1.235,  # concepts
        0,  # doublings
        -0.341,  # objected
        1.957,  # clause explained
        0.708,  # remark explained
        0.78,  # clause weight
        -1.581,  # heard
        0.831,  # heard mostly here
        0.356,  # question asked
        -0.547,  # question without its form
        -0.586,  # question told
        -0.177,  # statement asked
        0.49,  # statement
        0.225,  # question mark
        0.314,  # question answered
        0.092,  # answer
        2.512,  # its deed
        -0.439,  # deed known
        -2.232,  # another's deed
    ),
    once=(
        -4.546,  # constant
        3.197,  # coverage
        -0,  # weight heard
        1.381,  # concepts
        0,  # doublings
        -0.055,  # objected
        1.944,  # clause explained
        -0.187,  # remark explained
        0.876,  # clause weight
        -1.357,  # heard
        0.729,  # heard mostly here
        -0.184,  # question asked
        -0.267,  # question without its form
        -0.101,  # question told
        0.109,  # statement asked
        0.322,  # statement
        0.637,  # question mark
        0.195,  # question answered
        -0.083,  # answer
        2.037,  # its deed
        -0.317,  # deed known
        0.768,  # another's deed
        -0.359,  # other step fits better
        -0.161,  # said better elsewhere
        -6.316,  # far from its place
        0.154,  # against the order
        3.359,  # share in order
        -2.416,  # claimed
        -1.509,  # said elsewhere
        0.433,  # between
        -1.768,  # between and unclaimed
        1.16,  # unclaimed question between
        0.627,  # beside a neighbour
        -0.191,  # unclaimed question beside
        -0,  # narrow gap
        -0.114,  # first
        -0.337,  # last
        -2.075,  # conditional
        1.488,  # free remarks
        1.046,  # free remarks, unclaimed between
        -1.656,  # share found
    ),
    twice=(
        -6.667,  # constant
        2.934,  # coverage
        0.207,  # weight heard
        1.142,  # concepts
        0,  # doublings
        -0.08,  # objected
        1.601,  # clause explained
        -0.295,  # remark explained
        0.849,  # clause weight
        -1.458,  # heard
        0.923,  # heard mostly here
        -0.336,  # question asked
        -0.396,  # question without its form
        -0.286,  # question told
        0.233,  # statement asked
        0.489,  # statement
        0.764,  # question mark
        0.373,  # question answered
        -0.032,  # answer
        2.034,  # its deed
        -0.268,  # deed known
        0.304,  # another's deed
        -0.155,  # other step fits better
        -0.135,  # said better elsewhere
        -3.441,  # far from its place
        0.232,  # against the order
        4.879,  # share in order
        -3.086,  # claimed
        -1.454,  # said elsewhere
        -0.02,  # between
        -1.157,  # between and unclaimed
        1.255,  # unclaimed question between
        0.291,  # beside a neighbour
        0.057,  # unclaimed question beside
        2.214,  # narrow gap
        0.082,  # first
        -0.32,  # last
        -1.529,  # conditional
        1.731,  # free remarks
        0.71,  # free remarks, unclaimed between
        -1.214,  # share found
    ),
)
