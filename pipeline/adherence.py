"""Which script steps were done in a call, and on what evidence?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.findings import Findings
from pipeline.grid import Grid, lay_grid
from pipeline.likelihood import Chance, Numbers, chance_of, likelihoods
from pipeline.matching import Match
from pipeline.meaning import Meaning
from pipeline.out_of_place import why_out_of_place, why_out_of_turn
from pipeline.remarks import text_of
from pipeline.transcript import CUT_OFF, Transcript
from scripts_library.campaign import Campaign, Occasion, Step

StepStatus = Literal["done", "missed", "not_applicable", "unknown"]


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage that came near to a missed step: likeness 0–1, and why it wasn't enough (a reason code)."""

    segment: int
    quote: str
    similarity: float
    start: float
    end: float
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StepJudgement:
    """One step's status with its evidence; `confidence` is the probability that the status is right."""

    id: str
    status: StepStatus
    confidence: float
    segment: int | None = None
    start: float | None = None
    end: float | None = None
    quote: str | None = None
    reason: str | None = None
    nearest: tuple[Nearest, ...] = ()


# Where chances are right, most agreement (F1) comes of taking what is likelier than half of the F1 that is reached
# (Lipton, Elkan and Naryanaswamy 2014), a little under a half.
_LIKELY = 0.39
# For a step whose occasion was not found to have come: few of those are done, and those plainly.
_LIKELY_UNCALLED = 0.65
# For a remark that nothing but its place speaks for: nobody would understand that it counts if it were not likelier.
_LIKELY_BY_PLACE = 0.45
_NEAREST = 3
_LEAST_LIKENESS = 0.2
_LARGEST_DEAF_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Call:
    """What all steps of a call are judged by: the second at which each occasion came up, the grid, its chances."""

    findings: Findings
    raised: Mapping[str, float]
    grid: Grid
    chances: Numbers
    ends: Sequence[float]
    all_named: bool
    leaning: float

    def chance_of(self, column: int, rows: Sequence[int]) -> Chance:
        """How likely a step was done in some of the remarks, by what reviewers of the campaign are used to tick."""
        return chance_of(self.chances, column, rows, self.leaning)


def judge_steps(
    campaign: Campaign, findings: Findings, raised: Mapping[str, float], meaning: Meaning | None = None
) -> tuple[StepJudgement, ...]:
    """Every step of the script judged; `raised` gives the second at which each occasion first came up.

    The keys of `raised` are `objection:ID` and `fact:ID`.
    """
    grid = lay_grid(campaign, findings, meaning)
    said = findings.heard.transcript.segments
    own = [said[remark[-1]] for remark in grid.segments]
    named = all(one.speaker is not None for one in own)
    leaning = campaign.learnt.leaning if campaign.learnt is not None else 0.0
    call = _Call(findings, raised, grid, likelihoods(grid), [one.end for one in own], named, leaning)
    judged: dict[str, StepJudgement] = {}
    columns = {step.id: column for column, step in enumerate(campaign.steps)}
    for step in in_order(campaign.steps):
        judged[step.id] = _judge(step, columns[step.id], call, judged)
    return tuple(judged[step.id] for step in campaign.steps)


def in_order(steps: Sequence[Step]) -> list[Step]:
    """Steps with those that others must follow first; a ring of `after` is left as it is written."""
    ordered: dict[str, Step] = {}
    waiting = list(steps)
    names = {step.id for step in steps}
    while waiting:
        ready = [step for step in waiting if all(name in ordered or name not in names for name in step.after)]
        for step in ready or waiting[:1]:
            ordered[step.id] = step
            waiting.remove(step)
    return list(ordered.values())


def _judge(step: Step, column: int, call: _Call, judged: Mapping[str, StepJudgement]) -> StepJudgement:
    if not step.say and not step.keywords.all_of and not step.keywords.any_of and not step.examples.done:
        return StepJudgement(step.id, "unknown", 1.0, reason="nothing_to_look_for")
    since = _since(step, call.raised)
    earliest = max((judged[name].start or 0.0 for name in step.after if name in judged), default=0.0)
    begin = max(since or 0.0, earliest)
    rows = [row for row, end in enumerate(call.ends) if end > begin]
    chance = call.chance_of(column, rows)
    needed = _LIKELY if since is not None else _LIKELY_UNCALLED
    if chance.row is not None and not call.grid.speaks(chance.row, column):
        needed = max(needed, _LIKELY_BY_PLACE)
    if chance.row is not None and chance.done >= needed:
        told = rows if call.all_named else [row for row in rows if _is_told(step, row, call)]
        surely = chance if told is rows else call.chance_of(column, told)
        if surely.done >= needed:
            return _done(step, column, call, surely)
        return replace(_done(step, column, call, chance), status="unknown", reason="speakers_unknown")
    if since is None:
        return StepJudgement(step.id, "not_applicable", round(1 - chance.done, 3), reason="occasion_absent")
    nearest = _nearest(step, call.findings, since, earliest)
    if step.required and _may_be_cut_off(step, column, call):
        return StepJudgement(step.id, "unknown", round(1 - chance.done, 3), reason=CUT_OFF, nearest=nearest)
    return _not_done(step, call.findings, nearest, chance.done)


