"""The queue in PostgreSQL: registered and queued in one, each content once, fresh calls first, failures weighed."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from models import AnalysisRow, CallRow, Database, RecordingRow
from pipeline.again import try_again
from pipeline.audio import Samples
from pipeline.cli.app import run
from pipeline.enlisting import Enlisting
from pipeline.process import Tools
from pipeline.progress import read_progress
from pipeline.recognition import Progress, RecogniserError, Recognition
from pipeline.work import Desk
from pipeline.worker import PostgresQueue, WorkerProgram
from tests.faults.trial import each_once, jobs, near_silent, quiet_folder, states
from tests.integration.ingest.tones import ToneEar, say, tools_for

pytestmark = pytest.mark.postgres
GREETING = "добрый день компания светлый дом меня зовут ирина"


@pytest.fixture
def tools(postgres_database: Database, tmp_path: Path) -> Tools:
    library = tmp_path / "library"
    library.mkdir()
    return tools_for(
        postgres_database,
        tmp_path / "data",
        library_dir=library,
        heartbeat_seconds=0.2,
        stalled_seconds=2,
        retry_seconds=0.05,
    )


def enlist(tools: Tools, folder: Path, *, retry_failed: bool = False) -> int:
    intake = Enlisting(folder, tools.database, PostgresQueue(), tools.settings, tools.now)
    intake.prepare()
    return intake.once(retry_failed=retry_failed).queued


def work(tools: Tools) -> Desk:
    """Work until nothing is queued, with what is tried again after a while too."""
    desk = Desk(tools)
    until = time.monotonic() + 60
    while jobs(tools.database):
        assert time.monotonic() < until, "the queue does not become empty"
        WorkerProgram(tools.settings, desk).run(until_empty=True)
    return desk


def row(database: Database, name: str) -> RecordingRow:
    with database.reading() as session:
        return session.scalars(select(RecordingRow).where(RecordingRow.name == name)).one()


def test_a_recording_goes_through_the_queue_and_is_judged(tools: Tools, tmp_path: Path) -> None:
    say(tmp_path / "pbx" / "a.wav", f"{GREETING} давайте запишем замер на завтра")
    assert enlist(tools, tmp_path / "pbx") == 1
    assert enlist(tools, tmp_path / "pbx") == 0
    work(tools)
    each_once(tools.database, 1)
    with tools.database.reading() as session:
        assert session.scalars(select(AnalysisRow.score)).all() == [100.0]


def test_what_is_registered_is_queued_or_neither(tools: Tools, tmp_path: Path) -> None:
    class Broken(PostgresQueue):
        """A queue that fails after it has written."""

        def add(self, *given: object, **named: object) -> None:
            super().add(*given, **named)  # type: ignore[arg-type]
            raise ConnectionError("cut")

    quiet_folder(tmp_path / "pbx", 5)
    intake = Enlisting(tmp_path / "pbx", tools.database, Broken(), tools.settings, tools.now)
    with pytest.raises(ConnectionError):
        intake.once()
    assert (states(tools.database), jobs(tools.database)) == ({}, 0)


def test_two_commands_at_one_folder_queue_each_content_once(tools: Tools, tmp_path: Path) -> None:
    quiet_folder(tmp_path / "pbx", 60)
    shutil.copytree(tmp_path / "pbx", tmp_path / "pbx" / "again")
    both = [threading.Thread(target=enlist, args=(tools, tmp_path / "pbx")) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert (states(tools.database), jobs(tools.database)) == ({"waiting": 60}, 60)
    work(tools)
    each_once(tools.database, 60)


def test_fresh_calls_come_before_the_backlog(tools: Tools, tmp_path: Path) -> None:
    quiet_folder(tmp_path / "pbx" / "old", 5)
    for path in (tmp_path / "pbx" / "old").rglob("*.wav"):
        os.utime(path, (time.time() - 1e6,) * 2)
    enlist(tools, tmp_path / "pbx")
    near_silent(tmp_path / "pbx" / "fresh.wav", 77)
    enlist(tools, tmp_path / "pbx")
    work(tools)
    with tools.database.reading() as session:
        first = session.scalars(select(RecordingRow.name).order_by(RecordingRow.finished).limit(1)).one()
    assert first == "fresh.wav"


def test_a_file_replaced_or_moved_before_it_was_heard_is_heard_as_it_is_now(tools: Tools, tmp_path: Path) -> None:
    path = near_silent(tmp_path / "pbx" / "a.wav", 1)
    moved = near_silent(tmp_path / "pbx" / "b.wav", 2)
    enlist(tools, tmp_path / "pbx")
    near_silent(path, 3)
    moved.rename(tmp_path / "pbx" / "c.wav")
    enlist(tools, tmp_path / "pbx")
    work(tools)
    # The old content of a.wav is forgotten, the moved file is found by its second name.
    each_once(tools.database, 2)


def test_of_two_files_of_one_content_the_one_that_still_holds_it_is_heard(tools: Tools, tmp_path: Path) -> None:
    path = near_silent(tmp_path / "pbx" / "a.wav", 1)
    shutil.copy(path, tmp_path / "pbx" / "b.wav")
    enlist(tools, tmp_path / "pbx")
    near_silent(path, 2)
    enlist(tools, tmp_path / "pbx")
    work(tools)
    each_once(tools.database, 2)
    with tools.database.reading() as session:
        assert set(session.scalars(select(RecordingRow.attempts))) == {1}


def test_what_is_not_audio_fails_at_once_and_what_is_gone_after_three_tries(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "pbx").mkdir()
    (tmp_path / "pbx" / "page.mp3").write_text("<html>log in</html>")
    gone = near_silent(tmp_path / "pbx" / "gone.wav", 1)
    enlist(tools, tmp_path / "pbx")
    gone.unlink()
    work(tools)
    found = {name: row(tools.database, name) for name in ("page.mp3", "gone.wav")}
    assert {name: (one.reason_code, one.attempts) for name, one in found.items()} == {
        "page.mp3": ("not_audio", 1),
        "gone.wav": ("vanished", 3),
    }


def test_a_person_has_a_failed_recording_tried_again(tools: Tools, tmp_path: Path) -> None:
    path = near_silent(tmp_path / "pbx" / "gone.wav", 1)
    away = path.rename(tmp_path / "away.wav")
    path.touch()
    enlist(tools, tmp_path / "pbx")
    work(tools)
    assert states(tools.database) == {"failed": 1}
    failed = row(tools.database, "gone.wav")
    assert try_again(tools.database, failed.id) == 1
    assert try_again(tools.database, failed.id) == 0
    assert jobs(tools.database) == 1
    work(tools)
    away.rename(path)
    enlist(tools, tmp_path / "pbx")
    work(tools)
    each_once(tools.database, 1)


class Deaf(ToneEar):
    """An ear that hears nothing, as on a machine whose GPU is broken."""

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """Raises RecogniserError."""
        raise RecogniserError("no CUDA device")


def test_a_machine_that_hears_nothing_stops_and_leaves_the_recordings_to_others(tools: Tools, tmp_path: Path) -> None:
    quiet_folder(tmp_path / "pbx", 8)
    enlist(tools, tmp_path / "pbx")
    deaf = Desk(replace(tools, recogniser=Deaf()))
    with pytest.raises(RecogniserError, match="in a row"):
        WorkerProgram(tools.settings, deaf).run(until_empty=True)
    # Three tries went wrong, and perhaps one that was taken meanwhile; the others were never begun.
    assert states(tools.database)["waiting"] >= 4
    work(tools)
    enlist(tools, tmp_path / "pbx")
    work(tools)
    each_once(tools.database, 8)


def test_a_clock_that_is_set_back_loses_and_delays_nothing(tools: Tools, tmp_path: Path) -> None:
    quiet_folder(tmp_path / "pbx", 3)
    enlist(tools, tmp_path / "pbx")
    slow = replace(tools, now=lambda: datetime.now(UTC) - timedelta(days=400))
    near_silent(tmp_path / "pbx" / "gone.wav", 9)
    enlist(slow, tmp_path / "pbx")
    (tmp_path / "pbx" / "gone.wav").unlink()
    work(slow)
    assert states(tools.database) == {"done": 3, "failed": 1}
    found = read_progress(tools.database, slow.now())
    assert (found.waiting, found.oldest_seconds) == (0, None)


def test_recordings_that_wait_without_a_job_are_queued(tools: Tools, tmp_path: Path) -> None:
    quiet_folder(tmp_path / "pbx", 2)
    enlist(tools, tmp_path / "pbx")
    with tools.database.writing() as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))
        session.execute(text("UPDATE recordings SET first_seen = now() - interval '1 day'"))
    program = WorkerProgram(tools.settings, Desk(tools))
    stopper = threading.Timer(3, program.stop)
    stopper.start()
    program.run()
    stopper.join()
    each_once(tools.database, 2)


def test_a_stored_call_is_judged_again_by_the_light_queue(tools: Tools, tmp_path: Path) -> None:
    say(tmp_path / "pbx" / "a.wav", GREETING)
    enlist(tools, tmp_path / "pbx")
    work(tools)
    with tools.database.writing() as session:
        PostgresQueue().add_calls(session, list(session.scalars(select(CallRow.id))))
    work(tools)
    with tools.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AnalysisRow)) == 2
        assert session.scalar(select(func.count()).select_from(AnalysisRow).where(AnalysisRow.current)) == 1


@pytest.mark.parametrize("arguments", [["worker"], ["ingest", "--queue", "."]])
def test_a_queue_on_sqlite_is_refused_in_one_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CALLGRADE_DATA_DIR", str(tmp_path / "data"))
    assert run(arguments) == 2
    assert "the queue needs PostgreSQL" in capsys.readouterr().err.splitlines()[-1]
