"""Which of the doubts that every client voices is an objection of the library about?

A library names a doubt by two or three phrasings; clients have hundreds. Where the library's own words show that it
means one of the general doubts of `pipeline.sayings`, that doubt's turns of phrase speak for the objection too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.kept import Kept
from pipeline.sayings import sayings_in
from scripts_library.campaign import Campaign, Objection

PREFIX = "doubt/"
# Doubts that go with many matters («боюсь …», «а вдруг …»): they support an objection and are none by themselves.
SUPPORTING = frozenset(
    {"fear", "quality", "complicated", "long-wait", "no-need", "terms", "not-now", "self", "bad-hours"}
)
_LEAST_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an objection means in general: doubts that it alone stands for, and doubts that support it."""

    own: frozenset[str]
    supporting: frozenset[str]


def meanings(campaign: Campaign) -> Mapping[str, Meaning]:
    """The general doubts of each objection by its id; worked out at a campaign's first use and kept."""
    return _known.of(campaign)


def _meanings(campaign: Campaign) -> dict[str, Meaning]:
    shares = {rule.id: _shares(rule, campaign.language) for rule in campaign.objections}
    names = {rule.id for rule in campaign.objections}
    owner: dict[str, str] = {}
    for doubt in sorted({doubt for found in shares.values() for doubt in found} | names):
        claims = [(share, rule) for rule, found in shares.items() if (share := found.get(doubt, 0.0)) >= _LEAST_SHARE]
        if doubt in names:
            owner[doubt] = doubt
        elif claims and doubt not in SUPPORTING:
            owner[doubt] = max(claims, key=lambda claim: (claim[0], claim[1]))[1]
    return {
        rule: Meaning(
            frozenset(doubt for doubt, owned_by in owner.items() if owned_by == rule),
            frozenset(doubt for doubt, share in found.items() if share >= _LEAST_SHARE and owner.get(doubt) != rule),
        )
        for rule, found in shares.items()
    }


def _shares(rule: Objection, language: str) -> dict[str, float]:
    """Which part of an objection's phrasings voice each general doubt."""
    texts: Sequence[str] = (*rule.heard, *rule.examples.done)
    spoken = [set(_voiced(text, language)) for text in (*texts, rule.title)]
    doubts = {doubt for voiced in spoken for doubt in voiced}
    return {doubt: sum(doubt in voiced for voiced in spoken) / max(1, len(texts)) for doubt in doubts}


def _voiced(text: str, language: str) -> Iterator[str]:
    for said in sayings_in(text, language):
        if said.name.startswith(PREFIX) and not said.weak:
            yield said.name.removeprefix(PREFIX)


_known = Kept(_meanings)