def _is_told(step: Step, row: int, call: _Call) -> bool:
    """Whether it is known that a remark is of the side that the step asks for."""
    said = call.findings.heard.transcript.segments[call.grid.segments[row][0]]
    return step.speaker == "any" or said.speaker is not None


def _may_be_cut_off(step: Step, column: int, call: _Call) -> bool:
    """Whether the recording ends before a step may have come: nothing that the script has after it was said."""
    diagnostics = call.findings.heard.transcript.diagnostics
    if diagnostics is None or all(stretch.reason != CUT_OFF for stretch in diagnostics.badly_heard):
        return False
    if step.within is not None and (step.within.start is not None or step.within.remarks is not None):
        return False
    later = call.chances[:, column + 1 :]
    return not later.size or float(later.max()) < _LIKELY


def _since(step: Step, raised: Mapping[str, float]) -> float | None:
    """From which second a step is called for; None where its occasion wasn't found."""
    if step.when is None:
        return 0.0
    return min((raised[name] for name in _occasions(step.when) if name in raised), default=None)


def _occasions(when: Occasion) -> list[str]:
    return [f"{kind}:{name}" for kind, name in (("objection", when.objection), ("fact", when.fact)) if name is not None]


def _done(step: Step, column: int, call: _Call, chance: Chance) -> StepJudgement:
    """A step done, with its passage; a remark that speaks for it by its place alone is quoted whole."""
    row = chance.row or 0
    remark, match = call.grid.segments[row], call.grid.place(row, column)
    if match is None:
        heard = call.findings.heard
        said = heard.transcript.segments
        segment = max(remark, key=lambda one: sum(token.weight for token in heard.tokens[one]))
        start, end, quote = said[remark[0]].start, said[remark[-1]].end, text_of(remark, said)
    else:
        segment = match.segment if match.segment in remark else remark[0]
        start, end, quote = match.start, match.end, match.quote
    place = (segment, round(start, 2), round(end, 2), quote.strip())
    return StepJudgement(step.id, "done", round(chance.done, 3), *place)


def _not_done(step: Step, findings: Findings, nearest: tuple[Nearest, ...], chance: float) -> StepJudgement:
    if not step.required:
        return StepJudgement(step.id, "not_applicable", round(1 - chance, 3), reason="not_required", nearest=nearest)
    deaf = _deaf_share(step, findings.heard.transcript)
    if deaf >= _LARGEST_DEAF_SHARE:
        return StepJudgement(step.id, "unknown", round(deaf, 3), reason="badly_heard", nearest=nearest)
    if not findings.heard.speakers_known and step.speaker != "any":
        # Its neighbours can't be told done; it alone must not pull the score down.
        return StepJudgement(step.id, "unknown", round(1 - chance, 3), reason="speakers_unknown", nearest=nearest)
    confidence = (1 - chance) * (1 - deaf)
    reason = nearest[0].reason if nearest else "not_said"
    return StepJudgement(step.id, "missed", round(confidence, 3), reason=reason, nearest=nearest)


def _nearest(step: Step, findings: Findings, since: float, earliest: float) -> tuple[Nearest, ...]:
    found: dict[int, Nearest] = {}
    for match in findings.likest("step", step.id):
        if match.likeness < _LEAST_LIKENESS or len(found) == _NEAREST:
            break
        if match.segment not in found:
            why = _why_not(step, match, findings, since, earliest)
            start, end = round(match.start, 2), round(match.end, 2)
            found[match.segment] = Nearest(match.segment, match.quote, round(match.likeness, 3), start, end, why)
    return tuple(found.values())


def _why_not(step: Step, match: Match, findings: Findings, since: float, earliest: float) -> str:
    """Why a passage doesn't count for a step, as a reason code."""
    length = findings.heard.transcript.length
    out_of_place = why_out_of_place(step, match.speaker, match.start, match.end, length)
    if out_of_place is not None:
        return out_of_place
    out_of_turn = why_out_of_turn(step, match.segment, findings.heard)
    if out_of_turn is not None:
        return out_of_turn
    if match.end < since:
        return "too_early"
    if match.end <= earliest:
        return "out_of_order"
    return match.reason or "too_few_key_words"


def _deaf_share(step: Step, transcript: Transcript) -> float:
    """Which part of the place where a step would stand was badly heard, 0–1."""
    first, last = 0.0, transcript.length
    if step.within is not None:
        last = min(last, step.within.start or last)
        first = max(first, last - step.within.end) if step.within.end is not None else first
    if transcript.diagnostics is None or last <= first:
        return 0.0
    deaf = sorted(
        (max(first, stretch.start), min(last, stretch.end))
        for stretch in transcript.diagnostics.badly_heard
        if stretch.speaker in (None, step.speaker) or step.speaker == "any"
    )
    covered, reached = 0.0, first
    for start, end in deaf:
        covered += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return covered / (last - first)
