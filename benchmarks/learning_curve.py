"""How much better is a business judged after some of its calls were reviewed and their words learnt?

`python -m benchmarks.learning_curve [--reviewed 5 8]`: the businesses with ten labelled calls, misheard. So many
calls are learnt from, and the others are judged before and after, each once; all numbers are fitted without the
business. With `--unseen` those are judged that others wrote.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.accuracy_fit import without
from benchmarks.learnt_fit import LEARNT_FROM, folds, large_businesses, taught, taught_without
from pipeline.analysis import analyse
from pipeline.likelihood import weighed_by
from scripts_library.campaign import Campaign
from tests.evaluation import measure
from tests.evaluation.measure import Judged
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import ReviewedCall, reviewed_calls, unseen_calls


def main() -> None:
    """Print F1 and the score's error on the other calls before and after, over all and by third."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviewed", type=int, nargs="+", default=list(LEARNT_FROM), help="calls that are learnt from")
    parser.add_argument("--unseen", action="store_true", help="the businesses that others wrote")
    options = parser.parse_args()
    large = large_businesses(unseen_calls() if options.unseen else reviewed_calls())
    print(f"{len(large)} businesses of ten calls or more")
    for reviewed in options.reviewed:
        before: list[Judged] = []
        after: list[Judged] = []
        for name, calls in large.items():
            with weighed_by(replace(without(name), taught=taught_without(name))):
                for own, others in folds(calls, reviewed):
                    wiser = taught(own)
                    before += [_judged(one, one.campaign) for one in others]
                    after += [_judged(one, wiser) for one in others]
        _print(reviewed, before, after)


def _judged(call: ReviewedCall, campaign: Campaign) -> Judged:
    rendition = as_misheard(call, 0)
    return Judged(rendition, analyse(rendition.transcript, campaign))


def _print(reviewed: int, before: Sequence[Judged], after: Sequence[Judged]) -> None:
    for name in ("all", "near", "paraphrased", "far"):
        pairs = [[one for one in judged if name in ("all", one.call.third)] for judged in (before, after)]
        first, second = (measure.step_tally(some).f1 for some in pairs)
        errors = [measure.score_error(some) for some in pairs]
        print(
            f"{reviewed:2} reviewed, {name:12} F1 {first:.2f} -> {second:.2f}   "
            f"score error {errors[0]:.1f} -> {errors[1]:.1f}"
        )


if __name__ == "__main__":
    main()
