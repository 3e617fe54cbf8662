"""What must be known of a language to compare what was said in it with what a script asks for?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language says numbers: all keys are normal forms or spellings in lower case, ё as е.

    `fixed` are sayings that are amounts by themselves, by their first word: the words after it, a number and its unit.
    `never_first` are spellings with which no whole number begins, `one_hundred` those of a hundred without a number.
    """

    values: Mapping[str, float]
    multipliers: Mapping[str, float]
    units: Mapping[str, str]
    fixed: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[float, str]]]]
    joiners: frozenset[str]
    half_after: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    at_least: frozenset[str]
    at_most: frozenset[str]
    one_when_after: frozenset[str]
    thousand_left_out: bool
    hundred_left_out: bool = False
    one_when_first: frozenset[str] = frozenset()
    never_first: frozenset[str] = frozenset()
    one_hundred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: word forms, weights and the small words that turn a meaning round.

    `apart` are normal forms that share letters with words of another meaning and so never match by their root.
    """

    code: str
    forms: Callable[[str], tuple[str, ...]]
    stem: Callable[[str], str]
    sound: Callable[[str], str]
    known: Callable[[str], bool]
    denied: Callable[[str], str | None]
    weights: Mapping[str, float]
    negations: frozenset[str]
    polite_after_negation: frozenset[str]
    question_words: frozenset[str]
    question_particles: frozenset[str]
    finding_out: frozenset[str]
    later: frozenset[str]
    telling: frozenset[str]
    days: frozenset[str]
    hours: frozenset[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    fillers: frozenset[str]
    appointments: frozenset[str]
    sendings: frozenset[str]
    prefixes: tuple[str, ...]
    apart: frozenset[str]
    numbers: NumberWords
    number_forms: Callable[[], frozenset[str]]

    def weight(self, form: str) -> float:
        """How much a word tells, 0–1: near 0 for `and`, 1 for words that are rare in any talk."""
        return self.weights.get(form, 1.0)
