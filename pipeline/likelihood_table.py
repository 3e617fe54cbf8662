"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone, remarks that did it), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.908, 0.146, -3.644, 0.154), (0.695, 0.064, -2.246, 0.125), (0.678, 0.062, -2.28, 0.123))


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
        -2.868,  # constant
        2.858,  # coverage
        0.116,  # weight heard
        -0.014,  # concepts
        0,  # doublings
        0.23,  # objected
        0.599,  # clause explained
        -0.545,  # remark explained
        0.073,  # clause weight
        -1.19,  # heard
        1.158,  # heard mostly here
        -0.027,  # question asked
        -1.065,  # question without its form
        -1.082,  # question told
        0.685,  # statement asked
        0.947,  # statement
        0.552,  # question mark
        1.311,  # question answered
        0.099,  # answer
        -0.96,  # put off
        -0.368,  # English
        0.6,  # remark weight
        0.527,  # no question marks
        1.739,  # word for word
        1.154,  # company said
        -2.824,  # company not said
        1.427,  # amount said
        -1.53,  # amount not said
        0.711,  # gist
        1.384,  # its deed
        -0.59,  # deed known
        -1.934,  # another's deed
    ),
    once=(
        -2.605,  # constant
        2.186,  # coverage
        -0.099,  # weight heard
        0.272,  # concepts
        0,  # doublings
        -0.079,  # objected
        0.877,  # clause explained
        0.027,  # remark explained
        0.061,  # clause weight
        -0.545,  # heard
        0.54,  # heard mostly here
        -0.053,  # question asked
        -0.694,  # question without its form
        -1.053,  # question told
        0.799,  # statement asked
        0.492,  # statement
        0.838,  # question mark
        0.872,  # question answered
        0.078,  # answer
        -1.079,  # put off
        -0.361,  # English
        0.963,  # remark weight
        0.634,  # no question marks
        2.56,  # word for word
        0.444,  # company said
        -4.049,  # company not said
        1.704,  # amount said
        -1.226,  # amount not said
        0.505,  # gist
        1.205,  # its deed
        -0.039,  # deed known
        0.055,  # another's deed
        -0.325,  # other step fits better
        -0.179,  # said better elsewhere
        -5.983,  # far from its place
        -0.302,  # against the order
        1.537,  # share in order
        -3.69,  # claimed
        -1.957,  # said elsewhere
        0.848,  # between
        -1.073,  # between and unclaimed
        0.179,  # unclaimed question between
        0.551,  # beside a neighbour
        0.416,  # unclaimed question beside
        -0.682,  # narrow gap
        0.389,  # first
        -0.137,  # last
        -2.016,  # conditional
    ),
    twice=(
        -4.014,  # constant
        2.145,  # coverage
        -0.07,  # weight heard
        -0.132,  # concepts
        0,  # doublings
        0.046,  # objected
        0.837,  # clause explained
        -0.122,  # remark explained
        0.082,  # clause weight
        -0.499,  # heard
        0.54,  # heard mostly here
        0.02,  # question asked
        -0.731,  # question without its form
        -0.935,  # question told
        0.768,  # statement asked
        0.479,  # statement
        0.928,  # question mark
        0.898,  # question answered
        0.035,  # answer
        -1.119,  # put off
        -0.409,  # English
        1.004,  # remark weight
        0.65,  # no question marks
        2.345,  # word for word
        0.715,  # company said
        -3.528,  # company not said
        1.615,  # amount said
        -1.25,  # amount not said
        0.496,  # gist
        1.226,  # its deed
        -0.092,  # deed known
        -0.223,  # another's deed
        -0.168,  # other step fits better
        -0.168,  # said better elsewhere
        -3.323,  # far from its place
        -0.331,  # against the order
        2.88,  # share in order
        -3.519,  # claimed
        -1.626,  # said elsewhere
        0.442,  # between
        -0.803,  # between and unclaimed
        0.255,  # unclaimed question between
        0.353,  # beside a neighbour
        0.334,  # unclaimed question beside
        -0.948,  # narrow gap
        0.512,  # first
        -0.15,  # last
        -1.51,  # conditional
    ),
)
