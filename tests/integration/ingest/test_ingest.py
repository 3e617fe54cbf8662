"""A folder becomes calls: each recording once, failures kept with their reason, nothing lost on the way."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from models import CallRow, Database, RecordingRow
from pipeline.audio import Samples
from pipeline.ingest import Advanced, Event, Finished, Found, IngestReport, Started, ingest
from pipeline.process import ProcessError, Tools
from pipeline.recognition import Progress, RecogniserError, Recognition
from pipeline.settings import Settings
from pipeline.storing import load_analysis, load_transcript
from tests.integration.ingest.tones import ToneEar, say, tools_for, write_lane

GREETING = "добрый день компания светлый дом меня зовут ирина"
GOOD = f"{GREETING} давайте запишем замер на завтра"
FREEPBX = "out-79161234567-101-20261123-101530-1763881530.12.wav"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A PBX's folder with two calls."""
    say(tmp_path / "pbx" / "2026" / FREEPBX, GOOD)
    say(tmp_path / "pbx" / "second.wav", GREETING, "хорошо спасибо до свидания")
    return tmp_path / "pbx"


@pytest.fixture
def tools(database: Database, tmp_path: Path) -> Tools:
    return tools_for(database, tmp_path / "data")


def names(report: IngestReport) -> dict[str, list[str]]:
    return {
        "done": [one.path.name for one in report.done],
        "skipped": [path.name for path in report.skipped],
        "failed": [one.path.name for one in report.failed],
        "failed before": [one.path.name for one in report.failed_before],
    }


def one_at_a_time(tools: Tools) -> Settings:
    return tools.settings.model_copy(update={"calls_at_once": 1})


def rows(database: Database) -> list[RecordingRow]:
    with database.reading() as session:
        return list(session.scalars(select(RecordingRow).order_by(RecordingRow.name)))


def test_a_folder_becomes_scored_calls_with_all_that_is_known_of_them(
    folder: Path, tools: Tools, database: Database, tmp_path: Path
) -> None:
    report = ingest(folder, tools)
    assert names(report) == {"done": [FREEPBX, "second.wav"], "skipped": [], "failed": [], "failed before": []}
    assert report.seconds == pytest.approx(0.25 * (13 + 4 + 8 + 4))
    first = report.done[0].result
    assert (first.campaign, first.score) == ("windows-ru", 100.0)
    with database.reading() as session:
        call = session.get_one(CallRow, first.call_id)
        assert (call.direction, call.agent, call.client) == ("outbound", "101", "+79161234567")
        assert call.started_at == datetime(2026, 11, 23, 7, 15, 30, tzinfo=UTC)
        assert (call.lanes, call.utc_offset_minutes, call.engine) == (2, 180, "tones")
        assert [lane.keys() for lane in call.loudness] == [{"mean_dbfs", "peak_dbfs", "silence_share"}] * 2
        assert (tmp_path / "data" / (call.audio_path or "")).stat().st_size > 1000
        transcript = load_transcript(session, call.id)
        assert [(s.speaker, s.text) for s in transcript.segments] == [
            ("agent", GOOD),
            ("client", "здравствуйте сколько стоит окно"),
        ]
        assert [word.text for word in transcript.segments[0].words] == GOOD.split()
        analysis = load_analysis(session, call.id)
        assert analysis is not None
        assert {step.id: step.status for step in analysis.steps} == {"greeting": "done", "measuring": "done"}
        recording = call.recording
        assert (recording.state, recording.attempts, recording.details["convention"]) == ("done", 1, "freepbx")


def test_a_second_ingest_finds_nothing_to_do(folder: Path, tools: Tools) -> None:
    ingest(folder, tools)
    events: list[Event] = []
    report = ingest(folder, tools, on_event=events.append)
    assert names(report) == {"done": [], "skipped": [FREEPBX, "second.wav"], "failed": [], "failed before": []}
    assert events == [Found(2, 2)]


def test_events_tell_what_is_found_begun_heard_and_finished(folder: Path, tools: Tools) -> None:
    events: list[Event] = []
    report = ingest(folder, tools, on_event=events.append)
    assert events[0] == Found(2, 0)
    path = folder / "second.wav"
    of_second = [event for event in events[1:] if not isinstance(event, Found) and event.path == path]
    assert of_second == [Started(path), Advanced(path, 3.0), Advanced(path, 3.0), report.done[1]]


def test_one_content_under_two_names_is_one_call(folder: Path, tools: Tools, database: Database) -> None:
    shutil.copy(folder / "second.wav", folder / "third.wav")
    events: list[Event] = []
    assert names(ingest(folder, tools, on_event=events.append))["skipped"] == ["third.wav"]
    assert [event.result.already for event in events if isinstance(event, Finished)] == [False, False, True]
    assert [row.name for row in rows(database)] == [FREEPBX, "second.wav"]
    # The second name is known now, so its content need not be read again.
    assert ingest(folder, tools, on_event=events.append).skipped == tuple(sorted(folder.rglob("*.wav")))
    assert events[-1] == Found(3, 3)


