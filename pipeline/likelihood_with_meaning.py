"""How are remarks weighed against steps where a sentence model is at hand? Fitted: `python -m benchmarks.meaning_fit
--write`.
"""

from __future__ import annotations

from pipeline.likelihood_table import Table

WITH_MEANING = Table(
    words=(
        -4.769,  # constant
        3.763,  # coverage
        0.161,  # weight heard
        0.203,  # concepts
        0,  # doublings
        0.018,  # objected
        1.895,  # clause explained
        -1.463,  # remark explained
        0.84,  # clause weight
        -1.163,  # heard
        0.426,  # heard mostly here
        0.378,  # question asked
        -0.371,  # question without its form
        -0.471,  # question told
        -0.105,  # statement asked
        0.266,  # statement
        -0.248,  # question mark
        -0.357,  # question answered
        0.205,  # answer
        -0.856,  # put off
        -0.199,  # English
        2.43,  # company said
        -1.092,  # company not said
        1.214,  # amount said
        -0.723,  # amount not said
        -0.191,  # sense covered
        0.181,  # sense explained
        2.053,  # its deed
        -0.333,  # deed known
        -1.585,  # another's deed
    ),
    once=(
        -3.094,  # constant
        2.968,  # coverage
        -0.098,  # weight heard
        0.376,  # concepts
        0,  # doublings
        -0.069,  # objected
        2.047,  # clause explained
        -1.823,  # remark explained
        0.918,  # clause weight
        -0.834,  # heard
        0.45,  # heard mostly here
        0.183,  # question asked
        -0.232,  # question without its form
        -0.443,  # question told
        0.19,  # statement asked
        0.079,  # statement
        -0.182,  # question mark
        -0.521,  # question answered
        0.205,  # answer
        -1.138,  # put off
        -0.18,  # English
        0.822,  # company said
        -2.662,  # company not said
        1.195,  # amount said
        -0.828,  # amount not said
        -0.134,  # sense covered
        0.159,  # sense explained
        1.691,  # its deed
        -0.034,  # deed known
        0.037,  # another's deed
        -0.179,  # other step fits better
        -0.155,  # said better elsewhere
        -7.457,  # far from its place
        -0.283,  # against the order
        1.023,  # share in order
        -3.576,  # claimed
        -0.11,  # said elsewhere
        0.593,  # between
        -0.862,  # between and unclaimed
        0.433,  # unclaimed question between
        0.624,  # beside a neighbour
        0.089,  # unclaimed question beside
        -0.223,  # narrow gap
        0.965,  # first
        -0.641,  # last
        -1.941,  # conditional
    ),
    twice=(
        -4.694,  # constant
        2.811,  # coverage
        -0.063,  # weight heard
        0.065,  # concepts
        0,  # doublings
        -0.061,  # objected
        1.997,  # clause explained
        -1.748,  # remark explained
        0.933,  # clause weight
        -0.852,  # heard
        0.477,  # heard mostly here
        0.071,  # question asked
        -0.2,  # question without its form
        -0.371,  # question told
        0.217,  # statement asked
        0.093,  # statement
        -0.104,  # question mark
        -0.506,  # question answered
        0.174,  # answer
        -1.113,  # put off
        -0.208,  # English
        1.014,  # company said
        -2.187,  # company not said
        1.173,  # amount said
        -0.743,  # amount not said
        -0.127,  # sense covered
        0.156,  # sense explained
        1.703,  # its deed
        -0.069,  # deed known
        -0.141,  # another's deed
        -0.119,  # other step fits better
        -0.151,  # said better elsewhere
        -4.3,  # far from its place
        -0.347,  # against the order
        2.913,  # share in order
        -3.474,  # claimed
        0.058,  # said elsewhere
        0.128,  # between
        -0.778,  # between and unclaimed
        0.8,  # unclaimed question between
        0.455,  # beside a neighbour
        -0.015,  # unclaimed question beside
        0.195,  # narrow gap
        1.094,  # first
        -0.628,  # last
        -1.243,  # conditional
    ),
    meant=(0.93, 0.748, 0.725),
)
