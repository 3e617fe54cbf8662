"""Number words that a recogniser mangled are read as they were said, and other words are let alone."""

from __future__ import annotations

import pytest

from pipeline.heard import read_words
from pipeline.language import grammar


@pytest.mark.parametrize(
    ("heard", "value", "unit", "language"),
    [
        ("двадцатипяти процентов", 25, "percent", "ru"),
        ("действуетпять дней", 5, "day", "ru"),
        ("девять сот рублей", 900, "RUB", "ru"),
        ("от пятнадцате процентов", 15, "percent", "ru"),
        ("шесть миллионов девятьсот", 6_900_000, None, "ru"),
        ("twentyfour dollars", 24, "USD", "en"),
        ("forty-twobucks", 42, "USD", "en"),
        ("in tenminutes", 10, "minute", "en"),
        ("thirtie dollars", 30, "USD", "en"),
        ("two forty nine", 249, None, "en"),
        ("2 49", 249, None, "en"),
    ],
)
def test_a_mangled_number_is_read(heard: str, value: float, unit: str | None, language: str) -> None:
    amounts = [word.amount for word in read_words(heard, grammar(language)) if word.amount is not None]
    assert [(amount.value, amount.unit) for amount in amounts] == [(value, unit)]


@pytest.mark.parametrize("heard", ["стол", "сотрудник", "the fourth floor", "подруга", "sorry", "through"])
def test_words_that_only_look_like_numbers_stay(heard: str) -> None:
    language = "ru" if heard[0] > "z" else "en"
    assert all(word.amount is None for word in read_words(heard, grammar(language)))
