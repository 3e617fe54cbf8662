"""How much is it worth what reviewed calls taught of a step's words? Fits `TAUGHT` in `pipeline/likelihood_table.py`.

`python -m benchmarks.learnt_fit` prints it: each of the larger businesses has learnt from five and eight of its
calls, and the others of its calls are the lessons; `taught_without()` gives it for a business that the fit never saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from benchmarks.accuracy_fit import SEEDS, Lesson, ticked, without
from pipeline.analysis import analyse
from pipeline.findings import look_through
from pipeline.grid import lay_grid
from pipeline.heard import hear
from pipeline.leaning import told
from pipeline.learning import taught_by
from pipeline.learnt import Reviewed
from pipeline.likelihood import in_context, weigh
from pipeline.likelihood_table import TABLE, Table
from pipeline.matching import matcher_for
from scripts_library.campaign import Campaign
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, ReviewedCall, reviewed_calls, unseen_calls

Numbers = npt.NDArray[np.float64]
Worth = tuple[tuple[float, ...], ...]

LEAST_CALLS = 10
LEARNT_FROM = (5, 8)
_RIDGE, _ROUNDS = 3.0, 30


def large_businesses(every: Sequence[ReviewedCall]) -> dict[str, list[ReviewedCall]]:
    """The businesses with enough calls, by campaign."""
    by_business: dict[str, list[ReviewedCall]] = {}
    for call in every:
        if call.eligible:
            by_business.setdefault(call.campaign.id, []).append(call)
    return {name: calls for name, calls in by_business.items() if len(calls) >= LEAST_CALLS}


def folds(calls: Sequence[ReviewedCall], learnt_from: int) -> list[tuple[list[ReviewedCall], list[ReviewedCall]]]:
    """Calls to learn from and the others, each among the others once: every n-th, so that both have near and far."""
    count = max(2, round(len(calls) / (len(calls) - learnt_from)))
    found = []
    for fold in range(count):
        rest = [one for place, one in enumerate(calls) if place % count != fold]
        own = [rest[at * len(rest) // learnt_from] for at in range(learnt_from)] if learnt_from < len(rest) else rest
        found.append((own, list(calls[fold::count])))
    return found


def taught(calls: Sequence[ReviewedCall], seed: int = 0) -> Campaign:
    """The campaign after some of its calls, misheard, were reviewed, and their words and what is ticked were learnt."""
    reviewed = [_reviewed(as_misheard(call, seed)) for call in calls]
    campaign = calls[0].campaign
    judged = [told(analyse(one.transcript, campaign).steps, one.done) for one in reviewed]
    return campaign.model_copy(update={"learnt": taught_by(reviewed, judged, campaign)})


def _reviewed(rendition: Rendition) -> Reviewed:
    done = {
        step: frozenset(place for place, remark in enumerate(rendition.remark_of) if remark in remarks)
        for step, remarks in rendition.call.labels.done.items()
    }
    return Reviewed(rendition.transcript, done)


@cache
def lessons() -> tuple[Lesson, ...]:
    """The calls that were not learnt from, as they are seen by a campaign that has learnt."""
    return tuple(
        _lesson(as_misheard(call, seed), campaign)
        for calls in large_businesses((*reviewed_calls(), *unseen_calls())).values()
        for learnt_from in LEARNT_FROM
        for own, others in folds(calls, learnt_from)
        for campaign in (taught(own),)
        for call in others
        for seed in SEEDS
    )


def _lesson(rendition: Rendition, campaign: Campaign) -> Lesson:
    findings = look_through(hear(rendition.transcript, campaign.language), matcher_for(campaign))
    grid = lay_grid(campaign, findings)
    return Lesson(campaign.id, grid, ticked(rendition, grid))


@cache
def taught_without(business: str) -> Worth:
    """The numbers as fitted to all the other businesses."""
    return _worth([lesson for lesson in lessons() if lesson.business != business], without(business))


def _worth(held: Iterable[Lesson], table: Table) -> Worth:
    """A constant and the numbers for what was learnt in each weighing, all else as the table has it."""
    some = [(lesson, lesson.grid.learnt) for lesson in held if lesson.grid.learnt is not None]
    found: list[tuple[float, ...]] = []
    logits = [weigh(lesson.grid.words, table.words) for lesson, _ in some]
    for numbers in (table.once, table.twice, None):
        worth = _numbers(some, logits)
        found.append(worth)
        logits = [odds + weigh(values, worth) for (_, values), odds in zip(some, logits, strict=True)]
        if numbers is not None:
            logits = [
                weigh(np.concatenate((one.grid.words, in_context(one.grid, odds)), axis=2), numbers)
                for (one, _), odds in zip(some, logits, strict=True)
            ]
    return tuple(found)


def _numbers(some: Sequence[tuple[Lesson, Numbers]], logits: Sequence[Numbers]) -> tuple[float, ...]:
    """Newton's method for a constant and a number for each feature, what the table gives held fixed."""
    fixed = np.concatenate([odds[one.grid.allowed] for (one, _), odds in zip(some, logits, strict=True)])
    told = np.concatenate([values[one.grid.allowed] for one, values in some])
    right = np.concatenate([one.done[one.grid.allowed] for one, _ in some])
    design = np.column_stack((np.ones(len(told)), told))
    found = np.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(fixed + design @ found, -30, 30)))
        slope = design.T @ (chance - right) + _RIDGE * found
        bend = (design.T * (chance * (1 - chance))) @ design + _RIDGE * np.eye(len(found))
        found = found - np.linalg.solve(bend, slope)
    return tuple(round(float(number), 3) for number in found)


def main() -> None:
    """Print the numbers, fitted to all businesses."""
    print("TAUGHT =", _worth(lessons(), TABLE))


if __name__ == "__main__":
    main()
