"""A watched folder: each recording is taken once, when it is whole; the PBX's files are left, moved or deleted."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from models import Database, RecordingRow
from pipeline.again import try_again
from pipeline.ingest import Ingest
from pipeline.process import Tools
from pipeline.settings import SettingsError
from pipeline.watching import Watching
from tests.integration.ingest.tones import say, tools_for

GREETING = "добрый день компания светлый дом меня зовут ирина"


class Watcher:
    """A watched folder that is looked at when the test wants it."""

    def __init__(self, database: Database, folder: Path, data_dir: Path, **options: object) -> None:
        wanted: dict[str, object] = {"settle_seconds": 0, "unfinished_seconds": 3600, **options}
        self.tools: Tools = tools_for(database, data_dir, **wanted)
        self.told: list[str] = []
        self.intake = Ingest(folder, self.tools, False, lambda event: None)
        self.intake.prepare()
        self.watching = Watching(self.intake, self.tools.settings, self.told.append)

    def look(self, times: int = 2) -> list[str]:
        for _ in range(times):
            self.watching.look()
        return [one.path.name for one in self.intake.done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pbx").mkdir()
    return tmp_path / "pbx"


@pytest.fixture
def watcher(sqlite_database: Database, folder: Path, tmp_path: Path) -> Watcher:
    return Watcher(sqlite_database, folder, tmp_path / "data")


def test_a_recording_is_taken_once_it_stands_still(watcher: Watcher, folder: Path) -> None:
    say(folder / "a.wav", GREETING)
    assert watcher.look(times=1) == []
    assert watcher.look(times=1) == ["a.wav"]
    assert watcher.look() == ["a.wav"]


def test_a_recording_that_is_still_written_is_left_alone(watcher: Watcher, folder: Path, tmp_path: Path) -> None:
    whole = say(tmp_path / "whole.wav", GREETING).read_bytes()
    (folder / "a.wav").write_bytes(whole[: len(whole) // 2])
    (folder / ".b.wav.x4").write_bytes(whole)
    (folder / "c.wav.part").write_bytes(whole)
    (folder / "d.wav").touch()
    assert watcher.look(times=4) == []
    (folder / "a.wav").write_bytes(whole)
    assert watcher.look() == ["a.wav"]


def test_moved_and_deleted_files_are_understood(watcher: Watcher, folder: Path, sqlite_database: Database) -> None:
    say(folder / "a.wav", GREETING)
    say(folder / "b.wav", GREETING, "дорого")
    watcher.look(times=1)
    (folder / "b.wav").unlink()
    assert watcher.look() == ["a.wav"]
    (folder / "2026").mkdir()
    (folder / "a.wav").rename(folder / "2026" / "a.wav")
    assert watcher.look() == ["a.wav"]
    with sqlite_database.reading() as session:
        assert [one.name for one in session.scalars(select(RecordingRow))] == ["a.wav"]


def test_a_folder_that_is_away_or_suddenly_empty_is_told_once_and_waited_for(watcher: Watcher, folder: Path) -> None:
    say(folder / "a.wav", GREETING)
    watcher.look()
    (folder / "a.wav").rename(folder.parent / "a.wav")
    watcher.look(times=3)
    shutil.rmtree(folder)
    watcher.look(times=3)
    assert len(watcher.told) == 2
    assert "is it mounted?" in watcher.told[0]
    assert "is not a folder" in watcher.told[1]
    folder.mkdir()
    say(folder / "b.wav", GREETING, "хорошо")
    assert watcher.look() == ["a.wav", "b.wav"]


@pytest.mark.parametrize("how", ["move", "delete"])
def test_files_are_moved_or_deleted_after_success_and_only_then(
    sqlite_database: Database, folder: Path, tmp_path: Path, how: str
) -> None:
    done_dir = tmp_path / "done"
    watcher = Watcher(sqlite_database, folder, tmp_path / "data", after_success=how, done_dir=done_dir)
    content = say(folder / "2026" / "a.wav", GREETING).read_bytes()
    (folder / "2026" / "a.json").write_text('{"agent": "7"}')
    (folder / "page.mp3").write_text("<html>")
    assert watcher.look() == ["a.wav"]
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == ["page.mp3"]
    if how == "move":
        assert (done_dir / "2026" / "a.wav").read_bytes() == content
        assert (done_dir / "2026" / "a.json").exists()
        # A second file of that name must not take the place of the first.
        say(folder / "2026" / "a.wav", GREETING, "дорого")
        watcher.look()
        assert sorted(path.name for path in (done_dir / "2026").glob("*.wav")) == ["a (2).wav", "a.wav"]
        assert (done_dir / "2026" / "a.wav").read_bytes() == content


def test_a_place_to_move_to_that_cannot_be_is_told_before_any_work(
    sqlite_database: Database, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match="done_dir"):
        Watcher(sqlite_database, folder, tmp_path / "data", after_success="move")
    with pytest.raises(SettingsError, match="name a folder outside"):
        Watcher(sqlite_database, folder, tmp_path / "data", after_success="move", done_dir=folder / "done")
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="can't be written to"):
        Watcher(sqlite_database, folder, tmp_path / "data", after_success="move", done_dir=tmp_path / "file" / "x")


def test_a_failed_recording_is_tried_again_when_a_person_wants_it(
    watcher: Watcher, folder: Path, sqlite_database: Database
) -> None:
    (folder / "page.mp3").write_text("<html>")
    watcher.look()
    assert [one.code for one in watcher.intake.failed] == ["not_audio"]
    watcher.look(times=3)
    assert len(watcher.intake.failed) == 1
    assert try_again(sqlite_database) == 1
    watcher.look()
    assert len(watcher.intake.failed) == 2


@pytest.mark.parametrize("watch_by", ["polling", "events"])
def test_the_watch_goes_on_until_it_is_stopped(
    sqlite_database: Database, folder: Path, tmp_path: Path, watch_by: str
) -> None:
    watcher = Watcher(sqlite_database, folder, tmp_path / "data", poll_seconds=0.2, watch_by=watch_by)
    stop = threading.Event()
    thread = threading.Thread(target=watcher.watching.run, args=(stop,))
    thread.start()
    try:
        for number, words in enumerate(("дорого", "хорошо")):
            say(folder / f"{number}.wav", GREETING, words)
            until = time.monotonic() + 60
            while len(watcher.intake.done) <= number:
                assert time.monotonic() < until, watcher.told
                time.sleep(0.05)
    finally:
        stop.set()
        thread.join(30)
    assert not thread.is_alive()
