"""How much better is a business judged after its reviewers corrected some of its calls?

`python -m benchmarks.learning_curve [--corrected 5 8]`: the businesses with ten labelled calls, misheard. So many calls
are corrected, what those corrections suggest to the script (an example that must count, or must not, for each) is
accepted, and the others are judged, each once; the numbers that weigh remarks are fitted without the business.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from benchmarks.accuracy_fit import without
from pipeline.analysis import analyse
from pipeline.likelihood import weighed_by
from pipeline.suggesting import with_example
from scripts_library.campaign import Campaign
from tests.evaluation import measure
from tests.evaluation.measure import Judged
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, reviewed_calls

LEAST_CALLS = 10


def main() -> None:
    """Print F1 on the other calls before and after, over all and for those far from the script's words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corrected", type=int, nargs="+", default=[5, 8], help="calls that are corrected (5 8)")
    by_business: dict[str, list[Rendition]] = {}
    for call in reviewed_calls():
        if call.eligible:
            by_business.setdefault(call.campaign.id, []).append(partial(as_misheard, seed=0)(call))
    large = {name: calls for name, calls in by_business.items() if len(calls) >= LEAST_CALLS}
    print(f"{len(large)} businesses of {LEAST_CALLS} calls")
    for corrected in parser.parse_args().corrected:
        before: list[Judged] = []
        after: list[Judged] = []
        for name, calls in large.items():
            with weighed_by(without(name)):
                for learnt, others in _folds(calls, corrected):
                    taught = _taught(learnt)
                    before += [_judged(one, one.call.campaign) for one in others]
                    after += [_judged(one, taught) for one in others]
        _print(corrected, before, after)


def _folds(calls: Sequence[Rendition], corrected: int) -> list[tuple[list[Rendition], list[Rendition]]]:
    """Each call among the others once: every n-th call, so that near and far ones are among both."""
    count = max(2, round(len(calls) / (len(calls) - corrected)))
    return [
        ([one for place, one in enumerate(calls) if place % count != fold], list(calls[fold::count]))
        for fold in range(count)
    ]


def _judged(rendition: Rendition, campaign: Campaign) -> Judged:
    return Judged(rendition, analyse(rendition.transcript, campaign))


def _taught(learnt: Sequence[Rendition]) -> Campaign:
    """The campaign after the corrections of some calls were accepted."""
    campaign = learnt[0].call.campaign
    for rendition in learnt:
        judged = _judged(rendition, rendition.call.campaign)
        for step in judged.analysis.steps:
            done = rendition.call.labels.done.get(step.id, set())
            if done and step.status != "done":
                text = _remark(rendition, min(done))
            elif step.status == "done" and not done and step.segment is not None:
                text = rendition.transcript.segments[step.segment].text
            else:
                continue
            campaign = with_example(campaign, step.id, text, counts=bool(done)) or campaign
    return campaign


def _remark(rendition: Rendition, remark: int) -> str:
    pairs = zip(rendition.remark_of, rendition.transcript.segments, strict=True)
    return " ".join(segment.text for place, segment in pairs if place == remark)


def _print(corrected: int, before: Sequence[Judged], after: Sequence[Judged]) -> None:
    for name in ("all", "near", "paraphrased", "far"):
        pairs = [[one for one in judged if name in ("all", one.call.third)] for judged in (before, after)]
        first, second = (measure.step_tally(some).f1 for some in pairs)
        errors = [measure.score_error(some) for some in pairs]
        print(
            f"{corrected:2} corrected, {name:12} F1 {first:.2f} -> {second:.2f}   "
            f"score error {errors[0]:.1f} -> {errors[1]:.1f}"
        )


if __name__ == "__main__":
    main()
