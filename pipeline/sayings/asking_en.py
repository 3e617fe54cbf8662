"""What does a manager ask a client in English, whatever the line of business?"""

from __future__ import annotations

ASKING: dict[str, str] = {
    "deed/permission": """
ask ... permission
ask ... time to talk
good|bad|okay|convenient|right time ... talk|call|speak|chat|now|for you
have|got|spare ... minute|moment|second|minutes|sec|couple|few|time
caught|catch|catching ... bad|good|right|middle|time|busy
do|is|are you ... free|busy|driving|able to talk|okay to talk|in the middle
take|need|borrow|steal ... minute|minutes|moment|seconds|second
is now|this ... good|okay|convenient|alright
can|could|may you|we talk|speak|chat
mind if i ask|take|run
""",
    "deed/ask-name": """
ask|get|take ... name
what|who ... name|speaking
your ... name
who am i|do i|have i|m i ... speaking|talking|pleasure
may|can|could ... name|take your name|ask who
name ... please|again|is|booking|under|spell|put
how|what should i ... call|address
put|book ... under
who s|is ... for|this|calling
""",
    "deed/ask-phone": """
ask|get|take|confirm ... phone|number
what|best|good|right ... number|phone|mobile|cell
your|a|phone|mobile|contact|cell ... number
number ... reach|call|best|on|good|contact
how|where ... reach|contact|get hold
reach you|call you ... at|on|best
mobile|cell|digits|number ... give|have|grab|jot|write|leave|catch|off you
give|leave|have|grab|jot ... number|mobile|cell|digits
this|same number ... best|okay|right|fine|reach|one|good
what|which number|line
""",
    "deed/ask-email": """
ask|get|take|confirm ... email
what|your|which|best|good|right ... email|mail|inbox|address
email ... address|what|best|spell|should|send|good|please
where|which ... send|email|forward|shoot
can|could|may i ... email
at gmail|dot|outlook
""",
    "deed/ask-address": """
ask|get|take|confirm ... address|postcode|location
what|your|which|full ... address|postcode|zip|street|area|location|property
where ... you|live|located|based|property|deliver|home|site|going|office
address|postcode|zip ... what|please|there|is|confirm
what area|town|city|neighbourhood|neighborhood
which part|side|area of
where ... from|to ... moving|move|going|headed|coming
where ... send|come|meet|find|exactly|start|end
whereabouts
what street|building|suite|unit|floor
pick ... up|from where|address
what s|is the|your address|postcode|zip|eircode
""",
    "deed/ask-problem": """
ask|find|uncover|identify ... problem|pain|issue|trouble|challenge
what ... happening|happened|wrong|problem|trouble|issue|bothering|bother|hurt|matter|seems|broken|annoy|annoys|frustrating|frustrates|drives
any|have|having|had ... trouble|problem|issue|complaint|difficulty|headache|frustration|pain
problem|issue|trouble|difficulty|challenge ... with|what|are|you|your|biggest|main|facing|having
biggest|main|worst ... problem|challenge|headache|issue|pain|frustration|bottleneck
where ... hurt|stuck|struggle|struggling|break|breaks|slip
what doesn t|isn t ... work|working
tell|walk me ... problem|happened|wrong|issue|going on
how often|bad ... happen|drop|fail|break|is
that ... drop|hurt|slow|freeze|leak|happen
what ... takes|eats|slows|wastes|costs|waste|slow
what ... takes|eats|costs|wastes ... time|most|hours
what ... slow|slows|annoys|bugs|drives|frustrates
what s ... hardest|worst|toughest|biggest|broken|slowing|painful
where ... hurt|lose|losing|struggle|stuck|bottleneck
how bad
what goes wrong
anything ... bothering|annoying|missing|slow
what would|do you ... change|fix|improve
least favourite|favorite
pain point|points
""",
    "deed/ask-goal": """
ask|find|learn|discover|identify ... goal|need|needs|use|objective
what ... want|need|goal|goals|hoping|trying|achieve|aim|purpose|after|target
your|main|any ... goal|goals|target|priority|objective|needs
goal|goals|objective|priority ... what|are|is|in mind
what brings|brought|made|makes you
what ... important|matters|matter|priority
what ... use|using|plan to do ... for|with|it|internet|online
what will|would|do you ... use|need|do|like|want
how can|do you ... use|plan|want
lose weight|fit|muscle|strength|health ... or|and|mainly|goal
why ... thinking|considering|looking|interested
tell me ... what|about|more
ideally
in a perfect|an ideal world
what ... trying|looking|hoping|aiming|want|wanting to
what do|are ... hoping|expecting|aiming|working|training
what s|is ... goal|aim|target|plan|priority|dream|driving
any particular|specific ... goal|target|reason|need
looking to ... lose|gain|build|improve|get|tone|save|change|switch|grow|cut
what would ... success|ideal|perfect|good
what ... get out of
what ... drove|drives|prompted|led|motivates|motivated
what ... mostly|mainly use|for|do
how ... use|using|plan
anything|something ... in mind|specific|particular
what does ... look like
what s the plan
why ... moving|change|changing|now|looking|switch|solar
what ... pushed|got you|sparked|started|prompted|triggered
what ... behind|reason
reason ... for|you|why
""",
    "deed/ask-since": """
ask ... since|long
ask ... last time
how long ... ago|been|have|had|has|since|this|going|problem
when ... start|started|begin|began|first|last|notice|noticed|happen
since when
last time ... you|when|had|did|was
how recent|recently
""",
    "deed/ask-experience": """
ask ... experience|before|level
ever ... been|tried|used|done|had|worked|trained|joined|taken|gone|lifted|seen|played
have|had|did you ... before|previously|already|past
before ... tried|used|been|done|trained|worked
any ... experience|background|history
experience ... what|any|much|level|you
what ... level|experience|background
how ... familiar|experienced|comfortable|fit|active
used to ... this|do|go|train
train|exercise|workout ... already|now|currently|before
ever ... before
done|tried|used|been ... before|already|anything like
first time|rodeo
are you new|used
how ... active|often|much ... train|exercise|do
what have you tried|done|used
complete|total beginner
""",
    "deed/ask-current": """
ask|find|learn ... current|today|now|provider|system|competitor
what|which|who ... currently|now|today|present
currently|presently ... use|using|working|with|handle|run|pay
what ... use|using|run|running|system|software|provider|tool|setup|have in place|rely
who ... provider|supplier|with|handles
how ... do|handle|manage|track|keep|deal|run ... now|today|currently|at the moment|moment|your|that
spreadsheet|spreadsheets|excel|pen|paper|manually ... or|still|use|all
are you|still ... using|with|doing
who ... currently|handles
what ... using|use ... now|today|currently|moment|present|already
how ... doing|handling|managing|keeping|tracking ... now|currently|today|it|that|your
are you|still ... with|using|on|doing ... anyone|somebody|spreadsheets|paper|excel|already
in place
who ... looking after|cleaning|covering|supplying|moving|doing|does|handling
in house|yourselves|own ... or|staff|people|team
happy|satisfied ... with|current|them|who|what
ever|before|previously ... used|worked|tried|had
""",
    "deed/ask-size": """
ask|find|learn ... size|number|team|volume
ask|find ... how many
how many
how big|large
how much ... data|space|stock|volume|traffic|need|use|mileage|drive|miles
what ... size|number|volume|amount|headcount|square
number|size|volume|headcount of|what|your
just you|yourself ... or|and
people|employees|users|staff|seats|drivers|licenses ... how|work
mileage|miles ... year|annual|drive|roughly|about
how many|big|large
what size
roughly|about how many|much
how much ... do you|are you|does
headcount|head count
how ... big|large|many|long|far|much
one|two|three|# bedroom|bedrooms|storey ... or
size ... place|house|home|office|building|space|crew
much|lot ... stuff|furniture|boxes
""",
    "deed/ask-budget": """
ask|find|learn ... budget
what|your|any|a ... budget|price range
budget ... in mind|what|have|range|around|set
how much ... spend|pay|paying|budget|invest|comfortable
price|cost|spend|figure ... in mind|range|hoping|comfortable|looking
what ... paying|spend|spending|pay ... now|currently|month|today
comfortable ... spending|paying|with
""",
    "deed/ask-when": """
ask|find|learn|agree ... when|schedule|timeline|time|deadline
when would|do|could|can|are you ... want|need|like|start|move|come|free|available|looking|planning|hoping|train
when ... suits|works|best
when is|would be ... good|best|convenient|handy
what|which ... time|day|date|days|times|timeline|timeframe|deadline|slot ... works|suits|best|good|you|for|better|prefer|convenient
morning|mornings|evening|evenings|afternoon|afternoons|weekend|weekends|weekday|weekdays|lunch ... or|better|prefer|best|suit|suits|work|works
how soon|urgent|quickly
are you ... free|available|around
what ... schedule|timeline|availability
works|suits|good for ... you|best
prefer ... morning|evening|day|time|weekend
early|late ... bird|or|morning
what|which ... day|days|time|times|hours
when|what time ... suits|works|best|good|free
mornings or|evenings or
before|after work|lunch or
when ... need|people|crew|move|moving|start|want|hoping|have to|be out|looking
what|which date|dates|shift|shifts|hours|month|week
date|dates|day ... mind|fixed|flexible|set|thinking|set in stone
how often|frequently
how many ... days|times|nights ... week
""",
    "deed/ask-decider": """
ask|find|identify ... decision|decides|decider
who ... decides|decide|decision|makes|approves|sign|signs|responsible|handles|else|involved|deals
decision ... maker|makes|make|who|yourself|you|else
are you|you the ... decide|one|person|decision|handles|charge|responsible
anyone|somebody|someone else ... involved|decide|decision|weigh|sign|say
speak|talk|put me ... person|someone|whoever|through|manager|charge
need to|have to ... run|check|clear ... with|by|past|anyone
""",
    "deed/ask-kind": """
ask|get|find ... model|make|car|vehicle|type|kind
what|which ... model|make|kind|type|sort|brand|year|car|vehicle|device|plan|property|house|machine|business|industry
make|model|year ... of|and|what|car|vehicle
what ... drive|driving|drove
what kind|type|sort|line
what year|car|vehicle
what s the car|vehicle
detached|terraced|semi|bungalow|tiled|slate ... or
what ... roof|place|building|role|roles|work|job|position|premises|site|shop
anything ... fragile|heavy|special|large|piano|antique|unusual|bulky
""",
    "deed/ask-limits": """
ask ... accidents|claims|injuries|health|history
any ... injury|injuries|condition|conditions|allergy|allergies|medical|limitation|restriction|claims|accident|accidents|tickets|points|convictions
accident|accidents|claim|claims|tickets|violations|points|convictions ... last|past|any|had|years|record|on
had|have|has|been ... accident|accidents|claims|tickets|injury|surgery
injury|injuries|knee|knees|health|heart|medical ... any|should|know|about|how|okay|problem
anything ... careful|hurt|hurts
clean ... record|driving|licence|license
""",
    "deed/ask-source": """
ask ... heard|source
how|where ... hear|heard|find|found|come across ... us|about
who ... referred|recommended
see|saw ... ad|advert|online
how ... come to|across|get|got ... us|name|number
word of mouth|google|facebook|friend ... or
who ... sent|pointed|told ... you|us
""",
    "deed/request": """
mention|recall|remind ... request|enquiry|inquiry|reason
you ... filled|requested|submitted|enquired|inquired|downloaded|registered
you ... asked|left|sent|wanted ... call|details|form|message|enquiry|inquiry|information|quote|website|online
your ... request|enquiry|inquiry|form|message|application|email|interest|quote
got|received|see|saw|have ... request|enquiry|inquiry|form|message|application|your email
following up
return|returning ... call
you ... popped|put|dropped|ticked|clicked|reached ... details|form|website|online
website|online|site ... you|form|details|enquiry|inquiry|request
""",
    "deed/questions": """
ask|invite ... questions
any ... questions|concerns|other
questions ... for me|have|you|any|else|before
anything else
does that|this make sense|sound|work
how does ... sound
what ... think|questions
""",
}
