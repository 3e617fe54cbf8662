"""How does a manager greet, tell, promise and part in English, whatever the line of business?"""

from __future__ import annotations

TELLING: dict[str, str] = {
    "deed/hello": """
greeting|greet
say hello
hello
hi
hey
good morning|afternoon|evening|day
welcome to
hi there
hello there
good day
greetings
""",
    "deed/introduce": """
greeting|introduce|introduction
my name be|is|s
this be|is ... from|at|with|calling|speaking
i be|am|m ... from|with|calling from|at
i m|am calling from|on behalf
it be|is|s ... from|at|with|here|speaking
how can|may|could|do i|we help
thank|thanks ... calling
speaking how|what
your ... speaking
here at
you re|are through|speaking ... to|with
here ... what|how|from
this is
my name
it s ... from|here|calling
""",
    "deed/recorded": """
recording|recorded ... notice|warning|line
call|line|conversation ... recorded|recording|monitored|taped
be|is|being|are recorded|recording|monitored|taped
record|recording|recorded ... quality|training|call|line
""",
    "deed/price": """
name|give|quote|tell|state|present ... price|cost|quote|rate
cost|costs|price|priced|fee|rate|charge|pay|runs|total|premium|quote ... #
comes|come|works to|out|at #
# ... month|monthly|year|per|total|dollars|pounds|flat
it s|that s|is|be just|only # !minute|day|hour|week
looking at #
for|at just|only #
""",
    "deed/includes": """
explain|tell|say ... included|includes|price includes
include|includes|included|including|inclusive
comes|come with
everything ... included|in|covered|one
all in|inclusive
no ... hidden|extra|additional|setup|set up ... fees|fee|charge|charges|cost|costs
free of charge
at no ... extra|cost|charge|additional
thrown in|throw in
price|fee|cost ... covers|includes|gets you
on top|extra ... nothing|no|free
""",
    "deed/warranty": """
mention|explain|tell ... warranty|guarantee
warranty|warranties|guarantee|guaranteed|guarantees
money back
refund ... if|full|money|any|days
if ... break|breaks|fails|unhappy ... replace|fix|repair|refund|free|back
cancel ... any|time|anytime|free|without
covered|cover ... if|for|years|months|parts|everything
guaranteed|guarantee
cancel ... any time|anytime|whenever|notice|fee|penalty
no ... contract|tie|penalty|lock|obligation
if ... unhappy|breaks|problem ... refund|fix|free|replace|money|back
we ll|will ... fix|replace|refund|make it right|put it right
# years|year ... warranty|guarantee|cover|covered|workmanship
if ... anything|something|goes|wrong|happens ... fix|sort|come back|replace|free|cost
""",
    "deed/documents": """
say|tell|remind ... bring|documents|id
bring|take|grab|pack|wear|have|need|get ... id|licence|license|passport|towel|trainers|shoes|water|documents|paperwork|card|photo|lock|padlock|bottle|clothes|sneakers|kit|proof|statement|bill
id|licence|license|passport|towel|shoes|trainers|paperwork|documents|proof ... bring|need|ready|handy|required|hand
what to bring
nothing|anything|all ... bring|need
""",
    "deed/reminder": """
mention|promise|tell ... reminder|text|confirmation
remind|reminder|reminders
text|message|call|email|ring ... confirm|beforehand|ahead|remind
confirmation ... text|email|message|send|get|will|receive
send|get|receive ... confirmation|text|reminder|calendar
let us know ... if|change|reschedule
""",
    "deed/address": """
give|tell|explain ... address|directions
we be|re|are ... at|on|located|based|next|opposite|near|corner|across|behind
located|based ... at|on|in|next|near|opposite|across|street|road
our|we|us ... street|road|avenue|boulevard|lane|highway
# ... street|road|avenue|boulevard|lane|highway
our ... address|office|location|branch|club
parking|car park ... free|behind|front|out|is|there
how to get here|there
directions
""",
    "deed/expert": """
mention|introduce|tell ... trainer|expert|accountant|doctor|specialist|team
our|best|top|experienced|qualified|certified|great|senior|dedicated|personal|real ... trainer|trainers|expert|experts|specialist|engineer|coach|coaches|instructor|accountant|accountants|agent|adviser|advisor|doctor|team|consultant|support|technician|person
trainer|coach|instructor|expert|specialist|accountant|engineer|adviser|advisor|doctor ... experience|years|certified|qualified|helps|will|show|plan|work|set|free|included|dedicated|take
years of|in ... experience
# years ... experience|business|field|industry
one on|to one
crew|crews|movers|team|staff|people|cleaners|workers|installers|fitters ... trained|experienced|qualified|professional
trained|experienced|qualified|professional|vetted|own|hand ... crew|crews|movers|staff|people|cleaners|workers|installers|fitters|picked
""",
    "deed/quality": """
tell|mention ... quality|speed|reliability
last|lasts ... years|long|decades
made ... in|of|from
built ... to|for|last
speed|speeds ... up to|fast|faster|#
fibre|fiber|gigabit
never|rarely ... drops|breaks|fails|down
""",
    "deed/empathy": """
acknowledge|empathise|empathize|show ... objection|concern|empathy
understand|appreciate ... that|your|concern|it|you|how|why|hesitation
makes sense
i hear you
sorry to hear
no|not rush|pressure
of course
""",
    "deed/compare": """
justify|explain|handle ... price|value|cost
compare|compared|comparison|comparing
depends|depending ... on|what
works out|breaks down|that s ... day|less|cheaper|#
save|saves|saving ... time|money|hours|you|hour
pays|pay for itself
worth ... it|every|money
difference ... is|between
""",
    "deed/recap": """
recap|summarise|summarize|summary|confirm ... agreed|next|details|everything
recap
so ... recap|summarise|summarize|confirm
just ... confirm|recap|repeat|read
got ... that right|everything|it all
we ve|we have agreed
to be|be clear
correct|right ... so
so ... i|we|you ... send|get|meet|speak|talk|call|start|see|pay
to sum up
next step|steps
so that|that s
quick|short recap|summary
i ll|we ll ... and you ll|you will
""",
    "deed/goodbye": """
say goodbye|bye
goodbye|farewell|closing
goodbye|bye|cheers|farewell
have|enjoy ... day|evening|weekend|afternoon|one|morning|night|week
take care
see you|ya
talk|speak soon|then|later|@day
thank|thanks ... time|chatting|chat !calling
nice|great|lovely|pleasure|good talking|speaking|chatting|meeting
look|looking forward
all the best
good night|luck
until @when
""",
    "deed/automatic": """
explain|mention|tell ... automation|automatic
automatic|automatically|automate|automates|automated|automation
by itself|on its own
no ... manual|typing|retyping|spreadsheets|paper
does|matches|sends|files|creates|pulls|imports ... for you|itself|automatically|in one click|in seconds
one click
save|saves|frees ... hours|hour|time|days|up
real time
""",
    "deed/track": """
track|tracking|monitor|follow ... order|delivery|live|real|app|online|where|shipment|status
app|portal|dashboard ... see|track|check|log|manage|everything
see ... where|status|real time
app|portal|dashboard|online|phone|screen ... see|watch|check|follow|show|shows|live|track
see|watch|check|follow ... app|portal|dashboard|online|phone|live|real
""",
    "deed/insure": """
insured|insurance|cover|covered|coverage|liability ... damage|theft|loss|#|full|against|included|roadside|third
protected|protection ... against|if|plan
insured|insurance|cover|covered|covers ... break|breaks|broken|anything|everything|goods|move|transit|belongings|items|public|liability
if ... break|breaks|damage|damaged|lost|goes missing|scratch ... pay|replace|fix|cover|covered|repair|us|we
we|on us pay|cover|make good ... damage|breakages|breaks|broken
""",
    "deed/benefits": """
tell|mention|explain|present|name ... benefits|advantages|features|classes|pitch
pitch
we|offer|get|also ... pool|sauna|parking|classes|support|access|unlimited|classes|studio|equipment|app
unlimited|access ... to|all|any|classes|data|use|club|calls
benefit|benefits|advantage|advantages|plus|bonus|perk|perks
could ... use|come|join|access|go|take|watch|work ... any|all|free|whenever
the best|great|main thing ... is|about
class|classes|yoga|spin|pilates ... included|join|free|week|schedule|every|run|offer|try
without ... buffering|lag|slowing|interruptions|delays|waiting
""",
}
