"""How well does `analyse` agree with the reviewer's labels? Pure functions from calls to figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz

from pipeline.analysis import Analysis, analyse
from tests.evaluation.misheard import plain_words
from tests.evaluation.reviewed import Rendition, ReviewedCall

T = TypeVar("T")

BASELINE_LIKENESS = 80
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One rendition of a call beside the program's analysis of it."""

    rendition: Rendition
    analysis: Analysis

    @property
    def call(self) -> ReviewedCall:
        """The labelled call."""
        return self.rendition.call


@dataclass(frozen=True, slots=True)
class Tally:
    """Right finds, false finds and misses."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the finds that are right, 0-1."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found, 0-1."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0-1."""
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


def judge(calls: Iterable[ReviewedCall], heard: Callable[[ReviewedCall], Rendition]) -> list[Judged]:
    """Every call, rendered and analysed."""
    renditions = [heard(call) for call in calls]
    return [Judged(each, analyse(each.transcript, each.call.campaign)) for each in renditions]


def step_tally(judged: Iterable[Judged]) -> Tally:
    """Steps found done against steps ticked done, on calls that are sales talks."""
    return _tally(
        ({step.id for step in one.analysis.steps if step.status == "done"}, set(one.call.labels.done))
        for one in _talks(judged)
    )


def baseline_tally(judged: Iterable[Judged]) -> Tally:
    """The same for partial_ratio of any phrasing over any of the agent's segments."""
    return _tally((_by_partial_ratio(one.rendition), set(one.call.labels.done)) for one in _talks(judged))


def step_status_accuracy(judged: Iterable[Judged]) -> float:
    """The share of all steps given the reviewer's status; `unknown` is never right, 0-1."""
    return _share(
        {step.id: step.status for step in one.analysis.steps}.get(asked.id) == one.call.step_status(asked)
        for one in _talks(judged)
        for asked in one.call.campaign.steps
    )


def evidence_accuracy(judged: Iterable[Judged]) -> float:
    """Of the steps rightly found done, the share with a quote from a remark that the reviewer named, 0-1."""
    return _share(
        step.segment is not None and one.rendition.remark_of[step.segment] in one.call.labels.done[step.id]
        for one in _talks(judged)
        for step in one.analysis.steps
        if step.status == "done" and step.id in one.call.labels.done
    )


def score_error(judged: Iterable[Judged]) -> float:
    """The mean distance between the score that the labels give and the program's, in points; no score counts as 0."""
    return _mean([abs(one.call.score - (one.analysis.score or 0.0)) for one in _talks(judged)])


def calibration(judged: Iterable[Judged]) -> list[tuple[float, float, int]]:
    """For each bin of confidence that holds steps: the mean confidence, the share that was right, how many."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for one in _talks(judged):
        asked = {step.id: step for step in one.call.campaign.steps}
        for step in one.analysis.steps:
            if step.status in ("done", "missed"):
                right = step.status == one.call.step_status(asked[step.id])
                bins[min(BINS - 1, int(step.confidence * BINS))].append((step.confidence, right))
    return [(_mean([c for c, _ in held]), _share(r for _, r in held), len(held)) for held in bins if held]


def calibration_error(judged: Iterable[Judged]) -> float:
    """Expected calibration error over ten bins, of steps judged done or missed, 0-1."""
    bins = calibration(judged)
    return sum(abs(mean - right) * count for mean, right, count in bins) / max(1, sum(count for *_, count in bins))


def fact_tally(judged: Iterable[Judged]) -> Tally:
    """Facts in the right state, micro over all states but `not_needed`; a wrong state is false and missed at once."""
    return _tally((_fact_states(one), set(_fact_labels(one.call))) for one in _talks(judged))


def wrong_fact_tally(judged: Iterable[Judged]) -> Tally:
    """Only the facts said wrongly: to accuse falsely is worse than to overlook."""
    return _tally(
        (
            {fact.id for fact in one.analysis.facts if fact.status == "wrong"},
            {name for name, state in _fact_labels(one.call) if state == "wrong"},
        )
        for one in _talks(judged)
    )


def objection_tally(judged: Iterable[Judged]) -> Tally:
    """Objections found against those that were raised, each kind once a call."""
    return _tally(({o.id for o in one.analysis.objections}, set(one.call.labels.objections)) for one in _talks(judged))


def handled_accuracy(judged: Iterable[Judged]) -> float:
    """Of the objections rightly found, the share judged handled or not as the reviewer did, 0-1."""
    return _share(
        found.handled == one.call.labels.objections[found.id]
        for one in _talks(judged)
        for found in one.analysis.objections
        if found.id in one.call.labels.objections
    )


def forbidden_tally(judged: Iterable[Judged]) -> Tally:
    """Forbidden phrases found against those that were said."""
    return _tally(({f.id for f in one.analysis.forbidden}, one.call.labels.forbidden) for one in _talks(judged))


def outcome_accuracy(judged: Iterable[Judged]) -> float:
    """The share of all calls with the right kind of outcome, 0-1."""
    return _share(one.analysis.outcome.kind == one.call.outcome for one in judged if one.call.outcome is not None)


def eligibility_accuracy(judged: Iterable[Judged]) -> float:
    """The share of all calls rightly taken, or not taken, for a sales talk, 0-1."""
    return _share(one.analysis.eligible == one.call.eligible for one in judged)


def _by_partial_ratio(rendition: Rendition) -> set[str]:
    said = [" ".join(plain_words(s.text)) for s in rendition.transcript.segments if s.speaker == "agent"]
    return {
        step.id
        for step in rendition.call.campaign.steps
        if any(
            fuzz.partial_ratio(phrase, remark) >= BASELINE_LIKENESS for phrase in _written(step.say) for remark in said
        )
    }


def _written(phrasings: Sequence[str]) -> list[str]:
    return [" ".join(plain_words(phrase)) for phrase in phrasings]


def _fact_states(judged: Judged) -> set[tuple[str, str]]:
    return {(fact.id, fact.status) for fact in judged.analysis.facts if fact.status != "not_needed"}


def _fact_labels(call: ReviewedCall) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(fact.id for fact in call.campaign.facts):
        if call.fact_status(name) != "not_needed":
            yield name, call.fact_status(name)


def _talks(judged: Iterable[Judged]) -> Iterator[Judged]:
    return (one for one in judged if one.call.eligible)


def _tally(pairs: Iterable[tuple[set[T], set[T]]]) -> Tally:
    total = Tally()
    for found, there in pairs:
        total += Tally(len(found & there), len(found - there), len(there - found))
    return total


def _share(truths: Iterable[bool]) -> float:
    return _mean([float(truth) for truth in truths])


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
