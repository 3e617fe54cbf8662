"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.389, 0.196, -3.597), (0.267, 0.109, -2.188), (0.267, 0.1, -2.268))


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
    taught: tuple[tuple[float, ...], ...] = TAUGHT


TABLE = Table(
    words=(
        -6.172,  # constant
        3.802,  # coverage
        0.178,  # weight heard
        -0.113,  # concepts
        0,  # doublings
        0.173,  # objected
        0.802,  # clause explained
        0.825,  # remark explained
        0.125,  # clause weight
        -1.306,  # heard
        0.934,  # heard mostly here
        0.008,  # question asked
        -1.136,  # question without its form
        -1.289,  # question told
        0.527,  # statement asked
        1.024,  # statement
        0.58,  # question mark
        1.468,  # question answered
        0.063,  # answer
        -1.099,  # put off
        -0.289,  # English
        0.764,  # remark weight
        0.466,  # no question marks
        2.581,  # word for word
        1.86,  # company said
        -1.279,  # company not said
        2.251,  # amount said
        -1.307,  # amount not said
        0.044,  # sense covered
        0.549,  # sense explained
        2.163,  # its deed
        -0.475,  # deed known
        -2.024,  # another's deed
    ),
    once=(
        -4.643,  # constant
        2.734,  # coverage
        -0.102,  # weight heard
        0.208,  # concepts
        0,  # doublings
        -0.071,  # objected
        0.856,  # clause explained
        0.965,  # remark explained
        0.049,  # clause weight
        -0.59,  # heard
        0.489,  # heard mostly here
        0.08,  # question asked
        -0.695,  # question without its form
        -1.055,  # question told
        0.606,  # statement asked
        0.446,  # statement
        0.812,  # question mark
        1.007,  # question answered
        -0.007,  # answer
        -1.305,  # put off
        -0.322,  # English
        1.085,  # remark weight
        0.577,  # no question marks
        3.085,  # word for word
        0.853,  # company said
        -2.621,  # company not said
        2.505,  # amount said
        -1.141,  # amount not said
        0.001,  # sense covered
        0.404,  # sense explained
        1.922,  # its deed
        -0.042,  # deed known
        0.175,  # another's deed
        -0.32,  # other step fits better
        -0.142,  # said better elsewhere
        -7.529,  # far from its place
        -0.22,  # against the order
        1.45,  # share in order
        -3.029,  # claimed
        -2.053,  # said elsewhere
        0.517,  # between
        -0.618,  # between and unclaimed
        0.19,  # unclaimed question between
        0.604,  # beside a neighbour
        0.427,  # unclaimed question beside
        -1.425,  # narrow gap
        0.528,  # first
        -0.041,  # last
        -2.15,  # conditional
    ),
    twice=(
        -6.939,  # constant
        2.519,  # coverage
        -0.035,  # weight heard
        -0.232,  # concepts
        0,  # doublings
        0.016,  # objected
        0.916,  # clause explained
        0.768,  # remark explained
        0.09,  # clause weight
        -0.593,  # heard
        0.509,  # heard mostly here
        -0.002,  # question asked
        -0.834,  # question without its form
        -1.086,  # question told
        0.713,  # statement asked
        0.585,  # statement
        0.906,  # question mark
        1.251,  # question answered
        -0.043,  # answer
        -1.303,  # put off
        -0.328,  # English
        1.114,  # remark weight
        0.605,  # no question marks
        2.886,  # word for word
        1.096,  # company said
        -2.171,  # company not said
        2.319,  # amount said
        -1.022,  # amount not said
        0.009,  # sense covered
        0.417,  # sense explained
        1.83,  # its deed
        -0.072,  # deed known
        -0.246,  # another's deed
        -0.183,  # other step fits better
        -0.129,  # said better elsewhere
        -3.99,  # far from its place
        0.174,  # against the order
        3.293,  # share in order
        -3.865,  # claimed
        -1.618,  # said elsewhere
        1.157,  # between
        -1.242,  # between and unclaimed
        0.339,  # unclaimed question between
        0.405,  # beside a neighbour
        0.218,  # unclaimed question beside
        -0.585,  # narrow gap
        0.697,  # first
        -0.033,  # last
        -1.526,  # conditional
    ),
)
