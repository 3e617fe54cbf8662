"""Which of the things that managers do in any talk is a step about: to greet, to ask for the name, to offer a visit?

A script words a step two or three ways; managers have hundreds. Where the step's own words show that it means one of
the general deeds of `pipeline.sayings`, that deed's turns of phrase speak for the step too.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.findings import Findings
from pipeline.kept import Kept
from pipeline.matching.book import Floats
from pipeline.sayings import DEED, sayings_in
from scripts_library.campaign import Campaign, Step

_LEAST_SHARE = 0.3
_BY_TITLE = 0.5


@dataclass(frozen=True, slots=True)
class Deeds:
    """By deed: the steps that mean it (by their number), with the share of their phrasings that do it, 0–1.

    `known` is 1 for each step that means any deed at all.
    """

    steps_of: Mapping[str, Sequence[tuple[int, float]]]
    known: Floats


def deeds_of(campaign: Campaign) -> Deeds:
    """The general deeds that a campaign's steps mean; worked out once and kept."""
    return _known.of(campaign)


def deeds_in(findings: Findings, wanted: Container[str]) -> Iterator[tuple[int, str]]:
    """The wanted ones of the general deeds, each with the segment in which its turn of phrase begins."""
    for number, words in enumerate(findings.heard.turn_words):
        for said in findings.deeds(number):
            if said.name in wanted:
                yield words[said.first].segment, said.name


def meant_by(step: Step, language: str) -> dict[str, float]:
    """The deeds that a step's phrasings or its title do, with the share of the phrasings that do them."""
    texts = [_done_in(text, language) for text in (*step.say, *step.examples.done)]
    title = _done_in(step.title, language)
    shares = {deed: sum(deed in done for done in texts) / max(1, len(texts)) for deed in title.union(*texts)}
    shares |= {deed: max(_BY_TITLE, shares[deed]) for deed in title}
    return {deed: share for deed, share in shares.items() if share >= _LEAST_SHARE}


def _done_in(text: str, language: str) -> set[str]:
    return {said.name for said in sayings_in(text, language) if said.name.startswith(DEED)}


def _deeds(campaign: Campaign) -> Deeds:
    meant = [meant_by(step, campaign.language) for step in campaign.steps]
    steps_of: dict[str, list[tuple[int, float]]] = {}
    for column, shares in enumerate(meant):
        for deed, share in sorted(shares.items()):
            steps_of.setdefault(deed, []).append((column, share))
    return Deeds(steps_of, np.array([bool(shares) for shares in meant], dtype=np.float64))


_known = Kept(_deeds)
