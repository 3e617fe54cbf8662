"""What would one sentence count for, and does the library judge its own examples as they say?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.findings import Findings, look_through
from pipeline.forbidden import said_otherwise
from pipeline.grid import lay_grid
from pipeline.heard import hear
from pipeline.likelihood import by_words_alone
from pipeline.matching import Key, Kind, Match, Matcher, matcher_for
from pipeline.meaning import Meaning
from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign, Examples

_COUNTS = 0.5
_SECONDS_A_LETTER = 0.07
_SIDES: dict[Kind, Speaker] = {"asked": "client", "objection": "client"}


@dataclass(frozen=True, slots=True)
class Tried:
    """What a sentence would count for by itself: how surely, how like the phrases, and what speaks against."""

    kind: Kind
    id: str
    confidence: float
    likeness: float
    reason: str | None

    @property
    def counts(self) -> bool:
        """Whether the sentence by itself is enough."""
        return self.confidence >= _COUNTS


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must count for a target, or must not; `source` is where it was written down."""

    kind: Kind
    id: str
    text: str
    counts: bool
    source: str = "library"


@dataclass(frozen=True, slots=True)
class Tested:
    """An example with what the program makes of it.

    `alone` marks one that counts because it is an example itself: the phrases beside it would not find it.
    """

    example: Example
    confidence: float
    reason: str | None
    right: bool
    alone: bool = False


def try_sentence(
    campaign: Campaign, text: str, speaker: Speaker | None = None, meaning: Meaning | None = None
) -> list[Tried]:
    """Everything that a sentence of one side (of either, without `speaker`) comes near to, the surest first."""
    matcher = matcher_for(campaign)
    tried: dict[Key, Tried] = {}
    for side in ("agent", "client") if speaker is None else (speaker,):
        findings = _said(text, side, campaign, matcher)
        steps = _steps(campaign, findings, meaning)
        for target in matcher.targets.all:
            key = target.key
            if key.kind == "step" and not _may_say(campaign, key.id, side):
                continue
            best = _best(campaign, findings, key)
            surely = _surely(key, best, steps)
            held = tried.get(key)
            if best is None and surely < _COUNTS:
                continue
            if held is None or surely > held.confidence:
                likeness, reason = (best.likeness, best.reason) if best is not None else (0.0, None)
                tried[key] = Tried(*key, round(surely, 3), round(likeness, 3), reason)
    return sorted(tried.values(), key=lambda one: (-one.confidence, one.kind, one.id))


def judge_examples(campaign: Campaign, more: Iterable[Example] = (), meaning: Meaning | None = None) -> list[Tested]:
    """Every example of a campaign, and any more, judged by the whole library and by its phrases without them."""
    bare = _without_examples(campaign)
    phrases_alone = Matcher(bare)
    tested = []
    for example in (*examples_of(campaign), *more):
        surely, reason = _judged(example, campaign, matcher_for(campaign), meaning)
        right = (surely >= _COUNTS) == example.counts
        by_phrases, _ = _judged(example, bare, phrases_alone, meaning)
        alone = right and example.counts and by_phrases < _COUNTS
        tested.append(Tested(example, round(surely, 3), reason, right, alone))
    return tested


def _judged(
    example: Example, campaign: Campaign, matcher: Matcher, meaning: Meaning | None
) -> tuple[float, str | None]:
    """How surely an example counts for its target, and what speaks against it."""
    key = Key(example.kind, example.id)
    findings = _said(example.text, _side(campaign, example), campaign, matcher)
    best = _best(campaign, findings, key)
    steps = _steps(campaign, findings, meaning) if key.kind == "step" else {}
    return _surely(key, best, steps), best.reason if best is not None else None


def _surely(key: Key, best: Match | None, steps: Mapping[str, float]) -> float:
    """How surely a target was said: a step as calls are judged, all else by its likeliest place."""
    if key.kind == "step":
        return steps.get(key.id, 0.0)
    return best.confidence if best is not None else 0.0


def _steps(campaign: Campaign, findings: Findings, meaning: Meaning | None) -> dict[str, float]:
    """How surely a sentence is each step by itself, wherever in a call it would stand."""
    grid = lay_grid(campaign, findings, meaning, anywhere=True)
    chances = by_words_alone(grid).max(axis=0, initial=0.0)
    return {step.id: chance for step, chance in zip(campaign.steps, chances.tolist(), strict=True)}


def examples_of(campaign: Campaign) -> Iterator[Example]:
    """What a campaign itself says must count and must not."""
    for step in campaign.steps:
        yield from _written("step", step.id, step.examples)
    for forbidden in campaign.forbidden:
        yield from _written("forbidden", forbidden.id, forbidden.examples)
    for fact in campaign.facts:
        yield from _written("fact", fact.id, fact.examples)
    for objection in campaign.objections:
        yield from _written("objection", objection.id, objection.examples)


def _written(kind: Kind, name: str, examples: Examples) -> Iterator[Example]:
    for text in examples.done:
        yield Example(kind, name, text, counts=True)
    for text in examples.not_done:
        yield Example(kind, name, text, counts=False)


def _without_examples(campaign: Campaign) -> Campaign:
    """The campaign with the phrases alone; what must not count stays."""
    bare = {
        name: tuple(
            one.model_copy(update={"examples": one.examples.model_copy(update={"done": ()})})
            for one in getattr(campaign, name)
        )
        for name in ("steps", "forbidden", "objections")
    }
    return campaign.model_copy(update=bare)


def _said(text: str, side: Speaker, campaign: Campaign, matcher: Matcher) -> Findings:
    call = Transcript((Segment(0.0, max(1.0, _SECONDS_A_LETTER * len(text)), text, side),), language=campaign.language)
    return look_through(hear(call, campaign.language), matcher)


def _best(campaign: Campaign, findings: Findings, key: Key) -> Match | None:
    otherwise = [
        place
        for rule in campaign.forbidden
        if key == Key("forbidden", rule.id)
        for place in said_otherwise(campaign, rule, findings)
    ]
    return max((*findings.all(*key), *otherwise), key=lambda match: match.confidence, default=None)


def _side(campaign: Campaign, example: Example) -> Speaker:
    speakers = {step.id: step.speaker for step in campaign.steps} if example.kind == "step" else {}
    wanted = speakers.get(example.id, "agent")
    return _SIDES.get(example.kind, "client" if wanted == "client" else "agent")


def _may_say(campaign: Campaign, step: str, side: Speaker) -> bool:
    return any(one.id == step and one.speaker in (side, "any") for one in campaign.steps)
