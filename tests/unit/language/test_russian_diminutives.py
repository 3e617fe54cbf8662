"""A noun made small or dear is the noun itself; what merely ends like one is not."""

from __future__ import annotations

import pytest

from pipeline.language import grammar


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("адресочек", "адрес"),
        ("адресочка", "адрес"),
        ("номерок", "номер"),
        ("телефончика", "телефон"),
        ("договорчик", "договор"),
        ("заявочку", "заявка"),
        ("скидочкой", "скидка"),
        ("звоночек", "звонок"),
        ("денёчек", "день"),
        ("ценничек", "ценник"),
        ("рубликов", "рубль"),
    ],
)
def test_a_small_noun_is_the_noun(said: str, meant: str) -> None:
    assert grammar("ru").forms(said.replace("ё", "е"))[0] == meant


@pytest.mark.parametrize(
    "word", ["график", "ролик", "заказчик", "поставщик", "клиника", "карточка", "точка", "доставка", "ящик", "список"]
)
def test_a_plain_noun_stays_what_it_is(word: str) -> None:
    assert grammar("ru").forms(word)[0] == word
