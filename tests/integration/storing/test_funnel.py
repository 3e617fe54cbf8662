"""The funnel on real databases: each recording is counted once, at the last stage that it came to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from models import Database, RecordingRow
from pipeline.funnel import STAGES, Chosen, Stage, read_funnel
from pipeline.storing.corrections import correct
from tests.integration.api.seeding import ANALYSIS, TRANSCRIPT, UNSCORED, Seeder, seeder

ZONE = ZoneInfo("Europe/Moscow")
DAY = date(2026, 11, 23)


@pytest.fixture
def seed(database: Database, tmp_path: Path) -> Seeder:
    return seeder(database, tmp_path)


def counted(database: Database, chosen: Chosen | None = None) -> dict[str, Stage]:
    with database.reading() as session:
        stages = read_funnel(session, chosen or Chosen(ZONE))
    assert tuple(stage.name for stage in stages) == STAGES
    for before, after in pairwise(stages):
        assert after.count == before.count - sum(after.dropped.values())
    return {stage.name: stage for stage in stages}


def fill(seed: Seeder) -> int:
    """Two scored calls, one too short, one of no campaign, one failed, one of no countable step; gives a scored one."""
    call = seed.call()
    seed.call()
    seed.call(analysis=UNSCORED)
    seed.call(analysis=None)
    seed.call(analysis=replace(ANALYSIS, score=None, passed=None))
    seed.failed("broken.wav", "damaged", "the audio can't be decoded")
    return call


def test_every_drop_has_its_reason_and_the_counts_add_up(database: Database, seed: Seeder) -> None:
    call = fill(seed)
    with database.writing() as session:
        correct(session, call, "measure", "not_applicable", datetime.now(UTC))
    found = counted(database)
    assert {name: stage.count for name, stage in found.items()} == {
        "recorded": 6, "transcribed": 5, "eligible": 3, "scored": 2, "reviewed": 1,
    }  # fmt: skip
    assert found["transcribed"].dropped == {"damaged": 1}
    assert found["eligible"].dropped == {"too_short": 1, "not_judged": 1}
    assert found["scored"].dropped == {"nothing_counted": 1}
    assert found["reviewed"].dropped == {"not_reviewed": 1}


def test_a_campaign_counts_its_own_calls_only(database: Database, seed: Seeder) -> None:
    fill(seed)
    assert counted(database, Chosen(ZONE, campaign="windows-ru"))["recorded"].count == 4
    assert counted(database, Chosen(ZONE, campaign="doors-ru"))["recorded"].count == 0


def test_days_are_days_of_the_call_in_the_zone_and_both_ends_count(database: Database, seed: Seeder) -> None:
    late = datetime(2026, 11, 23, 23, 59, 59, tzinfo=ZONE)
    seed.call(replace(TRANSCRIPT, started_at=late))
    seed.call(replace(TRANSCRIPT, started_at=datetime(2026, 11, 24, 0, 0, tzinfo=ZONE)))
    assert counted(database, Chosen(ZONE, DAY, DAY))["recorded"].count == 1
    assert counted(database, Chosen(ZONE, DAY, date(2026, 11, 24)))["recorded"].count == 2
    assert counted(database, Chosen(ZONE, until=date(2026, 11, 22)))["recorded"].count == 0


def test_a_failed_recording_counts_on_the_day_its_name_tells_else_when_it_was_seen(
    database: Database, seed: Seeder
) -> None:
    seed.failed("told.wav", "empty", "the file is empty")
    seed.failed("seen.wav", "empty", "the file is empty")
    with database.writing() as session:
        told = {"started_at": "2026-09-01T23:30:00-05:00"}
        session.execute(update(RecordingRow).where(RecordingRow.name == "told.wav").values(details=told))
    september = Chosen(ZONE, date(2026, 9, 2), date(2026, 9, 2))
    assert counted(database, september)["transcribed"].dropped == {"empty": 1}
    november = Chosen(ZONE, date(2026, 11, 24), date(2026, 11, 24))
    assert counted(database, november)["transcribed"].dropped == {"empty": 1}
