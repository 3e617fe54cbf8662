"""How do English-speaking clients voice doubts of price, time and need, which every sales department hears?

A line is one turn of phrase as `pipeline.matching.patterns` reads it; a line that begins with `-` counts only where the
agent has just named a price.
"""

from __future__ import annotations

DOUBTS: dict[str, str] = {
    "doubt/expensive": """
expensive
pricey|steep|overpriced|=costly|extortionate|outrageous|spendy
too|so|very|bit|really|way much|high|dear ... money|price|for|cost|that|it|monthly !how|talk|trouble|work
lot|load|ton|bunch|chunk of money|cash|dough
lot|much|way more|higher ... than|expect|think|budget|want|plan|hope|can
more than i|we think|expect|want|plan|hope|have|can|could|budget|pay
out of|over|above|beyond|exceed|outside ... budget|range|reach
price|cost|fee|rate|quote|number|figure high|steep|much|insane|crazy|big|too|scare|ouch
not budget|expect|plan that|for|so|this
can not afford|justify|spend|swing|stretch|pay
not afford
hope|expect|look|plan|budget ... for|to less|lower|cheaper|smaller|something
hope|expect|look for|to less|lower|cheaper
why ... so much|expensive|high|cost
rip off
ripoff|robbery
arm and leg|a leg
break the bank
tight budget
budget ... tight|small|limited|thin|not
cheaper|lower|less ... option|one|plan|anything|version|price|rate
sticker shock
for that money|price|kind
that kind of money
not worth
not cheap
a lot for
a lot|bit to pay|spend|ask
costs|cost a fortune|bomb|lot
fortune
- ouch
- wow
- yikes
- whoa
- how much
- jeez
- holy
- oof
- are you serious|kidding
- you are|re kidding
- seriously
- that much
- that is|s a lot
""",
    "doubt/competitor-cheaper": """
other|another|competitor|elsewhere|online|amazon|neighbor|guy|place|they|else|down|somewhere ... cheaper|less|better|lower|half
cheaper|less|lower ... elsewhere|online|other|another|somewhere|competitor|down|next|place|they|there|amazon
find|get|see|saw|offer|quote|have|found|got cheaper|lower|better|less ... price|offer|deal|quote|rate|elsewhere|online|somewhere|there|one
quote|offer|bid|price ... from|by another|other|competitor|somebody|someone|different|else|guy|company|neighbor
get|got|have|give another|other|lower|better|cheaper quote|offer|bid|price
quote|quoted|offer|offered|charge|charged|ask ... me|us|i #
quote ... from|for|at #
beat|match that|it|price|their|this
more than ... other|competitor|they|your|elsewhere
for half ... price|that|money
other|another|competitor|they|somebody ... for|only|just|charge|want|ask #
""",
    "doubt/no-money-now": """
no|not|enough|any money ... now|right|moment|month|this|have|left|for
no money
not have ... money|cash|fund|budget
not have that|the kind|much|sort
nothing|not left ... month|over|this|budget
money|cash|budget|thing|finances|fund be|is|are|s|pretty|really|kind tight|short|low|stretched|gone|thin
tight month|right|now|money|this
short on|of cash|money|fund
until|till|after|when|wait ... pay|payday|paid|paycheck|bonus|next|salary
next paycheck|payday
between job|paycheck
lost|lose my|his job
just paid|spent|pay|spend|bought|buy ... car|house|lot|everything|money|holiday|rent|tax
rent|mortgage|bill|loan|debt ... due|already|pile|enough|a lot|pay
broke
can not afford ... now|right|moment|month|this|at
budget ... spent|gone|used|frozen|exhausted|closed|locked
no budget
not budget ... year|quarter|for
not in ... budget
no room ... budget
money's|money tight
""",
    "doubt/think-it-over": """
think about|over|it|on|some !i|what|who
need|want|let|have|going|gonna|got|must|give ... think
think it over
think about it|that|this
sleep on
mull|ponder|consider|chew|digest|weigh|reflect
not ready|sure|decide|made|rush|convinced|certain|hundred !how|what|where|when|if|about
not make|made ... mind|decision
make ... my|our mind
no rush|hurry
not rush|hurry
shop|look|looking|ask|shopping around
just|still|only look|looking|browse|browsing|compare|comparing|shopping|curious|explore|research|researching
compare|look at|check|see ... other|option|few|else|different
keep|explore|weigh ... option
get|come|call ... back to you
i|we will|ll|can|could call|get|ring|reach|let ... you|back|know
give|need|take ... some|few|little|bit|more|couple time|day|days|week
on the fence
hesitant|undecided|=unsure
have|got doubt|reservation|second
second thoughts|thought
not know !how|what|where|who|if|when|which|that
have to|need to see
""",
    "doubt/not-now": """
not now|yet|moment|today
not right|good|the|best time|moment|now
bad time
maybe|perhaps|possibly later|next|another|some|down|in
next year|month|spring|summer|quarter|season|fall|winter
wait|hold|put off|postpone|delay !please|line
wait until|till|for|a|and
hold off
too early|soon
early days|yet
after the|christmas|summer|holiday|new|season|move|renovation|year
in a few|couple|six|three month|week|year
not urgent|priority|pressing|hurry
pass for now
for now ... pass|no|fine|good|leave
""",
    "doubt/no-time": """
no|not|any time ... have|for|now|right|talk|today
no time
not have ... time|minute|second
busy !line
in middle
in the middle
in a|another meeting|hurry|rush|class|appointment|car
walk|head|run|go|walking|heading|running|going into|to|in|out|late ... meeting|class|door|work|appointment|late|court|now
about to ... leave|go|board|start|walk|run|head
meeting|class ... start|in|now|minute|about
not|bad|good good|bad|convenient|great|right|best time
bad time|moment
driving|drive ... now|right|i|currently
at work
on my way
can not|not talk|speak|chat
not talk
call|ring|try ... back|me|later|another
call|try me|back later|tomorrow|tonight
make it|be|keep quick|short|brief|fast
got|have|only ... minute|second|sec !you
got to|gotta run|go
swamped|slammed|tied
hands full
catch ... bad
""",
    "doubt/send-by-mail": """
send|email|mail|text|shoot|forward|drop|message ... me|us|over|it|that ... email|info|information|detail|brochure|proposal|quote|price|something|writing|text|catalog|everything|mail|link|pdf
email|text|mail|message me|us|it
send|shoot|drop ... email|mail|text|whatsapp|writing
send me|us|it|over
in writing
put it in|writing|an
information|info|brochure|detail ... email|mail|send
by|via|through email|mail|text|post
""",
    "doubt/not-interested": """
not interest|interested
not need|want !to|wait|pay|think|go|know|rush
no interest
no thanks|thank
no thank
not for me|us
not thing|cup
not call ... again|me|here|us|back
stop calling|call
take|remove|delete ... off|from|me|my|number list|number|database
off your|the list
leave me alone
where ... get|got ... number
how ... get|got ... number
another|more|these|five|sales|cold|marketing|robocall call ... week|day|again|sales|every
all|we|i set !trap
we are all set
all good|fine|set ... thanks|thank|here
not bother
hang up|hanging
pass
""",
    "doubt/no-need": """
why would|should|do|pay i|we ... need|want|pay|bother
what for
no|not|any need|point|use|reason
not see ... point|need|reason|use|value
what is|s the point
not use ... much|it|enough|often
work|fine|do|manage|okay|good|happy ... without|as is|the way|already|now
do without
fine|okay|good|happy as|the is|it|way
good enough
not worth it|the
barely|rarely|hardly|seldom use|go|need|drive|ever
never ... happen|use|need
nothing|nobody ... ever|happen|lock|break
overkill
""",
    "doubt/already-have": """
already|currently|just|recently have|got|use|using|own|bought|signed|work|working|with|go|went|deal|ordered|order|buy|sign|switched|paid|insured|covered|hired|picked|chose !you|kid|child|question|moving|move
have|got already|a|an|our|one own|guy|one|supplier|provider|vendor|accountant|dentist|agent|someone|somebody|system|program|person|contract|lawyer|plan|policy ... already|that|who|we|for|with|in
happy|satisfied|content|pleased|comfortable|fine|good|okay with ... what|our|my|current|them|they|who|it|the|existing
with|use|using|from|through another|other|different|somebody|someone|competitor|current|existing company|provider|else|vendor|supplier|one
went|gone|go|going|sign|signed|ordered|bought ... with|from|at another|somebody|someone|other|different|else|them|competitor
under|in|locked contract
current|existing|regular|usual supplier|provider|vendor|accountant|company|guy|system|carrier|agent|insurer
for|been years|year ... with|them|same
been with
have|got one|someone|somebody|that already|for|who|covered
contract|policy ... until|through|another|with|runs|left
loyal
""",
}
