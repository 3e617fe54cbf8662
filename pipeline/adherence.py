"""Which script steps were done in a call, on what evidence, and what forbidden was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.findings import Findings
from pipeline.matching import Match, probability
from pipeline.transcript import Transcript
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


@dataclass(frozen=True, slots=True)
class ForbiddenFinding:
    """A forbidden phrase that was said, with the remark that holds it; times in seconds."""

    id: str
    segment: int
    quote: str
    start: float
    end: float
    confidence: float


_LIKELY = 0.5
_NEAREST = 3
_LEAST_LIKENESS = 0.2
_UNSURE_SPEAKER = 0.85
# Log odds lost by a passage that stands at the other end of the call than the step does in the script.
_COST_OF_PLACE = 6.0
_LEAST_STEPS_FOR_PLACE = 4
# A passage that fits another step better speaks less for this one: log odds lost for each of the other's lead.
_COST_OF_LEAD, _MOST_COST_OF_LEAD, _SAME_PASSAGE = 0.5, 2.0, 0.5
_MOST_NEIGHBOURS = 30
# Of the steps without a trace, about one in six was said in words that the script doesn't know.
_SAID_OTHERWISE = 0.17
_MISS_WITHOUT_SPEAKER = 0.6
_LARGEST_DEAF_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A passage as it counts for one step: `reason` says why it can't count at all."""

    match: Match
    reason: str | None
    confidence: float


def judge_steps(campaign: Campaign, findings: Findings, raised: Mapping[str, float]) -> tuple[StepJudgement, ...]:
    """Every step of the script judged; `raised` gives the second at which each occasion first came up.

    The keys of `raised` are `objection:ID` and `fact:ID`.
    """
    judged: dict[str, StepJudgement] = {}
    odds = _odds(campaign.steps, findings)
    for step in in_order(campaign.steps):
        judged[step.id] = _judge(step, findings, raised, judged, odds)
    return tuple(judged[step.id] for step in campaign.steps)


_Odds = Mapping[int, float]


def _odds(steps: Sequence[Step], findings: Findings) -> _Odds:
    """Log odds that each passage is its step, by the passage's id: by its words, its place, and what it fits better."""
    always = [step.id for step in steps if step.when is None]
    placed = len(always) >= _LEAST_STEPS_FOR_PLACE
    expected = {name: number / (len(always) - 1) for number, name in enumerate(always)} if placed else {}
    length = findings.heard.transcript.length or 1.0
    alone: dict[int, float] = {}
    passages: list[tuple[str, Match]] = []
    for step in steps:
        for match in findings.all("step", step.id):
            passages.append((step.id, match))
            far = abs(match.start / length - expected[step.id]) if step.id in expected else 0.0
            alone[id(match)] = match.logit - _COST_OF_PLACE * far
    passages.sort(key=lambda passage: passage[1].start)
    odds = dict(alone)
    for number, (name, match) in enumerate(passages):
        lead = 0.0
        for other_name, other in _near(passages, number):
            if other_name != name and other.speaker == match.speaker and _same_passage(match, other):
                lead = max(lead, alone[id(other)] - alone[id(match)])
        odds[id(match)] -= min(_MOST_COST_OF_LEAD, _COST_OF_LEAD * lead)
    return odds


def _near(passages: Sequence[tuple[str, Match]], number: int) -> Iterator[tuple[str, Match]]:
    """The passages beside one in the order of time that may share a moment with it."""
    _, match = passages[number]
    for passage in passages[number + 1 :]:
        if passage[1].start >= match.end:
            break
        yield passage
    for passage in reversed(passages[max(0, number - _MOST_NEIGHBOURS) : number]):
        if passage[1].end > match.start:
            yield passage


def _same_passage(match: Match, other: Match) -> bool:
    """Whether most of a passage is shared with another."""
    shared = min(match.end, other.end) - max(match.start, other.start)
    return shared >= _SAME_PASSAGE * max(0.05, match.end - match.start)


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


