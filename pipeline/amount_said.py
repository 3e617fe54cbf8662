"""Is the very amount said that a step names in all its phrasings: the price, the hours, the years of warranty?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.heard import Token, read_words
from pipeline.kept import Kept
from pipeline.language import grammar
from pipeline.matching.book import Floats
from scripts_library.campaign import Campaign, Step

_SMALL = 2


def amount_said(campaign: Campaign, said: Sequence[Sequence[Token]]) -> Floats:
    """Remarks (rows) by steps by two: 1 where a step's amount is said, and 1 where it has one that is not."""
    found = np.zeros((len(said), len(campaign.steps), 2))
    wanted = _amounts.of(campaign)
    if wanted:
        named = [_named(tokens) for tokens in said]
        for column, amounts in wanted.items():
            found[:, column, 0] = [not amounts.isdisjoint(own) for own in named]
            found[:, column, 1] = 1 - found[:, column, 0]
    return found


def _named(tokens: Sequence[Token]) -> frozenset[float]:
    """The amounts among some words; a lone one or two is too common to tell anything."""
    return frozenset(
        [token.amount.value for token in tokens if token.amount is not None and token.amount.value > _SMALL]
    )


def _read(campaign: Campaign) -> dict[int, frozenset[float]]:
    """By number: the amounts of each step that has one in every phrasing."""
    found = {column: _all_name(step, campaign.language) for column, step in enumerate(campaign.steps)}
    return {column: amounts for column, amounts in found.items() if amounts}


def _all_name(step: Step, language: str) -> frozenset[float]:
    named = [_named(read_words(phrase, grammar(language))) for phrase in step.say]
    return frozenset().union(*named) if all(named) else frozenset()


_amounts = Kept(_read)
