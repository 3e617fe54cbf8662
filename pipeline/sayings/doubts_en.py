"""How do English-speaking clients voice the doubts that every sales department hears?

A line is one turn of phrase as `pipeline.matching.patterns` reads it; a line that begins with `-` counts only where the
agent has just named a price.
"""

from __future__ import annotations

DOUBTS: dict[str, str] = {
    "doubt/expensive": """
expensive
pricey|steep|overpriced|costly|extortionate|outrageous|spendy
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
hesitant|undecided|unsure
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
    "doubt/bad-experience": """
bad|terrible|awful|horrible|poor|negative|worst|rough experience|time|review|luck|thing
burn|burnt|burned
got burned
rip|ripped|cheat|cheated|scam|scammed|screw|screwed|fool|fooled|mislead|misled|stung ... before|last|once|already|by|us|me
never again
last|previous|first|other time|one|guy|guys|company|year|place|gym|provider ... bad|awful|not|never|terrible|vanish|disappear|broke|disaster|mess|late|ruin|wrong|horrible|nightmare|waste|charge|lost|left|quit|damage|nightmares
try|tried|did|had|use|used ... before|once|already|last|already ... not|never|bad|nothing|work|waste|terrible|awful|quit|disaster|hate|stop
try|tried ... before|once|already
used|had one|it|this|them ... not|bad|never|broke|awful|went|nothing|kept
not work|help ... last|before|time|for
went off|wrong ... every|last|before
hear|heard|read ... bad|terrible|horror|awful|complain|negative
horror|nightmare story|stories
friend|neighbor|brother|sister|colleague|buddy|cousin|sister-in-law ... use|used|had|bought|got ... bad|not|hate|terrible|regret|complain|awful|broke
waste of|my|our|money|time
""",
    "doubt/ask-someone": """
talk|speak|check|ask|discuss|run|clear|consult|confer|show|go|chat|see ... to|with|by|past|my|it|what husband|wife|partner|boss|spouse|manager|mom|dad|son|daughter|family|team|accountant|board|owner|kids|parents|boyfriend|girlfriend|lawyer|brother|sister|cfo|ceo|roommate|director|fiance|roommates|doctor|committee|mother|father|landlord|better|colleagues|partners
husband|wife|partner|boss|spouse|manager|mom|dad|son|daughter|team|accountant|board|owner|director|fiance|lawyer|cfo|ceo|landlord|doctor|mother|father|brother|sister ... decide|decides|look|first|know|handle|handles|approve|sign|agree|kill|opinion|think|thinks|call|calls|take|in|home|involved
not my|me|mine|up decision|call|decide|choice|to|alone
not my decision|call
decision|call ... not mine|above|up
up to ... husband|wife|boss|partner|him|her|them|owner|board
without ... asking|ask|talking|talk|my|her|him
discuss ... at home|with|together|family|it
run it|this|that|everything by|past
decide|decision|think|talk|look ... together|both|as a
make ... decision together|with
need ... approval|permission|okay|sign
not decide ... alone|myself|this|that|here
""",
    "doubt/no-trust": """
not trust|believe|buy that|you|it|this
how ... i|we know ... you|not|that|it|will
who ... say|says that|it
how|why ... trust|believe|sure ... you|not|that|it|will|this
scam|fraud|catch|con|scammer|shady|fishy|sketchy|suspicious|gimmick|legit|legitimate|fake
sound|seem|sounds|seems|look too|fishy|like ... good|scam|true|shady
too good to|be
what is|s|the catch
never|not hear|heard ... of|you|company
who are|is you|this ... anyway|again|exactly
vanish|disappear|run ... with|after|once|my|money|year|off
go|going under|bust|bankrupt|out
what if ... vanish|disappear|go|not|bankrupt
how long ... business|been|around
prove|proof|guarantee|reference|review ... any|have|that|is|there|me|it
everybody|everyone|they|you|always ... say|says|promise|promises|that|all
salesman|salespeople|pushy|sales pitch
hidden fee|cost|charge
fine print
strings attached
""",
    "doubt/far-away": """
too|so|bit|pretty|quite|very|really far
far away|from|for
long|hour|far|lot drive|trip|away|commute|way|travel
drive|travel|commute|trip ... far|long|hour|across|way|all
across town|the|city
other|opposite side|end ... town|city
out of ... way|town|my
not ... near|close|nearby
no where near
live ... away|out|far|country|outside|miles|other
nowhere near
traffic
not drive ... all|that|far|there
inconvenient location|place|to
""",
    "doubt/self": """
do|handle|fix|manage|build|install|clean|make|keep|run|figure|learn|paint|move|repair ... myself|ourselves|own|yourself|my own|diy
myself|ourselves|in-house|inhouse|diy
on my|our own
in house
spreadsheet|excel|notebook|youtube|online|free ... fine|work|do|use|video|videos|already|for|enough|tutorial|app
my|our husband|wife|son|brother|nephew|friend|dad|neighbor|cousin can|could|do|does|will|handle|fix|know|knows|is
for free ... online|youtube|internet|myself|app|can|get
why pay
at home|outside|park work|exercise|run|train|do|own
""",
    "doubt/quality": """
break|broke|fall|broken|crack|leak|rust|scratch|damage|damaged|die|fail|ruin|lose|lost|lousy|flimsy|cheap|crap|junk|rubbish|shoddy|sloppy|garbage|low-quality ... easily|apart|down|soon|after|down|quick|again|my|our|stuff|on|quality|looking|work|job|in|if|when
poor|bad|low|questionable|cheap quality|work|job|service|material|support
quality ... bad|poor|worry|concern|low|drop|not|suffer
not last|hold|sturdy|reliable|durable
how long ... last|hold
cut|cutting corner|corners
made in china
""",
    "doubt/fear": """
afraid|scared|scary|fear|worry|worried|nervous|anxious|concern|concerned|uneasy|terrified|awkward|embarrassed|intimidated|intimidate|shy|uncomfortable|frightened|risk|risky|dangerous|dread|phobia|hesitate
what if|happens ... not|break|go|goes|something|lose|fail|hurt|change|steal|hate|wrong|it|they
feel|felt|look ... stupid|silly|awkward|dumb|weird|out|judged|uncomfortable|embarrassed
not comfortable|safe|confident|cut|fit
hurt|pain|painful
""",
    "doubt/long-wait": """
too|so|that|pretty|very|quite long ... wait|for|take|time|us|me
too long
long time|wait
take|takes|wait ... forever|long|week|weeks|month|months|age|ages|years|while|too
not wait ... long|that|until|till|month|week
need|want ... sooner|faster|quicker|earlier|asap|immediately|yesterday|urgent|right away|tomorrow
sooner|faster|quicker|earlier ... than|any|can|possible|no
in a hurry|rush
""",
    "doubt/complicated": """
complicated|complex|hassle|headache|confusing|difficult|tricky|overwhelming|painful|hard|disruption|disruptive|tedious|trouble|learning ... too|to|set|use|for|me|switch|change|all|curve|learn|move|deal|it|process
too|so|very|lot complicated|complex|hassle|hard|confusing|difficult|much trouble|work|headache
hassle|headache
not good|great|tech|savvy|understand|figure ... technology|computer|tech|it|these|this|phone|savvy|with|at
technology|computer|computers|tech|gadget|phone ... not|barely|hate|bad|hard|hopeless
barely ... use|work|turn|phone|computer
too old
old|eighty|seventy|age ... for|to|this|technology|learn
steep|learning curve
switch|switching|change|changing|move|moving|migrate|transfer ... pain|hassle|hard|scary|everything|years|data|staff|hate|over|nightmare|system|lot
touch ... it|old|system|not
retrain|train ... staff|everybody|everyone|people|team|again
""",
    "doubt/bad-hours": """
work ... late|until|till|night|nights|shift|shifts|weekend|weekends|every|long|nine|days
not make ... it|that|time|then|those|work|hours
hours|time|schedule|times ... not|work|bad|weird|suit|awkward|busy|crazy
only ... evening|evenings|weekend|weekends|after|saturday|sunday|night|nights
schedule ... crazy|full|busy|tight|packed|changes|unpredictable
not ... weekday|daytime|morning|mornings|day|evenings
""",
    "doubt/terms": """
contract|commitment|commit|lock|locked|tie|tied|stuck ... year|long|not|hate|into|in|down|up|with|term|no
not want ... contract|commitment|commit|locked|tied|sign|long|debt|loan|credit
long|year|term contract|commitment|term
upfront|deposit|advance|prepay ... not|pay|all|hate|risky|why|no|lot|that|too
pay ... upfront|advance|front ... not|why|all
not pay ... upfront|advance|before|front|deposit
loan|credit|finance|debt|instalment|installment ... not|hate|no|against|another|more
""",
}
