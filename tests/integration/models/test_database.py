"""What is written is kept whole, writers wait for one another, and a database that can't be used is told in a line."""

from __future__ import annotations

import re
import socket
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from models import CallRow, Database, DatabaseError, RecordingRow
from models.address import read_url, shown
from models.schema import open_database, upgrade

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def recording(mark: str = "0", **fields: datetime | str) -> RecordingRow:
    row = RecordingRow(
        content_hash=mark * 64, path=f"/{mark}.wav", name=f"{mark}.wav", size=1, mtime_ns=1, first_seen=NOW
    )
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def test_moments_come_back_as_the_same_moment_in_utc(database: Database) -> None:
    there = datetime(2026, 11, 24, 12, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=3)))
    with database.writing() as session:
        session.add(recording(first_seen=there))
    with database.reading() as session:
        kept = session.query(RecordingRow).one().first_seen
    assert kept == there
    assert kept.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="no time zone"), database.writing() as session:
        session.add(recording(first_seen=datetime(2026, 11, 24)))  # noqa: DTZ001


def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.writing() as session:
            session.add(recording())
            session.flush()
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        write_and_fail()
    with database.reading() as session:
        assert session.query(RecordingRow).count() == 0


def test_one_content_is_one_recording(database: Database) -> None:
    with database.writing() as session:
        session.add(recording())
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(recording())


def test_a_call_needs_its_recording_and_goes_with_it(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(CallRow(recording_id=77, heard_at=NOW))
    with database.writing() as session:
        row = recording()
        session.add(row)
        session.flush()
        session.add(CallRow(recording_id=row.id, heard_at=NOW))
    with database.writing() as session:
        session.delete(session.query(RecordingRow).one())
    with database.reading() as session:
        assert session.query(CallRow).count() == 0


@pytest.mark.parametrize("fields", [{"state": "lost"}, {"state": "failed"}, {"state": "done", "reason_code": "empty"}])
def test_a_state_that_makes_no_sense_is_refused_by_the_database(database: Database, fields: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(recording(**fields))


def test_writers_at_once_wait_for_one_another_and_lose_nothing(database: Database) -> None:
    with database.writing() as session:
        session.add(recording())

    def add_ten() -> None:
        for _ in range(10):
            with database.writing() as session:
                row = session.query(RecordingRow).with_for_update().one()
                time.sleep(0.002)
                row.attempts += 1

    threads = [threading.Thread(target=add_ten) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.query(RecordingRow).one().attempts == 60


def test_readers_are_not_held_up_by_a_writer(database: Database) -> None:
    with database.writing() as writer:
        writer.add(recording())
        writer.flush()
        with database.reading() as reader:
            assert reader.query(RecordingRow).count() == 0


def test_a_reader_sees_one_state_from_its_first_look_on(database: Database) -> None:
    with database.reading() as reader:
        assert reader.query(RecordingRow).count() == 0
        with database.writing() as writer:
            writer.add(recording())
        assert reader.query(RecordingRow).count() == 0
    with database.reading() as reader:
        assert reader.query(RecordingRow).count() == 1


def test_the_embedded_database_is_set_up_as_decided(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with database.reading() as session:
        found = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.close()
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 20_000}


@pytest.mark.parametrize("start", ["postgres://", "postgresql://", "postgresql+psycopg://"])
def test_every_usual_spelling_of_a_postgresql_url_is_read(start: str) -> None:
    url = read_url(f"{start}sales:secret@db/callgrade")
    assert url.drivername == "postgresql+psycopg"
    assert shown(url) == "postgresql://sales:***@db/callgrade"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("callgrade.db", "is not a URL"),
        ("mysql://root@localhost/calls", "starts with mysql://"),
        ("postgresql+asyncpg://localhost/calls", "which Callgrade can't use"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://me@localhost:port/calls", "is not a URL"),
    ],
)
def test_a_url_that_cannot_be_used_is_told_in_one_line_with_the_right_forms(url: str, why: str) -> None:
    with pytest.raises(DatabaseError, match=re.escape(why)) as caught:
        open_database(url)
    assert "sqlite:///FILE" in str(caught.value)
    assert "\n" not in str(caught.value)


def one_line(url: str) -> str:
    with pytest.raises(DatabaseError) as caught:
        open_database(url)
    message = str(caught.value)
    assert "\n" not in message
    assert "secret" not in message
    return message


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear sir, " * 500)
    assert "is no SQLite database" in one_line(f"sqlite:///{path}")
    assert path.read_text().startswith("Dear sir")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "name another place in database_url" in one_line(f"sqlite:///{tmp_path}/file/callgrade.db")


def test_a_folder_in_the_databases_place_is_told(tmp_path: Path) -> None:
    assert f"cannot write the database {tmp_path}" in one_line(f"sqlite:///{tmp_path}")


def test_a_server_that_is_away_is_told_without_the_password() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    message = one_line(f"postgresql://sales:secret@127.0.0.1:{port}/calls")
    assert "check database_url and the server" in message


@pytest.mark.postgres
def test_a_database_that_the_server_does_not_have_is_told(postgres_url: str) -> None:
    assert "does not exist" in one_line(f"{postgres_url}_not")
    upgrade(postgres_url)
    open_database(postgres_url).close()
