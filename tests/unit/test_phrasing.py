"""A phrase of the library asks for the words that its brackets and placeholders leave."""

from __future__ import annotations

import pytest

from pipeline.language import grammar
from pipeline.phrasing import read_phrase


def said(text: str, language: str = "ru", company: str | None = None) -> list[list[str]]:
    """Each way to say a phrase: choices of single words joined by a bar, what may be left out in brackets."""
    return [
        [
            f"({name})" if item.optional else name
            for item in phrasing.items
            for name in ["|".join(word.form for word in item.words) or item.kind]
        ]
        for phrasing in read_phrase(text, grammar(language), company)
    ]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("(добрый (день|вечер)|здравствуйте)", [["добрый", "день|вечер"], ["здравствуйте"]]),
        ("(бесплатный )?замер", [["(бесплатно)", "замереть"]]),
        ("(очень быстрый )?замер", [["очень", "быстро", "замереть"], ["замереть"]]),
        ("замер (окна)", [["замереть", "окно"]]),
        ("замер (окна|)", [["замереть", "(окно)"]]),
        ("((замер|расчёт) окна|смета)", [["замереть|расчет", "окно"], ["смета"]]),
    ],
)
def test_brackets_hold_choices_that_may_hold_others(text: str, ways: list[list[str]]) -> None:
    assert said(text) == ways


@pytest.mark.parametrize("text", ["замер (окна", "замер окна)", "замер | окна"])
def test_a_sign_without_its_fellow_is_no_sign(text: str) -> None:
    assert said(text) == [["замереть", "окно"]]


def test_a_placeholder_that_nobody_knows_may_be_anything() -> None:
    assert said("приедет {мастер-замерщик} домой") == [["приехать", "домой"]]
    assert said("{agent} слушает") == [["слушать"]]


def test_known_placeholders_are_gaps_of_a_kind() -> None:
    assert said("жду {date} в {time}, цена {value}") == [["ждать", "date", "в", "time", "цена", "value"]]
    assert said("компания {company}", company="Окна") == [["компания", "@окно"]]


def test_a_question_mark_after_a_bracket_does_not_make_a_question() -> None:
    assert [phrasing.asks for phrasing in read_phrase("(вам )?удобно", grammar("ru"))] == [False]
    assert [phrasing.asks for phrasing in read_phrase("вам удобно?", grammar("ru"))] == [True]


def test_the_ways_to_say_a_phrase_are_at_most_two_dozen() -> None:
    assert len(said(" ".join(["(добрый день|до свидания)"] * 8))) == 24
