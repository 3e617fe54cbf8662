"""What does a sentence model bring to script adherence? Fits `WITH_MEANING` in `pipeline/likelihood_with_meaning.py`.

`python -m benchmarks.meaning_fit [MODEL] [--unseen] [--seeds N] [--write]`: MODEL as in the setting `meaning_model`.
Each business, or with `--unseen` each that others wrote, is judged without the model and with it, both by numbers
fitted without the business; `--write` fits to all of them. With OMP_NUM_THREADS=1 it takes minutes, else far longer.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from benchmarks.accuracy_fit import SEEDS, Lesson, fitted, ticked, without, write
from pipeline import likelihood_with_meaning
from pipeline.analysis import analyse
from pipeline.embedding import MULTILINGUAL, sentence_model
from pipeline.findings import look_through
from pipeline.grid import lay_grid
from pipeline.heard import hear
from pipeline.likelihood import weighed_by
from pipeline.matching import matcher_for
from pipeline.meaning import Meaning
from tests.evaluation import measure
from tests.evaluation.measure import Judged
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, ReviewedCall, as_said, reviewed_calls, unseen_calls


def main() -> None:
    """Print a table for each way of judging, or write the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default=MULTILINGUAL)
    parser.add_argument("--unseen", action="store_true", help="the businesses that others wrote")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="into pipeline/likelihood_with_meaning.py")
    options = parser.parse_args()
    model = sentence_model(options.model)
    if model is None:
        parser.error("name a model")
    calls = [call for call in (*reviewed_calls(), *unseen_calls()) if call.eligible]
    renditions = [*map(as_said, calls), *(as_misheard(call, seed) for seed in SEEDS for call in calls)]
    lessons = [_lesson(rendition, model) for rendition in renditions]
    if options.write:
        write(likelihood_with_meaning, "WITH_MEANING", fitted(lessons))
        return
    some = [call for call in calls if (call in unseen_calls()) == options.unseen]
    with_model: list[Judged] = []
    alone: list[Judged] = []
    for business in dict.fromkeys(call.campaign.id for call in some):
        own = [call for call in some if call.campaign.id == business]
        heard = [rendition for seed in range(options.seeds) for rendition in map(partial(as_misheard, seed=seed), own)]
        with weighed_by(without(business)):
            alone += [Judged(one, analyse(one.transcript, one.call.campaign)) for one in heard]
        with weighed_by(fitted([lesson for lesson in lessons if lesson.business != business])):
            with_model += [Judged(one, analyse(one.transcript, one.call.campaign, model)) for one in heard]
    for name, judged in (("words alone", alone), ("words and meaning", with_model)):
        print(f"{name}\n" + "\n".join(_row(judged, part) for part in ("all", "near", "paraphrased", "far", "ru", "en")))


def _row(judged: Sequence[Judged], part: str) -> str:
    some = [one for one in judged if part in ("all", one.call.third, one.call.campaign.language)]
    steps = measure.step_tally(some)
    return (
        f"  {part:12} P {steps.precision:.3f} R {steps.recall:.3f} F1 {steps.f1:.3f} "
        f"score error {measure.score_error(some):.1f} calibration error {measure.calibration_error(some):.3f}"
    )


def _lesson(rendition: Rendition, model: Meaning) -> Lesson:
    call: ReviewedCall = rendition.call
    findings = look_through(hear(rendition.transcript, call.campaign.language), matcher_for(call.campaign))
    grid = lay_grid(call.campaign, findings, model)
    return Lesson(call.campaign.id, grid, ticked(rendition, grid))


if __name__ == "__main__":
    main()
