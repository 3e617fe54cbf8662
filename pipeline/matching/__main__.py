"""Make the matcher's machine code now, so that the first call does not wait for it: `python -m pipeline.matching`."""

from __future__ import annotations

import numpy as np

from pipeline.heard import hear
from pipeline.matching import Key, matcher_for
from pipeline.matching.patterns import Patterns
from pipeline.matching.surroundings import surroundings
from pipeline.matching.weights import add_up
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Campaign, Step

if __name__ == "__main__":
    campaign = Campaign(
        id="trial", title="Trial", language="ru", steps=(Step(id="greeting", title="Greeting", say=("добрый день",)),)
    )
    talk = Transcript((Segment(0.0, 1.0, "добрый день", "agent"),), language="ru")
    heard = hear(talk, "ru")
    found = matcher_for(campaign).find(heard)
    found.chosen([Key("step", "greeting")], np.zeros(1, dtype=np.int64), 1)
    Patterns({"greeting": "добрый день"}, heard.grammar).find_in(heard.turn_words)
    add_up(np.zeros((1, 1)), np.zeros((1, 1, 1)), np.zeros(1))
    surroundings(
        np.zeros((1, 1)), np.ones((1, 1), dtype=bool), np.zeros((1, 1)), np.zeros(1), np.zeros(1, dtype=bool),
        np.zeros(1, dtype=np.int64),
    )  # fmt: skip
