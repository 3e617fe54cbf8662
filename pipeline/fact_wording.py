"""Was a fact stated whose value is words, not a number: by its phrasings, or as a reply to its question?"""

from __future__ import annotations

from functools import lru_cache

from pipeline.fact_clues import UNHEARD
from pipeline.findings import Findings
from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.matching import Key, Match
from pipeline.values import is_free
from scripts_library.campaign import Fact

# How far above «not heard» the fact's words, and the question for it, must be where a turn of phrase or a reply helps.
_NAMED, _ASKED, _AS_REPLY = 2.0, 2.0, 2.2
_PLAIN, _TELLING = 0.85, 0.6


def stated_in_words(fact: Fact, findings: Findings) -> Match | None:
    """The place where the manager said it, the surest one; None where nobody can point at one."""
    likely = findings.likely("fact", fact.id, "agent")
    free = fact.value is not None and is_free(fact.value)
    if free:
        likely = [m for m in likely if _names(fact, m, findings) and (_says_free(findings, m.segment) or _is_whole(m))]
    if likely:
        return max(likely, key=lambda match: (match.confidence, -match.start))
    near = findings.all("fact", fact.id) if free else findings.at_least("fact", fact.id, UNHEARD + _AS_REPLY)
    for match in sorted((one for one in near if one.speaker != "client"), key=lambda one: -one.logit):
        asked = _asked(fact, findings, match)
        if not free and asked:
            return match
        named = match.logit - UNHEARD >= _NAMED
        if free and _says_free(findings, match.segment) and (asked or named):
            return match
    return _free_as_answer(fact, findings) if free else None


def _free_as_answer(fact: Fact, findings: Findings) -> Match | None:
    """«Ни копейки» right after the client asked what the thing costs, though nothing of the fact is named again."""
    for number, turn in enumerate(findings.heard.turns[1:], 1):
        free = next((said for said in findings.sayings(number) if said.name == "free"), None)
        asked = findings.odds("asked", fact.id, findings.heard.turns[number - 1].segments)
        if turn.speaker != "client" and free is not None and asked is not None and asked - UNHEARD >= _ASKED:
            return findings.as_match(free, Key("fact", fact.id), number, asked)
    return None


def _is_whole(match: Match) -> bool:
    """Whether all of a phrasing is said, and no price stands in its «free»."""
    return match.likeness > _PLAIN and not any(token.amount is not None for token in match.tokens)


def _names(fact: Fact, match: Match, findings: Findings) -> bool:
    """Whether a word of the fact's own is said, beside those that only mean «free»."""
    rules = findings.heard.grammar
    own = _own_words(rules.code, (fact.title, *fact.say), (fact.value.text or "") if fact.value else "")
    return any(rules.stem(token.form) in own for token in match.tokens)


@lru_cache(maxsize=1024)
def _own_words(language: str, texts: tuple[str, ...], value: str) -> frozenset[str]:
    """The stems of the telling words of a fact, without those of its value."""
    rules = grammar(language)
    free = {word.form for word in read_words(value, rules)}
    own = {word.form for text in texts for word in read_words(text, rules) if word.weight >= _TELLING}
    return frozenset(rules.stem(form) for form in own - free)


def _says_free(findings: Findings, segment: int) -> bool:
    return any(said.name == "free" for said in findings.sayings(findings.heard.turn_of(segment)))


def _asked(fact: Fact, findings: Findings, match: Match) -> bool:
    """Whether the words just before a place ask for the fact."""
    heard = findings.heard
    turn = heard.turn_of(match.segment)
    segments = [each for one in heard.turns[max(0, turn - 1) : turn] for each in one.segments]
    best = findings.odds("asked", fact.id, segments)
    return best is not None and best - UNHEARD >= _ASKED
