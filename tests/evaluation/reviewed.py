"""What did a careful reviewer tick in each call? The labelled calls in `calls/`, read with their labels.

Those in `sales/calls/` were labelled for facts, objections, outcome and eligibility only. Those in `unseen/calls/` were
written and labelled by others than the judge's authors, who saw nothing of it; no word of its tables is of theirs.

A remark is a line `A: text | marks` (A the agent, C the client). Marks stand where the thing was said: `step` done,
`=fact` stated, `!fact` stated wrongly, `~fact` outdated, `?fact` asked and never answered, `+objection` raised and
handled, `-objection` raised and left, `*forbidden`. Steps without a mark were missed, save those in `na`, conditional
ones whose occasion no mark shows, and optional ones; facts without a mark are missing where required, else not needed.
A third is near to the script, a third paraphrased, a third far from its words; a careless call does little of it. A
call without an outcome was labelled for its steps only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from pipeline.outcome import OutcomeKind
from pipeline.transcript import Direction, Segment, Speaker, Transcript
from scripts_library.campaign import Campaign, Step
from scripts_library.loading import load_library

HERE = Path(__file__).parent
LETTERS_A_SECOND = 14.0
GAPS = (0.3, 0.6, 0.2, 0.9, 0.4)
_FACT_SIGNS = {"=": "stated", "!": "wrong", "~": "outdated", "?": "unanswered"}
_STARTED_AT = datetime.fromisoformat("2026-11-23T11:00:00+03:00")

Third = Literal["near", "paraphrased", "far", "careless", "none"]


class _WrittenCall(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    third: Third
    outcome: OutcomeKind | None = None
    eligible: bool = True
    direction: Direction | None = None
    na: tuple[str, ...] = ()
    remarks: str


class _WrittenFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    campaign: str
    direction: Direction
    calls: tuple[_WrittenCall, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One person's turn, as it was said."""

    speaker: Speaker
    text: str


@dataclass(slots=True)
class Labels:
    """A reviewer's ticks; places are indexes of remarks."""

    done: dict[str, set[int]] = field(default_factory=dict)
    not_applicable: set[str] = field(default_factory=set)
    facts: dict[str, str] = field(default_factory=dict)
    told: dict[str, set[int]] = field(default_factory=dict)
    objections: dict[str, bool] = field(default_factory=dict)
    raised: dict[str, set[int]] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ReviewedCall:
    """One call with its labels."""

    id: str
    third: Third
    campaign: Campaign
    direction: Direction
    remarks: tuple[Remark, ...]
    labels: Labels
    outcome: OutcomeKind | None
    eligible: bool

    def step_status(self, step: Step) -> str:
        """What the reviewer says of a step: done, missed or not_applicable."""
        if step.id in self.labels.done:
            return "done"
        if step.id in self.labels.not_applicable or not step.required or not self._called_for(step):
            return "not_applicable"
        return "missed"

    def fact_status(self, fact_id: str) -> str:
        """What the reviewer says of a fact, in the analysis' words."""
        required = any(fact.required for fact in self.campaign.facts if fact.id == fact_id)
        return self.labels.facts.get(fact_id, "missing" if required else "not_needed")

    @property
    def score(self) -> float:
        """The score that the reviewer's ticks give, 0-100."""
        counted = [step for step in self.campaign.steps if self.step_status(step) in ("done", "missed")]
        earned = sum(step.weight for step in counted if step.id in self.labels.done)
        lost = sum(rule.penalty for rule in self.campaign.forbidden if rule.id in self.labels.forbidden)
        return max(0.0, 100 * earned / sum(step.weight for step in counted) - lost)

    def _called_for(self, step: Step) -> bool:
        if step.when is None:
            return True
        return step.when.objection in self.labels.objections or step.when.fact in self.labels.facts


@dataclass(frozen=True, slots=True)
class Rendition:
    """A transcript of a reviewed call, and the remark that each of its segments comes from."""

    call: ReviewedCall
    transcript: Transcript
    remark_of: tuple[int, ...]


