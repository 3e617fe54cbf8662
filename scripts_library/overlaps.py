"""Can a campaign's steps be told apart by their phrases, and do its weights add up?

Words are compared by their first letters, which is near enough to tell a trainer where two steps say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from scripts_library.campaign import Step
from scripts_library.entries import UNREADABLE
from scripts_library.parts import Part, Sourced
from scripts_library.problem import Problem

_WORD = re.compile(r"[^\W\d_]+")
_GROUP = re.compile(r"\(([^()]*)\)")
_BEGINNING = 5
_TELLING = 4
_ALIKE = 0.8
_FEW = 2
_WHOLE, _SLIP = 100.0, 10.0


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase where it stands: its words in order, and those of them that tell something."""

    step: Sourced[Step]
    number: int
    text: str
    words: tuple[str, ...]
    telling: frozenset[str]


def overlap_problems(script: Part) -> Iterator[Problem]:
    """Phrases that stand twice or nearly so, phrases that another step's phrase holds, weights that miss 100."""
    steps = script.of("steps", Step)
    phrases = [_read(step, number, text) for step in steps for number, text in enumerate(step.entry.say)]
    readable = [phrase for phrase in phrases if phrase.text != UNREADABLE and phrase.words]
    told: set[tuple[str, int]] = set()
    for first, second in combinations(readable, 2):
        place = (second.step.entry.id, second.number)
        if place not in told and (problem := _compare(first, second)) is not None:
            told.add(place)
            yield problem
    yield from _weights(script, steps)


def _read(step: Sourced[Step], number: int, text: str) -> _Phrase:
    plain = re.sub(r"\{[^{}]*\}", " ", text)
    while (chosen := _GROUP.sub(lambda group: f" {group[1].split('|')[0]} ", plain)) != plain:
        plain = chosen
    words = tuple(word.lower().replace("ё", "е") for word in _WORD.findall(plain))
    return _Phrase(step, number, text, words, frozenset(word[:_BEGINNING] for word in words if len(word) >= _TELLING))


def _compare(first: _Phrase, second: _Phrase) -> Problem | None:
    values = {"phrase": second.text, "other": first.step.entry.id, "first": _line(first)}
    if first.text.lower() == second.text.lower():
        return second.step.problem("duplicate_phrase", "say", second.number, **values)
    if first.step.entry.id == second.step.entry.id or first.step.entry.speaker != second.step.entry.speaker:
        return None
    shared = len(first.telling & second.telling)
    if shared and shared >= _ALIKE * max(len(first.telling), len(second.telling)) and shared > 1:
        return second.step.problem("overlapping_phrases", "say", second.number, **values)
    shorter, longer = sorted((second, first), key=lambda phrase: len(phrase.telling))
    if 0 < len(shorter.telling) <= _FEW and shorter.telling < longer.telling and len(shorter.words) <= _FEW:
        held = {"phrase": shorter.text, "other": longer.step.entry.id, "first": _line(longer)}
        return shorter.step.problem("held_phrase", "say", shorter.number, **held)
    return None


def _line(phrase: _Phrase) -> int:
    return phrase.step.document.place((*phrase.step.route, "say", phrase.number)).line


def _weights(script: Part, steps: Sequence[Sourced[Step]]) -> Iterator[Problem]:
    """Weights that were meant to be points of a hundred and aren't."""
    total = sum(step.entry.weight for step in steps)
    whole = script.document is not None and script.whole and all(step.whole for step in steps)
    if whole and script.document is not None and len(steps) > 2 and 0 < abs(total - _WHOLE) <= _SLIP:
        yield script.document.key_problem("weights_sum", ("steps",), total=f"{total:g}")
