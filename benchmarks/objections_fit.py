"""Which numbers best weigh what speaks for an objection? A logistic regression over the labelled calls.

`python -m benchmarks.objections_fit` prints the weights for `pipeline.objections`, and F1 with each business left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.objections import claims
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, as_said, sales_calls, unseen_calls

Floats = NDArray[np.float64]

RIDGE = 2.0
STEPS = 60


@dataclass(frozen=True, slots=True)
class Case:
    """One objection in one turn of a call, and whether the reviewer ticked it there."""

    business: str
    clues: tuple[float, ...]
    raised: bool


def cases(renditions: Iterable[Rendition]) -> list[Case]:
    """Every objection that anything speaks for, turn by turn."""
    found = []
    for one in renditions:
        call = one.call
        findings = look_through(hear(one.transcript, call.campaign.language), matcher_for(call.campaign))
        for claim in claims(call.campaign, findings):
            remarks = {one.remark_of[segment] for segment in findings.heard.turns[claim.turn].segments}
            raised = bool(remarks & call.labels.raised.get(claim.rule.id, set()))
            if raised or claim.rule.id not in call.labels.raised:
                found.append(Case(call.campaign.id, claim.clues, raised))
    return found


def fitted(some: Sequence[Case]) -> Floats:
    """Level and weights by Newton's method with a ridge."""
    table = np.array([[1.0, *case.clues] for case in some])
    raised = np.array([float(case.raised) for case in some])
    weights = np.zeros(table.shape[1])
    ridge = np.full(table.shape[1], RIDGE)
    ridge[0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (raised - chance) - ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def tell_fit(gather: Callable[[Iterable[Rendition]], list[Case]]) -> None:
    """Fit on all cases of the labelled calls, and on all but each business in turn; print what came out."""
    calls = [call for call in (*sales_calls(), *unseen_calls()) if call.eligible and call.outcome is not None]
    heard = [as_said(call) for call in calls] + [
        rendition for seed in (0, 1) for rendition in map(partial(as_misheard, seed=seed), calls)
    ]
    found = gather(heard)
    right = false = missed = 0
    for business in sorted({case.business for case in found}):
        weights = fitted([case for case in found if case.business != business])
        for case in (case for case in found if case.business == business):
            likely = float(weights[0] + np.dot(weights[1:], np.array(case.clues))) >= 0
            right += likely and case.raised
            false += likely and not case.raised
            missed += case.raised and not likely
    print(f"left out: {right} right, {false} false, {missed} missed, F1 {2 * right / (2 * right + false + missed):.3f}")
    weights = fitted(found)
    print(f"LEVEL = {weights[0]:.2f}")
    print("WEIGHTS = Clues(" + ", ".join(f"{weight:.2f}" for weight in weights[1:]) + ")")


if __name__ == "__main__":
    tell_fit(cases)