def test_a_recording_moved_to_another_folder_is_known_by_its_content(folder: Path, tools: Tools) -> None:
    ingest(folder, tools)
    (folder / "archive").mkdir()
    (folder / "second.wav").rename(folder / "archive" / "old.wav")
    assert names(ingest(folder, tools))["skipped"] == [FREEPBX, "old.wav"]


def test_what_cannot_be_used_is_named_and_kept_with_its_reason_and_the_rest_goes_on(
    folder: Path, tools: Tools, database: Database
) -> None:
    (folder / "empty.wav").touch()
    (folder / "letter.mp3").write_text("<html>please log in</html>")
    report = ingest(folder, tools)
    assert names(report)["done"] == [FREEPBX, "second.wav"]
    assert {one.path.name: one.code for one in report.failed} == {"empty.wav": "empty", "letter.mp3": "not_audio"}
    kept = {row.name: row for row in rows(database)}
    assert kept["empty.wav"].state == "failed"
    assert kept["letter.mp3"].reason == "this is a web page, not audio: the download may have asked for a login"


def test_what_failed_before_is_named_again_but_tried_only_on_demand(
    folder: Path, tools: Tools, database: Database
) -> None:
    (folder / "empty.wav").touch()
    ingest(folder, tools)
    again = ingest(folder, tools)
    assert (names(again)["failed"], names(again)["failed before"]) == ([], ["empty.wav"])
    assert again.failed_before[0].reason == rows(database)[0].reason
    assert rows(database)[0].attempts == 1
    assert names(ingest(folder, tools, retry_failed=True))["failed"] == ["empty.wav"]
    assert rows(database)[0].attempts == 2


def test_a_failed_file_with_new_content_is_tried_and_leaves_no_stale_failure(
    folder: Path, tools: Tools, database: Database
) -> None:
    (folder / "late.wav").touch()
    ingest(folder, tools)
    say(folder / "late.wav", GREETING, "дорого")
    assert names(ingest(folder, tools))["done"] == ["late.wav"]
    assert [row.state for row in rows(database)] == ["done"] * 3


def test_a_call_that_no_campaign_is_for_is_stored_with_the_reason(
    folder: Path, tools: Tools, database: Database
) -> None:
    report = ingest(folder, replace(tools, campaigns=[]))
    assert [one.result.why_unscored for one in report.done] == ["no_campaigns"] * 2
    with database.reading() as session:
        calls = session.scalars(select(CallRow)).all()
        assert [(call.why_unscored, call.analysis) for call in calls] == [("no_campaigns", None)] * 2
        assert load_transcript(session, calls[0].id).segments


