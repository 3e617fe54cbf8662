"""A call that is no sales talk gets a reason instead of a score."""

from __future__ import annotations

import pytest

from pipeline.analysis import analyse
from tests.unit.test_product_info import CAMPAIGN, talk


@pytest.mark.parametrize(
    "lines",
    [
        ("A: Добрый день, это двери.", "C: Вы ошиблись, я ничего не заказывал, это не тот номер.", "A: Извините."),
        ("A: Добрый день, Пётр?", "C: Вы не туда попали, здесь таких нет.", "A: Простите."),
    ],
)
def test_a_wrong_number_is_no_sales_talk(lines: tuple[str, ...]) -> None:
    assert analyse(talk(*lines), CAMPAIGN).why_not == "wrong_number"


def test_a_client_who_was_wrong_about_something_else_is_one() -> None:
    lines = ("A: Добрый день.", "C: Я ошибся, мне нужны две двери.", "A: Хорошо, записала.")
    assert analyse(talk(*lines), CAMPAIGN).eligible
