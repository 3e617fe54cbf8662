"""Why did a call get its score? The sums behind it, from the judgements and the weights of that day's script."""

from __future__ import annotations

from dataclasses import dataclass

from api.shapes import Sheet
from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the score was made of: weights done of those that counted, penalties, and what fails a call outright."""

    done: float
    counted: float
    left_out: int
    penalty: float
    pass_score: float
    missed_critical: tuple[str, ...]
    said_critical: tuple[str, ...]


def explain_score(analysis: Analysis, sheet: Sheet) -> Explanation:
    """The parts of an analysis' score."""
    steps = {step.id: step for step in sheet.steps}
    forbidden = {phrase.id: phrase for phrase in sheet.forbidden}
    counted = [judged for judged in analysis.steps if _counts(judged, sheet)]
    said = [forbidden[found.id] for found in analysis.forbidden if found.id in forbidden]
    return Explanation(
        done=sum(steps[judged.id].weight for judged in counted if judged.status == "done"),
        counted=sum(steps[judged.id].weight for judged in counted),
        left_out=len(analysis.steps) - len(counted),
        penalty=sum(phrase.penalty for phrase in said),
        pass_score=sheet.pass_score,
        missed_critical=tuple(steps[j.id].title for j in counted if j.status == "missed" and steps[j.id].critical),
        said_critical=tuple(dict.fromkeys(phrase.title for phrase in said if phrase.critical)),
    )


def _counts(judged: StepJudgement, sheet: Sheet) -> bool:
    step = next((step for step in sheet.steps if step.id == judged.id), None)
    if step is None:
        return False
    return judged.status == "done" or (judged.status == "missed" and step.required)
