"""A leg that comes late joins its call; where it can't, it is said in one line and nothing is counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models import AnalysisRow, CallRow, CorrectionRow, Database, RecordingRow
from pipeline.audio import Samples
from pipeline.enlisting import Enlisting
from pipeline.finding import find, read_arrival
from pipeline.ingest import Ingest, ingest
from pipeline.process import Tools
from pipeline.recognition import Progress, Recognition
from pipeline.storing import load_transcript
from pipeline.storing.arrivals import register
from pipeline.storing.copies import sweep_copies
from pipeline.watching import Watching
from pipeline.work import Desk
from pipeline.worker import PostgresQueue, WorkerProgram
from tests.faults.trial import each_once, jobs
from tests.integration.ingest.tones import ToneEar, say, tools_for, write_lane

GREETING = "добрый день компания светлый дом меня зовут ирина давайте запишем замер на завтра"
STEM = "out-79161234567-101-20261123-101530-1763881530.12.wav"


@pytest.fixture
def pbx(tmp_path: Path) -> Path:
    (tmp_path / "pbx").mkdir()
    return tmp_path / "pbx"


def leg(pbx: Path, side: str) -> Path:
    whole = say(pbx.parent / "whole.wav", GREETING, "дорого")
    path = pbx / f"{STEM}-{side}.wav"
    write_lane(whole, path, 0 if side == "in" else 1)
    return path


def the_call(database: Database) -> tuple[int, int | None, list[str | None]]:
    with database.reading() as session:
        call = session.scalars(select(CallRow)).one()
        return call.id, call.lanes, [one.speaker for one in load_transcript(session, call.id).segments]


def scores(database: Database) -> list[tuple[float | None, bool]]:
    with database.reading() as session:
        rows = session.execute(select(AnalysisRow.score, AnalysisRow.current).order_by(AnalysisRow.id))
        return [(score, current) for score, current in rows]


@pytest.mark.parametrize("order", [("in", "out"), ("out", "in")])
def test_a_late_leg_joins_its_call_which_is_heard_and_judged_again(
    database: Database, pbx: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    tools = tools_for(database, tmp_path / "data")
    leg(pbx, order[0])
    ingest(pbx, tools)
    number, lanes, _ = the_call(database)
    assert lanes == 1
    before = scores(database)
    leg(pbx, order[1])
    report = ingest(pbx, tools)
    assert [one.path.name for one in report.done] == [f"{STEM}-in.wav"]
    assert the_call(database) == (number, 2, ["agent", "client"])
    assert scores(database) == [*((score, False) for score, _ in before), (100.0, True)]
    with database.reading() as session:
        row = session.scalars(select(RecordingRow)).one()
        assert (row.name, row.other_leg) == (f"{STEM}-in.wav", str(pbx / f"{STEM}-out.wav"))
    again = ingest(pbx, tools)
    assert (len(again.done), len(again.skipped)) == (0, 1)


def test_two_halves_that_were_both_taken_for_calls_become_one_and_keep_what_people_said(
    database: Database, pbx: Path, tmp_path: Path
) -> None:
    tools = tools_for(database, tmp_path / "data")
    for folder, side in ((tmp_path / "a", "in"), (tmp_path / "b", "out")):
        folder.mkdir()
        leg(pbx, side).rename(folder / f"{STEM}-{side}.wav")
        ingest(folder, tools)
    with database.writing() as session:
        calls = list(session.scalars(select(CallRow.id).order_by(CallRow.id)))
        assert len(calls) == 2
        analysis = session.scalars(select(AnalysisRow).where(AnalysisRow.call_id == calls[1])).first()
        judged = scores(database)
        session.add(
            CorrectionRow(
                call_id=calls[1],
                campaign_id="windows-ru",
                library_version=analysis.library_version if analysis else "x",
                step_id="greeting",
                machine="missed",
                person="done",
                made_at=tools.now(),
            )
        )
    for folder, side in ((tmp_path / "a", "in"), (tmp_path / "b", "out")):
        (folder / f"{STEM}-{side}.wav").rename(pbx / f"{STEM}-{side}.wav")
    ingest(pbx, tools)
    assert the_call(database)[:2] == (calls[0], 2)
    assert len(scores(database)) == len(judged) + 1
    assert [current for _, current in scores(database)].count(True) == 1
    with database.reading() as session:
        assert session.scalars(select(CorrectionRow.call_id)).all() == [calls[0]]


@pytest.mark.parametrize("how", ["move", "delete"])
def test_a_leg_whose_other_was_put_away_is_set_aside_with_a_line_and_heard_alone_at_wish(
    database: Database, pbx: Path, tmp_path: Path, how: str
) -> None:
    tools = tools_for(database, tmp_path / "data", after_success=how, done_dir=tmp_path / "done")
    first = leg(pbx, "in")
    content = first.read_bytes()
    ingest(pbx, tools)
    assert not first.exists()
    number = the_call(database)[0]
    leg(pbx, "out")
    report = ingest(pbx, tools)
    assert [one.code for one in report.failed_before] == ["late_leg"]
    assert f"stored before as call {number}" in report.failed_before[0].reason
    assert the_call(database)[:2] == (number, 1)
    if how == "move":
        # Put back, it joins.
        first.write_bytes(content)
        ingest(pbx, tools)
        assert the_call(database) == (number, 2, ["agent", "client"])
    else:
        ingest(pbx, tools, retry_failed=True)
        with database.reading() as session:
            assert session.scalar(select(func.count()).select_from(CallRow)) == 2


def test_a_second_leg_that_cannot_be_heard_leaves_what_was_heard_before(
    database: Database, pbx: Path, tmp_path: Path
) -> None:
    tools = tools_for(database, tmp_path / "data")
    leg(pbx, "in")
    ingest(pbx, tools)
    (pbx / f"{STEM}-out.wav").write_text("<html>log in</html>")
    assert [one.code for one in ingest(pbx, tools).failed] == ["not_audio"]
    assert the_call(database)[1] == 1
    sweep_copies(tools.settings.data_dir, database, 0)
    with database.reading() as session:
        call = session.scalars(select(CallRow)).one()
        assert (tools.settings.data_dir / (call.audio_path or "")).is_file()
    # The whole leg comes after all.
    leg(pbx, "out")
    ingest(pbx, tools)
    assert the_call(database)[1] == 2


def test_a_watch_waits_for_the_other_leg_but_not_for_ever(sqlite_database: Database, pbx: Path, tmp_path: Path) -> None:
    def watched(leg_seconds: float) -> Ingest:
        tools = tools_for(sqlite_database, tmp_path / "data", settle_seconds=0, leg_seconds=leg_seconds)
        intake = Ingest(pbx, tools, False, lambda event: None)
        intake.prepare()
        watching = Watching(intake, tools.settings, print)
        for _ in range(3):
            watching.look()
        return intake

    leg(pbx, "in")
    assert watched(3600).done == []
    assert len(watched(0).done) == 1
    leg(pbx, "out")
    assert len(watched(3600).done) == 1
    assert the_call(sqlite_database)[1] == 2


def test_a_leg_that_comes_while_the_other_is_being_heard_is_not_lost(
    database: Database, pbx: Path, tmp_path: Path
) -> None:
    tools = tools_for(database, tmp_path / "data")

    class Interrupted(ToneEar):
        """While it listens, another program finds the second leg and hears the whole call."""

        def recognise(
            self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
        ) -> Recognition:
            leg(pbx, "out")
            with database.writing() as session:
                files, _ = find(pbx, tools.settings)
                register(session, read_arrival(files[0], tools.settings), tools.now())
            return super().recognise(lanes, progress, hotwords)

    leg(pbx, "in")
    report = ingest(pbx, Tools(database, Interrupted(), tools.campaigns, tools.settings))
    # What was heard of the one leg is not stored as if it were the call.
    assert [one.code for one in report.failed] == ["changed"]
    ingest(pbx, tools)
    assert the_call(database)[1:] == (2, ["agent", "client"])


@pytest.mark.postgres
def test_workers_hear_the_whole_call_once_the_second_leg_is_queued(
    postgres_database: Database, pbx: Path, tmp_path: Path
) -> None:
    tools = tools_for(postgres_database, tmp_path / "data", library_dir=tmp_path, retry_seconds=0.05)

    def enlist() -> int:
        intake = Enlisting(pbx, postgres_database, PostgresQueue(), tools.settings, tools.now)
        intake.prepare()
        return intake.once().queued

    leg(pbx, "out")
    assert enlist() == 1
    leg(pbx, "in")
    # Its job is there still: it is the whole call's now.
    assert (enlist(), jobs(postgres_database)) == (0, 1)
    WorkerProgram(tools.settings, Desk(tools)).run(until_empty=True)
    assert the_call(postgres_database)[1:] == (2, ["agent", "client"])
    each_once(postgres_database, 1)
    assert enlist() == 0
