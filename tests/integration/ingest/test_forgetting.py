"""What is erased is gone, wherever it stood, and does not come back; what statistics need stays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from api.app import create_app
from models import AnalysisRow, CallRow, CdrRow, CrmRow, Database, ErasureRow, RecordingRow, StepRow, Table, WordRow
from pipeline.forgetting import forget_client, hidden, keep_to_retention
from pipeline.ingest import ingest
from pipeline.originals import delete_original
from pipeline.process import Tools
from pipeline.settings import SettingsError, load_settings
from pipeline.storing.erasing import QUOTED
from tests.integration.ingest.tones import say, tools_for

GREETING = "добрый день компания светлый дом меня зовут ирина"
MINE = "out-79161234567-101-20261123-101530-1763881530.12.wav"
OTHER = "out-79005550123-101-20261123-111530-1763885130.12.wav"
NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    say(tmp_path / "pbx" / MINE, f"{GREETING} давайте запишем замер на завтра", "дорого")
    say(tmp_path / "pbx" / OTHER, GREETING)
    (tmp_path / "pbx" / MINE.replace("101530", "101930")).write_text("<html>")
    return tmp_path / "pbx"


@pytest.fixture
def tools(database: Database, tmp_path: Path, folder: Path) -> Tools:
    tools = tools_for(database, tmp_path / "data", database_url=database.url.render_as_string(hide_password=False))
    ingest(folder, tools)
    return tools


def everything(database: Database) -> str:
    """All that the database holds, as one text."""
    with database.engine.connect() as connection:
        rows = [tuple(row) for table in Table.metadata.sorted_tables for row in connection.execute(select(table))]
    return json.dumps(rows, default=str, ensure_ascii=False)


def words_of(database: Database, call: int) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(WordRow).where(WordRow.call_id == call)) or 0


def call_of(database: Database, client: str | None) -> CallRow:
    with database.reading() as session:
        found = CallRow.client.is_(None) if client is None else CallRow.client == client
        return session.scalars(select(CallRow).where(found)).one()


def test_nothing_of_an_erased_client_is_left_but_figures(
    tools: Tools, database: Database, folder: Path, tmp_path: Path
) -> None:
    with database.writing() as session:
        session.add(CdrRow(source="x", key="k", client="+79161234567", recording=MINE, read_at=NOW))
        session.add(CrmRow(source="x", key="1", kind="won", client="+79161234567", happened_at=NOW, read_at=NOW))
    receipt = forget_client(database, tools.settings, "8 916 123-45-67", NOW)
    assert receipt.counts == {
        "calls": 1, "words": 14, "segments": 2, "copies": 1, "recordings": 2, "cdr": 1, "crm": 1
    }  # fmt: skip
    left = everything(database)
    for trace in ("9161234567", "дорого"):
        assert trace not in left, trace
    assert receipt.subject == hidden("+79161234567") == "+7********67"
    gone = call_of(database, None)
    assert (gone.agent, gone.erased_why, gone.audio_path) == ("101", "client", None)
    assert (gone.duration or 0) > 3
    assert len(list((tmp_path / "data").rglob("*.mp3"))) == 1
    with database.reading() as session:
        analysis = session.scalars(select(AnalysisRow).where(AnalysisRow.call_id == gone.id)).one()
        assert analysis.score == 100.0
        steps = session.scalars(select(StepRow).where(StepRow.analysis_id == analysis.id)).all()
        assert {(step.step_id, step.status, step.quote) for step in steps} == {
            ("greeting", "done", None),
            ("measuring", "done", None),
        }
    # The other client's call is as it was, and the PBX's own files were only named.
    assert words_of(database, call_of(database, "+79005550123").id) > 0
    assert {Path(path).name for path in receipt.originals} == {MINE, MINE.replace("101530", "101930")}
    assert (folder / MINE).exists()


def test_what_was_erased_does_not_come_back_with_the_next_look_at_the_folder(
    tools: Tools, database: Database, folder: Path
) -> None:
    forget_client(database, tools.settings, "+79161234567", NOW)
    shutil.copy(folder / MINE, folder / "copy-of-79161234567.wav")
    report = ingest(folder, tools)
    assert report.done == ()
    assert "9161234567" not in everything(database)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CallRow)) == 2


def test_a_dry_run_says_what_would_go_and_erases_nothing(tools: Tools, database: Database) -> None:
    before = everything(database)
    receipt = forget_client(database, tools.settings, "+79161234567", NOW, dry_run=True)
    assert (receipt.number, receipt.counts["calls"], receipt.counts["words"]) == (None, 1, 14)
    assert everything(database) == before


def test_what_is_no_number_is_refused(tools: Tools, database: Database) -> None:
    with pytest.raises(SettingsError, match="no phone number"):
        forget_client(database, tools.settings, "101", NOW)


def test_calls_lose_sound_and_words_after_their_campaigns_days(
    tools: Tools, database: Database, tmp_path: Path
) -> None:
    settings = load_settings(data_dir=tmp_path / "data", retention_days=10, retention_days_of={"windows-ru": 30})
    assert keep_to_retention(database, settings, NOW + timedelta(days=20)) is None
    dry = keep_to_retention(database, settings, NOW + timedelta(days=31), dry_run=True)
    assert dry is not None
    receipt = keep_to_retention(database, settings, NOW + timedelta(days=31))
    assert receipt is not None
    assert dry.counts == receipt.counts == {"calls": 2, "words": 26, "segments": 4, "copies": 2}
    assert list((tmp_path / "data").rglob("*.mp3")) == []
    mine = call_of(database, "+79161234567")
    assert (mine.erased_why, words_of(database, mine.id)) == ("retention", 0)
    assert keep_to_retention(database, settings, NOW + timedelta(days=32)) is None
    with database.reading() as session:
        assert session.get_one(ErasureRow, receipt.number).counts == receipt.counts


def test_without_a_time_nothing_is_erased(tools: Tools, database: Database, tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path / "data")
    assert keep_to_retention(database, settings, NOW + timedelta(days=9999)) is None


@pytest.fixture
def client(tools: Tools) -> Iterator[TestClient]:
    with TestClient(create_app(tools.settings), base_url="http://127.0.0.1") as opened:
        yield opened


def test_an_erased_call_is_still_shown_with_its_score(tools: Tools, database: Database, client: TestClient) -> None:
    forget_client(database, tools.settings, "+79161234567", NOW)
    call = call_of(database, None)
    assert client.get(f"/api/v1/calls/{call.id}").json()["analysis"]["score"] == 100.0
    assert client.get(f"/api/v1/calls/{call.id}/audio").status_code == 404
    assert client.get(f"/calls/{call.id}").status_code == 200


def test_a_recording_that_was_erased_before_it_was_heard_is_never_heard(
    database: Database, tmp_path: Path, folder: Path
) -> None:
    tools = tools_for(database, tmp_path / "data")
    ingest(folder, tools)
    forget_client(database, tools.settings, "+79161234567", NOW)
    again = ingest(folder, tools, retry_failed=True)
    assert again.done == ()
    with database.reading() as session:
        failed = session.scalars(select(RecordingRow).where(RecordingRow.state == "failed")).all()
    assert [(one.reason_code, one.name) for one in failed] == [("erased", "erased")]


def test_every_column_that_holds_a_quote_is_known_to_the_eraser() -> None:
    quoting = {
        (table.name, column.name)
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if "quote" in column.name or column.name in ("nearest", "heard", "note")
    }
    known = {(row.__tablename__, column) for row, emptied in QUOTED.items() for column in emptied}
    assert quoting - known == {("analyses", "outcome_quote"), ("corrections", "quote"), ("corrections", "note")}


def test_originals_that_were_moved_are_found_where_they_lie_and_go_with_their_sidecars(
    tools: Tools, database: Database, folder: Path, tmp_path: Path
) -> None:
    done = tmp_path / "done"
    done.mkdir()
    (done / MINE).write_bytes(b"of another year")
    shutil.move(folder / MINE, done / f"{Path(MINE).stem} (2).wav")
    (done / f"{Path(MINE).stem} (2).json").write_text("{}")
    settings = tools.settings.model_copy(update={"after_success": "move", "done_dir": done})
    receipt = forget_client(database, settings, "+79161234567", NOW)
    assert str(done / f"{Path(MINE).stem} (2).wav") in receipt.originals
    for path in receipt.originals:
        delete_original(Path(path), settings)
    assert not (done / f"{Path(MINE).stem} (2).wav").exists()
    assert not (done / f"{Path(MINE).stem} (2).json").exists()
    assert (done / MINE).read_bytes() == b"of another year"
