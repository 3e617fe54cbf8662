"""What does a sentence model bring to script adherence, and how much is its nearness worth?

`python -m benchmarks.meaning_fit FOLDER [--language en] [--seeds N]`: a model's folder in ONNX form (`bert_onnx`
makes one). Each business of the language is judged without the model and with it, both by numbers fitted without it.
The last line is what `MEANT` in `pipeline/likelihood_table.py` holds, fitted to all of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from benchmarks.accuracy_fit import SEEDS, Lesson, ticked, without
from benchmarks.feature_fit import Numbers, worth_of
from pipeline.analysis import analyse
from pipeline.embedding import sentence_model
from pipeline.findings import look_through
from pipeline.grid import Grid, lay_grid
from pipeline.heard import hear
from pipeline.likelihood import weighed_by
from pipeline.likelihood_table import TABLE
from pipeline.matching import matcher_for
from pipeline.meaning import Meaning
from tests.evaluation import measure
from tests.evaluation.measure import Judged
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, ReviewedCall, as_said, reviewed_calls


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
        with weighed_by(replace(table, meant=worth_of(_nearness, others, table))):
            with_model += [Judged(one, analyse(one.transcript, one.call.campaign, model)) for one in heard]
    for name, judged in (("words alone", alone), ("words and meaning", with_model)):
        print(f"{name}\n" + "\n".join(_row(judged, third) for third in ("all", "near", "paraphrased", "far")))
    print("MEANT =", worth_of(_nearness, lessons, TABLE))


def _row(judged: Sequence[Judged], third: str) -> str:
    some = [one for one in judged if third in ("all", one.call.third)]
    steps = measure.step_tally(some)
    return (
        f"  {third:12} P {steps.precision:.3f} R {steps.recall:.3f} F1 {steps.f1:.3f} "
        f"score error {measure.score_error(some):.1f} calibration error {measure.calibration_error(some):.3f}"
    )


def _nearness(grid: Grid) -> Numbers | None:
    return grid.nearness


def _lesson(rendition: Rendition, model: Meaning) -> Lesson:
    call: ReviewedCall = rendition.call
    findings = look_through(hear(rendition.transcript, call.campaign.language), matcher_for(call.campaign))
    grid = lay_grid(call.campaign, findings, model)
    return Lesson(call.campaign.id, grid, ticked(rendition, grid))


if __name__ == "__main__":
    main()
