"""Numbers and times as Russian and English readers write them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from api.pages.formats import clock, moment, number, percent
from api.pages.strings import Language


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (9.99, "0:09"), (73.5, "1:13"), (3599.9, "59:59"), (3600, "1:00:00")]
)
def test_seconds_are_shown_as_a_player_shows_them(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("value", "digits", "russian", "english"),
    [
        (74.5, 1, "74,5", "74.5"),
        (100.0, 1, "100", "100"),
        (0.04, 1, "0", "0"),
        (-0.04, 1, "0", "0"),
        (127.6, 0, "128", "128"),
        (33, 1, "33", "33"),
    ],
)
def test_numbers_have_no_empty_decimals(value: float, digits: int, russian: str, english: str) -> None:
    assert number(value, "ru", digits) == russian
    assert number(value, "en", digits) == english


def test_shares_are_whole_percent() -> None:
    assert (percent(0.934, "ru"), percent(0.934, "en")) == ("93\u00a0%", "93%")


@pytest.mark.parametrize(("language", "shown"), [("ru", "5 мая 2026, 09:07"), ("en", "5 May 2026, 09:07")])
def test_a_moment_is_shown_on_the_clock_that_it_was_told_with(language: Language, shown: str) -> None:
    told = datetime(2026, 5, 5, 9, 7, 59, tzinfo=timezone(timedelta(hours=7)))
    assert moment(told, language).replace("\u00a0", " ") == shown
