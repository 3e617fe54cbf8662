"""Sides that are set wrongly are noticed over many calls and changed over by one command, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models import Database, RecordingRow
from pipeline.attribution import swapped
from pipeline.sides import Sides, examine, sides_of, swap
from pipeline.storing import StoredSound, load_analysis, load_transcript, store_call
from pipeline.transcript import Attribution, Direction, Transcript
from tests.unit.test_attribution import SCRIPT, talk

OUT: Direction = "outbound"
DIRECTIONS: tuple[Direction, ...] = (OUT, OUT, OUT, OUT, OUT, OUT, "inbound")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONG_ENOUGH = SCRIPT.model_copy(update={"least_seconds": 0.0, "least_words": 0, "version": "0123456789ab"})


def heard(direction: Direction) -> Transcript:
    return replace(swapped(talk()), direction=direction, duration=25.0, attribution=Attribution("channels", 1.0))


@pytest.fixture
def calls(database: Database) -> list[int]:
    """Six outgoing calls and one incoming one, all with their sides the wrong way round."""
    stored = []
    with database.writing() as session:
        for number, direction in enumerate(DIRECTIONS):
            name = f"{number}.wav"
            recording = RecordingRow(
                content_hash=f"{number:064}", path=f"/pbx/{name}", name=name, size=1, mtime_ns=1, first_seen=NOW
            )
            session.add(recording)
            session.flush()
            stored.append(store_call(session, recording.id, heard(direction), NOW, StoredSound(2, name, [], [], None)))
    return stored


def test_swapped_sides_are_noticed_in_the_direction_that_has_enough_calls(database: Database, calls: list[int]) -> None:
    inbound, outbound = examine(database, [LONG_ENOUGH])
    assert (inbound, inbound.look_swapped) == (Sides("inbound", 1, 1), False)
    assert (outbound, outbound.look_swapped) == (Sides("outbound", 6, 6), True)
    assert outbound.setting == "agent_side_outbound"


def test_one_command_changes_them_over_and_judges_them_again(database: Database, calls: list[int]) -> None:
    assert swap(database, "outbound", [LONG_ENOUGH], lambda: NOW) == 6
    with database.reading() as session:
        assert [s.speaker for s in load_transcript(session, calls[0]).segments] == [s.speaker for s in talk().segments]
        analysis = load_analysis(session, calls[0])
        assert analysis is not None
        assert analysis.score == 100
        assert load_transcript(session, calls[-1]).segments == heard("inbound").segments
    inbound, outbound = examine(database, [LONG_ENOUGH])
    assert (inbound.swapped, outbound.swapped) == (1, 0)


def test_few_or_divided_calls_are_no_reason_to_change_anything() -> None:
    assert not sides_of([("outbound", -0.9)] * 4)[0].look_swapped
    assert not sides_of([("outbound", -0.9)] * 5 + [("outbound", 0.9)] * 4)[0].look_swapped
    assert sides_of([(None, -0.9)] * 5 + [("outbound", 0.9)])[0].look_swapped
    assert sides_of([("inbound", None), ("inbound", 0.05)]) == ()
