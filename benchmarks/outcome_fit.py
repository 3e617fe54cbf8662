"""Which weights best tell how a call ended? A softmax regression over the labelled calls.

`python -m benchmarks.outcome_fit` prints the weights for `pipeline.outcome`, and how often each business, left out, is
told rightly by the others.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

import numpy as np
from numpy.typing import NDArray

from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.outcome import WEIGHTS, outcome_clues, outcome_signs
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import as_said, sales_calls, unseen_calls

Floats = NDArray[np.float64]
KINDS = tuple(WEIGHTS)
RIDGE, STEPS, PACE = 1.5, 4000, 0.02


def fitted(table: Floats, ends: NDArray[np.int64]) -> Floats:
    """Weights by gradient descent with a ridge."""
    weights = np.zeros((table.shape[1], len(KINDS)))
    wanted = np.eye(len(KINDS))[ends]
    ridge = np.full((table.shape[1], 1), RIDGE)
    ridge[0] = 0.01
    for _ in range(STEPS):
        worth = np.exp(table @ weights - (table @ weights).max(axis=1, keepdims=True))
        chance = worth / worth.sum(axis=1, keepdims=True)
        weights += PACE * (table.T @ (wanted - chance) - ridge * weights) / 10
    return weights


def main() -> None:
    """Fit on all, and on all but each business in turn."""
    calls = [call for call in (*sales_calls(), *unseen_calls()) if call.eligible and call.outcome in KINDS]
    heard = [as_said(call) for call in calls] + [
        rendition for seed in (0, 1) for rendition in map(partial(as_misheard, seed=seed), calls)
    ]
    rows, ends, names = [], [], []
    for one in heard:
        findings = look_through(hear(one.transcript, one.call.campaign.language), matcher_for(one.call.campaign))
        rows.append([1.0, *outcome_clues(list(outcome_signs(findings)))])
        ends.append(KINDS.index(one.call.outcome))
        names.append(one.call.campaign.id)
    table, wanted = np.array(rows), np.array(ends)
    right = 0
    confused: Counter[tuple[str, str]] = Counter()
    for business in sorted(set(names)):
        out = np.array([name == business for name in names])
        weights = fitted(table[~out], wanted[~out])
        told = (table[out] @ weights).argmax(axis=1)
        right += int((told == wanted[out]).sum())
        confused.update((KINDS[is_], KINDS[said]) for is_, said in zip(wanted[out], told, strict=True) if is_ != said)
    print(f"left out: {right / len(ends):.3f} right of {len(ends)}; confused {dict(confused)}")
    weights = fitted(table, wanted)
    for column, kind in enumerate(KINDS):
        print(f'    "{kind}": (' + ", ".join(f"{weight:.2f}" for weight in weights[:, column]) + "),")


if __name__ == "__main__":
    main()
