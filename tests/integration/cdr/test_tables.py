"""Asterisk's table `cdr` is read where it lies, in MariaDB or PostgreSQL, and never written to."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from pipeline.cdr import CdrError, read_journal
from pipeline.settings import Settings

HERE = "mysql+pymysql://root@127.0.0.1:3306/"
MOSCOW = ZoneInfo("Europe/Moscow")
# As FreePBX makes it; its columns in cdr/functions.inc.php.
TABLE = """CREATE TABLE cdr (calldate {moment} NOT NULL, clid varchar(80) NOT NULL DEFAULT '',
    src varchar(80) NOT NULL DEFAULT '', dst varchar(80) NOT NULL DEFAULT '', dcontext varchar(80) NOT NULL DEFAULT '',
    channel varchar(80) NOT NULL DEFAULT '', dstchannel varchar(80) NOT NULL DEFAULT '',
    lastapp varchar(80) NOT NULL DEFAULT '', lastdata varchar(80) NOT NULL DEFAULT '', duration int NOT NULL DEFAULT 0,
    billsec int NOT NULL DEFAULT 0, disposition varchar(45) NOT NULL DEFAULT '', amaflags int NOT NULL DEFAULT 0,
    accountcode varchar(20) NOT NULL DEFAULT '', uniqueid varchar(32) NOT NULL DEFAULT '',
    userfield varchar(255) NOT NULL DEFAULT '', recordingfile varchar(255) NOT NULL DEFAULT '',
    cnum varchar(80) NOT NULL DEFAULT '', linkedid varchar(32) NOT NULL DEFAULT '')"""
ROWS = """INSERT INTO cdr
    (calldate, src, dst, dstchannel, lastapp, duration, billsec, disposition, uniqueid, linkedid, recordingfile) VALUES
    ('2025-11-20 17:38:19', '89005550123', '600', 'PJSIP/205-02', 'Queue', 60, 50, 'ANSWERED', '1763649489.6',
     '1763649489.5', 'q-600-89005550123-20251120-173809-1763649489.5.wav'),
    ('2025-11-20 18:00:00', '101', '89161234567', 'PJSIP/trunk-03', 'Dial', 30, 0, 'NO ANSWER', '1763650800.7',
     '1763650800.7', '')"""


@pytest.fixture(scope="module")
def mariadb() -> Iterator[str]:
    """URL of a MariaDB database with the table and two calls; dropped afterwards."""
    server = os.environ.get("CALLGRADE_TEST_MARIADB", HERE)
    name = f"callgrade_test_{uuid.uuid4().hex}"
    engine = create_engine(server)
    try:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        line = f"no MariaDB at {server}: apt-get install mariadb-server, or name another in CALLGRADE_TEST_MARIADB"
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    _fill(url, "datetime")
    yield url
    with engine.begin() as connection:
        connection.execute(text(f"DROP DATABASE {name}"))
    engine.dispose()


@pytest.fixture
def postgres(postgres_url: str) -> str:
    _fill(postgres_url.replace("postgresql://", "postgresql+psycopg://"), "timestamp")
    return postgres_url


@pytest.fixture(params=["mariadb", pytest.param("postgres", marks=pytest.mark.postgres)])
def journal(request: pytest.FixtureRequest) -> str:
    url = request.getfixturevalue(request.param)
    assert isinstance(url, str)
    return url


def _fill(url: str, moment: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(TABLE.format(moment=moment)))
        connection.execute(text(ROWS))
    engine.dispose()


def test_each_row_is_a_leg_with_its_agent_client_and_recording(journal: str) -> None:
    taken, missed = sorted(read_journal(journal, Settings()), key=lambda one: str(one.unique_id))
    assert (taken.direction, taken.agent, taken.client, taken.queue) == ("inbound", "205", "+79005550123", "600")
    assert taken.started_at == datetime(2025, 11, 20, 17, 38, 19, tzinfo=MOSCOW)
    assert (taken.linked_id, taken.answered, taken.talk_seconds) == ("1763649489.5", True, 50.0)
    assert taken.recording == "q-600-89005550123-20251120-173809-1763649489.5.wav"
    assert (missed.direction, missed.agent, missed.client) == ("outbound", "101", "+79161234567")
    assert (missed.answered, missed.recording) == (False, None)


def test_the_journal_is_read_in_a_transaction_that_cannot_write(journal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cdr.reading._QUERY", "DELETE FROM cdr")
    with pytest.raises(CdrError, match=r"(?i)read.only|CURSOR FOR DELETE"):
        list(read_journal(journal, Settings()))
    monkeypatch.undo()
    assert len(list(read_journal(journal, Settings()))) == 2


def test_a_database_without_the_table_is_told_in_one_line(postgres_url: str) -> None:
    with pytest.raises(CdrError, match="table cdr can't be read") as caught:
        list(read_journal(postgres_url, Settings()))
    assert "\n" not in str(caught.value)
