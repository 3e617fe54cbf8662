"""Which numbers best weigh what speaks for a number being a fact's value? A logistic regression over labelled calls.

`python -m benchmarks.facts_fit` prints the weights for `pipeline.fact_clues`, and how often each business, left out, is
judged rightly by the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.objections_fit import Case, tell_fit
from pipeline.fact_clues import said_numbers
from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.product_sheet import sheet_of
from tests.evaluation.reviewed import Rendition


def cases(renditions: Iterable[Rendition]) -> list[Case]:
    """Every number with every fact that it could be meant for."""
    found = []
    for one in renditions:
        call = one.call
        findings = look_through(hear(one.transcript, call.campaign.language), matcher_for(call.campaign))
        for said in said_numbers(sheet_of(call.campaign), findings):
            told = one.remark_of[said.token.segment] in call.labels.told.get(said.fact, set())
            state = call.labels.facts.get(said.fact)
            meant = told and (said.equal if state in ("stated", "outdated") else state == "wrong" and not said.equal)
            if meant or not told:
                found.append(Case(call.campaign.id, said.clues, meant))
    return found


if __name__ == "__main__":
    tell_fit(cases)
