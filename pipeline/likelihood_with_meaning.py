"""How are remarks weighed against steps where a sentence model is at hand? Fitted: `python -m benchmarks.meaning_fit
--write`.
"""

from __future__ import annotations

from pipeline.likelihood_table import Table

WITH_MEANING = Table(
    words=(
        -5.114,  # constant
        3.293,  # coverage
        0.17,  # weight heard
        0.631,  # concepts
        0,  # doublings
        -0.237,  # objected
        2.227,  # clause explained
        -1.692,  # remark explained
        0.948,  # clause weight
        -1.426,  # heard
        0.812,  # heard mostly here
        0.486,  # question asked
        -0.341,  # question without its form
        -0.376,  # question told
        -0.182,  # statement asked
        0.19,  # statement
        -0.225,  # question mark
        -0.305,  # question answered
        0.122,  # answer
        -1.374,  # put off
        -0.184,  # English
        2.47,  # company said
        -1.373,  # company not said
        3.936,  # amount said
        -0.743,  # amount not said
        -0.167,  # sense covered
        0.191,  # sense explained
        2.126,  # its deed
        -0.051,  # deed known
        -2.018,  # another's deed
    ),
    once=(
        -3.516,  # constant
        2.884,  # coverage
        -0.251,  # weight heard
        0.589,  # concepts
        0,  # doublings
        -0.381,  # objected
        2.566,  # clause explained
        -1.792,  # remark explained
        0.87,  # clause weight
        -0.964,  # heard
        0.721,  # heard mostly here
        -0.025,  # question asked
        -0.267,  # question without its form
        -0.495,  # question told
        0.313,  # statement asked
        0.143,  # statement
        0.096,  # question mark
        -0.175,  # question answered
        0.12,  # answer
        -1.398,  # put off
        -0.288,  # English
        0.69,  # company said
        -2.585,  # company not said
        3.429,  # amount said
        -0.887,  # amount not said
        -0.073,  # sense covered
        0.132,  # sense explained
        1.614,  # its deed
        0.102,  # deed known
        0.285,  # another's deed
        -0.241,  # other step fits better
        -0.275,  # said better elsewhere
        -7.688,  # far from its place
        -0.206,  # against the order
        0.747,  # share in order
        -3.019,  # claimed
        0.364,  # said elsewhere
        0.491,  # between
        -1.645,  # between and unclaimed
        0.519,  # unclaimed question between
        0.405,  # beside a neighbour
        0.205,  # unclaimed question beside
        -0.202,  # narrow gap
        0.447,  # first
        -0.613,  # last
        -1.852,  # conditional
        0.538,  # free remarks
        0.927,  # free remarks, unclaimed between
        -0.146,  # share found
    ),
    twice=(
        -5.031,  # constant
        2.822,  # coverage
        -0.185,  # weight heard
        0.32,  # concepts
        0,  # doublings
        -0.348,  # objected
        2.62,  # clause explained
        -1.968,  # remark explained
        0.981,  # clause weight
        -1.086,  # heard
        0.783,  # heard mostly here
        0.058,  # question asked
        -0.249,  # question without its form
        -0.429,  # question told
        0.248,  # statement asked
        0.108,  # statement
        0.156,  # question mark
        -0.218,  # question answered
        0.086,  # answer
        -1.529,  # put off
        -0.295,  # English
        1.03,  # company said
        -2.153,  # company not said
        3.231,  # amount said
        -0.822,  # amount not said
        -0.078,  # sense covered
        0.143,  # sense explained
        1.703,  # its deed
        0.076,  # deed known
        -0.236,  # another's deed
        -0.144,  # other step fits better
        -0.215,  # said better elsewhere
        -4.329,  # far from its place
        -0.455,  # against the order
        1.462,  # share in order
        -3.321,  # claimed
        0.185,  # said elsewhere
        0.583,  # between
        -1.642,  # between and unclaimed
        0.743,  # unclaimed question between
        0.252,  # beside a neighbour
        0.02,  # unclaimed question beside
        -0.245,  # narrow gap
        0.674,  # first
        -0.57,  # last
        -1.127,  # conditional
        0.646,  # free remarks
        0.687,  # free remarks, unclaimed between
        0.84,  # share found
    ),
    meant=(0.924, 0.596, 0.635),
)
