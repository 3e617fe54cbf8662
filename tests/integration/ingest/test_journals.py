"""A PBX's journal completes calls, whether it comes before or after their audio."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models import CallRow, CdrRow, Database
from pipeline.ingest import ingest
from pipeline.journals import take_journal
from pipeline.process import Tools
from pipeline.storing import load_transcript
from tests.integration.ingest.tones import say, tools_for

GREETING = "добрый день компания светлый дом меня зовут ирина"
HEADER = "calldate,src,dst,dstchannel,lastapp,disposition,duration,billsec,uniqueid,linkedid,recordingfile\n"
# The queue's leg, a telephone that was not answered, and the one that was.
LEGS = (
    "2025-11-20 17:38:09,89005550123,600,PJSIP/201-01,Queue,NO ANSWER,10,0,1763649489.5,1763649489.5,\n"
    "2025-11-20 17:38:19,89005550123,600,PJSIP/205-02,Queue,ANSWERED,60,50,1763649489.6,1763649489.5,\n"
)
NAME = "q-600-89005550123-20251120-173809-1763649489.5.wav"


@pytest.fixture
def tools(database: Database, tmp_path: Path) -> Tools:
    return tools_for(database, tmp_path / "data", database_url=database.url.render_as_string(hide_password=False))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "cdr.csv"
    path.write_text(HEADER + LEGS, encoding="utf-8")
    return path


def call_of(database: Database) -> CallRow:
    with database.reading() as session:
        return session.scalars(select(CallRow)).one()


@pytest.mark.parametrize("first", ["audio", "journal"])
def test_who_answered_a_queue_comes_from_the_journal_before_or_after_the_audio(
    tools: Tools, database: Database, tmp_path: Path, journal: Path, first: str
) -> None:
    say(tmp_path / "pbx" / NAME, GREETING)
    steps: list[Callable[[], object]] = [
        lambda: ingest(tmp_path / "pbx", tools),
        lambda: take_journal(str(journal), tools.settings),
    ]
    for step in steps if first == "audio" else reversed(steps):
        step()
    call = call_of(database)
    assert (call.direction, call.agent, call.client, call.queue) == ("inbound", "205", "+79005550123", "600")


# One who answered and passed the call on after six seconds, and one who took it.
PASSED_ON = (
    "2025-11-20 17:38:09,89005550123,600,PJSIP/205-02,Queue,ANSWERED,6,6,1763649489.6,1763649489.5,\n"
    "2025-11-20 17:38:13,89005550123,207,PJSIP/207-03,Dial,ANSWERED,60,58,1763649495.7,1763649489.5,\n"
)


@pytest.mark.parametrize("first", ["audio", "journal"])
def test_a_call_that_was_passed_on_tells_which_manager_speaks(
    tools: Tools, database: Database, tmp_path: Path, journal: Path, first: str
) -> None:
    journal.write_text(HEADER + PASSED_ON, encoding="utf-8")
    # Inbound: the agent is on the right, who speaks second.
    say(tmp_path / "pbx" / NAME, "здравствуйте сколько стоит окно", f"{GREETING} давайте запишем замер на завтра")
    steps: list[Callable[[], object]] = [
        lambda: ingest(tmp_path / "pbx", tools),
        lambda: take_journal(str(journal), tools.settings),
    ]
    for step in steps if first == "audio" else reversed(steps):
        step()
    call = call_of(database)
    with database.reading() as session:
        segments = load_transcript(session, call.id).segments
    assert call.agent == "207"
    assert {segment.agent for segment in segments if segment.speaker == "client"} == {None}
    own = [(segment.agent, segment.start) for segment in segments if segment.speaker == "agent"]
    assert own
    assert all(agent == ("205" if start + 1 < 6 else "207") for agent, start in own)


def test_a_journal_read_twice_is_kept_once(tools: Tools, database: Database, journal: Path) -> None:
    assert take_journal(str(journal), tools.settings).new == 2
    again = take_journal(str(journal), tools.settings)
    assert (again.read, again.new) == (2, 0)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CdrRow)) == 2


def test_a_direction_that_becomes_known_sets_the_speakers_right_without_hearing_again(
    tools: Tools, database: Database, tmp_path: Path
) -> None:
    # Nothing in the name says who called: taken as outgoing, so the agent was put on the left.
    say(tmp_path / "pbx" / "1763649489.7.wav", "здравствуйте сколько стоит окно", GREETING)
    ingest(tmp_path / "pbx", tools)
    (tmp_path / "cdr.csv").write_text(
        HEADER + "2025-11-20 17:38:09,89005550123,203,PJSIP/203-02,Dial,ANSWERED,60,50,1763649489.7,1763649489.7,\n"
    )
    taken = take_journal(str(tmp_path / "cdr.csv"), tools.settings)
    assert (taken.completed, taken.turned) == (1, 1)
    call = call_of(database)
    with database.reading() as session:
        spoken = {one.speaker: one.text for one in load_transcript(session, call.id).segments}
    assert spoken == {"client": "здравствуйте сколько стоит окно", "agent": GREETING}
    assert (call.direction, call.agent) == ("inbound", "203")


def test_by_number_and_time_only_where_one_call_fits(tools: Tools, database: Database, tmp_path: Path) -> None:
    say(tmp_path / "pbx" / "20251120-173812_79005550123-all.wav", GREETING)
    ingest(tmp_path / "pbx", tools)
    other = HEADER + "2025-11-20 17:38:01,203,89005550123,PJSIP/trunk-02,Dial,ANSWERED,60,50,u1,u1,\n"
    (tmp_path / "one.csv").write_text(other)
    assert take_journal(str(tmp_path / "one.csv"), tools.settings).completed == 1
    assert (call_of(database).direction, call_of(database).agent) == ("outbound", "203")


def test_a_name_that_tells_itself_is_not_overwritten(tools: Tools, database: Database, tmp_path: Path) -> None:
    say(tmp_path / "pbx" / "out-89005550123-101-20251120-173809-1763649489.8.wav", GREETING)
    (tmp_path / "cdr.csv").write_text(
        HEADER + "2025-11-20 17:38:09,999,89005550123,PJSIP/t-2,Dial,ANSWERED,60,50,1763649489.8,1763649489.8,\n"
    )
    take_journal(str(tmp_path / "cdr.csv"), tools.settings)
    ingest(tmp_path / "pbx", tools)
    assert call_of(database).agent == "101"
