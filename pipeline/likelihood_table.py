"""How are remarks weighed against steps? Fitted numbers: TABLE by words, renewed by `python -m benchmarks.accuracy_fit
--write`, and WITH_MEANING where a sentence model is at hand, by `python -m benchmarks.meaning_fit --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

# A constant and a number for what reviewed calls taught of the words, in each of the three weighings:
# `python -m benchmarks.learnt_fit`.
TAUGHT = ((-0.763, 0.402), (-0.383, 0.227), (-0.473, 0.257))


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
        -4.924,  # constant
        3.211,  # coverage
        -0.051,  # weight heard
        0.716,  # concepts
        0,  # doublings
        -0.157,  # objected
        1.613,  # clause explained
        -0.193,  # remark explained
        0.943,  # clause weight
        -0.735,  # heard
        0.727,  # heard mostly here
        0.66,  # question asked
        -0.518,  # question without its form
        -0.664,  # question told
        -0.341,  # statement asked
        0.365,  # statement
        0.206,  # question mark
        -0.265,  # question answered
        0.216,  # answer
        -2.354,  # put off
        2.178,  # company said
        -1.662,  # company not said
        0.049,  # sense covered
        0.477,  # sense explained
        2.878,  # its deed
        -0.664,  # deed known
        -2.23,  # another's deed
    ),
    once=(
        -3.561,  # constant
        3.181,  # coverage
        -0.446,  # weight heard
        1.012,  # concepts
        0,  # doublings
        -0.669,  # objected
        1.864,  # clause explained
        -1.085,  # remark explained
        0.755,  # clause weight
        -0.416,  # heard
        0.583,  # heard mostly here
        0.179,  # question asked
        -0.125,  # question without its form
        -0.159,  # question told
        0.013,  # statement asked
        0.021,  # statement
        0.491,  # question mark
        0.018,  # question answered
        -0.11,  # answer
        -2.635,  # put off
        1.098,  # company said
        -2.087,  # company not said
        0.022,  # sense covered
        0.285,  # sense explained
        2.299,  # its deed
        -0.086,  # deed known
        0.86,  # another's deed
        -0.363,  # other step fits better
        -0.252,  # said better elsewhere
        -9.035,  # far from its place
        -0.096,  # against the order
        2.017,  # share in order
        -2.661,  # claimed
        -0.845,  # said elsewhere
        0.644,  # between
        -1.908,  # between and unclaimed
        0.369,  # unclaimed question between
        0.538,  # beside a neighbour
        0.478,  # unclaimed question beside
        -1.026,  # narrow gap
        0.182,  # first
        -0.914,  # last
        -1.907,  # conditional
        0.749,  # free remarks
        0.877,  # free remarks, unclaimed between
        -0.53,  # share found
    ),
    twice=(
        -6.644,  # constant
        3.255,  # coverage
        -0.419,  # weight heard
        0.52,  # concepts
        0,  # doublings
        -0.42,  # objected
        1.965,  # clause explained
        -1.112,  # remark explained
        0.888,  # clause weight
        -0.453,  # heard
        0.65,  # heard mostly here
        -0.085,  # question asked
        -0.189,  # question without its form
        -0.357,  # question told
        0.139,  # statement asked
        0.223,  # statement
        0.634,  # question mark
        0.097,  # question answered
        -0.068,  # answer
        -2.845,  # put off
        1.47,  # company said
        -1.706,  # company not said
        0.031,  # sense covered
        0.358,  # sense explained
        2.358,  # its deed
        -0.203,  # deed known
        0.068,  # another's deed
        -0.194,  # other step fits better
        -0.194,  # said better elsewhere
        -4.393,  # far from its place
        0.223,  # against the order
        3.268,  # share in order
        -3.308,  # claimed
        -0.772,  # said elsewhere
        1.199,  # between
        -1.943,  # between and unclaimed
        0.998,  # unclaimed question between
        0.272,  # beside a neighbour
        0.28,  # unclaimed question beside
        -0.116,  # narrow gap
        0.456,  # first
        -0.918,  # last
        -1.056,  # conditional
        0.958,  # free remarks
        0.691,  # free remarks, unclaimed between
        0.214,  # share found
    ),
)


WITH_MEANING = Table(
    words=(
        -5.67,  # constant
        3.337,  # coverage
        -0.179,  # weight heard
        0.683,  # concepts
        0,  # doublings
        -0.216,  # objected
        1.731,  # clause explained
        -1.168,  # remark explained
        1.164,  # clause weight
        -0.894,  # heard
        0.966,  # heard mostly here
        0.588,  # question asked
        -0.354,  # question without its form
        -0.414,  # question told
        -0.433,  # statement asked
        0.262,  # statement
        -0.084,  # question mark
        -0.327,  # question answered
        0.181,  # answer
        -2.337,  # put off
        2.561,  # company said
        -1.271,  # company not said
        -0.173,  # sense covered
        0.206,  # sense explained
        2.775,  # its deed
        -0.599,  # deed known
        -2.045,  # another's deed
    ),
    once=(
        -3.555,  # constant
        2.984,  # coverage
        -0.462,  # weight heard
        0.545,  # concepts
        0,  # doublings
        -0.849,  # objected
        1.891,  # clause explained
        -1.547,  # remark explained
        0.886,  # clause weight
        -0.453,  # heard
        0.642,  # heard mostly here
        0.04,  # question asked
        -0.14,  # question without its form
        -0.181,  # question told
        0.164,  # statement asked
        0.05,  # statement
        0.278,  # question mark
        -0.015,  # question answered
        -0.03,  # answer
        -2.597,  # put off
        1.089,  # company said
        -1.86,  # company not said
        -0.085,  # sense covered
        0.122,  # sense explained
        2.095,  # its deed
        -0.007,  # deed known
        0.996,  # another's deed
        -0.357,  # other step fits better
        -0.352,  # said better elsewhere
        -8.629,  # far from its place
        -0.214,  # against the order
        1.755,  # share in order
        -3,  # claimed
        -0.243,  # said elsewhere
        0.453,  # between
        -2.237,  # between and unclaimed
        0.385,  # unclaimed question between
        0.603,  # beside a neighbour
        0.257,  # unclaimed question beside
        -0.57,  # narrow gap
        0.197,  # first
        -0.983,  # last
        -1.784,  # conditional
        0.562,  # free remarks
        1.245,  # free remarks, unclaimed between
        -0.201,  # share found
    ),
    twice=(
        -6.266,  # constant
        3.161,  # coverage
        -0.449,  # weight heard
        0.121,  # concepts
        0,  # doublings
        -0.669,  # objected
        1.868,  # clause explained
        -1.643,  # remark explained
        1.033,  # clause weight
        -0.54,  # heard
        0.721,  # heard mostly here
        -0.026,  # question asked
        -0.085,  # question without its form
        -0.27,  # question told
        0.101,  # statement asked
        0.081,  # statement
        0.346,  # question mark
        -0.095,  # question answered
        -0.045,  # answer
        -2.759,  # put off
        1.536,  # company said
        -1.521,  # company not said
        -0.093,  # sense covered
        0.163,  # sense explained
        2.169,  # its deed
        -0.115,  # deed known
        0.121,  # another's deed
        -0.215,  # other step fits better
        -0.253,  # said better elsewhere
        -4.372,  # far from its place
        -0.009,  # against the order
        2.864,  # share in order
        -3.181,  # claimed
        -0.443,  # said elsewhere
        0.71,  # between
        -1.761,  # between and unclaimed
        0.976,  # unclaimed question between
        0.182,  # beside a neighbour
        0.187,  # unclaimed question beside
        0.455,  # narrow gap
        0.466,  # first
        -0.989,  # last
        -0.977,  # conditional
        0.625,  # free remarks
        0.674,  # free remarks, unclaimed between
        0.84,  # share found
    ),
    meant=(0.92, 0.522, 0.606),
)
