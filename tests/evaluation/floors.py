"""Below which figures has the judge become worse? Each floor lies a little under what was measured when it was set.

The goals are higher (step F1 0.90 misheard, score error 6 points, calibration error 0.05, facts and objections 0.88,
wrong values with precision 0.95, outcome 0.90, eligibility 0.97): raise a floor whenever the judge gets better.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Floors:
    """Least agreement, F1 and shares 0-1; the errors are the most that is allowed, scores in points of 100."""

    steps: float
    near: float
    paraphrased: float
    far: float
    score_error: float
    calibration_error: float
    facts: float
    wrong_precision: float
    wrong_recall: float
    objections: float
    handled: float
    outcome: float
    eligibility: float
    ahead: float


CLEAN = Floors(
    steps=0.92,
    near=0.98,
    paraphrased=0.915,
    far=0.84,
    score_error=7.6,
    calibration_error=0.04,
    facts=0.88,
    wrong_precision=0.92,
    wrong_recall=0.75,
    objections=0.78,
    handled=0.95,
    outcome=0.95,
    eligibility=0.98,
    ahead=0.4,
)
NOISY = Floors(
    steps=0.893,
    near=0.965,
    paraphrased=0.895,
    far=0.79,
    score_error=9.6,
    calibration_error=0.045,
    facts=0.82,
    wrong_precision=0.85,
    wrong_recall=0.62,
    objections=0.75,
    handled=0.93,
    outcome=0.9,
    eligibility=0.97,
    ahead=0.39,
)
