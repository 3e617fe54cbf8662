from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.pbx.times import beside_epoch

EPOCH = 1_763_649_489  # 2025-11-20 14:38:09 UTC


def shown(local: str, zone: str = "Europe/Moscow", epoch: int | None = EPOCH) -> str:
    started = beside_epoch(datetime.fromisoformat(local), epoch, zone)
    assert started is not None
    return started.isoformat()


def test_the_epoch_betrays_the_pbx_zone() -> None:
    assert shown("2025-11-20T21:38:20") == "2025-11-20T21:38:20+07:00"
    assert shown("2025-11-20T20:23:09") == "2025-11-20T20:23:09+05:45"


def test_a_wait_in_the_queue_is_no_time_zone() -> None:
    assert shown("2025-11-20T17:58:09") == "2025-11-20T17:58:09+03:00"


def test_a_difference_beyond_all_zones_leaves_the_zone_of_the_settings() -> None:
    assert shown("2020-01-01T10:00:00") == "2020-01-01T10:00:00+03:00"


def test_without_an_epoch_the_zone_of_the_settings_is_used() -> None:
    assert shown("2025-07-01T10:00:00", "Europe/Berlin", None) == "2025-07-01T10:00:00+02:00"


@settings(deadline=None)
@given(st.integers(-48, 56), st.integers(0, 400))
def test_any_zone_is_found_back_within_a_few_minutes_of_wait(quarters: int, wait: int) -> None:
    instant = datetime.fromtimestamp(EPOCH, tz=UTC)
    local = (instant + timedelta(minutes=15 * quarters, seconds=wait)).replace(tzinfo=None)
    started = beside_epoch(local, EPOCH, "Etc/GMT-14")
    assert started is not None
    assert started.timestamp() == pytest.approx(EPOCH, abs=2700)
