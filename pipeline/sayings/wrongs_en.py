"""How do managers run others down, press, promise too much or offer to do without papers, in English?"""

from __future__ import annotations

WRONGS: dict[str, str] = {
    "wrong/rivals": """
crook|cowboy|scammer|thief|liar|amateur|bandit|fraudster|conman|swindler|charlatan|butcher !not|no
con|rip artist|men|man|off
rip|ripping|ripped|rob|robbing|robbed|cheat|cheating|cheated|fleece|fleecing|scam|scamming|conning|con|swindle|screwing|overcharging|overcharge ... you|people|everyone|off|customer|blind|folk|them !not|never|won|we|nobody|no|none
anyone|anybody off the street
they|those|guys|lot|outfit ... steal|lie|hostage|cheat|rob|botch|vanish|disappear|rubbish|useless|terrible|awful|garbage|junk|joke|disgrace !not|never
other|rival|competitor|else|cheaper ... rubbish|terrible|awful|useless|garbage|junk|worse|bad|cowboy|crook|dodgy|sloppy|fake !not
cut|cutting corners !not|never|we
buy|bought|fake ... review
wouldn|not trust|touch|let ... them|those|that ... lot|guys|near|with|as|bargepole
""",
    "wrong/pressure": """
decide|sign|commit|agree|shake|choose|answer|yes ... now|today|tonight !not|no|don|want|if|can|how
decide|sign|commit|agree|shake|choose|answer|yes ... this minute|second|call|phone !not|no|don|want|if|can|how
today only
only|just good|valid|for ... today|until|till|tonight|now
offer|deal|discount|special ... end|expire|gone|midnight|hang|disappear|vanish|tonight|today|hold !not|tell|about
price|rate|slot ... end|expire|gone|midnight|hang|disappear|vanish !not|tell|about
now or never
=gone at|tomorrow|tonight|midnight|teatime|today !i|we
can|could not|t hold|promise|guarantee|keep ... it|that|price|this|tomorrow|rate
will|won not|t be there|here|available tomorrow|later|next
last chance|one|spot
you|or lose|losing|miss|missing ... discount|price|deal|slot
hang up ... price|deal|gone|can|lose|offer
somebody|someone|another else|lady|family|customer|buyer ... take|grab|line|waiting|coming|gone
""",
    "wrong/promise": """
guarantee|guaranteed|promise|swear ... you|zero|result|grade|pass|never|no|every|all|will|hundred|back !not|can|don|money|year|warranty|price
never ... pay|see|have|need|hear ... again
my word
hundred percent ... will|guarantee|sure|pass|gone|work|safe
you|he|she|it|they will|ll definitely|certainly|absolutely ... pass|get|see|save|be|top|grow
as long as you live
no chance|risk ... at|of|whatever
for sure|certain ... will|get|pass|double|grow
will|ll double|triple
""",
    "wrong/no-papers": """
no|without|skip|forget ... contract|receipt|invoice|paperwork|vat
cash in hand
pay|do|take ... cash ... no|cheaper|off|without|quiet
off the books|record
under the table
""",
}  # fmt: skip
