"""Make the matcher's machine code now, so that the first call does not wait for it: `python -m pipeline.matching`."""

from __future__ import annotations

from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.matching.patterns import Patterns
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Campaign, Step

if __name__ == "__main__":
    campaign = Campaign(
        id="trial", title="Trial", language="ru", steps=(Step(id="greeting", title="Greeting", say=("добрый день",)),)
    )
    talk = Transcript((Segment(0.0, 1.0, "добрый день", "agent"),), language="ru")
    heard = hear(talk, "ru")
    matcher_for(campaign).find(heard)
    Patterns({"greeting": "добрый день"}, heard.grammar).find_in(heard.turn_words)
