"""How do English-speaking clients say that they don't trust, are afraid, must ask somebody, or find it too far or too hard?

A line is one turn of phrase as `pipeline.matching.patterns` reads it; a line that begins with `-` counts only where the
agent has just named a price.
"""

from __future__ import annotations

MISGIVINGS: dict[str, str] = {
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
do|use|keep|track|run ... spreadsheet|excel|notebook|paper
can|could|will|just|rather work|exercise|run|train|do|cook|make ... home|outside|park !you|your
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
