"""How much is it worth what reviewed calls taught of a step's words? Fits `TAUGHT` in `pipeline/likelihood_table.py`.

`python -m benchmarks.learnt_fit` prints it: each of the larger businesses has learnt from five and eight of its
calls, and the others of its calls are the lessons; `taught_without()` gives it for a business that the fit never saw.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from benchmarks.accuracy_fit import SEEDS, Lesson, ticked, without
from benchmarks.feature_fit import Numbers, Worth, worth_of
from pipeline.findings import look_through
from pipeline.grid import Grid, lay_grid
from pipeline.heard import hear
from pipeline.learnt import Reviewed, learn
from pipeline.likelihood_table import TABLE
from pipeline.matching import matcher_for
from scripts_library.campaign import Campaign
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, ReviewedCall, reviewed_calls

LEAST_CALLS = 10
LEARNT_FROM = (5, 8)


def large_businesses() -> dict[str, list[ReviewedCall]]:
    """The businesses with enough calls, by campaign."""
    by_business: dict[str, list[ReviewedCall]] = {}
    for call in reviewed_calls():
        if call.eligible:
            by_business.setdefault(call.campaign.id, []).append(call)
    return {name: calls for name, calls in by_business.items() if len(calls) >= LEAST_CALLS}


def folds(calls: Sequence[ReviewedCall], learnt_from: int) -> list[tuple[list[ReviewedCall], list[ReviewedCall]]]:
    """Calls to learn from and the others, each among the others once: every n-th, so that both have near and far."""
    count = max(2, round(len(calls) / (len(calls) - learnt_from)))
    return [
        ([one for place, one in enumerate(calls) if place % count != fold], list(calls[fold::count]))
        for fold in range(count)
    ]


def taught(calls: Sequence[ReviewedCall], seed: int = 0) -> Campaign:
    """The campaign after some of its calls, misheard, were reviewed and their words learnt."""
    reviewed = [_reviewed(as_misheard(call, seed)) for call in calls]
    campaign = calls[0].campaign
    return campaign.model_copy(update={"learnt": learn(reviewed, campaign)})


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
        for calls in large_businesses().values()
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
    return worth_of(_learnt, [lesson for lesson in lessons() if lesson.business != business], without(business))


def _learnt(grid: Grid) -> Numbers | None:
    return grid.learnt


def main() -> None:
    """Print the numbers, fitted to all businesses."""
    print("TAUGHT =", worth_of(_learnt, lessons(), TABLE))


if __name__ == "__main__":
    main()
