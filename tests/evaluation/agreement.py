"""Prints how well steps found by Callgrade agree with a reviewer's labels, beside rapidfuzz's partial_ratio alone.

`python -m tests.evaluation.agreement [SET]`: precision, recall and F1 over steps, for the clean and the noisy
transcripts and each kind of call, the mean error of a call's score, and the calibration error of `confidence`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from pipeline.analysis import Analysis, analyse
from tests.evaluation.labelled import LabelledCall, read_set
from tests.evaluation.noise import add_noise

NOISE = 0.15
SEEDS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Agreement:
    """True and false finds over a set of calls."""

    right: int = 0
    wrong: int = 0
    overlooked: int = 0

    @property
    def precision(self) -> float:
        """Which share of what was found is there."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Which share of what is there was found."""
        return self.right / max(1, self.right + self.overlooked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.overlooked)


Finder = Callable[[LabelledCall], set[str]]


def agreement(calls: Iterable[LabelledCall], find: Finder) -> Agreement:
    """Finds and misses summed over calls."""
    right = wrong = overlooked = 0
    for call in calls:
        found = find(call)
        right += len(found & call.done)
        wrong += len(found - call.done)
        overlooked += len(call.done - found)
    return Agreement(right, wrong, overlooked)


def by_callgrade(call: LabelledCall) -> set[str]:
    """The steps that the program finds done."""
    return {step.id for step in _analysis(call).steps if step.status == "done"}


def by_partial_ratio(call: LabelledCall) -> set[str]:
    """The steps that `partial_ratio >= 80` over the manager's remarks finds."""
    remarks = [s.text.lower() for s in call.transcript.segments if s.speaker == "agent"]
    return {
        step.id
        for step in call.campaign.steps
        if any(fuzz.partial_ratio(phrase.lower(), remark) >= 80 for phrase in step.say for remark in remarks)
    }


def noisy(calls: Iterable[LabelledCall]) -> list[LabelledCall]:
    """Every call misheard in several ways."""
    return [
        replace(call, transcript=add_noise(call.transcript, call.campaign.language, NOISE, seed))
        for call in calls
        for seed in SEEDS
    ]


def score_error(calls: Iterable[LabelledCall]) -> float:
    """Mean distance between the score by labels and the score given, in points of 100."""
    errors = []
    for call in calls:
        total = sum(step.weight for step in call.campaign.steps)
        true = 100 * sum(step.weight for step in call.campaign.steps if step.id in call.done) / total
        errors.append(abs(true - (_analysis(call).score or 0.0)))
    return sum(errors) / max(1, len(errors))


def calibration_error(calls: Iterable[LabelledCall]) -> float:
    """Expected calibration error of `confidence` over ten equal bins, 0–1."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for call in calls:
        for step in _analysis(call).steps:
            if step.status in ("done", "missed"):
                is_right = (step.status == "done") == (step.id in call.done)
                bins[min(9, int(step.confidence * 10))].append((step.confidence, is_right))
    count = sum(map(len, bins))
    gaps = [abs(sum(c - r for c, r in held)) for held in bins]
    return sum(gaps) / max(1, count)


def _analysis(call: LabelledCall) -> Analysis:
    return analyse(call.transcript, call.campaign.model_copy(update={"least_seconds": 0, "least_words": 0}))


def main(name: str) -> None:
    """Print the table for one set."""
    calls = read_set(name)
    for label, chosen in (("clean", calls), ("noisy", noisy(calls))):
        for kind in ("near", "para", "far", "bad", "all"):
            some = [call for call in chosen if kind in (call.kind, "all")]
            ours, plain = agreement(some, by_callgrade), agreement(some, by_partial_ratio)
            print(
                f"{label:6}{kind:5} {len(some):3} calls  callgrade P {ours.precision:.2f} R {ours.recall:.2f} "
                f"F1 {ours.f1:.2f}   partial_ratio P {plain.precision:.2f} R {plain.recall:.2f} F1 {plain.f1:.2f}"
            )
        print(f"{label:6}score error {score_error(chosen):.1f}, calibration error {calibration_error(chosen):.3f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "unseen")
