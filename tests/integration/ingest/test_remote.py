"""Recordings on storage: found without a download, heard from a passing copy, put away there, errors in one line."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models import CallRow, Database, RecordingRow
from pipeline.cli.app import run
from pipeline.enlisting import Enlisting
from pipeline.finding import find, read_arrival
from pipeline.ingest import Ingest, ingest
from pipeline.inspection import inspect
from pipeline.process import ProcessError, Tools, process
from pipeline.recordings import RecordingsError
from pipeline.remote import PREFIX, RemoteError, address, is_remote
from pipeline.settings import SettingsError, load_settings
from pipeline.storing.arrivals import register
from pipeline.watching import Watching
from pipeline.work import Desk
from pipeline.worker import PostgresQueue, WorkerProgram
from tests.faults.trial import each_once
from tests.integration.ingest.storage import Place, in_memory, s3_bucket, s3_server
from tests.integration.ingest.tones import say, tools_for, write_lane

GREETING = "добрый день компания светлый дом меня зовут ирина"
NAME = "out-79161234567-101-20261123-101530-1763881530.12.wav"


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    with s3_server() as options:
        yield options


@pytest.fixture(params=["memory", "s3"])
def place(request: pytest.FixtureRequest) -> Place:
    return in_memory() if request.param == "memory" else s3_bucket(request.getfixturevalue("server"))


@pytest.fixture
def call(tmp_path: Path) -> bytes:
    return say(tmp_path / "a.wav", f"{GREETING} давайте запишем замер на завтра").read_bytes()


@pytest.fixture
def tools(sqlite_database: Database, place: Place, tmp_path: Path) -> Tools:
    return tools_for(sqlite_database, tmp_path / "data", settle_seconds=0, leg_seconds=0, **place.options)


def rows(database: Database) -> list[RecordingRow]:
    with database.reading() as session:
        return list(session.scalars(select(RecordingRow).order_by(RecordingRow.id)))


def only_call(database: Database) -> CallRow:
    with database.reading() as session:
        return session.scalars(select(CallRow)).one()


def copies() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))


def test_an_address_is_no_path_of_this_machine() -> None:
    assert is_remote(Path("s3://bucket/2026/a.wav"))
    assert address(Path("s3://bucket/2026/a.wav")) == "s3://bucket/2026/a.wav"
    assert not any(is_remote(Path(name)) for name in ("/s3:/bucket", "bucket", "C:/calls", ".", "a:b.wav"))


def test_a_recording_is_heard_from_storage_and_its_name_and_sidecar_are_read(
    place: Place, tools: Tools, call: bytes
) -> None:
    before = copies()
    path = place.put(f"2026/11/23/{NAME}", call)
    place.put(f"2026/11/23/{NAME}.json", b'{"agent": "\xd0\x98\xd1\x80\xd0\xb8\xd0\xbd\xd0\xb0"}')
    report = ingest(place.folder, tools)
    assert [(one.path, one.result.score) for one in report.done] == [(path, 100.0)]
    stored = only_call(tools.database)
    assert (stored.client, stored.agent, stored.direction) == ("+79161234567", "Ирина", "outbound")
    assert copies() == before


def test_what_is_known_is_not_downloaded_again(place: Place, tools: Tools, call: bytes) -> None:
    place.put("a.wav", call)
    asked: list[str] = []
    ears = logging.Handler()
    ears.emit = lambda record: asked.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("werkzeug").addHandler(ears)
    try:
        ingest(place.folder, tools)
        assert place.protocol == "memory" or any("GET /" in line and "/pbx/a.wav" in line for line in asked)
        asked.clear()
        assert [path.name for path in ingest(place.folder, tools).skipped] == ["a.wav"]
        assert not any("/pbx/a.wav" in line for line in asked)
    finally:
        logging.getLogger("werkzeug").removeHandler(ears)


def test_other_content_of_the_same_length_is_noticed(place: Place, tools: Tools, call: bytes) -> None:
    place.put("a.wav", call)
    ingest(place.folder, tools)
    place.put("a.wav", call[:-2000] + bytes(2000))
    assert len(ingest(place.folder, tools).done) == 1
    assert len(rows(tools.database)) == 2


def test_the_same_rules_as_on_a_disk_say_what_is_a_recording(place: Place, tools: Tools, call: bytes) -> None:
    for name in ("b.wav.part", ".c.wav", "orig/d.wav", "notes.txt", "e-1700000000.1.wav", "e-1700000000.1.mp3"):
        place.put(name, call)
    assert [one.path.name for one in ingest(place.folder, tools).done] == ["e-1700000000.1.wav"]


def test_two_legs_on_storage_become_one_call_also_when_the_second_comes_late(
    place: Place, tools: Tools, tmp_path: Path
) -> None:
    whole = say(tmp_path / "whole.wav", GREETING, "дорого")
    for side, lane in (("in", 0), ("out", 1)):
        write_lane(whole, tmp_path / f"{side}.wav", lane)
        place.put(f"{NAME}-{side}.wav", (tmp_path / f"{side}.wav").read_bytes())
        assert len(ingest(place.folder, tools).done) == 1
    assert only_call(tools.database).lanes == 2


def test_a_file_that_cannot_be_decoded_is_kept_with_its_reason(place: Place, tools: Tools) -> None:
    place.put("page.mp3", b"<html>log in</html>")
    assert [one.code for one in ingest(place.folder, tools).failed] == ["not_audio"]


@pytest.mark.parametrize("how", ["move", "delete"])
def test_files_are_put_away_on_the_storage_itself(
    sqlite_database: Database, place: Place, call: bytes, tmp_path: Path, how: str
) -> None:
    done = Path(f"{place.protocol}://{place.bucket}/done")
    tools = tools_for(sqlite_database, tmp_path / "data", after_success=how, done_dir=done, **place.options)
    place.put("2026/a.wav", call)
    place.put("2026/a.json", b"{}")
    place.put("2026/page.mp3", b"<html>")
    ingest(place.folder, tools)
    moved = ["done/2026/a.json", "done/2026/a.wav"] if how == "move" else []
    assert place.names() == [*moved, "pbx/2026/page.mp3"]
    place.put("2026/a.wav", call[:-2000] + bytes(2000))
    ingest(place.folder, tools)
    moved = ["done/2026/a (2).wav", *moved] if how == "move" else []
    assert place.names() == [*moved, "pbx/2026/page.mp3"]


def test_moving_from_storage_to_a_disk_is_refused_before_any_work(
    sqlite_database: Database, place: Place, tmp_path: Path
) -> None:
    tools = tools_for(
        sqlite_database, tmp_path / "data", after_success="move", done_dir=tmp_path / "done", **place.options
    )
    with pytest.raises(SettingsError, match="lie apart"):
        ingest(place.folder, tools)
    inside = tools.settings.model_copy(update={"done_dir": place.folder / "done"})
    with pytest.raises(SettingsError, match="lies in"):
        Ingest(place.folder, Tools(tools.database, tools.recogniser, [], inside), False, print).prepare()


def test_a_watch_takes_what_comes_and_survives_an_outage(place: Place, tools: Tools, call: bytes) -> None:
    told: list[str] = []
    place.put("a.wav", call)
    intake = Ingest(place.folder, tools, False, lambda event: None)
    intake.prepare()
    watching = Watching(intake, tools.settings, told.append)
    watching.look()
    watching.look()
    assert [one.path.name for one in intake.done] == ["a.wav"]
    place.remove("a.wav")
    watching.look()
    place.put("b.wav", call[:-2000] + bytes(2000))
    watching.look()
    watching.look()
    assert [one.path.name for one in intake.done] == ["a.wav", "b.wav"]
    assert len(told) <= 1


def test_doctor_reads_names_and_opens_files_there(place: Place, tools: Tools, call: bytes) -> None:
    place.put(NAME, call)
    place.put("page.mp3", b"<html>")
    found = inspect(place.folder, tools.settings)
    assert [(one.path.name, one.details.convention, one.refusal is None) for one in found.files] == [
        (NAME, "freepbx", True),
        ("page.mp3", "unknown", False),
    ]
    assert found.files[0].channels == 2


def test_a_client_is_erased_with_the_files_on_the_storage(
    sqlite_database: Database,
    server: dict[str, str],
    call: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = s3_bucket(server)
    tools = tools_for(sqlite_database, tmp_path / "data", **server)
    place.put(NAME, call)
    ingest(place.folder, tools)
    for name, value in server.items():
        monkeypatch.setenv(f"CALLGRADE_{name.upper()}", value)
    monkeypatch.setenv("CALLGRADE_DATA_DIR", str(tools.settings.data_dir))
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", tools.database.url.render_as_string(hide_password=False))
    assert run(["erase", "+79161234567", "--originals"]) == 0
    assert f"{place.folder}" not in capsys.readouterr().out
    assert place.names() == []


@pytest.mark.parametrize(
    ("where", "options", "said"),
    [
        ("s3://no-such-bucket-here/x", {}, "there is nothing at s3://no-such-bucket-here/x"),
        ("s3://bucket/x", {"s3_endpoint": "http://127.0.0.1:9"}, "out of reach"),
        ("gopher://bucket/x", {}, "no storage that is known here"),
        ("gs://bucket/x", {}, "a package that is not installed"),
    ],
)
def test_what_cannot_be_reached_is_told_in_one_line(
    server: dict[str, str], sqlite_database: Database, tmp_path: Path, where: str, options: dict[str, str], said: str
) -> None:
    tools = tools_for(sqlite_database, tmp_path / "data", **{**server, **options})
    with pytest.raises((RecordingsError, RemoteError), match=said) as told:
        ingest(Path(where), tools)
    assert "\n" not in str(told.value)


@pytest.mark.postgres
def test_workers_hear_what_lies_on_storage(
    postgres_database: Database, server: dict[str, str], call: bytes, tmp_path: Path
) -> None:
    place = s3_bucket(server)
    tools = tools_for(postgres_database, tmp_path / "data", after_success="delete", retry_seconds=0.05, **server)
    for number in range(3):
        place.put(f"{number}.wav", call[: -1000 * number or None])
    intake = Enlisting(place.folder, postgres_database, PostgresQueue(), tools.settings, tools.now)
    intake.prepare()
    assert intake.once().queued == 3
    WorkerProgram(tools.settings, Desk(tools)).run(until_empty=True)
    each_once(postgres_database, 3)
    assert place.names() == []


def test_a_recording_waits_while_its_storage_is_out_of_reach(
    sqlite_database: Database, server: dict[str, str], call: bytes, tmp_path: Path
) -> None:
    place = s3_bucket(server)
    tools = tools_for(sqlite_database, tmp_path / "data", **server)
    place.put("a.wav", call)
    there = Ingest(place.folder, tools, False, lambda event: None)
    files, _ = find(place.folder, tools.settings)
    with sqlite_database.writing() as session:
        known = register(session, read_arrival(files[0], tools.settings), tools.now())
    away = Tools(
        sqlite_database, tools.recogniser, [], load_settings(**{**server, "s3_endpoint": "http://127.0.0.1:9"})
    )
    with pytest.raises(ProcessError, match="out of reach"):
        process(files[0].path, known.id, away)
    assert [row.state for row in rows(sqlite_database)] == ["waiting"]
    there.take_all(files)
    assert [row.state for row in rows(sqlite_database)] == ["done"]
