"""What does a campaign want found in a call, and by which of its phrases?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.matching.targets import Key, Wanted
from pipeline.signs import signs
from pipeline.values import is_free, number_of
from scripts_library.campaign import Campaign, Fact


def wishes(campaign: Campaign) -> list[Wanted]:
    """Everything that is looked for in a campaign's calls, in the campaign's order."""
    return [
        *_steps(campaign),
        *_facts(campaign),
        *_policy(campaign),
        *_objections(campaign),
        *_topics(campaign),
        *_signs(campaign),
    ]


def _steps(campaign: Campaign) -> Iterator[Wanted]:
    for step in campaign.steps:
        words = step.keywords
        say = (*step.say, *step.examples.done) or (*words.all_of, *words.any_of)
        yield Wanted(
            Key("step", step.id), say, (step.title,), step.examples.not_done, words.all_of, words.any_of, words.none_of,
            distance=words.distance,
        )  # fmt: skip
    for forbidden in campaign.forbidden:
        say = (*forbidden.say, *forbidden.examples.done)
        yield Wanted(Key("forbidden", forbidden.id), say, (), forbidden.examples.not_done)


def _facts(campaign: Campaign) -> Iterator[Wanted]:
    entries: dict[str, list[Fact]] = {}
    for fact in campaign.facts:
        entries.setdefault(fact.id, []).append(fact)
    for name, facts in entries.items():
        texts = [fact.value.text for fact in facts if fact.value is not None and fact.value.text]
        say = dict.fromkeys(phrase for fact in facts for phrase in fact.say)
        numbers = tuple(number for fact in facts if fact.value and (number := number_of(fact.value)) is not None)
        counter = dict.fromkeys(phrase for fact in facts for phrase in fact.examples.not_done)
        yield Wanted(
            Key("fact", name), tuple(say), (facts[0].title,), tuple(counter), value=texts[-1] if texts else None,
            numbers=numbers, free=any(fact.value is not None and is_free(fact.value) for fact in facts),
        )  # fmt: skip
        asked = dict.fromkeys(phrase for fact in facts for phrase in fact.asked)
        yield Wanted(Key("asked", name), tuple(asked) or (facts[0].title, *say), numbers=numbers)


def _policy(campaign: Campaign) -> Iterator[Wanted]:
    for rule in campaign.policy:
        yield Wanted(Key("policy", rule.id), (*rule.say, *rule.examples.done), (), rule.examples.not_done)


def _topics(campaign: Campaign) -> Iterator[Wanted]:
    for topic in campaign.topics:
        yield Wanted(Key("topic", topic.id), (*topic.said, *topic.examples.done), (), topic.examples.not_done)
        yield Wanted(Key("follow", topic.id), topic.follow)


def _objections(campaign: Campaign) -> Iterator[Wanted]:
    for objection in campaign.objections:
        heard = (*objection.heard, *objection.examples.done)
        yield Wanted(Key("objection", objection.id), heard, (), objection.examples.not_done)
        yield Wanted(Key("answer", objection.id), objection.answer)


def _signs(campaign: Campaign) -> Iterator[Wanted]:
    for name, phrases in signs(campaign.language).items():
        yield Wanted(Key("sign", name), phrases)
