from __future__ import annotations

import pytest

from pipeline.pbx.numbers import Parties, is_extension, parties, to_e164


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("89161234567", "+79161234567"),
        ("79161234567", "+79161234567"),
        ("+7 (916) 123-45-67", "+79161234567"),
        ("9161234567", "+79161234567"),
        ("989161234567", "+79161234567"),
        ("380501234567", "+380501234567"),
        ("998901234567", "+998901234567"),
        ("810380501234567", "+380501234567"),
        ("88005553535", "+78005553535"),
        ("1582406309", None),
        ("2345678", None),
        ("203", None),
        ("unknown", None),
        ("anonymous89161234567", None),
        ("", None),
        ("+", None),
        ("9" * 40, None),
    ],
)
def test_a_russian_client_has_one_number_however_it_is_written(written: str, expected: str | None) -> None:
    assert to_e164(written, "RU") == expected


def test_extensions_have_one_to_five_digits() -> None:
    assert [is_extension(text) for text in ("1", "20301", "203011", "", "20a", "²")] == [
        *(True, True),
        *(False, False, False, False),
    ]


def test_the_side_with_the_extension_is_ours() -> None:
    assert parties("203", "89161234567", "RU") == Parties("outbound", "203", "+79161234567")
    assert parties("89161234567", "203", "RU") == Parties("inbound", "203", "+79161234567")
    assert parties("203", "204", "RU") == Parties("internal")
    assert parties("89161234567", "84951234567", "RU") == Parties()
