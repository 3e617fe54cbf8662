"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.372, 0.206, -2.487), (0.278, 0.125, -1.257), (0.264, 0.121, -1.474))


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
        -4.318,  # constant
        3.285,  # coverage
        0.287,  # weight heard
        0.668,  # concepts
        0,  # doublings
        -0.063,  # objected
        2.094,  # clause explained
        -0.57,  # remark explained
        0.731,  # clause weight
        -1.206,  # heard
        0.462,  # heard mostly here
        0.531,  # question asked
        -0.532,  # question without its form
        -0.547,  # question told
        -0.091,  # statement asked
        0.327,  # statement
        0.015,  # question mark
        -0.285,  # question answered
        0.227,  # answer
        -1.214,  # put off
        -0.187,  # English
        2.084,  # company said
        -1.678,  # company not said
        5.797,  # amount said
        -1.308,  # amount not said
        0.048,  # sense covered
        0.473,  # sense explained
        2.242,  # its deed
        -0.223,  # deed known
        -2.088,  # another's deed
    ),
    once=(
        -2.823,  # constant
        3.037,  # coverage
        -0.171,  # weight heard
        0.971,  # concepts
        0,  # doublings
        -0.216,  # objected
        2.559,  # clause explained
        -1.004,  # remark explained
        0.733,  # clause weight
        -0.827,  # heard
        0.485,  # heard mostly here
        0.146,  # question asked
        -0.294,  # question without its form
        -0.464,  # question told
        0.226,  # statement asked
        0.131,  # statement
        0.252,  # question mark
        -0.223,  # question answered
        0.135,  # answer
        -1.211,  # put off
        -0.37,  # English
        0.713,  # company said
        -2.662,  # company not said
        4.691,  # amount said
        -1.253,  # amount not said
        0.037,  # sense covered
        0.306,  # sense explained
        1.779,  # its deed
        -0.056,  # deed known
        0.177,  # another's deed
        -0.199,  # other step fits better
        -0.246,  # said better elsewhere
        -8.441,  # far from its place
        -0.223,  # against the order
        1.081,  # share in order
        -2.849,  # claimed
        0.069,  # said elsewhere
        0.477,  # between
        -1.223,  # between and unclaimed
        0.37,  # unclaimed question between
        0.405,  # beside a neighbour
        0.383,  # unclaimed question beside
        -0.962,  # narrow gap
        0.232,  # first
        -0.552,  # last
        -1.908,  # conditional
        0.451,  # free remarks
        0.55,  # free remarks, unclaimed between
        -0.717,  # share found
    ),
    twice=(
        -4.683,  # constant
        2.826,  # coverage
        -0.06,  # weight heard
        0.535,  # concepts
        0,  # doublings
        -0.181,  # objected
        2.639,  # clause explained
        -1.155,  # remark explained
        0.844,  # clause weight
        -0.936,  # heard
        0.558,  # heard mostly here
        0.118,  # question asked
        -0.347,  # question without its form
        -0.481,  # question told
        0.251,  # statement asked
        0.187,  # statement
        0.32,  # question mark
        -0.22,  # question answered
        0.148,  # answer
        -1.302,  # put off
        -0.442,  # English
        0.973,  # company said
        -2.402,  # company not said
        4.466,  # amount said
        -1.315,  # amount not said
        0.045,  # sense covered
        0.345,  # sense explained
        1.832,  # its deed
        -0.066,  # deed known
        -0.347,  # another's deed
        -0.106,  # other step fits better
        -0.196,  # said better elsewhere
        -4.753,  # far from its place
        -0.077,  # against the order
        2.047,  # share in order
        -3.536,  # claimed
        0.01,  # said elsewhere
        1.159,  # between
        -1.903,  # between and unclaimed
        0.622,  # unclaimed question between
        0.184,  # beside a neighbour
        0.27,  # unclaimed question beside
        -0.288,  # narrow gap
        0.451,  # first
        -0.523,  # last
        -1.18,  # conditional
        0.504,  # free remarks
        0.646,  # free remarks, unclaimed between
        0.004,  # share found
    ),
)
