"""What is told of the work, to people and to Prometheus, is what the database holds."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update

from models import Database, RecordingRow
from pipeline.cli.app import run
from pipeline.ingest import ingest
from pipeline.metrics import MetricsError, serve_metrics
from pipeline.process import Tools
from pipeline.progress import read_progress
from tests.integration.ingest.tones import say, tools_for

GREETING = "добрый день компания светлый дом меня зовут ирина"


@pytest.fixture
def tools(database: Database, tmp_path: Path) -> Tools:
    """Two calls done, one failed, one waiting since an hour."""
    say(tmp_path / "pbx" / "a.wav", GREETING)
    say(tmp_path / "pbx" / "b.wav", GREETING, "дорого")
    say(tmp_path / "pbx" / "c.wav", GREETING, "хорошо")
    (tmp_path / "pbx" / "page.mp3").write_text("<html>")
    tools = tools_for(database, tmp_path / "data")
    ingest(tmp_path / "pbx", tools)
    waits = {"state": "waiting", "finished": None, "first_seen": datetime.now(UTC) - timedelta(hours=1)}
    with database.writing() as session:
        session.execute(update(RecordingRow).where(RecordingRow.name == "c.wav").values(**waits))
    return tools


def test_the_rate_of_the_last_hour_tells_when_the_backlog_is_done(tools: Tools, database: Database) -> None:
    found = read_progress(database, datetime.now(UTC))
    assert (found.states, found.failures) == ({"waiting": 1, "done": 2, "failed": 1}, {"not_audio": 1})
    assert (found.done_last_hour, found.clear_seconds, found.words) == (2, 1800.0, 21)
    assert found.oldest_seconds == pytest.approx(3600, abs=60)
    assert found.audio_seconds == pytest.approx(0.25 * (8 + 4 + 8 + 1))
    assert found.real_time_factor is not None
    later = read_progress(database, datetime.now(UTC) + timedelta(hours=2))
    assert (later.done_last_hour, later.clear_seconds, later.real_time_factor) == (0, None, None)


def test_prometheus_is_told_the_same(tools: Tools, database: Database) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve_metrics(port, database)
    told = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    for line in (
        'callgrade_recordings{state="waiting"} 1.0',
        'callgrade_failed_recordings{reason="not_audio"} 1.0',
        "callgrade_done_last_hour 2.0",
        "callgrade_clear_seconds 1800.0",
        "callgrade_words_last_hour 21.0",
        "callgrade_database_up 1.0",
    ):
        assert line in told.splitlines()
    with pytest.raises(MetricsError, match="choose another --port"):
        serve_metrics(port, database)


def test_status_says_it_in_a_terminal_and_as_json_and_tries_again(
    tools: Tools, database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", database.url.render_as_string(hide_password=False))
    assert run(["status"]) == 0
    said = capsys.readouterr().out
    assert "waiting 1, done 2, failed 1" in said
    assert "time to clear: 30 min 0 s" in said
    assert "page.mp3: this is a web page" in said
    assert run(["status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["done_last_hour"], told["failed_recordings"][0]["name"]) == (2, "page.mp3")
    assert run(["status", "--retry"]) == 0
    assert "1 recordings wait again" in capsys.readouterr().out
