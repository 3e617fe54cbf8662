"""What moves when calls are judged anew? Steps, managers, passes, and the agreement with what reviewers said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.rescoring import Rescored, Result
from pipeline.storing.corrections import Correction

STATUSES = ("done", "missed", "not_applicable", "unknown")


@dataclass(frozen=True, slots=True)
class StepMoves:
    """One step over all calls: how many had each status before and after, and how many calls changed it."""

    campaign: str
    step: str
    before: Mapping[str, int]
    after: Mapping[str, int]
    flips: int


@dataclass(frozen=True, slots=True)
class ManagerMoves:
    """One manager: how many calls were scored both times, and the mean score before and after."""

    agent: str
    calls: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """With how many of the reviewers' corrections the machine agreed before, and agrees after."""

    reviewed: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Flip:
    """A call that changed: its scores, whether it passed, and the steps with their status before and after."""

    call: int
    score_before: float | None
    score_after: float | None
    passed_before: bool | None
    passed_after: bool | None
    steps: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole of a rescoring; scores are means over the calls that have one."""

    calls: int
    changed: int
    score_before: float | None
    score_after: float | None
    steps: tuple[StepMoves, ...]
    managers: tuple[ManagerMoves, ...]
    agreement: Agreement
    flips: tuple[Flip, ...]


@dataclass(slots=True)
class Comparing:
    """A comparison while calls are added to it, in any order."""

    corrections: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    calls: int = 0
    flips: list[Flip] = field(default_factory=list)
    before: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    after: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    flipped: Counter[tuple[str, str]] = field(default_factory=Counter)
    managers: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    scores: dict[int, tuple[float | None, float | None]] = field(default_factory=dict)
    agreed: Counter[str] = field(default_factory=Counter)

    def add(self, call: Rescored) -> None:
        """One call more."""
        self.calls += 1
        before, after = dict(call.before.steps), dict(call.after.steps)
        campaign = call.after.campaign or call.before.campaign or ""
        for counts, statuses in ((self.before, before), (self.after, after)):
            for step, status in statuses.items():
                counts[campaign, step][status] += 1
        moved = [
            (step, before.get(step), after.get(step))
            for step in dict.fromkeys((*before, *after))
            if before.get(step) != after.get(step)
        ]
        self.flipped.update((campaign, step) for step, _, _ in moved)
        if moved or call.before.score != call.after.score or call.before.passed != call.after.passed:
            self.flips.append(_flip(call, moved))
        self.scores[call.call] = (call.before.score, call.after.score)
        if call.agent is not None and call.before.score is not None and call.after.score is not None:
            self.managers[call.agent].append((call.before.score, call.after.score))
        for step, person in self.corrections.get(call.call, {}).items():
            self.agreed.update(reviewed=1, before=int(before.get(step) == person), after=int(after.get(step) == person))

    def whole(self) -> Comparison:
        """The comparison of all calls that were added."""
        names = sorted({*self.before, *self.after})
        ordered = [self.scores[call] for call in sorted(self.scores)]
        return Comparison(
            self.calls,
            len(self.flips),
            _mean(score for score, _ in ordered),
            _mean(score for _, score in ordered),
            tuple(
                StepMoves(*name, _counts(self.before[name]), _counts(self.after[name]), self.flipped[name])
                for name in names
            ),
            tuple(_manager(agent, sorted(pairs)) for agent, pairs in sorted(self.managers.items())),
            Agreement(self.agreed["reviewed"], self.agreed["before"], self.agreed["after"]),
            tuple(sorted(self.flips, key=lambda flip: flip.call)),
        )


def by_call(corrections: Iterable[Correction]) -> dict[int, dict[str, str]]:
    """What people said, by call and step."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for one in corrections:
        found[one.call_id][one.step] = one.person
    return dict(found)


def _flip(call: Rescored, moved: list[tuple[str, str | None, str | None]]) -> Flip:
    before, after = call.before, call.after
    return Flip(call.call, before.score, after.score, before.passed, after.passed, tuple(moved))


def _counts(found: Counter[str]) -> dict[str, int]:
    return {status: found[status] for status in STATUSES}


def _manager(agent: str, pairs: list[tuple[float, float]]) -> ManagerMoves:
    before, after = _mean(one for one, _ in pairs) or 0.0, _mean(one for _, one in pairs) or 0.0
    return ManagerMoves(agent, len(pairs), before, after)


def _mean(scores: Iterable[float | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return round(sum(known) / len(known), 2) if known else None


__all__ = ["Comparing", "Comparison", "Result", "by_call"]
