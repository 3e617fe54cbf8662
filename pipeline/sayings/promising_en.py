"""What does a manager promise of the thing itself and of how it is done in English, whatever the line of business?"""

from __future__ import annotations

PROMISING: dict[str, str] = {
    "deed/safe": """
safe|safely|safety|harmless|painless|hypoallergenic|nontoxic
won t|doesn t|not|never hurt|harm|damage|leak|scratch|smell|feel
no ... risk|pain|harm|smell|damage|toxins|chemicals
certificate|certificates|certified|accredited|licensed|tested|approved|compliant
vetted|screened|checked|background ... staff|people|everyone|workers|check|checks|police
we|everyone ... vet|screen|check|interview ... everyone|each|every|references|background
""",
    "deed/clean": """
no|without ... mess|dust|dirt|noise|rubbish
clean ... up|after|everything|ourselves|leave
leave ... clean|tidy|spotless|found|mess
take|haul|remove ... rubbish|waste|trash|packaging|debris|mess
cover|wrap|protect|sheet ... furniture|floors|floor|carpet|everything|blankets|walls
dust sheets|covers
""",
    "deed/quick": """
takes|take|only|about|within|under|in ... hour|hours|day|days|minutes|week|weeks|morning ... done|finished|ready|installed|start|begin|start to finish
done|finished|ready|installed|up and running|complete ... in|within|by|same|one|#
same|very|next day
takes|take|need ... hour|hours|day|days|minutes|week|weeks|morning|#
within # hours|days|minutes|weeks
as little|soon|quick|early as
by tomorrow|tonight|then
quick|quickly|fast|straight|right away|away ... turn|turnaround|start|someone|there
turn ... round|around
at short|a moment s notice
""",
    "deed/fixed-price": """
price|quote|figure|rate ... doesn t|won t|never|not ... change|go up|move|rise|budge
fixed|flat|firm|binding|guaranteed|set ... price|quote|rate|fee|figure
price|quote|figure|number ... is|stays|fixed|final|firm|binding|pay|get|same
no ... surprises|hidden|extras|extra|surcharges|surcharge|additional|add ons
what ... quote|see|agree ... what you pay
not a penny|cent|dollar|dime ... more|extra
won t ... charge|pay|cost ... more|extra|penny|cent
""",
    "deed/prepare": """
before ... we|the|your|they ... come|arrive|visit|appointment|crew|day ... please|make sure|need|empty|clear|move|have|should
please|make sure|need to ... empty|clear|move|disconnect|unplug|label|pack|charge|have ready
have ... ready|handy|prepared ... when|before|for|by
don t|avoid ... eat|drink|drive|wear|pack|use
clear|empty|defrost|disconnect|unplug|move ... before|beforehand|ahead|night|space|path|first
""",
    "deed/references": """
reviews|testimonials|portfolio|references|case|gallery|photos|examples ... show|send|have|see|look|online|our|read|studies|google
show|send|read|look|see|check ... reviews|testimonials|portfolio|references|case|gallery|photos|examples
our|other|many|happy customers|clients|patients|families|neighbours ... say|love|happy|back|already|told
# ... homes|customers|clients|families|projects|installations|moves|jobs|businesses|sites ... already|done|completed|year|trust|far
been ... doing this|business|around|going|trade ... #|years|decades
family|local business|owned|firm|company
neighbour|neighbor|street|road|client|customer ... had|did|just|last|of ours|theirs
""",
    "deed/delivery": """
deliver|delivers|delivery|drop|bring|collect|pick ... free|door|next|day|you|address|tomorrow|off|up|site
driver|courier|van|truck|lorry ... deliver|bring|collect|pick|come|arrive|there
free|next|same ... delivery|shipping
carry|load|unload|lift ... everything|stairs|floor|in|it|boxes|furniture
""",
    "deed/deposit": """
deposit|prepayment|upfront|retainer ... #|secure|secures|hold|holds|pay|take|small|percent|need|refundable|now
small|refundable|need|take|pay|put|leave|only|with ... deposit|down
secure|hold|reserve|lock ... date|spot|slot|place|booking|day ... with|deposit|card|#
no|nothing ... deposit|upfront|up front
""",
    "deed/pay": """
pay|payment|payable ... card|cash|transfer|invoice|check|cheque|debit|after|completion|link|done
card|cash|transfer|invoice|check|cheque|debit ... fine|okay|accept|take|work|either|pay
we take|accept ... card|cash|cards
only pay|invoice ... when|after|once|for
""",
    "deed/cancel": """
cancel|reschedule|walk away|change ... any|anytime|free|without|no|penalty|notice|whenever|mind
no|without ... penalty|contract|commitment|tie|lock in|obligation|notice|cancellation
not happy|satisfied|right ... replace|leave|refund|free|swap|walk|send|money|pay
walk away
month to month
""",
    "deed/support": """
dedicated|personal|named|own|same ... manager|contact|coordinator|rep|adviser|advisor|person|support|supervisor|team
support|team|someone ... day|night|clock|phone|hand|24|always|whenever|available
always ... reach|someone|available|there|call
around the clock
one|single point|person ... contact|call
""",
    "deed/savings": """
save|saves|saving|cut|cuts|slash|shave|knock|halve ... bill|bills|cost|costs
bill|bills|cost|costs ... down|drop|lower|less|half|halve|cheaper|third|shrink|cut
cheaper ... than|run|month|year|pay
pays|pay ... itself|back
less|lower than|what ... pay|now|bill|bills|currently
""",
    "deed/replace-person": """
replace|replacement|swap|another|someone else ... same|day|free|within|hour|hours|charge|send|person|worker
send|get|have|find ... replacement|someone else|another|somebody
if ... doesn t|not|no|sick|late ... show|turn|work|right|replace|another|replacement
cover ... sick|absence|holidays|leave
""",
    "deed/equipment": """
we|they|crew|cleaners|team|our ... bring|bringing|supply|provide ... own|all|everything|equipment|tools|materials|products|boxes|supplies|gear
all|everything|equipment|products|materials|supplies|boxes ... included|provided|supplied|we bring|bring|with us|ours
you don t ... need|have to ... buy|supply|provide|get
our own
""",
}
