"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.412, 0.193, -2.547), (0.247, 0.12, -1.213), (0.251, 0.119, -1.477))


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
        -4.266,  # constant
        3.288,  # coverage
        0.309,  # weight heard
        0.683,  # concepts
        0,  # doublings
        -0.077,  # objected
        1.953,  # clause explained
        -0.529,  # remark explained
        0.723,  # clause weight
        -1.254,  # heard
        0.504,  # heard mostly here
        0.545,  # question asked
        -0.528,  # question without its form
        -0.602,  # question told
        -0.111,  # statement asked
        0.318,  # statement
        0.022,  # question mark
        -0.242,  # question answered
        0.213,  # answer
        -1.517,  # put off
        -0.17,  # English
        2.079,  # company said
        -1.831,  # company not said
        5.718,  # amount said
        -1.058,  # amount not said
        0.063,  # sense covered
        0.468,  # sense explained
        2.272,  # its deed
        -0.238,  # deed known
        -2.179,  # another's deed
    ),
    once=(
        -3.258,  # constant
        2.884,  # coverage
        -0.155,  # weight heard
        0.849,  # concepts
        0,  # doublings
        -0.242,  # objected
        2.561,  # clause explained
        -0.984,  # remark explained
        0.716,  # clause weight
        -0.893,  # heard
        0.541,  # heard mostly here
        0.106,  # question asked
        -0.296,  # question without its form
        -0.514,  # question told
        0.243,  # statement asked
        0.136,  # statement
        0.326,  # question mark
        -0.086,  # question answered
        0.099,  # answer
        -1.449,  # put off
        -0.291,  # English
        0.603,  # company said
        -2.847,  # company not said
        4.532,  # amount said
        -1.012,  # amount not said
        0.053,  # sense covered
        0.295,  # sense explained
        1.795,  # its deed
        -0.019,  # deed known
        0.294,  # another's deed
        -0.228,  # other step fits better
        -0.263,  # said better elsewhere
        -8.076,  # far from its place
        -0.176,  # against the order
        0.961,  # share in order
        -2.913,  # claimed
        0.136,  # said elsewhere
        0.521,  # between
        -1.314,  # between and unclaimed
        0.364,  # unclaimed question between
        0.454,  # beside a neighbour
        0.272,  # unclaimed question beside
        -0.737,  # narrow gap
        0.339,  # first
        -0.513,  # last
        -1.904,  # conditional
        0.837,  # free remarks
        0.607,  # free remarks, unclaimed between
        -0.459,  # share found
    ),
    twice=(
        -5.174,  # constant
        2.771,  # coverage
        -0.051,  # weight heard
        0.475,  # concepts
        0,  # doublings
        -0.229,  # objected
        2.64,  # clause explained
        -1.129,  # remark explained
        0.825,  # clause weight
        -0.996,  # heard
        0.603,  # heard mostly here
        0.062,  # question asked
        -0.352,  # question without its form
        -0.536,  # question told
        0.263,  # statement asked
        0.206,  # statement
        0.418,  # question mark
        -0.083,  # question answered
        0.108,  # answer
        -1.621,  # put off
        -0.326,  # English
        0.905,  # company said
        -2.552,  # company not said
        4.373,  # amount said
        -1.024,  # amount not said
        0.065,  # sense covered
        0.337,  # sense explained
        1.921,  # its deed
        -0.044,  # deed known
        -0.268,  # another's deed
        -0.11,  # other step fits better
        -0.193,  # said better elsewhere
        -4.434,  # far from its place
        -0.145,  # against the order
        1.991,  # share in order
        -3.826,  # claimed
        0.012,  # said elsewhere
        1.201,  # between
        -1.993,  # between and unclaimed
        0.685,  # unclaimed question between
        0.283,  # beside a neighbour
        0.172,  # unclaimed question beside
        -0.231,  # narrow gap
        0.54,  # first
        -0.466,  # last
        -1.165,  # conditional
        1.019,  # free remarks
        0.589,  # free remarks, unclaimed between
        0.065,  # share found
    ),
)
