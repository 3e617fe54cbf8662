"""How are remarks weighed against steps where a sentence model is at hand? Fitted: `python -m benchmarks.meaning_fit
--write`.
"""

from __future__ import annotations

from pipeline.likelihood_table import Table

WITH_MEANING = Table(
    words=(
        -7.319,  # constant
        3.926,  # coverage
        0.072,  # weight heard
        -0.371,  # concepts
        0,  # doublings
        0.091,  # objected
        -0.078,  # clause explained
        0.964,  # remark explained
        -0.033,  # clause weight
        -0.926,  # heard
        0.617,  # heard mostly here
        -0.091,  # question asked
        -0.996,  # question without its form
        -1.209,  # question told
        0.539,  # statement asked
        0.93,  # statement
        0.069,  # question mark
        1.631,  # question answered
        -0.059,  # answer
        -0.971,  # put off
        -0.333,  # English
        1.308,  # remark weight
        0.268,  # no question marks
        2.886,  # word for word
        2.441,  # company said
        -0.895,  # company not said
        1.257,  # amount said
        -1.169,  # amount not said
        -0.23,  # sense covered
        0.205,  # sense explained
        2.074,  # its deed
        -0.259,  # deed known
        -1.879,  # another's deed
    ),
    once=(
        -5.423,  # constant
        2.781,  # coverage
        -0.218,  # weight heard
        -0.199,  # concepts
        0,  # doublings
        -0.189,  # objected
        0.108,  # clause explained
        1.04,  # remark explained
        -0.085,  # clause weight
        -0.447,  # heard
        0.393,  # heard mostly here
        -0.075,  # question asked
        -0.68,  # question without its form
        -1.033,  # question told
        0.749,  # statement asked
        0.448,  # statement
        0.438,  # question mark
        1.128,  # question answered
        -0.024,  # answer
        -1.321,  # put off
        -0.405,  # English
        1.55,  # remark weight
        0.459,  # no question marks
        3.297,  # word for word
        1.089,  # company said
        -2.345,  # company not said
        1.705,  # amount said
        -1.073,  # amount not said
        -0.157,  # sense covered
        0.159,  # sense explained
        1.619,  # its deed
        0.137,  # deed known
        0.256,  # another's deed
        -0.387,  # other step fits better
        -0.177,  # said better elsewhere
        -7.195,  # far from its place
        -0.239,  # against the order
        1.441,  # share in order
        -3.268,  # claimed
        -1.611,  # said elsewhere
        0.376,  # between
        -0.718,  # between and unclaimed
        0.321,  # unclaimed question between
        0.652,  # beside a neighbour
        0.197,  # unclaimed question beside
        -0.392,  # narrow gap
        0.642,  # first
        -0.129,  # last
        -2.158,  # conditional
    ),
    twice=(
        -7.393,  # constant
        2.715,  # coverage
        -0.137,  # weight heard
        -0.571,  # concepts
        0,  # doublings
        -0.08,  # objected
        0.012,  # clause explained
        1.158,  # remark explained
        -0.071,  # clause weight
        -0.329,  # heard
        0.212,  # heard mostly here
        -0.086,  # question asked
        -0.69,  # question without its form
        -1.004,  # question told
        0.722,  # statement asked
        0.477,  # statement
        0.525,  # question mark
        1.201,  # question answered
        -0.076,  # answer
        -1.236,  # put off
        -0.396,  # English
        1.579,  # remark weight
        0.476,  # no question marks
        3.127,  # word for word
        1.47,  # company said
        -1.803,  # company not said
        1.593,  # amount said
        -0.974,  # amount not said
        -0.161,  # sense covered
        0.164,  # sense explained
        1.641,  # its deed
        0.103,  # deed known
        -0.112,  # another's deed
        -0.244,  # other step fits better
        -0.173,  # said better elsewhere
        -3.808,  # far from its place
        -0.042,  # against the order
        3.374,  # share in order
        -3.6,  # claimed
        -1.378,  # said elsewhere
        0.612,  # between
        -1.115,  # between and unclaimed
        0.503,  # unclaimed question between
        0.384,  # beside a neighbour
        0.077,  # unclaimed question beside
        -0.27,  # narrow gap
        0.719,  # first
        -0.097,  # last
        -1.507,  # conditional
    ),
    meant=(1.07, 0.736, 0.725),
)
