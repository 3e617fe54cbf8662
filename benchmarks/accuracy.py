"""How well does the judge agree with a careful reviewer? Prints the figures over the labelled calls as tables.

`python -m benchmarks.accuracy [--by-business] [--errors] [--seeds N] [--left-out] [--without-deeds]`; with `--left-out`
each business is judged by numbers fitted without it, with `--without-deeds` as if no step meant a general deed.
`python -m benchmarks.accuracy --unseen`: the businesses that others wrote, who saw nothing of the judge.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np

from benchmarks.accuracy_errors import errors
from benchmarks.accuracy_fit import without
from pipeline import grid
from pipeline.deeds import Deeds
from pipeline.likelihood import weighed_by
from tests.evaluation import measure
from tests.evaluation.measure import Judged, Tally, judge
from tests.evaluation.misheard import as_misheard, word_error
from tests.evaluation.reviewed import Rendition, ReviewedCall, as_said, reviewed_calls, unseen_calls

Group = tuple[str, Callable[[ReviewedCall], bool]]


def _third(name: str) -> Group:
    return name, lambda call: call.third == name


def _language(name: str) -> Group:
    return name, lambda call: call.campaign.language == name


def _business(name: str) -> Group:
    return name, lambda call: call.campaign.id == name


_GROUPS: tuple[Group, ...] = (
    ("all", lambda call: True),
    *map(_third, ("near", "paraphrased", "far")),
    *map(_language, ("ru", "en")),
)


def main() -> None:
    """Judge the whole set, clean and misheard, and print how it went."""
    options = _options()
    if options.without_deeds:
        setattr(grid, "deeds_of", lambda campaign: Deeds({}, np.zeros(len(campaign.steps))))  # noqa: B010
    calls = unseen_calls() if options.unseen else reviewed_calls()
    judged_by = _left_out if options.left_out else judge
    clean = judged_by(calls, as_said)
    noisy = [one for seed in range(options.seeds) for one in judged_by(calls, partial(as_misheard, seed=seed))]
    wer = word_error(one.rendition for one in noisy)
    print(f"{len(calls)} calls, word error of the noisy ones {100 * wer:.1f} %, {options.seeds} noisy versions of each")
    businesses = _businesses(calls) if options.by_business else ()
    for name, judged in (("clean", clean), ("noisy", noisy)):
        print(f"\n{name}\n" + "\n".join(_table(judged, businesses)))
        print("\n".join(_figures(judged)))
    if options.errors:
        for name, judged in (("clean", clean), ("noisy", noisy[: len(calls)])):
            print(f"\nerrors, {name}")
            for one in judged:
                print("\n".join(errors(one)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--by-business", action="store_true", help="a line for each business too")
    parser.add_argument("--errors", action="store_true", help="every wrong judgement with its remark")
    parser.add_argument("--left-out", action="store_true", help="judge each business by what the others teach")
    parser.add_argument("--without-deeds", action="store_true", help="what general deeds bring, the other way round")
    parser.add_argument("--unseen", action="store_true", help="the businesses that others wrote")
    parser.add_argument("--seeds", type=int, default=3, help="noisy versions of each call (3)")
    return parser.parse_args()


def _left_out(calls: Sequence[ReviewedCall], heard: Callable[[ReviewedCall], Rendition]) -> list[Judged]:
    judged: list[Judged] = []
    for business in dict.fromkeys(call.campaign.id for call in calls):
        with weighed_by(without(business)):
            judged += judge([call for call in calls if call.campaign.id == business], heard)
    return judged


def _businesses(calls: Sequence[ReviewedCall]) -> tuple[Group, ...]:
    return tuple(map(_business, dict.fromkeys(call.campaign.id for call in calls)))


def _table(judged: Sequence[Judged], businesses: Sequence[Group]) -> Iterator[str]:
    yield (
        f"  {'':14} {'steps P':>7} {'R':>5} {'F1':>5} {'status':>7} {'score±':>7} {'ECE':>5} {'facts F1':>9} "
        f"{'obj F1':>7} {'handled':>8} {'partial_ratio P':>16} {'R':>5} {'F1':>5}"
    )
    for name, chosen in (*_GROUPS, *businesses):
        some = [one for one in judged if chosen(one.call)]
        steps, base = measure.step_tally(some), measure.baseline_tally(some)
        yield (
            f"  {name:14} {steps.precision:7.2f} {steps.recall:5.2f} {steps.f1:5.2f} "
            f"{measure.step_status_accuracy(some):7.2f} {measure.score_error(some):7.1f} "
            f"{measure.calibration_error(some):5.2f} {measure.fact_tally(some).f1:9.2f} "
            f"{measure.objection_tally(some).f1:7.2f} {measure.handled_accuracy(some):8.2f} "
            f"{base.precision:16.2f} {base.recall:5.2f} {base.f1:5.2f}"
        )


def _figures(judged: Sequence[Judged]) -> Iterator[str]:
    yield f"  quote from the right remark {measure.evidence_accuracy(judged):.2f}"
    yield f"  facts        {_three(measure.fact_tally(judged))}"
    yield f"  facts wrong  {_three(measure.wrong_fact_tally(judged))}"
    yield f"  objections   {_three(measure.objection_tally(judged))}"
    yield f"  forbidden    {_three(measure.forbidden_tally(judged))}"
    yield (
        f"  outcome {measure.outcome_accuracy(judged):.2f}   eligibility {measure.eligibility_accuracy(judged):.2f}   "
        f"reliability (confidence: right, steps) "
        + ", ".join(f"{mean:.2f}: {right:.2f}, {count}" for mean, right, count in measure.calibration(judged))
    )


def _three(tally: Tally) -> str:
    return (
        f"P {tally.precision:.2f} R {tally.recall:.2f} F1 {tally.f1:.2f}"
        f"   ({tally.right} right, {tally.false} false, {tally.missed} missed)"
    )


if __name__ == "__main__":
    main()
