"""How are remarks weighed against steps by their words? Fitted: `python -m benchmarks.accuracy_fit --write`."""

from __future__ import annotations

from dataclasses import dataclass

# A constant and the numbers for what reviewed calls taught (words that went with the step, words heard elsewhere
# alone), in each of the three weighings: `python -m benchmarks.learnt_fit`.
TAUGHT = ((0.411, 0.194, -2.602), (0.364, 0.112, -1.486), (0.355, 0.104, -1.643))


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
        -4.25,  # constant
        3.736,  # coverage
        0.298,  # weight heard
        0.454,  # concepts
        0,  # doublings
        0.063,  # objected
        1.706,  # clause explained
        -0.512,  # remark explained
        0.624,  # clause weight
        -1.045,  # heard
        0.226,  # heard mostly here
        0.457,  # question asked
        -0.565,  # question without its form
        -0.67,  # question told
        -0.051,  # statement asked
        0.414,  # statement
        0.049,  # question mark
        -0.285,  # question answered
        0.269,  # answer
        -1.02,  # put off
        -0.193,  # English
        2.096,  # company said
        -1.462,  # company not said
        2.271,  # amount said
        -0.876,  # amount not said
        0.05,  # sense covered
        0.472,  # sense explained
        2.121,  # its deed
        -0.189,  # deed known
        -1.9,  # another's deed
    ),
    once=(
        -2.367,  # constant
        2.958,  # coverage
        -0.045,  # weight heard
        0.838,  # concepts
        0,  # doublings
        -0.023,  # objected
        2.185,  # clause explained
        -1.055,  # remark explained
        0.778,  # clause weight
        -0.755,  # heard
        0.332,  # heard mostly here
        0.237,  # question asked
        -0.31,  # question without its form
        -0.532,  # question told
        0.189,  # statement asked
        0.139,  # statement
        0.106,  # question mark
        -0.408,  # question answered
        0.188,  # answer
        -1.16,  # put off
        -0.146,  # English
        0.65,  # company said
        -2.856,  # company not said
        2.033,  # amount said
        -0.834,  # amount not said
        0.03,  # sense covered
        0.363,  # sense explained
        1.664,  # its deed
        -0.019,  # deed known
        0.026,  # another's deed
        -0.222,  # other step fits better
        -0.142,  # said better elsewhere
        -7.89,  # far from its place
        -0.403,  # against the order
        0.691,  # share in order
        -2.977,  # claimed
        -0.443,  # said elsewhere
        0.465,  # between
        -0.596,  # between and unclaimed
        0.381,  # unclaimed question between
        0.626,  # beside a neighbour
        0.239,  # unclaimed question beside
        -0.916,  # narrow gap
        0.819,  # first
        -0.565,  # last
        -2.011,  # conditional
    ),
    twice=(
        -4.107,  # constant
        2.673,  # coverage
        0.053,  # weight heard
        0.4,  # concepts
        0,  # doublings
        -0.017,  # objected
        2.073,  # clause explained
        -1.111,  # remark explained
        0.815,  # clause weight
        -0.825,  # heard
        0.396,  # heard mostly here
        0.252,  # question asked
        -0.362,  # question without its form
        -0.51,  # question told
        0.208,  # statement asked
        0.171,  # statement
        0.161,  # question mark
        -0.377,  # question answered
        0.172,  # answer
        -1.179,  # put off
        -0.173,  # English
        0.881,  # company said
        -2.45,  # company not said
        1.931,  # amount said
        -0.797,  # amount not said
        0.044,  # sense covered
        0.373,  # sense explained
        1.676,  # its deed
        -0.027,  # deed known
        -0.354,  # another's deed
        -0.132,  # other step fits better
        -0.129,  # said better elsewhere
        -4.444,  # far from its place
        -0.17,  # against the order
        2.398,  # share in order
        -3.526,  # claimed
        -0.244,  # said elsewhere
        0.775,  # between
        -0.984,  # between and unclaimed
        0.518,  # unclaimed question between
        0.478,  # beside a neighbour
        0.078,  # unclaimed question beside
        -0.297,  # narrow gap
        0.994,  # first
        -0.538,  # last
        -1.315,  # conditional
    ),
)
