"""Turns of phrase are found in any form, with gaps, denied or not, and not beside a word that rules them out."""

from __future__ import annotations

import pytest

from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.matching.patterns import Patterns

TABLE = {
    "dear": "слишком дорогой|большой\n- ого",
    "none": "не нужный",
    "ask": "обсудить ... с|у муж|жена",
    "think": "=подумаю\nподумать !вы",
    "when": "перезвонить ... @when",
}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("это слишком большая сумма", {"dear"}),
        ("ого", {"dear"}),
        ("нам это не нужно", {"none"}),
        ("нам это нужно", set()),
        ("надо обсудить всё это дома с женой", {"ask"}),
        ("я подумаю", {"think"}),
        ("ну вы подумайте", set()),
        ("перезвоните мне лучше завтра", {"when"}),
        ("перезвоню", set()),
    ],
)
def test_what_is_said_is_named(said: str, names: set[str]) -> None:
    patterns = Patterns(TABLE, grammar("ru"))
    assert {one.name for one in patterns.find(read_words(said, grammar("ru")))} == names


def test_a_weak_turn_of_phrase_says_that_it_is_weak() -> None:
    (said,) = Patterns(TABLE, grammar("ru")).find(read_words("ого", grammar("ru")))
    assert said.weak


def test_each_row_of_words_is_looked_at_by_itself() -> None:
    patterns = Patterns(TABLE, grammar("ru"))
    rows = [read_words(text, grammar("ru")) for text in ("перезвоните мне", "лучше завтра", "", "ого, не нужно")]
    together = patterns.find_in(rows)
    assert together == [patterns.find(row) for row in rows]
    assert [[said.name for said in found] for found in together] == [[], [], [], ["dear", "none"]]


def test_a_place_is_told_by_the_words_of_its_own_row() -> None:
    patterns = Patterns(TABLE, grammar("ru"))
    rows = [read_words(text, grammar("ru")) for text in ("ну да", "это слишком большая сумма")]
    (said,) = patterns.find_in(rows)[1]
    assert (said.first, said.last) == (1, 2)


def test_more_places_than_words_are_all_told() -> None:
    often = {f"name-{number}": "да" for number in range(200)}
    found = Patterns(often, grammar("ru")).find(read_words("да да", grammar("ru")))
    assert len(found) == 400
