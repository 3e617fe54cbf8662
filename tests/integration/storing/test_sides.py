"""Sides that are set wrongly are noticed over many calls and changed over by one command, on both databases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models import Database, RecordingRow
from pipeline.attribution import swapped
from pipeline.cli.run_doctor import stored_sides
from pipeline.settings import Settings
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


def test_the_advice_names_the_setting_and_the_command(database: Database, calls: list[int]) -> None:
    inbound, outbound = examine(database, [LONG_ENOUGH])
    assert inbound.advice is None
    assert outbound.advice == (
        "agent and client look changed over in 6 of 6 outbound calls: "
        "change agent_side_outbound, then callgrade sides --swap outbound"
    )


def test_doctor_asks_the_stored_calls_by_the_library_that_is_set(
    database: Database, calls: list[int], tmp_path: Path
) -> None:
    library = tmp_path / "library" / "okna"
    library.mkdir(parents=True)
    script = SCRIPT.model_dump(mode="json", include={"title", "language", "company", "steps"}, exclude_defaults=True)
    told = json.dumps({"id": "okna", **script}, ensure_ascii=False)
    (library / "script.yaml").write_text(told, encoding="utf-8")
    url = database.url.render_as_string(hide_password=False)
    told_of = stored_sides(Settings(data_dir=tmp_path, database_url=url, library_dir=library.parent))
    assert [one.look_swapped for one in told_of] == [False, True]


def test_doctor_makes_no_database_to_ask(tmp_path: Path) -> None:
    assert stored_sides(Settings(data_dir=tmp_path / "data")) == ()
    assert not (tmp_path / "data").exists()


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
