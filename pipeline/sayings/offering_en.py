"""What does a manager offer a client and agree on in English, whatever the line of business?"""

from __future__ import annotations

OFFERING: dict[str, str] = {
    "deed/discount": """
offer|mention|give ... discount|promotion|deal
# ... percent|% ... off|less|discount
knock|take|bring|shave ... off|down|percent
save ... #|money|percent|you|if
off ... first|price|month|your
cheaper|lower|better ... price|rate|if|deal|do
match|beat ... price|quote|rate
""",
    "deed/instalment": """
offer|mention ... instalments|installments|financing
offer|mention ... payment plan
spread|split|break|divide ... payment|payments|cost|over|months|up|into|bill
pay ... monthly|weekly
monthly ... payment|payments|pay|instead|plan|billing|#
over # months|payments|weeks|years
no interest
down payment
a little|bit each|every month
""",
    "deed/trial": """
offer|suggest|invite ... trial|taster|test
offer|suggest|invite ... free class|lesson|session
try ... it|out|free|us|for|before|first|week|session
first ... free|lesson|session|class|visit ... free|try
test ... drive|it|run|out
see ... for yourself|if you like|how it feels|how you like
pilot
give it|us ... try|go|shot|whirl|spin
no ... obligation|commitment|strings
one|single|first ... shift|day|clean|week|night|month ... see|try|free|on us|trial|judge|test|how
try|trial|test ... one|shift|week|month|clean|worker|person|before|first
start ... small|one|with one
see how ... go|goes|get on|works
""",
    "deed/visit": """
offer|suggest|propose|invite|book|arrange ... visit|tour|meeting|appointment|consultation|survey
send|sending ... engineer|technician|someone|specialist|rep|surveyor|installer|team|guy|expert|person|consultant
engineer|technician|specialist|surveyor|installer|consultant ... come|visit|out|drop|call|round|stop|will
come|pop|drop|stop|swing ... in|by|over|round|around|see|look|visit|down
visit ... us|office|club|showroom|schedule|book|arrange|free
invite|arrange|schedule|book|set up ... visit|tour|meeting|appointment|inspection|survey|consultation|viewing
meet ... in person|office|face
someone|surveyor|engineer|estimator|manager|i|we|colleague|guy ... come|pop|call|drop|swing|stop|out ... have a look|look|see|measure|over|out|by|round|walk|site
walk ... through|around|site|premises|place|building
have|take a look ... at|place|roof|site|premises|person|house
look ... around|over|at the|your place|roof|site|premises|home
site visit|survey|walkthrough
video ... call|survey|walk|tour
""",
    "deed/demo": """
offer|suggest|propose|book|arrange ... demo|demonstration|presentation|call
show ... you|how|what|screen|works|it
walk ... you through
share ... screen
see ... live|working
quick|short|fifteen|twenty|thirty|half hour ... call|look|demo|minutes|session|zoom|tour
book|schedule|arrange|put ... demo|call|meeting|session|zoom|calendar
jump on|hop on ... call|zoom
""",
    "deed/check-first": """
offer|suggest ... diagnostics|check|inspection|assessment|audit
start ... with|by ... check|inspection|diagnostic|assessment|consultation|look|audit|review|test
check|inspect|diagnose|assess|test|examine ... first|it|before|then|tell|know
need to|have to|let s|let us|we ll ... look|see|check|inspect
free ... check|inspection|assessment|consultation|quote|estimate|audit
run ... diagnostic|test|check|speed test
""",
    "deed/offer-time": """
offer|suggest|propose|agree|book|fix ... time|slot|day|date|appointment
@day ... work|works|suit|suits|good|free|available|okay|open|booked|fine|sound
@time work|works|suit|suits|good|free|available|okay|booked|fine|sound
@day at|around|say|for @time
@time on|this|next @day
@day @time
how|what about @when
book|pencil|put|shall|say|make|available|open|free @when
does|do|would|is|are|can|could @day ... work|works|suit|suits|good|okay|free|best|sound
@day or @day
@time or @time
slot|opening|appointment|space|spot|availability ... @when|available|open|free|have|left|tomorrow
earliest|next|soonest ... slot|available|opening|appointment
pencil|book|put|fit|squeeze you in|down
see you @when
does ... tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|noon
come|pop|drop|stop|swing in|by|over|round ... @when
i|we|he|she have|got|free ... @day|opening|slot
morning|afternoon|evening or morning|afternoon|evening
what|how about @when
put|pop|pencil|book|slot|have you|it|that|us in|down ... @when
""",
    "deed/order": """
ask|close|take|offer ... order|sale|deal
close|closing
shall|should|can|let|want|like|ready|happy|may ... order|place|sign|set|book|start|activate|enrol|enroll|lock|proceed
sign ... up|here|you|today
set ... you up|it up|up your
get ... started
place ... order
go ahead
start ... today|policy|coverage|membership|service|now
activate|enrol|enroll
take ... payment|card|details
""",
    "deed/send": """
send|promise|offer ... quote|proposal|details|summary
send|email|forward|shoot|drop|mail|text|share|get ... you|over|across ... quote|proposal|details|information|info|brochure|offer|link|summary|pricing|contract|invite|deck|it|that|everything|something|estimate|form|paperwork|case study
i|we will|ll ... send|email|forward|text|share|shoot
put|prepare|draft|run ... quote|proposal|offer|estimate|numbers|figures
proposal|quote|brochure|summary|invite|link ... send|email|over|inbox|shortly
in writing
send|email|text|drop|shoot|ping|fire|whatsapp|post ... you|over|across|it ... guide|photos|checklist|breakdown|examples|profile|profiles|sample|booklet|list|copy|leaflet|catalogue|catalog|write
in|to your inbox|email|phone ... have|land|tonight|today|shortly|minutes
get|have ... it|that|something ... over to|across to|to you|in writing
""",
    "deed/choice": """
explain|offer|ask ... options|coverage|plans|deductible
option|options|choice|choices|tier|tiers|plans|packages ... have|there|two|three|are|between|either|offer|several
either ... or
cheaper|basic|standard|premium|higher|lower ... option|plan|version|tier|package|or|deductible|excess
choose|pick ... between|from|whichever|any|what
go ... with|for ... higher|lower|basic|premium|standard
deductible|excess|coverage|liability|collision|comprehensive ... higher|lower|choose|prefer|want|would|how|what|or|full|only|level|pick
full|comprehensive ... cover|coverage|insurance|or
full|third|comprehensive|basic|minimum|collision|liability ... or|cover|coverage|only
which|what ... level|plan|package|option|coverage|cover|deductible|excess|amount
want|like|need|prefer ... full|basic|comprehensive|higher|lower|more|standard
higher|lower|bigger|smaller ... deductible|excess|payment|premium
how much ... cover|coverage|deductible|excess
""",
    "deed/hold-price": """
lock|hold ... price|rate
lock|hold|fix|freeze|secure|reserve|keep ... price|rate|offer|discount|quote
price|rate|quote ... locked|fixed|guaranteed|valid|held|stays|stay
good|valid until|till|for|through
""",
    "deed/callback": """
agree|book|schedule|set ... next call|callback|follow|step
call|ring|phone|get|touch|check|follow|circle ... back|base|up|in with ... you|@when|later|tomorrow|then|again|week
i|we will|ll call|ring|phone|follow|reach|touch|check
follow ... up
speak|talk|chat|catch up ... again|soon|@when|then|next|later
next ... call|step|steps
when ... call|ring|reach|follow|check ... back|again|up|you
""",
    "deed/help-start": """
explain|offer|mention ... migration|onboarding|setup|switching|help
we|i|team ... move|migrate|transfer|import|handle|do ... everything|data|all|it|that|books|whole
migration|onboarding|setup|training|import|switch|transfer ... free|we|handle|included|done|easy|help|days|our
help ... you|with ... switch|move|start|migrate|transition|onboarding|import
do ... finger|anything|thing
switch|switching ... easy|handle|painless|cancel|we
""",
    "deed/freeze": """
mention|explain ... freeze|pause
freeze|pause|hold|suspend ... membership|account|it|month|plan|any|free|away|if|contract
if ... travel|away|holiday|vacation|sick|injured|moving ... freeze|pause|hold|cancel|stop
put ... on hold
""",
    "deed/urgent": """
create|mention ... urgency|deadline
only|just ... left|few|today|until|spots|slots|remaining
last|final ... day|chance|few|spot|one
ends|expires|expire|runs out ... today|tomorrow|@day|soon|end|month|week
price|rate|rates|prices ... increase|rise
limited ... time|offer|spots|number
by|before|until the end|end of
""",
}
