"""What was said that must not be: a forbidden phrase, or in other words the wrong that the phrases are about?

Managers run others down, press and promise in hundreds of ways; a library names two. Where a rule's own words show that
it means one of the general wrongs of `pipeline.sayings`, that wrong's turns of phrase break the rule too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.findings import Findings
from pipeline.heard import Token, read_words
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.matching import Key, Match
from pipeline.sayings import WRONG, sayings_in
from scripts_library.campaign import Campaign, Forbidden

# Log odds that a turn of phrase of a general wrong breaks the rule that means it: about nine in ten did where it was
# measured, on the calls whose words the tables were written from, so somewhat less.
_BY_KIND = 1.2
_EXCEPTED = 0.8
_TELLING = 0.3


@dataclass(frozen=True, slots=True)
class ForbiddenFinding:
    """A forbidden phrase that was said, with the remark that holds it; times in seconds."""

    id: str
    segment: int
    quote: str
    start: float
    end: float
    confidence: float


def find_forbidden(campaign: Campaign, findings: Findings) -> tuple[ForbiddenFinding, ...]:
    """Each forbidden phrase that was said, once each, where it was said most plainly."""
    found = []
    for rule in campaign.forbidden:
        places = [
            place
            for place in (*findings.likely("forbidden", rule.id), *said_otherwise(campaign, rule, findings))
            if rule.speaker in ("any", place.speaker)
        ]
        if places:
            best = max(places, key=lambda place: (place.confidence, -place.start))
            start, end = round(best.start, 2), round(best.end, 2)
            found.append(ForbiddenFinding(rule.id, best.segment, best.quote, start, end, round(best.confidence, 3)))
    return tuple(found)


def said_otherwise(campaign: Campaign, rule: Forbidden, findings: Findings) -> Iterator[Match]:
    """The places where a rule was broken by the general turns of phrase of the wrong that it means."""
    meant = _wrongs.of(campaign).by_rule[rule.id]
    for number, said in findings.wrongs:
        tokens = findings.heard.turn_words[number]
        if said.name in meant and not said.weak and not _is_excepted(campaign, rule, tokens):
            yield findings.as_match(said, Key("forbidden", rule.id), number, _BY_KIND)


def _is_excepted(campaign: Campaign, rule: Forbidden, tokens: tuple[Token, ...]) -> bool:
    """Whether the library has a remark's words among those that must not count."""
    heard = {token.form for token in tokens}
    return any(len(example & heard) >= _EXCEPTED * len(example) for example in _wrongs.of(campaign).excepted[rule.id])


@dataclass(frozen=True, slots=True)
class _Wrongs:
    """By rule: the general wrongs that it means, and the telling words of each example that must not count."""

    by_rule: Mapping[str, frozenset[str]]
    excepted: Mapping[str, tuple[frozenset[str], ...]]


def _read(campaign: Campaign) -> _Wrongs:
    rules, language = grammar(campaign.language), campaign.language
    return _Wrongs(
        {
            rule.id: frozenset(
                said.name
                for text in (rule.title, *rule.say, *rule.examples.done)
                for said in sayings_in(text, language)
                if said.name.startswith(WRONG)
            )
            for rule in campaign.forbidden
        },
        {
            rule.id: tuple(
                frozenset(word.form for word in read_words(text, rules) if word.weight >= _TELLING)
                for text in rule.examples.not_done
            )
            for rule in campaign.forbidden
        },
    )


_wrongs = Kept(_read)
