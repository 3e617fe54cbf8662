"""Texts and moments on their way to the database: nothing that it refuses, nothing that a person can't read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from pipeline.pbx import CallDetails
from pipeline.storing.moments import in_zone, offset_minutes
from pipeline.storing.recordings import as_json, readable


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_of_the_file_system_becomes_one_that_databases_take(text: str) -> None:
    shown = readable(text)
    assert "\0" not in shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert readable(shown) == shown


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert readable(text) == text


def test_a_name_in_an_old_encoding_keeps_its_bytes_apart() -> None:
    assert readable("зв\udce7онок") == "зв\\udce7онок"


def test_a_moment_is_read_in_the_zone_that_it_was_told_in() -> None:
    told = datetime(2026, 11, 24, 12, 0, tzinfo=timezone(timedelta(hours=3)))
    assert in_zone(told.astimezone(UTC), offset_minutes(told)) == told
    assert str(in_zone(told.astimezone(UTC), offset_minutes(told))) == str(told)


def test_what_is_not_known_has_no_zone_and_stays_out_of_the_details() -> None:
    assert (offset_minutes(None), in_zone(None, 180), in_zone(None, None)) == (None, None, None)
    assert as_json(CallDetails()) == {"convention": "unknown"}
    known = CallDetails("freepbx", started_at=datetime(2026, 11, 24, tzinfo=UTC), notes=("one",))
    assert as_json(known) == {"convention": "freepbx", "started_at": "2026-11-24T00:00:00+00:00", "notes": ("one",)}
