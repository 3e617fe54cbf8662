"""How well are facts, objections, outcome and eligibility told? Prints the figures over the labelled calls.

`python -m benchmarks.sales_accuracy [--only old|new] [--by-business] [--errors] [--seeds N]`; `--only new` takes the
calls of the businesses whose steps were never labelled.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import partial

from benchmarks.accuracy_errors import talk_errors
from tests.evaluation import measure
from tests.evaluation.measure import Judged, Tally, judge
from tests.evaluation.misheard import as_misheard, word_error
from tests.evaluation.reviewed import ReviewedCall, as_said, reviewed_calls, sales_calls


def main() -> None:
    """Judge the set, clean and misheard, and print how it went."""
    options = _options()
    calls = _chosen(options.only)
    clean = judge(calls, as_said)
    noisy = [one for seed in range(options.seeds) for one in judge(calls, partial(as_misheard, seed=seed))]
    wer = word_error(one.rendition for one in noisy)
    print(f"{len(calls)} calls, word error of the noisy ones {100 * wer:.1f} %, {options.seeds} noisy versions of each")
    for name, judged in (("clean", clean), ("noisy", noisy)):
        print(f"\n{name}\n" + "\n".join(_figures(judged)))
        if options.by_business:
            print("\n".join(_by_business(judged)))
    if options.errors:
        for name, judged in (("clean", clean), ("noisy", noisy[: len(calls)])):
            print(f"\nerrors, {name}")
            for one in judged:
                print("\n".join(talk_errors(one)), end="\n" if talk_errors(one) else "")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("all", "old", "new"), default="all", help="which calls (all)")
    parser.add_argument("--by-business", action="store_true", help="a line for each business too")
    parser.add_argument("--errors", action="store_true", help="every wrong judgement with its remark")
    parser.add_argument("--seeds", type=int, default=3, help="noisy versions of each call (3)")
    return parser.parse_args()


def _chosen(which: str) -> tuple[ReviewedCall, ...]:
    old = {call.id for call in reviewed_calls()}
    return tuple(call for call in sales_calls() if which == "all" or (call.id in old) == (which == "old"))


def _figures(judged: Sequence[Judged]) -> Iterator[str]:
    yield f"  facts        {_three(measure.fact_tally(judged))}"
    yield f"  facts wrong  {_three(measure.wrong_fact_tally(judged))}"
    yield f"  objections   {_three(measure.objection_tally(judged))}"
    yield f"  handled {measure.handled_accuracy(judged):.2f}   outcome {measure.outcome_accuracy(judged):.2f}   " + (
        f"eligibility {measure.eligibility_accuracy(judged):.2f}"
    )


def _by_business(judged: Sequence[Judged]) -> Iterator[str]:
    yield f"  {'':14} {'facts F1':>9} {'obj P':>6} {'R':>5} {'F1':>5} {'handled':>8} {'outcome':>8} {'eligible':>9}"
    for name in dict.fromkeys(one.call.campaign.id for one in judged):
        some = [one for one in judged if one.call.campaign.id == name]
        doubts = measure.objection_tally(some)
        yield (
            f"  {name:14} {measure.fact_tally(some).f1:9.2f} {doubts.precision:6.2f} {doubts.recall:5.2f} "
            f"{doubts.f1:5.2f} {measure.handled_accuracy(some):8.2f} {measure.outcome_accuracy(some):8.2f} "
            f"{measure.eligibility_accuracy(some):9.2f}"
        )


def _three(tally: Tally) -> str:
    return (
        f"P {tally.precision:.2f} R {tally.recall:.2f} F1 {tally.f1:.2f}"
        f"   ({tally.right} right, {tally.false} false, {tally.missed} missed)"
    )


if __name__ == "__main__":
    main()
