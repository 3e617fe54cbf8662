"""What would one sentence count for, and does the library judge its own examples as they say?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.findings import Findings, look_through
from pipeline.heard import hear
from pipeline.matching import Key, Kind, Match, Matcher, matcher_for
from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign, Examples

_COUNTS = 0.5
_SECONDS_A_LETTER = 0.07
_SIDES: dict[Kind, Speaker] = {"asked": "client", "objection": "client"}


@dataclass(frozen=True, slots=True)
class Tried:
    """What a sentence would count for by its words alone: how surely, how like the phrases, and what speaks against."""

    kind: Kind
    id: str
    confidence: float
    likeness: float
    reason: str | None

    @property
    def counts(self) -> bool:
        """Whether the words alone are enough."""
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


def try_sentence(campaign: Campaign, text: str, speaker: Speaker | None = None) -> list[Tried]:
    """Everything that a sentence of one side (of either, without `speaker`) comes near to, the surest first."""
    matcher = matcher_for(campaign)
    tried: dict[Key, Tried] = {}
    for side in ("agent", "client") if speaker is None else (speaker,):
        findings = _said(text, side, campaign, matcher)
        for target in matcher.targets.all:
            if target.key.kind == "step" and not _may_say(campaign, target.key.id, side):
                continue
            best = _best(findings, target.key)
            held = tried.get(target.key)
            if best is not None and (held is None or best.confidence > held.confidence):
                tried[target.key] = Tried(*target.key, round(best.confidence, 3), round(best.likeness, 3), best.reason)
    return sorted(tried.values(), key=lambda one: (-one.confidence, one.kind, one.id))


def judge_examples(campaign: Campaign, more: Iterable[Example] = ()) -> list[Tested]:
    """Every example of a campaign, and any more, judged by the whole library and by its phrases without them."""
    phrases_alone = Matcher(_without_examples(campaign))
    tested = []
    for example in (*examples_of(campaign), *more):
        side = _side(campaign, example)
        best = _best(_said(example.text, side, campaign, matcher_for(campaign)), Key(example.kind, example.id))
        surely = best.confidence if best is not None else 0.0
        right = (surely >= _COUNTS) == example.counts
        by_phrases = _best(_said(example.text, side, campaign, phrases_alone), Key(example.kind, example.id))
        alone = right and example.counts and (by_phrases is None or by_phrases.confidence < _COUNTS)
        tested.append(Tested(example, round(surely, 3), best.reason if best is not None else None, right, alone))
    return tested


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


def _best(findings: Findings, key: Key) -> Match | None:
    return max(findings.all(*key), key=lambda match: match.confidence, default=None)


def _side(campaign: Campaign, example: Example) -> Speaker:
    speakers = {step.id: step.speaker for step in campaign.steps} if example.kind == "step" else {}
    wanted = speakers.get(example.id, "agent")
    return _SIDES.get(example.kind, "client" if wanted == "client" else "agent")


def _may_say(campaign: Campaign, step: str, side: Speaker) -> bool:
    return any(one.id == step and one.speaker in (side, "any") for one in campaign.steps)
