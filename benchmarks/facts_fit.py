"""Which numbers best weigh what speaks for a number being a fact's value? A logistic regression over labelled calls.

`python -m benchmarks.facts_fit` prints the weights for `pipeline.fact_clues`, and how often each business, left out, is
judged rightly by the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np

from benchmarks.objections_fit import Case, fitted
from pipeline.fact_clues import said_numbers, sheet_of
from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.product_info import by_id
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, as_said, sales_calls


def cases(renditions: Iterable[Rendition]) -> list[Case]:
    """Every number with every fact that it could be meant for."""
    found = []
    for one in renditions:
        call = one.call
        findings = look_through(hear(one.transcript, call.campaign.language), matcher_for(call.campaign))
        for said in said_numbers(sheet_of(by_id(call.campaign)), findings):
            told = one.remark_of[said.token.segment] in call.labels.told.get(said.fact, set())
            state = call.labels.facts.get(said.fact)
            meant = told and (said.equal if state in ("stated", "outdated") else state == "wrong" and not said.equal)
            if meant or not told:
                found.append(Case(call.campaign.id, said.clues, meant))
    return found


def main() -> None:
    """Fit on all, and on all but each business in turn."""
    calls = [call for call in sales_calls() if call.eligible]
    heard = [as_said(call) for call in calls] + [
        rendition for seed in (0, 1) for rendition in map(partial(as_misheard, seed=seed), calls)
    ]
    found = cases(heard)
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
    main()
