"""Below which figures has the judge become worse? Each floor lies a little under what was measured when it was set.

The goals are higher (step F1 0.90 misheard, score error 6 points, calibration error 0.05, facts and objections 0.88,
wrong values with precision 0.95, outcome 0.90, eligibility 0.97): raise a floor whenever the judge gets better.
The score's error was let up by half a point when the numbers were fitted to others' calls too, who follow scripts less.
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
    steps=0.88,
    near=0.96,
    paraphrased=0.88,
    far=0.74,
    score_error=11.0,
    calibration_error=0.06,
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
    steps=0.875,
    near=0.95,
    paraphrased=0.87,
    far=0.72,
    score_error=11.5,
    calibration_error=0.06,
    facts=0.82,
    wrong_precision=0.85,
    wrong_recall=0.62,
    objections=0.75,
    handled=0.93,
    outcome=0.9,
    eligibility=0.97,
    ahead=0.39,
)
