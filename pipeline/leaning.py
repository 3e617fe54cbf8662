"""Do reviewers tick the steps of a campaign oftener, or more rarely, than they are judged done?

Some scripts are followed to the letter, others are words that come up in any talk of the trade; a handful of reviewed
calls tells which. What is learnt of it is one number for all steps: log odds that are added to each step's chance.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from pipeline.adherence import StepJudgement

# How far campaigns lie apart, as the spread (squared) of that number over the labelled businesses: `learning_curve`.
_SPREAD = 0.2
_ROUNDS = 20
_NEVER_SURE = 1e-4


class Told(NamedTuple):
    """A step of a reviewed call: how likely it was done, whether it was judged so, and whether a person ticked it."""

    chance: float
    judged: bool
    ticked: bool


def told(steps: Iterable[StepJudgement], done: Container[str]) -> list[Told]:
    """Each step of a reviewed call that was judged done or missed, beside the reviewer's word."""
    return [
        Told(one.confidence if one.status == "done" else 1 - one.confidence, one.status == "done", one.id in done)
        for one in steps
        if one.status in ("done", "missed")
    ]


def leaning_of(judged: Sequence[Told]) -> float:
    """The log odds by which reviewers differ from the judge on the whole; 0 where nothing was reviewed.

    The likeliest number by what was ticked and by how far campaigns lie apart (Newton's method).
    """
    chances = [min(1 - _NEVER_SURE, max(_NEVER_SURE, one.chance)) for one in judged]
    odds = [math.log(one / (1 - one)) for one in chances]
    ticked = sum(one.ticked for one in judged)
    lean = 0.0
    for _ in range(_ROUNDS):
        chances = [1 / (1 + math.exp(-one - lean)) for one in odds]
        slope = sum(chances) - ticked + lean / _SPREAD
        lean -= slope / (sum(one * (1 - one) for one in chances) + 1 / _SPREAD)
    return round(lean, 3)
