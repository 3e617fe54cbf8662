"""Killed at any moment, or at work twice at once: every recording becomes one call, and nothing is half-stored."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models import CallRow, Database, RecordingRow, Table
from models.schema import open_database, upgrade
from pipeline.ingest import ingest
from pipeline.storing.copies import sweep_copies
from tests.integration.ingest import tones
from tests.integration.ingest.tones import WORDS, say, tools_for

ROOT = Path(__file__).resolve().parents[3]
CALLS = 8
# What differs from run to run by nature: moments, numbers given by the database, and how often it was tried.
PASSING = {"id", "recording_id", "call_id", "analysis_id", "attempts"}
PASSING |= {"first_seen", "begun", "finished", "worker", "work_seconds", "heard_at", "made_at"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Several calls, a copy of one of them, and two files that can't be used."""
    chance = random.Random(7)  # noqa: S311
    for number in range(CALLS):
        say(tmp_path / "pbx" / f"call-{number}.wav", " ".join(chance.choices(WORDS, k=8)))
    (tmp_path / "pbx" / "copy.wav").write_bytes((tmp_path / "pbx" / "call-0.wav").read_bytes())
    (tmp_path / "pbx" / "broken.wav").write_bytes(b"RIFF\0\0\0\0WAVEjunk")
    (tmp_path / "pbx" / "empty.wav").touch()
    return tmp_path / "pbx"


def start(folder: Path, data_dir: Path, url: str, *kill: str) -> subprocess.Popen[str]:
    """The ingest of a folder as a program of its own, in which every word takes its time."""
    command = [sys.executable, tones.__file__, str(folder), str(data_dir), url, *kill]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def finish(program: subprocess.Popen[str]) -> int:
    program.communicate(timeout=600)
    return program.returncode


def content(database: Database) -> dict[str, list[str]]:
    """Every table's rows without what differs from run to run, in an order that doesn't depend on it."""
    found = {}
    with database.engine.connect() as connection:
        for table in Table.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in PASSING]
            found[table.name] = sorted(repr(tuple(row)) for row in connection.execute(select(*columns)))
    return found


def one_of_each(database: Database, data_dir: Path) -> None:
    """Every recording has the call that its state says, and every call its copy."""
    with database.reading() as session:
        for recording in session.scalars(select(RecordingRow)):
            assert (recording.call is not None) == (recording.state == "done"), recording.name
        claimed = {str(path) for path in session.scalars(select(CallRow.audio_path))}
    assert all((data_dir / name).is_file() for name in claimed)


@pytest.fixture
def uninterrupted(folder: Path, tmp_path: Path) -> Iterator[dict[str, list[str]]]:
    """What one quiet run stores."""
    url = f"sqlite:///{tmp_path}/quiet.db"
    upgrade(url)
    database = open_database(url)
    report = ingest(folder, tools_for(database, tmp_path / "quiet"))
    assert (len(report.done), len(report.failed)) == (CALLS, 2)
    yield content(database)
    database.close()


def url_of(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


# While a recording is registered, while its call is written, and with all written but the last word to the database.
KILLS = (
    ("INSERT INTO recording_files", "2"),
    ("INSERT INTO words", "2"),
    ("INSERT INTO step_judgements", "2"),
    ("COMMIT", "6"),
)


def test_killed_between_two_statements_it_goes_on_and_stores_the_same(
    folder: Path, database: Database, tmp_path: Path, uninterrupted: dict[str, list[str]]
) -> None:
    data_dir = tmp_path / "data"
    for kill in KILLS:
        assert finish(start(folder, data_dir, url_of(database), *kill)) == -signal.SIGKILL
        one_of_each(database, data_dir)
    assert finish(start(folder, data_dir, url_of(database))) == 1
    one_of_each(database, data_dir)
    assert content(database) == uninterrupted


def test_stopped_by_a_signal_at_any_moment_it_goes_on_and_stores_the_same(
    folder: Path, database: Database, tmp_path: Path, uninterrupted: dict[str, list[str]]
) -> None:
    data_dir = tmp_path / "data"
    for sign, delay in ((signal.SIGKILL, 0.0), (signal.SIGTERM, 0.1), (signal.SIGKILL, 0.05)):
        program = start(folder, data_dir, url_of(database))
        assert program.stdout is not None
        # It is at work on its first recording now.
        program.stdout.readline()
        time.sleep(delay)
        program.send_signal(sign)
        assert finish(program) == -sign
        one_of_each(database, data_dir)
    assert finish(start(folder, data_dir, url_of(database))) == 1
    assert content(database) == uninterrupted


def test_two_at_the_same_folder_at_once_store_each_call_once(
    folder: Path, database: Database, tmp_path: Path, uninterrupted: dict[str, list[str]]
) -> None:
    programs = [start(folder, tmp_path / "data", url_of(database)) for _ in range(2)]
    assert [finish(program) for program in programs] == [1, 1]
    assert content(database) == uninterrupted
    one_of_each(database, tmp_path / "data")


def test_what_a_killed_run_left_is_swept_when_nobody_can_be_at_work_on_it(
    folder: Path, database: Database, tmp_path: Path
) -> None:
    data_dir = tmp_path / "data"
    ingest(folder, tools_for(database, data_dir))
    copies = sorted(data_dir.rglob("*.mp3"))
    orphan = data_dir / "audio" / "ff" / f"{'f' * 64}.mp3"
    unfinished = copies[0].with_name(".x.part")
    foreign = copies[0].with_name("notes.txt")
    orphan.parent.mkdir(exist_ok=True)
    for path in (orphan, unfinished, foreign):
        path.write_bytes(b"left behind")
    assert sweep_copies(data_dir, database) == 0
    assert sweep_copies(data_dir, database, unclaimed_seconds=0) == 2
    assert (orphan.exists(), unfinished.exists(), foreign.exists()) == (False, False, True)
    assert sorted(data_dir.rglob("*.mp3")) == copies
