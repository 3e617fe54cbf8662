"""English words come to the same form when they are one word, and to different ones when they only look alike."""

from __future__ import annotations

import pytest

from pipeline.language.en import forms, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("busy", "business"),
        ("custom", "customer"),
        ("install", "installment"),
        ("price", "pricey"),
        ("policy", "police"),
        ("appoint", "appointment"),
        ("train", "trainer"),
        ("expense", "expensive"),
    ],
)
def test_words_of_different_meaning_stay_apart(one: str, other: str) -> None:
    assert forms(one) != forms(other)
    assert stem(forms(one)[0]) != stem(forms(other)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("business", "businesses"),
        ("customers", "customer"),
        ("installing", "install"),
        ("instalments", "installment"),
        ("called", "calling"),
        ("deliveries", "delivery"),
    ],
)
def test_forms_of_one_word_fall_together(one: str, other: str) -> None:
    assert forms(one) == forms(other)
