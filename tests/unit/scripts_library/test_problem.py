"""A problem reads in both languages, whatever it is about."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from scripts_library import wording_en, wording_ru
from scripts_library.problem import HARMLESS, WARNINGS, Problem
from scripts_library.wording import Told


def gaps(told: Told) -> set[str]:
    texts = (told.message, told.remedy, told.otherwise or "")
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_word_the_same_problems() -> None:
    assert wording_ru.WORDING.keys() == wording_en.WORDING.keys()
    assert wording_ru.WORDING.keys() >= WARNINGS | HARMLESS
    assert not WARNINGS & HARMLESS


@pytest.mark.parametrize("code", wording_ru.WORDING)
def test_both_languages_fill_the_same_gaps_and_offer_the_same_ways_out(code: str) -> None:
    russian, english = wording_ru.WORDING[code], wording_en.WORDING[code]
    assert gaps(russian) == gaps(english)
    assert (russian.otherwise is None) == (english.otherwise is None)
    for text in (*russian, *english):
        assert text is None or not text.endswith(".")


def test_the_remedy_without_a_likeness_is_the_other_one() -> None:
    values = (("key", "colour"), ("known", "id, title"))
    assert (
        Problem(Path("x"), 1, 1, "unknown_key", (*values, ("near", ""))).remedy("en")
        == "Take it out; known here: id, title"
    )
    assert Problem(Path("x"), 1, 1, "unknown_key", (*values, ("near", "id"))).remedy("en") == 'Did you mean "id"'


def test_a_value_with_braces_or_line_ends_stays_on_one_line() -> None:
    problem = Problem(Path("x"), 3, 4, "too_short", (("phrase", "{a}\n{b}"),))
    assert problem.text("en") == 'the phrase "{a} {b}" is too short: any call holds it. Add words around it'