def as_said(call: ReviewedCall) -> Rendition:
    """The call heard without a mistake, a segment a remark; times follow from the length of the texts."""
    segments = []
    moment = 0.5
    for index, remark in enumerate(call.remarks):
        end = moment + max(0.4, len(remark.text) / LETTERS_A_SECOND)
        segments.append(Segment(round(moment, 2), round(end, 2), remark.text, remark.speaker))
        moment = end + GAPS[index % len(GAPS)]
    transcript = Transcript(
        tuple(segments),
        id=call.id,
        language=call.campaign.language,
        duration=round(moment, 2),
        direction=call.direction,
        started_at=_STARTED_AT,
    )
    return Rendition(call, transcript, tuple(range(len(segments))))


@cache
def reviewed_calls() -> tuple[ReviewedCall, ...]:
    """Every call with all its labels, sorted by file and in the file's order."""
    return _read_all(HERE)


@cache
def sales_calls() -> tuple[ReviewedCall, ...]:
    """Every call with labels for facts, objections and outcome: those with all labels, and those without steps."""
    talks = tuple(call for call in reviewed_calls() if call.outcome is not None or not call.eligible)
    return talks + _read_all(HERE / "sales")


@cache
def unseen_calls() -> tuple[ReviewedCall, ...]:
    """Every call of the businesses that others wrote, whose words no table has been given."""
    return _read_all(HERE / "unseen")


def _read_all(folder: Path) -> tuple[ReviewedCall, ...]:
    campaigns = {campaign.id: campaign for campaign in load_library(folder / "library").campaigns}
    return tuple(call for path in sorted((folder / "calls").glob("*.yaml")) for call in _read(path, campaigns))


def _read(path: Path, campaigns: Mapping[str, Campaign]) -> list[ReviewedCall]:
    written = _WrittenFile.model_validate(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    campaign = campaigns[written.campaign]
    return [_call(each, campaign, each.direction or written.direction) for each in written.calls]


def _call(written: _WrittenCall, campaign: Campaign, direction: Direction) -> ReviewedCall:
    labels = Labels(not_applicable=set(written.na))
    remarks = []
    for index, line in enumerate(written.remarks.strip().splitlines()):
        said, _, marks = line.partition("|")
        side, _, text = said.partition(":")
        if side not in ("A", "C"):
            raise ValueError(f"{written.id}: a remark starts with A: or C:, not with {line[:30]!r}")
        remarks.append(Remark("agent" if side == "A" else "client", text.strip()))
        for mark in marks.split():
            _note(labels, mark, index)
    _check(written.id, labels, campaign)
    return ReviewedCall(
        written.id, written.third, campaign, direction, tuple(remarks), labels, written.outcome, written.eligible
    )


def _note(labels: Labels, mark: str, index: int) -> None:
    sign, name = mark[0], mark[1:]
    if sign in _FACT_SIGNS:
        labels.facts[name] = _FACT_SIGNS[sign]
        labels.told.setdefault(name, set()).add(index)
    elif sign in "+-":
        labels.objections[name] = sign == "+"
        labels.raised.setdefault(name, set()).add(index)
    elif sign == "*":
        labels.forbidden.add(name)
    else:
        labels.done.setdefault(mark, set()).add(index)


def _check(call_id: str, labels: Labels, campaign: Campaign) -> None:
    known = {
        "steps": ({*labels.done, *labels.not_applicable}, {step.id for step in campaign.steps}),
        "facts": (set(labels.facts), {fact.id for fact in campaign.facts}),
        "objections": (set(labels.objections), {rule.id for rule in campaign.objections}),
        "forbidden": (labels.forbidden, {rule.id for rule in campaign.forbidden}),
    }
    for kind, (used, there) in known.items():
        if used - there:
            raise ValueError(f"{call_id}: no such {kind} in {campaign.id}: {sorted(used - there)}")
