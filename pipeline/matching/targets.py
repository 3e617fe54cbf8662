"""What is looked for in a call: every phrase of a campaign, compiled once to items over one vocabulary."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.company_name import name_words, spoken_name
from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar
from pipeline.matching.words import DATE, TIME, VALUE, Thesaurus, Vocabulary
from pipeline.phrasing import Item, Phrasing, read_phrase
from pipeline.values import Number

Kind = Literal["step", "forbidden", "fact", "asked", "objection", "answer", "sign", "policy", "topic", "follow"]
_LEAST_CONCEPT = 0.6
# How much a word loses by each further target of its kind that uses it, and what is left of it at the least.
_SHARED, _SHARED_BY_STEPS, _LEAST_SHARED = 0.2, 0.6, 0.25
_GAPS = {"value": VALUE, "date": DATE, "time": TIME}


class Key(NamedTuple):
    """What a phrase belongs to."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """The phrases of one thing to be found, as the library has them.

    `hints` are words that speak for it without being a phrasing (a step's title); `counter` are sentences that must
    not count.
    """

    key: Key
    say: tuple[str, ...]
    hints: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    value: str | None = None
    numbers: tuple[Number, ...] = ()
    free: bool = False
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One item of a variant: any of these vocabulary numbers, or a gap number below 0."""

    numbers: tuple[int, ...]
    weight: float
    negated: bool
    optional: bool
    must: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say a target's phrase."""

    target: int
    needs: tuple[Need, ...]
    musts: tuple[int, ...]
    weight: float
    asks: bool
    counter: bool


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to be found: its variants, the words that speak for it, and the keywords it must or must not have."""

    key: Key
    variants: tuple[int, ...]
    counters: tuple[int, ...]
    concepts: Mapping[int, float]
    words: frozenset[int]
    typical_weight: float
    phrasings: int
    asks: bool | None
    all_of: tuple[Variant, ...]
    any_of: tuple[Variant, ...]
    none_of: tuple[Variant, ...]
    distance: int | None

    @property
    def need(self) -> float:
        """The weight of own words that counts as a phrasing's worth."""
        return min(3.5, max(1.6, self.typical_weight))

    @property
    def doublings(self) -> float:
        """Doublings of the number of phrasings beyond two: many phrasings match by chance more often."""
        return 0.0 if self.key.kind == "sign" else math.log2(max(1.0, self.phrasings / 2))


@dataclass(slots=True)
class Targets:
    """Everything that is looked for, with postings from each vocabulary number to the variants that need it."""

    grammar: Grammar
    vocabulary: Vocabulary
    all: list[Target] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)
    postings: dict[int, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    concept_postings: dict[int, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))


def compile_targets(wanted: Sequence[Wanted], grammar: Grammar, company: str | None, thesaurus: Thesaurus) -> Targets:
    """All phrases read, numbered and weighed; a word that many targets of a kind share weighs less."""
    if company:
        company = spoken_name(company, [text for want in wanted for text in want.say], grammar)
    name = name_words(company, grammar) if company else ()
    targets = Targets(grammar, Vocabulary(grammar, thesaurus, name))
    read = [(want, list(_phrasings(want, grammar, company))) for want in wanted]
    shared = _shared(read)
    for want, phrasings in read:
        _add(targets, want, phrasings, shared.get(want.key.kind, {}), company)
    return targets


def _phrasings(want: Wanted, grammar: Grammar, company: str | None) -> Iterator[Phrasing]:
    for text in want.say:
        for phrasing in read_phrase(text, grammar, company, want.value, want.numbers):
            asked = phrasing.as_question() if want.key.kind == "asked" else phrasing
            if asked.weight:
                yield asked
        if want.free:
            yield from (
                priced for one in read_phrase(text, grammar, company) if (priced := one.with_price()) is not None
            )