def _judge(
    step: Step,
    findings: Findings,
    raised: Mapping[str, float],
    judged: Mapping[str, StepJudgement],
    odds: _Odds,
) -> StepJudgement:
    if not step.say and not step.keywords.all_of and not step.keywords.any_of and not step.examples.done:
        return StepJudgement(step.id, "unknown", 1.0, reason="nothing_to_look_for")
    since = 0.0
    if step.when is not None:
        occasions = [raised[name] for name in _occasions(step.when) if name in raised]
        if not occasions:
            return StepJudgement(step.id, "not_applicable", 0.9, reason="occasion_absent")
        since = min(occasions)
    weighed = [
        _Weighed(place, _objection(step, place, findings, since, judged), probability(odds[id(place)]))
        for place in findings.all("step", step.id)
    ]
    good = [place for place in weighed if place.reason is None]
    best = max(good, key=lambda place: (place.confidence, -place.match.start), default=None)
    if best is not None and best.confidence >= _LIKELY:
        match, confidence = best.match, max(_LIKELY, best.confidence * _trust(step, best.match))
        start, end = round(match.start, 2), round(match.end, 2)
        return StepJudgement(step.id, "done", round(confidence, 3), match.segment, start, end, match.quote)
    return _not_done(step, findings, weighed, best.confidence if best is not None else 0.0)


def _occasions(when: Occasion) -> list[str]:
    return [f"{kind}:{name}" for kind, name in (("objection", when.objection), ("fact", when.fact)) if name is not None]


def _objection(
    step: Step, place: Match, findings: Findings, since: float, judged: Mapping[str, StepJudgement]
) -> str | None:
    """Why a place doesn't count for a step however alike it is, as a reason code."""
    if step.speaker != "any" and place.speaker is not None and place.speaker != step.speaker:
        return "said_by_client" if place.speaker == "client" else "said_by_agent"
    if step.within is not None:
        if step.within.start is not None and place.start > step.within.start:
            return "too_late"
        if step.within.end is not None and place.end < findings.heard.transcript.length - step.within.end:
            return "too_early"
    if place.end < since:
        return "too_early"
    for name in step.after:
        before = judged.get(name)
        if before is not None and before.start is not None and place.end <= before.start:
            return "out_of_order"
    return None


def _trust(step: Step, place: Match) -> float:
    return _UNSURE_SPEAKER if place.speaker is None and step.speaker != "any" else 1.0


def _not_done(step: Step, findings: Findings, weighed: Sequence[_Weighed], chance: float) -> StepJudgement:
    nearest = _nearest(weighed)
    if not step.required:
        return StepJudgement(step.id, "not_applicable", round(1 - chance, 3), reason="not_required", nearest=nearest)
    deaf = _deaf_share(step, findings.heard.transcript)
    if deaf >= _LARGEST_DEAF_SHARE:
        return StepJudgement(step.id, "unknown", round(deaf, 3), reason="badly_heard", nearest=nearest)
    confidence = (1 - chance) * (1 - deaf) * (1 - _SAID_OTHERWISE)
    if not findings.heard.speakers_known and step.speaker != "any":
        confidence = min(confidence, _MISS_WITHOUT_SPEAKER)
    reason = nearest[0].reason if nearest else "not_said"
    return StepJudgement(step.id, "missed", round(confidence, 3), reason=reason, nearest=nearest)


def _nearest(weighed: Sequence[_Weighed]) -> tuple[Nearest, ...]:
    found: dict[int, Nearest] = {}
    for place in sorted(weighed, key=lambda place: (-place.match.likeness, place.match.start)):
        match = place.match
        if match.likeness >= _LEAST_LIKENESS and match.segment not in found:
            why = place.reason or match.reason or "too_few_key_words"
            start, end = round(match.start, 2), round(match.end, 2)
            found[match.segment] = Nearest(match.segment, match.quote, round(match.likeness, 3), start, end, why)
    return tuple(found.values())[:_NEAREST]


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


def find_forbidden(campaign: Campaign, findings: Findings) -> tuple[ForbiddenFinding, ...]:
    """Each forbidden phrase that was said, once each, where it was said most plainly."""
    found = []
    for rule in campaign.forbidden:
        places = [
            place
            for place in findings.likely("forbidden", rule.id)
            if rule.speaker == "any" or place.speaker in (rule.speaker, None)
        ]
        if places:
            best = max(places, key=lambda place: (place.confidence, -place.start))
            found.append(
                ForbiddenFinding(
                    rule.id,
                    best.segment,
                    best.quote,
                    round(best.start, 2),
                    round(best.end, 2),
                    round(best.confidence, 3),
                )
            )
    return tuple(found)
