"""Do a campaign's parts fit together: ids that are referred to, order, weights, times, days, phrases?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise

from scripts_library.campaign import (
    Examples,
    Fact,
    Forbidden,
    Keywords,
    Language,
    Objection,
    Occasion,
    PolicyRule,
    Step,
    Topic,
    Valid,
    Within,
)
from scripts_library.entries import UNREADABLE
from scripts_library.overlaps import overlap_problems
from scripts_library.parts import Part, Sourced
from scripts_library.phrases import faults, foreign
from scripts_library.problem import Problem
from scripts_library.shapes import EXAMPLES, similar

_LONGEST_CALL = 7200
# A text that is nothing but a number with its unit: «140 тысяч рублей», "24 hours", «15 %».
_AN_AMOUNT = re.compile(r"[$€£₽]?\s*\d[\d\s.,]*(?:[^\W\d_]+\.?|[$€£₽%])?(?:\s+[^\W\d_]+\.?)?", re.UNICODE)


def campaign_problems(
    script: Part, products: Part, objections: Part, topics: Part, language: Language
) -> Iterator[Problem]:
    """Everything that doesn't fit in a campaign's parts."""
    steps = script.of("steps", Step)
    facts = products.of("facts", Fact)
    for step in steps:
        yield from _step(step)
        yield from _known(step, "after", script, "steps", "unknown_step")
        yield from _known(step, "objection", objections, "objections", "unknown_objection")
        yield from _known(step, "fact", products, "facts", "unknown_fact")
    yield from _circles(steps)
    yield from _weights(script, steps)
    yield from overlap_problems(script)
    for fact in facts:
        yield from _fact(fact)
    yield from _overlaps(facts)
    for forbidden in script.of("forbidden", Forbidden):
        yield from _must_have(forbidden, "say", forbidden.entry.say)
    for objection in objections.of("objections", Objection):
        yield from _must_have(objection, "heard", objection.entry.heard)
    for rule in products.of("policy", PolicyRule):
        yield from _must_have(rule, "say", rule.entry.say)
    for topic in topics.of("topics", Topic):
        yield from _must_have(topic, "said", topic.entry.said)
        yield from _look(topic, language, said=topic.entry.said, follow=topic.entry.follow)
    yield from _phrases(script, products, objections, language)


def _step(step: Sourced[Step]) -> Iterator[Problem]:
    entry = step.entry
    if not step.whole:
        pass
    elif not entry.say and not entry.keywords.all_of and not entry.keywords.any_of:
        yield step.problem("no_way" if entry.required else "no_way_optional", id=entry.id)
    elif entry.required and entry.examples == Examples():
        yield step.problem("no_examples", id=entry.id)
    if entry.within is not None:
        start, end = entry.within.start, entry.within.end
        if start is not None and end is not None:
            yield step.problem("within_both", "within")
        elif entry.within == Within() and step.whole:
            yield step.problem("empty_rule", "within", key="within", example=EXAMPLES["within"])
        for name, seconds in (("start", start), ("end", end)):
            if seconds is not None and seconds > _LONGEST_CALL:
                yield step.problem("within_long", "within", name, value=f"{seconds:g}")
    if step.whole and entry.when == Occasion():
        yield step.problem("empty_rule", "when", key="when", example=EXAMPLES["when"])


def _known(step: Sourced[Step], key: str, part: Part, section: str, code: str) -> Iterator[Problem]:
    """References to ids that aren't there; a part that couldn't be read as a whole may well have them."""
    if not part.whole:
        return
    known = sorted(part.ids.get(section, set()))
    when = step.entry.when
    references: list[tuple[str, tuple[str | int, ...]]]
    if key == "after":
        references = [(one, ("after", number)) for number, one in enumerate(step.entry.after)]
    else:
        one = None if when is None else when.objection if key == "objection" else when.fact
        references = [] if one is None else [(one, ("when", key))]
    for reference, way in references:
        if reference not in known:
            near = similar(reference, known)
            yield step.problem(code, *way, id=reference, near=near, known=", ".join(known) or "—")


def _circles(steps: tuple[Sourced[Step], ...]) -> Iterator[Problem]:
    """Each circle of `after` once, at the first of its steps."""
    after = {step.entry.id: step.entry.after for step in steps}
    told: set[frozenset[str]] = set()
    for step in steps:
        circle = _way_back(step.entry.id, after)
        if circle and circle[1] in step.entry.after and frozenset(circle) not in told:
            told.add(frozenset(circle))
            number = step.entry.after.index(circle[1])
            yield step.problem("circular_after", "after", number, chain=" → ".join(circle))


def _way_back(start: str, after: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a step along `after` back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for before in after.get(way[-1], ()):
            if before == start:
                return (*way, start)
            if before not in seen:
                seen.add(before)
                ways.append((*way, before))
    return ()


def _weights(script: Part, steps: tuple[Sourced[Step], ...]) -> Iterator[Problem]:
    if script.document is None or not script.whole:
        return
    if not script.ids.get("steps") and isinstance(script.document.at(("steps",)), list):
        yield script.document.key_problem("no_steps", ("steps",))
    elif steps and all(step.whole and step.entry.weight == 0 for step in steps):
        yield script.document.key_problem("zero_weights", ("steps",))


def _fact(fact: Sourced[Fact]) -> Iterator[Problem]:
    entry = fact.entry
    if fact.whole and not entry.say and entry.value is None:
        yield fact.problem("fact_unsaid", id=entry.id)
    if entry.value is None and fact.whole:
        for number, phrase in enumerate(entry.say):
            if "{value}" in phrase:
                yield fact.problem("value_missing", "say", number, id=entry.id)
    yield from _value(fact)
    since, until = entry.valid.since, entry.valid.until
    if since is not None and until is not None and since > until:
        yield fact.problem("valid_reversed", "valid", since=since, until=until)


def _value(fact: Sourced[Fact]) -> Iterator[Problem]:
    value = fact.entry.value
    if value is None:
        return
    given = [name for name in ("amount", "percent", "text") if getattr(value, name) is not None]
    if not given and fact.whole:
        yield fact.problem("value_empty", "value", example=EXAMPLES["value"])
    for first, second in pairwise(given):
        yield fact.problem("value_several", "value", second, first=first, second=second)
    if value.text is not None and _AN_AMOUNT.fullmatch(value.text):
        yield fact.problem("number_as_text", "value", "text", text=value.text)


def _overlaps(facts: tuple[Sourced[Fact], ...]) -> Iterator[Problem]:
    for identity, group in groupby(sorted(facts, key=_id_of), key=_id_of):
        for first, second in combinations(group, 2):
            if _meet(first.entry.valid, second.entry.valid):
                yield second.problem("valid_overlap", "id", id=identity, first=first.line)


def _id_of(fact: Sourced[Fact]) -> str:
    return fact.entry.id


def _meet(one: Valid, other: Valid) -> bool:
    """Whether two spans share a day."""
    ends_before = one.until is not None and other.since is not None and one.until < other.since
    begins_after = one.since is not None and other.until is not None and other.until < one.since
    return not ends_before and not begins_after


def _must_have(
    sourced: Sourced[Forbidden] | Sourced[Objection] | Sourced[PolicyRule] | Sourced[Topic],
    key: str,
    phrases: tuple[str, ...],
) -> Iterator[Problem]:
    if not phrases and sourced.whole:
        yield sourced.problem("no_phrases", key, key=key, id=sourced.entry.id)


def _phrases(script: Part, products: Part, objections: Part, language: Language) -> Iterator[Problem]:
    for step in script.of("steps", Step):
        yield from _look(step, language, say=step.entry.say)
        yield from _words(step, step.entry.keywords, language)
    for forbidden in script.of("forbidden", Forbidden):
        yield from _look(forbidden, language, say=forbidden.entry.say)
    for fact in products.of("facts", Fact):
        yield from _look(fact, language, say=fact.entry.say, asked=fact.entry.asked)
    for rule in products.of("policy", PolicyRule):
        yield from _look(rule, language, say=rule.entry.say)
    for objection in objections.of("objections", Objection):
        yield from _look(objection, language, heard=objection.entry.heard, answer=objection.entry.answer)


def _look(
    sourced: Sourced[Step]
    | Sourced[Forbidden]
    | Sourced[Fact]
    | Sourced[Objection]
    | Sourced[PolicyRule]
    | Sourced[Topic],
    language: Language,
    **phrases: tuple[str, ...],
) -> Iterator[Problem]:
    for key, several in phrases.items():
        for number, phrase in enumerate(several):
            for fault in faults(phrase, language) if phrase != UNREADABLE else ():
                yield sourced.problem(fault.code, key, number, **dict(fault.values))


def _words(step: Sourced[Step], keywords: Keywords, language: Language) -> Iterator[Problem]:
    for key in ("all_of", "any_of", "none_of"):
        words: tuple[str, ...] = getattr(keywords, key)
        for number, word in enumerate(words):
            for fault in foreign(word, language):
                yield step.problem(fault.code, "keywords", key, number, **dict(fault.values))
