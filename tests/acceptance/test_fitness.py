"""`callgrade doctor`: what this machine lacks for the work, a line each with the remedy, and nothing changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models import Database
from pipeline.fitness import Finding, look_over
from pipeline.settings import load_settings
from tests.acceptance.program import Program


def findings(ran: str) -> dict[str, tuple[str, str]]:
    return {one["about"]: (one["verdict"], one["said"]) for one in json.loads(ran)}


def test_a_fit_machine_is_told_line_by_line_and_nothing_is_made(callgrade: Program, tmp_path: Path) -> None:
    ran = callgrade("doctor")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert all(line.startswith(("ok  ", "note")) for line in lines)
    told = " ".join(lines)
    assert all(what in told for what in ("data folder", "disk", "database", "clock", "library", "ffmpeg", "model"))
    assert "knows synthetic speech only" in told
    assert list(tmp_path.iterdir()) == []


def test_each_thing_that_is_amiss_is_told_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    amiss = Program(
        tmp_path,
        {
            "CALLGRADE_DATA_DIR": str(tmp_path / "file" / "data"),
            "CALLGRADE_DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
            "CALLGRADE_MODEL": "large-v3",
            "CALLGRADE_TIME_ZONE": "Mars/Olympus",
            "CALLGRADE_LIBRARY_DIR": str(tmp_path / "nowhere"),
            "CALLGRADE_AFTER_SUCCESS": "move",
            "CALLGRADE_DONE_DIR": "s3://bucket/done",
            "CALLGRADE_S3_ENDPOINT": "http://127.0.0.1:9",
        },
    )
    ran = amiss("doctor", "--json")
    assert ran.returncode == 1
    found = findings(ran.stdout)
    for about, remedy in {
        "database": "check database_url",
        "time zone": "set time_zone",
        "done_dir": "can't be written to",
        "model": "name a folder that holds one",
    }.items():
        verdict, said = found[about]
        assert (verdict, remedy in said) == ("bad", True), (about, said)
    assert found["library"][0] == "bad"
    text = amiss("doctor").stdout
    assert text.splitlines()[-1] == f"to mend: {sum(verdict == 'bad' for verdict, _ in found.values())}"


def test_a_database_without_tables_is_told_to_be_upgraded(callgrade: Program, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "callgrade.db").touch()
    ran = callgrade("doctor", "--json")
    assert ran.returncode == 1
    assert "run callgrade db upgrade" in findings(ran.stdout)["database"][1]


def found_of(database: Database, data_dir: Path, now: datetime) -> dict[str, Finding]:
    url = database.url.render_as_string(hide_password=False)
    settings = load_settings(database_url=url, data_dir=data_dir, model="/no/such/model")
    return {one.about: one for one in look_over(settings, lambda: now)}


def test_a_ready_database_and_a_right_clock_are_good(database: Database, tmp_path: Path) -> None:
    found = found_of(database, tmp_path, datetime.now(UTC))
    assert (found["database"].verdict, found["clock"].verdict) == ("good", "good")
    assert found["model"].verdict == "bad"


@pytest.mark.postgres
def test_a_clock_that_is_not_that_of_the_database_is_told(postgres_database: Database, tmp_path: Path) -> None:
    found = found_of(postgres_database, tmp_path, datetime.now(UTC) + timedelta(minutes=7))
    assert found["clock"].verdict == "bad"
    assert "ahead of PostgreSQL's" in found["clock"].said


def test_a_clock_before_this_program_was_written_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    assert found_of(sqlite_database, tmp_path, datetime(2020, 1, 1, tzinfo=UTC))["clock"].verdict == "bad"
