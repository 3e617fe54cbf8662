"""How do English talks end: with a deal, a date, a refusal; and how do agents promise, evade and give up?"""

from __future__ import annotations

ENDS: dict[str, str] = {
    "sale/client": """
i|we will|ll take !think|look|note|break|time|it home|while
i|we take it|one|two|them|that|three
let|want|like|ready ... order|buy|purchase !might|if
sign me|us|it up !not|if
where|how do|can i|we sign|pay
go ahead with|and|then !card|tell
want|like|going|ready|decide|decided ... go ahead
let us|s do it|this|that
let us|s go !back|see
set it|me|us up !appointment|call|meeting
send|shoot ... bill|invoice|agreement|contract|paperwork|payment
card ... number|okay|ok|ready|fine
pay ... by|with|now|card|right !if|not|when
i|we be|am|are|m|re sold
sold
signed
we have|i have|just paid|signed
count me|us in
i|we be|am|are|m|re in
book it
start ... today|monday|right away|straight
we|i go|going with you
want it|one|them|to buy
deal
""",
    "sale/agent": """
order|payment|purchase|contract|policy|subscription|membership|account ... confirmed|placed|through|active|complete|done|went|signed|in|up
go|went through
welcome aboard|to
congratulations
thank|thanks ... order|purchase|business|choosing|payment
placing|place|put|placed ... order
send|sending|email|emailing ... invoice|bill|contract|agreement|payment|link|receipt|paperwork
take ... card|payment
card number
you are|re all set
receipt
process|processing ... payment|order|card
""",
    "sale/paid": """
get|grab|have my|the card
card ... say|front|number|expiry|code
visa|mastercard|amex
payment|money ... through|gone|landed|arrived|came
have|just|already paid !them|him|her|too
paid it|that|deposit|now
paying now|today|by
take|taking ... deposit|payment ... now|today|over
""",
    "next/agent": """
book|put|schedule|scheduled|pencil|set|booked ... you|it|that|us ... for|down|@when
see|catch you|then ... @when|then|there
call|ring|phone|ping|contact|reach|check|follow|talk ... @when
@when ... call|ring|phone|see|expect|be there|meet|then|it is
come|comes|be|visit|arrive|drop ... @when
talk|speak ... @when
you are|re booked|scheduled|confirmed|down
""",
    "next/client": """
i|we will|ll|can come|be there|stop|drop|swing|see|visit|make
@when ... works|work|fine|good|great|perfect|okay|ok|sure|then|better|please
works|fine|good|how about|let|say|make|maybe @when
call|ring|phone|try ... @when
book|put|pencil ... me|us|it
see you
talk|speak to|then|soon|tomorrow
""",
    "next/send": """
send|email|sending|emailing|text|shoot|texting|forward ... you|it|over|that|proposal|quote|detail|info|information|brochure|link|numbers|everything
""",
    "refusal/client": """
no thanks|thank
not interested|interest
not need|want !to|wait|any|pay
not for us|me|now
i|we pass
pass for now
think|guess|gonna|going|will|have pass
not think|going|gonna|will ... sign|buy|do|join|go|take|so|switch|need|order|work
leave it !message
leave it at
call|go|try|buy|shop|look ... somewhere|elsewhere|other
go|went|going|stick|stay|sticking|staying with|from another|somebody|someone|other|them|what|my|our|current
take|remove|delete ... off|from|me|my|number list|database|number|off
not call again|me|back|here
stop calling|call
change|changed ... mind
decide|decided against|not
forget it
never mind
not now|today|right
maybe another|next|later|some time
no not|no
bye|goodbye !see|monday|tuesday|wednesday|thursday|friday|tomorrow|thanks|thank|then|great|good
hang up
too much|expensive|steep ... bye|sorry|thanks|us|me
not worth
i|we be|am|are|m|re good|fine|set|happy
we are|re all set
not happening|happen
can not do|afford|swing
""",
    "refusal/doubt": """
think about|it|on !i
sleep on
call|let|get ... you back|know
not sure|ready
need to think
i will|ll|let see|call|think
""",
    "refusal/agent": """
as you like|wish
suit yourself
your decision|call|choice|loss
if you|anything ... change|mind|call|ever
not bother|keep|hold you
sorry to|for bother|bothering|time
fully booked
no opening|slot|availability|space|room
not deliver|offer|serve|cover|do|able ... that|there|area|this|to
take care
""",
    "dont_know": """
not know !you|if you
no idea|clue
not sure
not tell|say|remember|certain
have|need|let|must to|me ... check|find|look|ask|confirm|see
look that|it up|into
check on that|with
tell|get|let ... later|back|know|then
hard|difficult|tough to say|tell|know
it depends|varies
depends
somebody|someone|technician|manager|engineer|colleague|they|doctor|specialist|driver ... tell|explain|answer|know|can|would
double check
""",
    "gave_up": """
as you like|wish
suit yourself
up to you
your decision|call|choice|loss
it is|s what it is
that is|s what|how|the it|price|way
nothing|not ... i|we can|do
okay|alright|right|fine|well ... then|bye|goodbye
right
okay
yeah well
oh okay|well
never mind
sorry to|for bother|bothering
take care
i see|understand|hear
fair enough
too bad
no problem|worries
go ahead ... them|then|there
""",
    "rude": """
not my problem|fault
your problem|fault
you stupid|dumb|deaf|blind|idiot
what part ... understand
i already|just told|said|explained
like i|as said|told
are you listening|even|deaf
you should|should have listened|read|thought
i do|not care
waste|wasting my time
shut up
ridiculous|nonsense|rubbish
calm down
""",
    "promise": """
call|ring|phone|follow|reach|get|contact|ping ... you|back|up|out
send|email|text|shoot|forward ... you|it|over|that
check|find|confirm|prepare|work ... get|let|call|send|you
let you know
get back to
""",
    "voicemail": """
leave ... message|name|number|voicemail
after|at ... tone|beep
reached|reach ... voicemail|mailbox|the|desk|office|s
not available|home|here|come|take|answer ... phone|call|leave|message|right
not come|get to the phone
mailbox full
please|to record
voicemail
office closed
""",
    "wrong_number": """
wrong number|person|place|house
misdialed|misdial
no|nobody|one ... here|by by|that|name|called
not here|anymore|live|work ... anymore|that|no|him|her
dial|dialed|call|called ... wrong
this is|s private|a ... home|bakery|house|school|residence|number
""",
    "menu": """
press|dial|push ... #|one|two|three|zero|nine|star|pound|any
stay|remain on the line
call ... important|recorded|answered
all|our agent|representative|operator|line ... busy|assisting
next available
hold ... next|line|music|please
menu option
""",
    "sale/doubtful": """
if
maybe
might
""",
}
