"""What does a sentence model bring to script adherence, and how much is its nearness worth?

`python -m benchmarks.meaning_fit FOLDER [--language en] [--seeds N]`: a model's folder in ONNX form (`bert_onnx`
makes one). Each business of the language is judged without the model and with it, both by numbers fitted without it.
The last line is what `MEANT` in `pipeline/likelihood_table.py` holds, fitted to all of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from benchmarks.accuracy_fit import SEEDS, without
from pipeline.analysis import analyse
from pipeline.embedding import sentence_model
from pipeline.findings import look_through
from pipeline.grid import Grid, lay_grid
from pipeline.heard import hear
from pipeline.likelihood import in_context, weigh, weighed_by, with_more
from pipeline.likelihood_table import TABLE, Table
from pipeline.matching import matcher_for
from pipeline.meaning import Meaning
from tests.evaluation import measure
from tests.evaluation.measure import Judged
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, ReviewedCall, as_said, reviewed_calls

Numbers = npt.NDArray[np.float64]
Meant = tuple[tuple[float, float], ...]

_RIDGE, _ROUNDS = 3.0, 30


@dataclass(frozen=True, slots=True)
class _Lesson:
    """One call's grid with nearness, beside what the reviewer ticked in it."""

    business: str
    grid: Grid
    done: Numbers


def main() -> None:
    """Print a table for each way of judging, and the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--language", default="en")
    parser.add_argument("--seeds", type=int, default=2)
    options = parser.parse_args()
    model = sentence_model(options.folder)
    if model is None:
        parser.error("name a folder")
    calls = [call for call in reviewed_calls() if call.eligible and call.campaign.language == options.language]
    renditions = [*map(as_said, calls), *(as_misheard(call, seed) for seed in SEEDS for call in calls)]
    lessons = [_lesson(rendition, model) for rendition in renditions]
    with_model: list[Judged] = []
    alone: list[Judged] = []
    for business in dict.fromkeys(call.campaign.id for call in calls):
        table = without(business)
        others = [lesson for lesson in lessons if lesson.business != business]
        own = [call for call in calls if call.campaign.id == business]
        heard = [rendition for seed in range(options.seeds) for rendition in map(partial(as_misheard, seed=seed), own)]
        with weighed_by(table):
            alone += [Judged(one, analyse(one.transcript, one.call.campaign)) for one in heard]
        with weighed_by(replace(table, meant=_fitted(others, table))):
            with_model += [Judged(one, analyse(one.transcript, one.call.campaign, model)) for one in heard]
    for name, judged in (("words alone", alone), ("words and meaning", with_model)):
        print(f"{name}\n" + "\n".join(_row(judged, third) for third in ("all", "near", "paraphrased", "far")))
    print("MEANT =", _fitted(lessons, TABLE))


def _row(judged: Sequence[Judged], third: str) -> str:
    some = [one for one in judged if third in ("all", one.call.third)]
    steps = measure.step_tally(some)
    return (
        f"  {third:12} P {steps.precision:.3f} R {steps.recall:.3f} F1 {steps.f1:.3f} "
        f"score error {measure.score_error(some):.1f} calibration error {measure.calibration_error(some):.3f}"
    )


def _lesson(rendition: Rendition, model: Meaning) -> _Lesson:
    call: ReviewedCall = rendition.call
    findings = look_through(hear(rendition.transcript, call.campaign.language), matcher_for(call.campaign))
    grid = lay_grid(call.campaign.steps, findings, model)
    done = np.zeros((grid.remarks, grid.steps))
    for row, segment in enumerate(grid.segments):
        for column, step in enumerate(call.campaign.steps):
            done[row, column] = rendition.remark_of[segment] in call.labels.done.get(step.id, ())
    return _Lesson(call.campaign.id, grid, done)


def _fitted(lessons: Sequence[_Lesson], table: Table) -> Meant:
    """A constant and a number for the nearness in each weighing, all else as the table has it."""
    meant: list[tuple[float, float]] = []
    logits = [weigh(lesson.grid.words, table.words) for lesson in lessons]
    for number, context in enumerate((table.once, table.twice, None)):
        meant.append(_fit(lessons, logits))
        pairs = zip(lessons, logits, strict=True)
        logits = [with_more(one.grid, odds, meant[number], (0.0, 0.0)) for one, odds in pairs]
        if context is not None:
            logits = [
                weigh(np.concatenate((one.grid.words, in_context(one.grid, odds)), axis=2), context)
                for one, odds in zip(lessons, logits, strict=True)
            ]
    return tuple(meant)


def _fit(lessons: Sequence[_Lesson], logits: Sequence[Numbers]) -> tuple[float, float]:
    """Newton's method for two numbers, what the table gives held fixed."""
    pairs = list(zip(lessons, logits, strict=True))
    fixed = np.concatenate([odds[one.grid.allowed] for one, odds in pairs])
    near = np.concatenate([one.grid.nearness[one.grid.allowed] for one in lessons if one.grid.nearness is not None])
    right = np.concatenate([one.done[one.grid.allowed] for one in lessons])
    design = np.column_stack((np.ones(len(near)), near))
    found = np.zeros(2)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(fixed + design @ found, -30, 30)))
        slope = design.T @ (chance - right) + _RIDGE * found
        bend = (design.T * (chance * (1 - chance))) @ design + _RIDGE * np.eye(2)
        found = found - np.linalg.solve(bend, slope)
    return round(float(found[0]), 3), round(float(found[1]), 3)


if __name__ == "__main__":
    main()
