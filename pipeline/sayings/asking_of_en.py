"""What does a manager ask about in English in many, but not all lines of business: income, age, the state of the work?"""

from __future__ import annotations

ASKING_OF: dict[str, str] = {
    "deed/ask-stage": """
what|which stage|phase|point
how far ... along|into|got|gotten
what|anything ... left|done|finished|remaining ... already|so far|yet|do
have you|they ... already|started|finished|begun|done|completed
is|are ... ready|finished|done|completed|built|built yet|yet
how ... coming|getting|going ... along|on
where ... are you with|in|at
already ... started|finished|packed|done|begun
""",
    "deed/ask-preference": """
what|which ... colour|color|style|finish|option|version|material|design|type|kind ... like|prefer|want|thinking|after|fancy|leaning|looking
colour|color|style|finish|option|material|design ... like|prefer|want|fancy|leaning|mind
do|would you ... prefer|rather|fancy|lean
prefer|preference|preferences
leaning|leaning towards|toward|more
which|what ... suits|appeals|prefer ... best|more|better
are you thinking|after|looking ... or
rather ... or
""",
    "deed/ask-income": """
what|how much|which ... income|salary|earn|earning|make|turnover|revenue|wage|paid
income|salary|turnover|revenue|wages ... what|roughly|about|ballpark|steady|regular
do|are you ... employed|self-employed|working|retired
what ... do for a living|work
where ... you ... work|employed
""",
    "deed/ask-property": """
do you own|rent
own|owner|rent|renting|lease|leasing|tenant|landlord ... or|home|house|place|property|building|premises
is|are ... yours|owned|rented|leased
who owns|owner
what|which|any ... assets|property|savings|car
homeowner|freehold|leasehold
""",
    "deed/ask-debt": """
how much ... owe|debt|debts|loan|outstanding|left to pay
owe|debt|debts|arrears|behind ... how much|total|any|what|anyone
behind ... payments|payment|bills|rent
what ... debts|loans|credit cards
when ... last ... paid|payment
""",
    "deed/ask-age": """
how old
what age|year|grade
age|ages ... what|of|kids|children|group|range
date of birth
when ... born
""",
    "deed/ask-bills": """
what|how much ... pay|paying|spend|spending|bill|bills|costing ... now|currently|month|moment|today|year|each|per
bill|bills|rate|charge ... what|how much|roughly|average|usual|currently|run|come
how much ... costing|cost|pay|spend ... you
how big|high ... bill|bills
""",
}
