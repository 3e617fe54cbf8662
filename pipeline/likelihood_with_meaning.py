"""How are remarks weighed against steps where a sentence model is at hand? Fitted: `python -m benchmarks.meaning_fit
--write`.
"""

from __future__ import annotations

from pipeline.likelihood_table import Table

WITH_MEANING = Table(
    words=(
        -5.119,  # constant
        3.295,  # coverage
        0.166,  # weight heard
        0.518,  # concepts
        0,  # doublings
        -0.221,  # objected
        2.382,  # clause explained
        -1.654,  # remark explained
        0.95,  # clause weight
        -1.369,  # heard
        0.745,  # heard mostly here
        0.466,  # question asked
        -0.336,  # question without its form
        -0.324,  # question told
        -0.167,  # statement asked
        0.19,  # statement
        -0.245,  # question mark
        -0.336,  # question answered
        0.125,  # answer
        -1.112,  # put off
        -0.203,  # English
        2.457,  # company said
        -1.249,  # company not said
        4.042,  # amount said
        -1.073,  # amount not said
        -0.182,  # sense covered
        0.19,  # sense explained
        2.093,  # its deed
        -0.036,  # deed known
        -1.92,  # another's deed
    ),
    once=(
        -3.252,  # constant
        3.005,  # coverage
        -0.262,  # weight heard
        0.682,  # concepts
        0,  # doublings
        -0.352,  # objected
        2.548,  # clause explained
        -1.768,  # remark explained
        0.884,  # clause weight
        -0.901,  # heard
        0.656,  # heard mostly here
        0.025,  # question asked
        -0.242,  # question without its form
        -0.421,  # question told
        0.28,  # statement asked
        0.115,  # statement
        0.011,  # question mark
        -0.314,  # question answered
        0.143,  # answer
        -1.224,  # put off
        -0.375,  # English
        0.793,  # company said
        -2.433,  # company not said
        3.552,  # amount said
        -1.196,  # amount not said
        -0.089,  # sense covered
        0.125,  # sense explained
        1.579,  # its deed
        0.074,  # deed known
        0.174,  # another's deed
        -0.217,  # other step fits better
        -0.258,  # said better elsewhere
        -8.093,  # far from its place
        -0.252,  # against the order
        0.881,  # share in order
        -3.03,  # claimed
        0.32,  # said elsewhere
        0.568,  # between
        -1.409,  # between and unclaimed
        0.511,  # unclaimed question between
        0.365,  # beside a neighbour
        0.23,  # unclaimed question beside
        -0.525,  # narrow gap
        0.385,  # first
        -0.667,  # last
        -1.864,  # conditional
        0.343,  # free remarks
        0.608,  # free remarks, unclaimed between
        -0.348,  # share found
    ),
    twice=(
        -4.641,  # constant
        2.871,  # coverage
        -0.176,  # weight heard
        0.301,  # concepts
        0,  # doublings
        -0.313,  # objected
        2.656,  # clause explained
        -1.923,  # remark explained
        0.993,  # clause weight
        -1.023,  # heard
        0.719,  # heard mostly here
        0.025,  # question asked
        -0.206,  # question without its form
        -0.336,  # question told
        0.24,  # statement asked
        0.092,  # statement
        0.067,  # question mark
        -0.341,  # question answered
        0.116,  # answer
        -1.287,  # put off
        -0.409,  # English
        1.102,  # company said
        -2.052,  # company not said
        3.316,  # amount said
        -1.156,  # amount not said
        -0.099,  # sense covered
        0.141,  # sense explained
        1.632,  # its deed
        0.055,  # deed known
        -0.293,  # another's deed
        -0.13,  # other step fits better
        -0.22,  # said better elsewhere
        -4.615,  # far from its place
        -0.525,  # against the order
        1.649,  # share in order
        -3.231,  # claimed
        0.228,  # said elsewhere
        0.516,  # between
        -1.508,  # between and unclaimed
        0.835,  # unclaimed question between
        0.205,  # beside a neighbour
        0.083,  # unclaimed question beside
        -0.39,  # narrow gap
        0.608,  # first
        -0.619,  # last
        -1.116,  # conditional
        0.367,  # free remarks
        0.52,  # free remarks, unclaimed between
        0.681,  # share found
    ),
    meant=(0.924, 0.623, 0.65),
)
