"""Numbers as people say them are read as the amounts they mean."""

from __future__ import annotations

import pytest

from pipeline.heard import read_words
from pipeline.language import grammar

RUSSIAN = {
    "девяносто девять тысяч рублей": [(99_000, "RUB")],
    "двенадцать сотен за встречу": [(1_200, None)],
    "сорок пять сотен": [(4_500, None)],
    "сотню рублей": [(100, "RUB")],
    "сотни людей": [],
    "четыре с полтиной тысячи": [(4_500, None)],
    "две восемьсот": [(2_800, None)],
    "пятихатка": [(500, None)],
    "четверть часа": [(15, "minute")],
    "три четверти часа": [(45, "minute")],
    "полчаса": [(0.5, "hour")],
    "два часа тридцать минут": [(2.5, "hour")],
    "час тридцать примерно": [(1.5, "hour")],
    "через час десять человек": [(1, "hour"), (10, "person")],
    "полтора часа": [(1.5, "hour")],
}
ENGLISH = {
    "a hundred and fifty dollars": [(150, "USD")],
    "the rate's a hundred and eighty dollars an hour": [(180, "USD"), (1, "hour")],
    "two hundred and ten": [(210, None)],
    "a couple of hundred": [(200, None)],
    "eleven hundred": [(1_100, None)],
    "half an hour": [(30, "minute")],
    "three quarters of an hour": [(45, "minute")],
    "an hour and a half": [(1.5, "hour")],
    "two hours thirty": [(2.5, "hour")],
    "two hours, thirty pounds": [(2, "hour"), (30, "GBP")],
    "within a fortnight": [(2, "week")],
    "a quarter of a century": [(25, "year")],
}


@pytest.mark.parametrize(("language", "said"), [("ru", text) for text in RUSSIAN] + [("en", text) for text in ENGLISH])
def test_an_amount_is_read_as_it_is_said(language: str, said: str) -> None:
    expected = {"ru": RUSSIAN, "en": ENGLISH}[language][said]
    amounts = [word.amount for word in read_words(said, grammar(language)) if word.amount is not None]
    assert [(amount.value, amount.unit) for amount in amounts] == expected
