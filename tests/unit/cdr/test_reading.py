"""Each kind of journal gives the same records; the shapes are real, the numbers are made up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from pipeline.cdr import CdrError, CdrRecord, read_journal
from pipeline.settings import NamePattern

CLIENT = "+79005550123"


@dataclass(frozen=True)
class Options:
    phone_region: str = "RU"
    time_zone: str = "Europe/Moscow"
    name_patterns: tuple[NamePattern, ...] = ()
    cdr_columns: dict[str, str] = field(default_factory=dict)
    cdr_time: str = ""


def read(path: Path, content: str, name: str = "cdr.csv", options: Options | None = None) -> list[CdrRecord]:
    (path / name).write_text(content, encoding="utf-8")
    return list(read_journal(str(path / name), options or Options()))


def who(record: CdrRecord) -> tuple[str | None, str | None, str | None, str | None]:
    started = record.started_at.isoformat() if record.started_at else None
    return record.direction, record.agent, record.client, started


MASTER = (
    '"","89005550123","74955550100","from-trunk","""Ivan"" <89005550123>","PJSIP/trunk-00000a1","PJSIP/203-00000a2",'
    '"Dial","PJSIP/203,30","2025-11-20 17:38:09","2025-11-20 17:38:15","2025-11-20 17:40:15",126,120,"ANSWERED",'
    '"DOCUMENTATION","1763649489.5",""\n'
)
START = "2025-11-20T17:38:09+03:00"


def test_master_csv_gives_the_extension_that_answered(tmp_path: Path) -> None:
    (record,) = read(tmp_path, MASTER, "Master.csv")
    assert who(record) == ("inbound", "203", CLIENT, START)
    assert (record.unique_id, record.answered, record.talk_seconds, record.duration) == ("1763649489.5", True, 120, 126)


def test_an_export_of_freepbx_gives_the_recording_and_the_telephone_of_an_outgoing_call(tmp_path: Path) -> None:
    header = (
        "calldate,clid,src,dst,channel,dstchannel,lastapp,duration,billsec,disposition,uniqueid,cnum,"
        "recordingfile,linkedid"
    )
    line = (
        "2025-11-20 17:38:09,x,74955550100,89005550123,PJSIP/203-0a,PJSIP/trunk-0b,Dial,60,50,ANSWERED,"
        "1763649489.5,203,out-89005550123-203-20251120-173809-1763649489.5.wav,1763649489.5"
    )
    (record,) = read(tmp_path, f"{header}\n{line}\n")
    assert who(record) == ("outbound", "203", CLIENT, START)
    assert record.recording == "out-89005550123-203-20251120-173809-1763649489.5.wav"


VARIABLES = {
    "uuid": "0a1b2c3d-0000-4000-8000-000000000000",
    "caller_id_number": "89005550123",
    "destination_number": "203",
    "start_epoch": "1763649489",
    "duration": "61",
    "billsec": "50",
    "record_path": "/var/lib/freeswitch/recordings/x/archive/2025/Nov/20",
    "record_name": "0a1b2c3d-0000-4000-8000-000000000000.mp3",
    "cc_queue": "sales%40pbx.example",
}


def test_freeswitch_json_and_xml_say_the_same(tmp_path: Path) -> None:
    (from_json,) = read(tmp_path, json.dumps({"variables": VARIABLES}), "a.json")
    tags = "".join(f"<{name}>{value}</{name}>" for name, value in VARIABLES.items())
    (from_xml,) = read(tmp_path, f"<cdr><variables>{tags}</variables></cdr>", "a.xml")
    assert from_json == from_xml
    assert who(from_json) == ("inbound", "203", CLIENT, START)
    assert (from_json.queue, from_json.recording) == ("sales", VARIABLES["record_name"])


def test_an_xml_that_would_expand_itself_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><cdr><variables><uuid>&b;</uuid></variables></cdr>'
    with pytest.raises(CdrError, match=r"a\.xml is no journal"):
        read(tmp_path, bomb, "a.xml")


def test_the_journal_of_3cx_is_found_by_its_columns(tmp_path: Path) -> None:
    content = (
        "historyid,callid,duration,time-start,time-answered,from-no,to-no,from-dn,to-dn\n"
        "1,000001,00:01:05,2025/11/20 17:38:09,2025/11/20 17:38:12,89005550123,100,10000,100\n"
    )
    (record,) = read(tmp_path, content)
    assert who(record) == ("inbound", "100", CLIENT, START)
    assert record.duration == 65


def test_statistics_of_a_russian_provider_in_an_old_encoding(tmp_path: Path) -> None:
    header = "Тип;Время;Откуда;Куда;Кто ответил;Длительность разговора;ID записи\n"
    content = f"{header}Входящий;20.11.2025 17:38:09;89005550123;74955550100;203;50;77\n"
    (tmp_path / "s.csv").write_bytes(content.encode("cp1251"))
    (record,) = read_journal(str(tmp_path / "s.csv"), Options())
    assert who(record) == ("inbound", "203", CLIENT, START)
    assert (record.unique_id, record.talk_seconds) == ("77", 50)


def test_own_columns_are_named_in_the_settings(tmp_path: Path) -> None:
    options = Options(cdr_columns={"started": "when", "caller": "a", "callee": "b"}, cdr_time="%d-%m-%y %H:%M:%S")
    (record,) = read(tmp_path, "when\ta\tb\n20-11-25 17:38:09\t203\t89005550123\n", options=options)
    assert who(record) == ("outbound", "203", CLIENT, START)


def test_a_table_that_tells_neither_time_nor_id_names_its_columns(tmp_path: Path) -> None:
    with pytest.raises(CdrError, match=r"no column with the call's time or id among a, b: name yours in cdr_columns"):
        read(tmp_path, "a,b\n1,2\n")


def test_the_cdr_table_is_read_over_sql_and_left_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/asterisk.db"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "CREATE TABLE cdr (calldate text, src text, dst text, dstchannel text, disposition text, uniqueid text)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO cdr VALUES ('2025-11-20 17:38:09', '89005550123', '600', 'PJSIP/203-01', 'ANSWERED', 'u1')"
            )
        )
    engine.dispose()
    (record,) = read_journal(url, Options())
    assert who(record) == ("inbound", "203", CLIENT, START)


@pytest.mark.parametrize("source", ["nowhere.csv", "mysql://x/y", "nonsense://x"])
def test_what_cannot_be_read_is_told_in_one_line(source: str) -> None:
    with pytest.raises(CdrError) as told:
        list(read_journal(source, Options()))
    assert "\n" not in str(told.value)