def _shared(read: Iterable[tuple[Wanted, list[Phrasing]]]) -> dict[Kind, dict[str, float]]:
    """By kind and word: what is left of the word's weight when several targets of that kind use it."""
    holders: dict[Kind, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for want, phrasings in read:
        for phrasing in phrasings:
            for item in phrasing.items:
                for word in item.words:
                    holders[want.key.kind][word.form].add(want.key.id)
    return {
        kind: {
            form: max(_LEAST_SHARED, 1 / (1 + (_SHARED_BY_STEPS if kind == "step" else _SHARED) * (len(ids) - 1)))
            for form, ids in forms.items()
        }
        for kind, forms in holders.items()
    }


def _add(
    targets: Targets, want: Wanted, phrasings: Sequence[Phrasing], shared: Mapping[str, float], company: str | None
) -> None:
    number = len(targets.all)
    variants = [
        _variant(targets, number, phrasing, shared, counter=False, must=want.key.kind == "fact")
        for phrasing in phrasings
    ]
    counters = [
        _variant(targets, number, phrasing, {}, counter=True)
        for text in want.counter
        for phrasing in read_phrase(text, targets.grammar, company)
    ]
    concepts = _concepts(targets, want, phrasings, shared)
    first = len(targets.variants)
    targets.variants += variants + counters
    for index in range(first, len(targets.variants)):
        for need in targets.variants[index].needs:
            if need.weight >= 0.25 and not need.optional:
                for word in need.numbers:
                    targets.postings[word].append((index, need.weight))
    for word, weight in sorted(concepts.items()):
        targets.concept_postings[word].append((number, weight))
    weights = sorted(variant.weight for variant in variants)

    def keywords(texts: Iterable[str]) -> tuple[Variant, ...]:
        return tuple(
            _variant(targets, number, phrasing, {}, counter=False)
            for text in texts
            for phrasing in read_phrase(text, targets.grammar, company)[:1]
        )

    targets.all.append(
        Target(
            want.key,
            tuple(range(first, first + len(variants))),
            tuple(range(first + len(variants), first + len(variants) + len(counters))),
            concepts,
            frozenset(_words(targets.variants[first : first + len(variants)])) | concepts.keys(),
            weights[len(weights) // 2] if weights else 0.0,
            len(want.say),
            _asks(want, phrasings, targets.grammar),
            keywords(want.all_of),
            keywords(want.any_of),
            keywords(want.none_of),
            want.distance,
        )
    )


def _variant(
    targets: Targets, target: int, phrasing: Phrasing, shared: Mapping[str, float], *, counter: bool, must: bool = False
) -> Variant:
    sayings = _sayings(targets.vocabulary, phrasing.items)
    needs = tuple(
        _need(targets, item, shared, sayings.get(place, ()), must=must and item.is_value)
        for place, item in enumerate(phrasing.items)
    )
    weight = sum(need.weight for need in needs if not need.optional)
    musts = tuple(index for index, each in enumerate(needs) if each.must)
    return Variant(target, needs, musts, weight, phrasing.asks, counter)


def _sayings(vocabulary: Vocabulary, items: Sequence[Item]) -> dict[int, list[int]]:
    """By item: the numbers of the sayings of several words that it is part of."""
    found: dict[int, list[int]] = defaultdict(list)
    places = [place for place, item in enumerate(items) if item.kind == "word" and len(item.words) == 1]
    for part, number in vocabulary.sayings_in([items[place].words[0] for place in places]):
        if places[part[-1]] - places[part[0]] == len(part) - 1:
            for index in part:
                found[places[index]].append(number)
    return found


def _need(targets: Targets, item: Item, shared: Mapping[str, float], sayings: Sequence[int], *, must: bool) -> Need:
    if item.kind != "word":
        return Need((_GAPS[item.kind],), item.weight, False, item.optional, must)
    numbers = tuple(sorted({*(targets.vocabulary.add(word) for word in item.words), *sayings}))
    factor = max(shared.get(word.form, 1.0) for word in item.words)
    return Need(numbers, item.weight * factor, item.negated, item.optional, must and item.weight >= 0.4)


def _words(variants: Iterable[Variant]) -> Iterator[int]:
    return (number for variant in variants for need in variant.needs for number in need.numbers)


def _concepts(
    targets: Targets, want: Wanted, phrasings: Iterable[Phrasing], shared: Mapping[str, float]
) -> dict[int, float]:
    """The words that speak for a target, whichever phrasing they come from."""
    texts: dict[int, set[str]] = defaultdict(set)
    weights: dict[int, float] = {}

    def take(word: Token, text: str, part: float) -> None:
        if word.weight >= _LEAST_CONCEPT and word.form[0] not in "#@":
            number = targets.vocabulary.add(word)
            texts[number].add(text)
            weights[number] = max(weights.get(number, 0.0), part * word.weight * shared.get(word.form, 1.0))

    for phrasing in phrasings:
        for item in phrasing.items:
            for word in item.words:
                take(word, phrasing.text, 1.0)
    for hint in want.hints:
        for word in read_words(hint, targets.grammar):
            take(word, hint, 0.6)
    return {number: weight * min(1.0, 0.7 + 0.15 * len(texts[number])) for number, weight in weights.items()}


def _asks(want: Wanted, phrasings: Sequence[Phrasing], grammar: Grammar) -> bool | None:
    """Whether a target is a question: by its kind, its title, its phrasings; None where they don't say."""
    if want.key.kind == "asked":
        return True
    if want.key.kind != "step":
        return None
    first = {word.form for hint in want.hints for word in read_words(hint, grammar)[:1]}
    share = sum(phrasing.asks for phrasing in phrasings) / max(1, len(phrasings))
    if first & grammar.finding_out or share >= 0.5:
        return True
    return False if not share else None
