"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.415, 0.187, -2.57), (0.374, 0.111, -1.561), (0.361, 0.101, -1.657))


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
        -4.08,  # constant
        3.834,  # coverage
        0.235,  # weight heard
        0.328,  # concepts
        0,  # doublings
        0.137,  # objected
        1.668,  # clause explained
        -0.414,  # remark explained
        0.653,  # clause weight
        -0.977,  # heard
        0.157,  # heard mostly here
        0.44,  # question asked
        -0.565,  # question without its form
        -0.691,  # question told
        -0.024,  # statement asked
        0.413,  # statement
        0.029,  # question mark
        -0.277,  # question answered
        0.273,  # answer
        -1.002,  # put off
        -0.176,  # English
        2.022,  # company said
        -1.401,  # company not said
        2.097,  # amount said
        -0.945,  # amount not said
        0.047,  # sense covered
        0.465,  # sense explained
        2.166,  # its deed
        -0.5,  # deed known
        -1.75,  # another's deed
    ),
    once=(
        -2.41,  # constant
        3.062,  # coverage
        -0.047,  # weight heard
        0.688,  # concepts
        0,  # doublings
        0.038,  # objected
        2.098,  # clause explained
        -0.998,  # remark explained
        0.782,  # clause weight
        -0.707,  # heard
        0.241,  # heard mostly here
        0.322,  # question asked
        -0.307,  # question without its form
        -0.549,  # question told
        0.142,  # statement asked
        0.111,  # statement
        0.088,  # question mark
        -0.427,  # question answered
        0.18,  # answer
        -1.171,  # put off
        -0.133,  # English
        0.718,  # company said
        -2.818,  # company not said
        2.014,  # amount said
        -0.9,  # amount not said
        0.028,  # sense covered
        0.37,  # sense explained
        1.879,  # its deed
        -0.135,  # deed known
        0.054,  # another's deed
        -0.186,  # other step fits better
        -0.133,  # said better elsewhere
        -7.735,  # far from its place
        -0.463,  # against the order
        0.936,  # share in order
        -3.197,  # claimed
        -0.522,  # said elsewhere
        0.45,  # between
        -0.664,  # between and unclaimed
        0.28,  # unclaimed question between
        0.62,  # beside a neighbour
        0.24,  # unclaimed question beside
        -1.005,  # narrow gap
        0.797,  # first
        -0.573,  # last
        -1.95,  # conditional
    ),
    twice=(
        -4.216,  # constant
        2.759,  # coverage
        0.022,  # weight heard
        0.262,  # concepts
        0,  # doublings
        0.03,  # objected
        2.014,  # clause explained
        -1.027,  # remark explained
        0.813,  # clause weight
        -0.757,  # heard
        0.313,  # heard mostly here
        0.294,  # question asked
        -0.353,  # question without its form
        -0.531,  # question told
        0.195,  # statement asked
        0.146,  # statement
        0.151,  # question mark
        -0.392,  # question answered
        0.172,  # answer
        -1.189,  # put off
        -0.159,  # English
        0.853,  # company said
        -2.464,  # company not said
        1.894,  # amount said
        -0.845,  # amount not said
        0.045,  # sense covered
        0.37,  # sense explained
        1.848,  # its deed
        -0.161,  # deed known
        -0.241,  # another's deed
        -0.12,  # other step fits better
        -0.123,  # said better elsewhere
        -4.461,  # far from its place
        -0.154,  # against the order
        2.63,  # share in order
        -3.664,  # claimed
        -0.266,  # said elsewhere
        0.754,  # between
        -1.005,  # between and unclaimed
        0.422,  # unclaimed question between
        0.445,  # beside a neighbour
        0.135,  # unclaimed question beside
        -0.119,  # narrow gap
        0.996,  # first
        -0.577,  # last
        -1.293,  # conditional
    ),
)
