"""How are remarks weighed against steps where a sentence model is at hand? Fitted: `python -m benchmarks.meaning_fit
--write`.
"""

from __future__ import annotations

from pipeline.likelihood_table import Table

WITH_MEANING = Table(
    words=(
        -4.176,  # constant
        2.674,  # coverage
        0.051,  # weight heard
        -0.415,  # concepts
        0,  # doublings
        0.093,  # objected
        -0.537,  # clause explained
        -0.597,  # remark explained
        -0.146,  # clause weight
        -0.824,  # heard
        0.822,  # heard mostly here
        -0.146,  # question asked
        -0.972,  # question without its form
        -1.053,  # question told
        0.725,  # statement asked
        0.906,  # statement
        0.123,  # question mark
        1.473,  # question answered
        -0.01,  # answer
        -0.837,  # put off
        -0.392,  # English
        1.01,  # remark weight
        0.342,  # no question marks
        2.177,  # word for word
        1.966,  # company said
        -2.463,  # company not said
        0.776,  # amount said
        -1.536,  # amount not said
        0.582,  # gist
        1.396,  # its deed
        -0.383,  # deed known
        -1.778,  # another's deed
    ),
    once=(
        -3.846,  # constant
        2.143,  # coverage
        -0.218,  # weight heard
        -0.162,  # concepts
        0,  # doublings
        -0.205,  # objected
        -0.043,  # clause explained
        0.071,  # remark explained
        -0.102,  # clause weight
        -0.329,  # heard
        0.336,  # heard mostly here
        -0.19,  # question asked
        -0.645,  # question without its form
        -0.985,  # question told
        0.874,  # statement asked
        0.485,  # statement
        0.539,  # question mark
        0.953,  # question answered
        0.043,  # answer
        -1.09,  # put off
        -0.39,  # English
        1.316,  # remark weight
        0.514,  # no question marks
        2.928,  # word for word
        0.827,  # company said
        -3.684,  # company not said
        1.23,  # amount said
        -1.2,  # amount not said
        0.37,  # gist
        1.03,  # its deed
        0.144,  # deed known
        0.164,  # another's deed
        -0.43,  # other step fits better
        -0.217,  # said better elsewhere
        -5.841,  # far from its place
        -0.188,  # against the order
        1.76,  # share in order
        -3.025,  # claimed
        -1.496,  # said elsewhere
        0.284,  # between
        -0.641,  # between and unclaimed
        0.346,  # unclaimed question between
        0.574,  # beside a neighbour
        0.34,  # unclaimed question beside
        -0.281,  # narrow gap
        0.624,  # first
        -0.126,  # last
        -2.051,  # conditional
    ),
    twice=(
        -5.279,  # constant
        2.118,  # coverage
        -0.128,  # weight heard
        -0.591,  # concepts
        0,  # doublings
        -0.151,  # objected
        -0.137,  # clause explained
        0.07,  # remark explained
        -0.119,  # clause weight
        -0.25,  # heard
        0.255,  # heard mostly here
        -0.053,  # question asked
        -0.705,  # question without its form
        -0.955,  # question told
        0.849,  # statement asked
        0.46,  # statement
        0.619,  # question mark
        1.007,  # question answered
        -0.005,  # answer
        -1.103,  # put off
        -0.435,  # English
        1.414,  # remark weight
        0.552,  # no question marks
        2.826,  # word for word
        1.153,  # company said
        -3.336,  # company not said
        1.23,  # amount said
        -1.246,  # amount not said
        0.384,  # gist
        1.126,  # its deed
        0.085,  # deed known
        -0.154,  # another's deed
        -0.237,  # other step fits better
        -0.162,  # said better elsewhere
        -3.386,  # far from its place
        -0.16,  # against the order
        3.1,  # share in order
        -3.504,  # claimed
        -1.483,  # said elsewhere
        0.306,  # between
        -0.869,  # between and unclaimed
        0.246,  # unclaimed question between
        0.343,  # beside a neighbour
        0.329,  # unclaimed question beside
        -0.054,  # narrow gap
        0.644,  # first
        -0.093,  # last
        -1.567,  # conditional
    ),
    meant=(0.898, 0.592, 0.618),
)
