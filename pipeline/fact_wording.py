"""Was a fact stated whose value is words, not a number: by its phrasings, or as a reply to its question?"""

from __future__ import annotations

from pipeline.fact_clues import UNHEARD
from pipeline.findings import Findings
from pipeline.heard import read_words
from pipeline.matching import Match
from pipeline.values import is_free
from scripts_library.campaign import Fact

# How far above «not heard» the fact's words, and the question for it, must be where a turn of phrase or a reply helps.
_NAMED, _ASKED, _AS_REPLY = 1.2, 2.0, 2.2
_PLAIN, _TELLING = 0.85, 0.6


def stated_in_words(fact: Fact, findings: Findings) -> Match | None:
    """The place where the manager said it, the surest one; None where nobody can point at one."""
    likely = findings.likely("fact", fact.id, "agent")
    free = fact.value is not None and is_free(fact.value)
    if free:
        likely = [
            m for m in likely if _names(fact, m, findings) and (_says_free(findings, m.segment) or m.likeness > _PLAIN)
        ]
    if likely:
        return max(likely, key=lambda match: (match.confidence, -match.start))
    near = [match for match in findings.all("fact", fact.id) if match.speaker != "client"]
    for match in sorted(near, key=lambda match: -match.logit):
        lift, asked = match.logit - UNHEARD, _asked_before(fact, findings, match.segment)
        named = lift >= _NAMED and _names(fact, match, findings)
        if free and _says_free(findings, match.segment) and (named or asked >= _ASKED):
            return match
        if not free and asked >= _ASKED and lift >= _AS_REPLY:
            return match
    return None


def _names(fact: Fact, match: Match, findings: Findings) -> bool:
    """Whether a word of the fact's own is said, beside those that only mean «free»."""
    grammar = findings.heard.grammar
    free = {
        word.form for text in ((fact.value.text or "") if fact.value else "",) for word in read_words(text, grammar)
    }
    own = {
        word.form for text in (fact.title, *fact.say) for word in read_words(text, grammar) if word.weight >= _TELLING
    }
    return any(grammar.stem(token.form) in {grammar.stem(form) for form in own - free} for token in match.tokens)


def _says_free(findings: Findings, segment: int) -> bool:
    return any(said.name == "free" for said in findings.sayings(findings.heard.turn_of(segment)))


def _asked_before(fact: Fact, findings: Findings, segment: int) -> float:
    heard = findings.heard
    turn = heard.turn_of(segment)
    segments = [each for one in heard.turns[max(0, turn - 1) : turn] for each in one.segments]
    best = findings.odds("asked", fact.id, segments)
    return 0.0 if best is None else best - UNHEARD