class Faulty(ToneEar):
    """An ear that fails at every call."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """Raises what it was made with."""
        raise self._error


DEAF = Faulty(RecogniserError("the model does not know the language: set language"))
HUNGRY = Faulty(RecogniserError("CUDA failed with error out of memory"))
ODD = Faulty(KeyError("a fault\nof two lines"))


def test_a_recogniser_that_fails_is_a_reason_and_is_asked_again_next_time(
    folder: Path, tools: Tools, database: Database
) -> None:
    report = ingest(folder, replace(tools, recogniser=DEAF))
    assert {(one.code, one.reason) for one in report.failed} == {
        ("recogniser", "the model does not know the language: set language")
    }
    assert names(ingest(folder, tools))["done"] == [FREEPBX, "second.wav"]
    assert [(row.state, row.attempts, row.reason) for row in rows(database)] == [("done", 2, None)] * 2


def test_a_lack_of_memory_is_told_in_one_line_with_figures_and_a_remedy(
    folder: Path, tools: Tools, database: Database
) -> None:
    failed = ingest(folder, replace(tools, recogniser=HUNGRY)).failed
    assert [one.code for one in failed] == ["memory", "memory"]
    line = re.compile(r"1 min of sound take about 8 MiB.*\d+ MiB are free.*calls_at_once = 1")
    assert all(line.search(one.reason) for one in failed)
    assert names(ingest(folder, tools))["done"] == [FREEPBX, "second.wav"]


def test_a_recogniser_that_fails_every_time_stops_the_run(folder: Path, tools: Tools, database: Database) -> None:
    for name in ("дорого", "хорошо", "спасибо"):
        say(folder / f"x-{name}.wav", name)
    with pytest.raises(RecogniserError, match="set language"):
        ingest(folder, replace(tools, recogniser=DEAF, settings=one_at_a_time(tools)))
    assert [row.state for row in rows(database)].count("failed") == 3


def test_a_fault_of_the_program_is_a_state_of_the_recording_in_one_line(
    folder: Path, tools: Tools, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    report = ingest(folder, replace(tools, recogniser=ODD))
    assert {one.code for one in report.failed} == {"unexpected"}
    assert all("KeyError" in one.reason and "\n" not in one.reason for one in report.failed)
    assert "Traceback" in caplog.text
    with database.reading() as session:
        assert session.scalars(select(CallRow)).all() == []


@pytest.mark.parametrize("at_once", [1, 3])
def test_a_stop_from_the_keyboard_leaves_nothing_half_stored_and_the_next_run_goes_on(
    folder: Path, tools: Tools, database: Database, at_once: int
) -> None:
    tools = replace(tools, settings=tools.settings.model_copy(update={"calls_at_once": at_once}))

    def stop(event: Event) -> None:
        if isinstance(event, Advanced) and event.path.name == "second.wav":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(folder, tools, on_event=stop)
    states = {row.name: row.state for row in rows(database)}
    if at_once == 1:
        assert states == {FREEPBX: "done", "second.wav": "waiting"}
    # Side by side each may have been finished or stopped just then: never half-stored, and never lost.
    assert set(states.values()) <= {"done", "waiting"}
    done_before = [name for name, state in states.items() if state == "done"]
    again = names(ingest(folder, tools))
    assert sorted(again["skipped"]) == sorted(done_before)
    assert sorted([*again["done"], *done_before]) == [FREEPBX, "second.wav"]
    assert again["failed"] == again["failed before"] == []


def test_a_file_that_changes_while_it_is_read_is_tried_again(folder: Path, tools: Tools) -> None:
    path = folder / "second.wav"

    def grow(event: Event) -> None:
        if isinstance(event, Advanced) and event.path == path:
            say(path, GREETING, "дорого")

    report = ingest(folder, replace(tools, settings=one_at_a_time(tools)), on_event=grow)
    assert [(one.path, one.code) for one in report.failed] == [(path, "changed")]
    again = ingest(folder, tools)
    assert (names(again)["done"], names(again)["failed"]) == (["second.wav"], [])


def test_calls_heard_side_by_side_are_the_same_as_one_after_the_other(
    database: Database, tools: Tools, tmp_path: Path
) -> None:
    for number, words in enumerate(("дорого", "хорошо", "спасибо", GOOD, GREETING)):
        say(tmp_path / "pbx" / f"{number}.wav", words, "дорого")
    scores: list[list[tuple[str, float | None]]] = []
    for at_once in (1, 5):
        settings = tools.settings.model_copy(update={"calls_at_once": at_once})
        report = ingest(tmp_path / "pbx", replace(tools, settings=settings))
        scores.append([(one.path.name, one.result.score) for one in report.done])
        with database.writing() as session:
            session.execute(delete(RecordingRow))
    assert scores[0] == scores[1]
    assert len(scores[0]) == 5


def test_a_name_in_an_old_encoding_is_ingested_and_shown(folder: Path, tools: Tools, database: Database) -> None:
    (folder / "second.wav").rename(folder / os.fsdecode("звонок-Ирина.wav".encode("cp1251")))
    assert len(ingest(folder, tools).done) == 2
    assert len(ingest(folder, tools).skipped) == 2
    assert [row.name for row in rows(database) if "\\udce7" in row.name]


def test_a_data_folder_that_cannot_be_written_is_told_before_any_work(
    folder: Path, tools: Tools, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    broken = replace(tools, settings=tools.settings.model_copy(update={"data_dir": tmp_path / "file" / "data"}))
    with pytest.raises(ProcessError, match="cannot write to the data folder"):
        ingest(folder, broken)
    assert rows(database) == []


def test_a_listening_copy_that_cannot_be_written_stops_the_run_and_the_recording_waits(
    folder: Path, tools: Tools, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "audio").touch()
    with pytest.raises(ProcessError, match="it goes on where it stopped"):
        ingest(folder, replace(tools, settings=one_at_a_time(tools)))
    assert [row.state for row in rows(database)] == ["waiting"]


@pytest.mark.usefixtures("folder")
def test_the_recordings_themselves_are_left_as_they_were(folder: Path, tools: Tools) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.wav")}
    ingest(folder, tools)
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()
    } == before


def test_two_legs_of_a_call_become_one_call_with_two_speakers(tools: Tools, database: Database, tmp_path: Path) -> None:
    whole = say(tmp_path / "whole.wav", GREETING, "дорого")
    stem = "out-79161234567-101-20261123-101530-1763881530.12.wav"
    for side, lane in (("in", 0), ("out", 1)):
        write_lane(whole, tmp_path / "pbx" / f"{stem}-{side}.wav", lane)
    report = ingest(tmp_path / "pbx", tools)
    assert names(report)["done"] == [f"{stem}-in.wav"]
    with database.reading() as session:
        call = session.get_one(CallRow, report.done[0].result.call_id)
        heard = [(one.speaker, one.text) for one in load_transcript(session, call.id).segments]
        assert (call.lanes, call.agent, heard) == (2, "101", [("agent", GREETING), ("client", "дорого")])
        assert call.recording.other_leg == str(tmp_path / "pbx" / f"{stem}-out.wav")
    assert names(ingest(tmp_path / "pbx", tools))["skipped"] == [f"{stem}-in.wav"]
