"""What does a manager tell, offer and promise a client in English, whatever the line of business?"""

from __future__ import annotations

TELLING: dict[str, str] = {
    "deed/hello": """
hello
hi
hey
good morning|afternoon|evening|day
welcome to
""",
    "deed/introduce": """
my name be|is|s
this be|is ... from|at|with|calling|speaking
i be|am|m ... from|with|calling from|at
i m|am calling from|on behalf
it be|is|s ... from|at|with|here|speaking
calling|phoning|ringing from|with|on behalf
how can|may|could|do i|we help
thank|thanks ... calling|for calling|for ringing
speaking how|what
you ve|have reached|got through
your ... speaking
here at
""",
    "deed/recorded": """
call|line|conversation ... recorded|recording|monitored|taped
be|is|being|are recorded|recording|monitored|taped
record|recording|recorded ... quality|training|call|line
""",
    "deed/price": """
cost|costs|price|priced|fee|rate|charge|comes to|come to|pay|runs|works out|total|premium|quote ... #
# ... month|monthly|year|a month|per|all in|total|dollars|pounds|flat
it s|that s|is|be just|only # !minute|day|hour|week
starts|start|starting|from at|from #
looking at #
for|at just|only #
""",
    "deed/includes": """
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
    "deed/discount": """
discount|promo|promotion|promotional|special offer|deal|coupon|voucher|saving|savings|bundle
# ... percent|% ... off|less|discount
knock|take|bring|shave ... off|down|percent
save ... #|money|percent|you|if
off ... first|price|month|the bill|your
cheaper|lower|better ... price|rate|if|deal|get you|do
match|beat ... price|quote|rate
""",
    "deed/instalment": """
instalment|instalments|installment|installments|finance|financing|payment plan|payment plans
spread|split|break|divide ... payment|payments|cost|over|months|up|into|bill
pay ... monthly|per month|by the month|over time|in parts|month by month|weekly
monthly|each month|every month|month to month ... payment|payments|pay|instead|plan|billing|#
over # months|payments|weeks|years
no interest
down payment
a little|bit each|every month
""",
    "deed/trial": """
trial|demo account|sandbox|free month|free week|guest pass|day pass|sample|taster
try ... it|out|free|us|for|before|first|a class|week|session
first ... free|month free|week free|lesson|session|class|visit ... free|on us|no charge|try
test ... drive|it|run|out
see ... for yourself|if you like|how it feels|how you like
pilot
give it|us ... try|go|shot|whirl|spin
no ... obligation|commitment|strings
""",
    "deed/visit": """
send|sending ... engineer|technician|someone|specialist|rep|surveyor|installer|team|guy|expert|person|consultant
engineer|technician|specialist|surveyor|installer|consultant ... come|visit|out|drop|call|round|stop|will
come|pop|drop|stop|swing ... in|by|over|round|around|see|look|visit|down
tour|walk around|show you around|look around
visit ... us|office|club|showroom|schedule|book|arrange|free
invite|arrange|schedule|book|set up ... visit|tour|meeting|appointment|inspection|survey|consultation|viewing
meet ... in person|office|face
""",
    "deed/demo": """
demo|demonstration|walkthrough|walk through|presentation|screen share|webinar
show ... you|how|what|screen|works|it
walk ... you through
share ... screen
see ... in action|how it works|it work|live|working
quick|short|fifteen|twenty|thirty|half hour ... call|look|demo|minutes|session|zoom|tour
book|set up|schedule|arrange|put ... demo|call|meeting|session|zoom|calendar
jump on|hop on ... call|zoom
""",
    "deed/check-first": """
start ... with|by ... check|inspection|diagnostic|assessment|consultation|look|audit|review|test
check|inspect|diagnose|assess|test|look at|examine ... first|it|before|then|tell|know
need to|have to|let s|let us|we ll ... look|see|check|take a look|inspect
free ... check|inspection|assessment|consultation|quote|estimate|audit
run ... diagnostic|test|check|speed test
""",
    "deed/offer-time": """
@when ... work|works|suit|suits|good|free|available|okay|open|booked|for you|fine|or|do|sound
how|what about @when
have|got|is|are|can|could|book|pencil|put|shall|say|does|do|would|available|open ... @when
@day or @day
@time or @time
slot|opening|appointment|space|spot|availability ... @when|available|open|free|have|left|tomorrow
earliest|next|soonest ... slot|available|opening|appointment
pencil|book|put|fit|squeeze ... you in|down
see you @when
""",
    "deed/order": """
shall|should|can|let|want|like|ready|happy|may ... order|place|sign|set|book|start|go ahead|activate|enrol|enroll|lock|get started|get you|proceed|do it
sign ... up|here|you|today
set ... you up|it up|up your
get ... started|you started|you signed|you set|you covered|this going|it going
place ... order
go ahead
start ... today|policy|coverage|membership|service|right away|now
activate|enrol|enroll
take ... payment|card|details
""",
    "deed/send": """
send|email|forward|shoot|drop|mail|text|share|get ... you|over|across ... quote|proposal|details|information|info|brochure|offer|link|summary|pricing|contract|invite|deck|it|that|everything|something|estimate|form|paperwork|case study
i|we will|ll ... send|email|forward|text|share|shoot
put|put together|prepare|draft|work out|run ... quote|proposal|offer|estimate|numbers|figures
proposal|quote|brochure|summary|invite|link ... send|email|over|to you|by email|inbox|shortly
in writing
""",
    "deed/warranty": """
warranty|warranties|guarantee|guaranteed|guarantees
money back
refund ... if|full|money|any|days
if ... break|breaks|goes wrong|fails|doesn t work|not happy|unhappy ... replace|fix|repair|refund|free|back
cancel ... any|time|anytime|free|without
covered|cover ... if|for|years|months|parts|everything
""",
    "deed/documents": """
bring|take|grab|pack|wear|have|need|get ... id|licence|license|passport|towel|trainers|shoes|water|documents|paperwork|card|photo|lock|padlock|bottle|clothes|sneakers|kit|proof|statement|bill
id|licence|license|passport|towel|shoes|trainers|paperwork|documents|proof ... bring|with you|need|ready|handy|required|hand
what to bring
nothing|anything|all ... bring|need
""",
    "deed/reminder": """
remind|reminder|reminders
text|message|call|email|ring ... day before|morning of|confirm|beforehand|ahead|hour before|night before|remind
confirmation ... text|email|message|send|get|will|receive
send|get|receive ... confirmation|text|reminder|calendar
let us know ... if|change|reschedule
""",
    "deed/address": """
we be|re|are ... at|on|located|based|next|opposite|near|corner|across|behind
located|based|located at|find us ... at|on|in|next|near|opposite|across|street|road
street|road|avenue|boulevard|lane|square|highway
our ... address|office|location|branch|club
parking|car park ... free|behind|front|out|is|there
next|close to|across from|opposite
how to get here|there
directions
""",
    "deed/expert": """
our|best|top|experienced|qualified|certified|great|senior|dedicated|personal|real ... trainer|trainers|expert|experts|specialist|engineer|coach|coaches|instructor|accountant|accountants|agent|adviser|advisor|doctor|team|consultant|support|technician|person
trainer|coach|instructor|expert|specialist|accountant|engineer|adviser|advisor|doctor ... experience|years|certified|qualified|helps|will|show|plan|work|set|free|included|dedicated|take
years of|in ... experience
# years ... experience|business|field|industry
one on|to one
""",
    "deed/quality": """
quality|reliable|reliability|durable|premium|top of the range|high end|best in class|solid|proven
last|lasts ... years|long|decades
made ... in|of|from
built ... to|for|last
speed|speeds ... up to|fast|faster|#
fibre|fiber|gigabit
never|rarely ... drops|breaks|fails|down
""",
    "deed/choice": """
option|options|choice|choices|tier|tiers|plans|packages ... have|there|two|three|are|between|either|offer|several
either ... or
cheaper|basic|standard|premium|higher|lower ... option|plan|version|tier|package|or|deductible|excess
choose|pick ... between|from|whichever|any|what
go ... with|for ... higher|lower|basic|premium|standard
deductible|excess|coverage|liability|collision|comprehensive ... higher|lower|choose|prefer|want|would|how|what|or|full|only|level|pick
full|comprehensive ... cover|coverage|insurance|or
""",
    "deed/hold-price": """
lock|hold|fix|freeze|secure|reserve|keep ... price|rate|offer|deal|discount|quote|spot|place|it|that
price|rate|quote ... locked|fixed|guaranteed|valid|held|good until|won t change|stays|stay
good|valid until|till|for|through
""",
    "deed/empathy": """
i|we|totally|completely|fully|can understand|get that|see|hear
understand|appreciate ... that|your|concern|it|you|how|why|hesitation
good|fair|great|valid question|point|enough
makes sense
i hear you
sorry to hear
no|not rush|pressure
of course
""",
    "deed/compare": """
compare|compared|comparison|comparing
depends|depending ... on|what
works out|breaks down|that s ... day|less|cheaper|#
save|saves|saving ... time|money|hours|you|hour
pays|pay for itself
worth ... it|every|money
difference ... is|between
""",
    "deed/callback": """
call|ring|phone|get|touch|check|follow|circle ... back|base|up|in with ... you|@when|later|tomorrow|then|again|week
i|we will|ll call|ring|phone|follow|reach|touch|check
follow ... up
speak|talk|chat|catch up ... again|soon|@when|then|next|later
next ... call|step|steps
when ... call|ring|reach|follow|check ... back|again|up|you
""",
    "deed/recap": """
so ... to recap|recap|summarise|summarize|confirm|we agreed|we have|we ve got|you ll|you re|that s|just to
recap|summarise|summarize|sum up|to sum|run through|go over|double check|read that back
let me|just ... confirm|recap|repeat|make sure|double check|check i|read
got ... that right|everything|it all
we ve|we have agreed
to be|be clear
correct|right ... so|is that|have i|did i
""",
    "deed/goodbye": """
goodbye|bye|cheers|farewell
have|enjoy ... day|evening|weekend|afternoon|one|morning|night|week
take care
see you|ya
talk|speak ... soon|then|later|@when
thank|thanks ... time|chatting|chat !calling
nice|great|lovely|pleasure|good ... talking|speaking|chatting|talk|meeting
look|looking forward
all the best
good night|luck
until @when
""",
    "deed/help-start": """
we|i|team ... move|migrate|transfer|import|set up|take care|handle|do ... everything|data|for you|all|it|that|books|whole
migration|onboarding|setup|training|import|switch|transfer ... free|we|handle|included|take care|done|easy|help|days|our
help ... you|with ... switch|set up|move|start|migrate|transition|get started|onboarding|import
don t|won t|not have to lift|do ... finger|anything|thing
switch|switching ... easy|handle|painless|for you|cancel|we
""",
    "deed/automatic": """
automatic|automatically|automate|automates|automated|automation
by itself|on its own
no ... manual|typing|retyping|data entry|spreadsheets|paper
does|matches|sends|files|creates|pulls|imports ... for you|itself|automatically|in one click|in seconds
one click
save|saves|frees ... hours|hour|time|days|up
real time
""",
    "deed/freeze": """
freeze|pause|hold|suspend ... membership|account|it|month|plan|any|free|away|if|contract
if ... travel|away|holiday|vacation|sick|injured|moving ... freeze|pause|hold|cancel|stop
put ... on hold
""",
    "deed/track": """
track|tracking|monitor|follow ... order|delivery|live|real|app|online|where|shipment|status
app|portal|dashboard ... see|track|check|log|manage|everything
see ... where|status|real time
""",
    "deed/insure": """
insured|insurance|cover|covered|coverage|liability ... damage|theft|loss|up to|#|full|against|included|roadside|third
protected|protection ... against|if|plan
""",
    "deed/benefits": """
we|you have|offer|get|also|ve got ... pool|sauna|parking|classes|support|access|unlimited|classes|studio|equipment|app
unlimited|access ... to|all|any|classes|data|use|club|calls
benefit|benefits|advantage|advantages|plus|bonus|perk|perks
you can|could ... use|come|join|access|go|take|watch|work ... any|all|free|whenever|at once|same time
the best|great|main thing ... is|about
class|classes|yoga|spin|pilates ... included|join|free|week|schedule|every|run|offer|try
without ... buffering|lag|slowing|interruptions|delays|waiting
""",
    "deed/urgent": """
only|just ... left|few|today|until|spots|slots|remaining
last|final ... day|chance|few|spot|one
ends|expires|expire|runs out ... today|tomorrow|@day|soon|end|month|week
price|rate|rates|prices ... going up|increase|go up|rise
limited ... time|offer|spots|number
by|before|until the end|end of
""",
}
