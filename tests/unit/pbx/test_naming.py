"""What each PBX's names say of a call; the names keep the shape of real ones, the numbers are made up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.pbx import CallDetails, read_name
from pipeline.pbx.naming import details_from_name
from pipeline.settings import NamePattern, SettingsError, load_settings


@dataclass(frozen=True)
class Options:
    phone_region: str = "RU"
    time_zone: str = "Europe/Moscow"
    name_patterns: tuple[NamePattern, ...] = ()


def read(name: str, options: Options | None = None) -> CallDetails:
    return details_from_name(PurePath(name), options or Options())


def said(name: str) -> tuple[str, str | None, str | None, str | None, str | None]:
    details = read(name)
    started = details.started_at.isoformat() if details.started_at else None
    return details.convention, details.direction, details.agent, details.client, started


CLIENT = "+79005550123"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "out-89005550123-203-20251120-173809-1763649489.5.wav",
            ("freepbx", "outbound", "203", CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (  # 9 for an outside line stands before the number
            "out-989005550123-200-20200222-161829-1582406309.760.wav",
            ("freepbx", "outbound", "200", CLIENT, "2020-02-22T16:18:29-05:00"),
        ),
        (
            "external-9301-79005550123-20251013-102803-1760340483.12.wav",
            ("freepbx", "inbound", "9301", CLIENT, "2025-10-13T10:28:03+03:00"),
        ),
        (
            "internal-1100-1101-20241117-164137-1731861697.2.wav",
            ("freepbx", "internal", None, None, "2024-11-17T16:41:37+00:00"),
        ),
        (  # DEST is the trunk's number here: who answered is not in the name
            "in-74955550100-89005550123-20251120-173809-1763649489.5.wav",
            ("freepbx", "inbound", None, CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "rg-600-89005550123-20251120-173809-1763649489.5.wav",
            ("freepbx", "inbound", None, CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "in-74955550100-unknown-20251120-173809-1763649489.5.wav",
            ("freepbx", "inbound", None, None, "2025-11-20T17:38:09+03:00"),
        ),
        (  # Issabel
            "exten-403-89005550123-20251120-173809-1763649489.5.wav",
            ("issabel", "inbound", "403", CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "force-89005550123-3201-20250327-092517-1743056717.12206.wav",
            ("issabel", "outbound", "3201", CLIENT, "2025-03-27T09:25:17+03:00"),
        ),
        (
            "ondemand-203-89005550123-20251120-173809-1763649489.5.wav",
            ("freepbx", "inbound", "203", CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (  # Elastix 2
            "OUT201-89005550123-20101010-101010-1286694610.1.WAV",
            ("issabel", "outbound", "201", CLIENT, "2010-10-10T10:10:10+03:00"),
        ),
        (  # one leg of a call whose mix is missing
            "external-9301-79005550123-20251013-102803-1760340483.12.wav-out.wav",
            ("freepbx", "inbound", "9301", CLIENT, "2025-10-13T10:28:03+03:00"),
        ),
        (
            "20170914093038-1505352615.274-1000-89005550123-Outbound.wav",
            ("yeastar", "outbound", "1000", CLIENT, "2017-09-14T09:30:38+08:00"),
        ),
        (
            "20251104173706-1762252614_105999-89005550123-104-Inbound.wav",
            ("yeastar", "inbound", "104", CLIENT, "2025-11-04T17:37:06+07:00"),
        ),
        (
            "[]_100-89005550123_20190211124709(2).wav",
            ("3cx", "outbound", "100", CLIENT, "2019-02-11T12:47:09+03:00"),
        ),
        (
            "[Иван Петров]_79005550123-100_20190211124743(3).wav",
            ("3cx", "inbound", "100", CLIENT, "2019-02-11T12:47:43+03:00"),
        ),
        (
            "monitor/2023/10/03/10/mikopbx-1696316579.10565_0Fk3uO.mp3",
            ("mikopbx", None, None, None, "2023-10-03T10:02:59+03:00"),
        ),
        (  # the archive gives a day but no time: no date is made up
            "pbx.example/archive/2025/Nov/03/0a1b2c3d-0000-4000-8000-000000000000.mp3",
            ("fusionpbx", None, None, None, None),
        ),
        (
            "89005550123.2025-11-03-10-15-30.wav",
            ("freeswitch", "inbound", None, CLIENT, "2025-11-03T10:15:30+03:00"),
        ),
        (
            "auto-1629121365-89005550123-656.wav",
            ("grandstream", "inbound", "656", CLIENT, "2021-08-16T16:42:45+03:00"),
        ),
        ("auto-1414771234-1000-1004.wav", ("grandstream", "internal", None, None, "2014-10-31T19:00:34+03:00")),
        (
            "1-1458313316.343456-100-2016-01-11-100155.mp3",
            ("zadarma", None, "100", None, "2016-01-11T10:01:55+03:00"),
        ),
        (
            "20240825-101530_79005550123-all.mp3",
            ("vicidial", None, None, CLIENT, "2024-08-25T10:15:30+03:00"),
        ),
        ("20240825-9005550123-all.mp3", ("vicidial", None, None, CLIENT, None)),
        (
            "79005550123_201_20260313-151817-LbWWbypolYXY.mp3",
            ("folder", "inbound", "201", CLIENT, "2026-03-13T15:18:17+03:00"),
        ),
        (
            "9301_79005550123_2025-10-13-10-28-03_x.mp3",
            ("folder", "outbound", "9301", CLIENT, "2025-10-13T10:28:03+03:00"),
        ),
        (
            "вход_EkbFocus128801_с_79005550123_на_74955550100_от_2025_10_20.mp3",
            ("folder", "inbound", None, CLIENT, None),
        ),
        ("2025.07.05__17-16-36.mp3", ("mango", None, None, None, "2025-07-05T17:16:36+03:00")),
        (
            "20251104-133555_302_8(900)555-01-23_Outgoing_Auto_2243071124051.mp3",
            ("folder", "outbound", "302", CLIENT, "2025-11-04T13:35:55+03:00"),
        ),
        (
            "79005550123_201_2025.07.05__17-16-36.mp3",
            ("mango", "inbound", "201", CLIENT, "2025-07-05T17:16:36+03:00"),
        ),
        (  # plain Asterisk: the unique id alone, with the numbers, and a queue of OmniLeads
            "1763649489.5.wav",
            ("asterisk", None, None, None, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "203-89005550123-1763649489.5.gsm",
            ("asterisk", "outbound", "203", CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "20251120-193809-89005550123-203-srv-1763649489.17.wav",
            ("asterisk", "inbound", "203", CLIENT, "2025-11-20T19:38:09+05:00"),
        ),
        (
            "q-sales-20251120-173809-1763649489.5.wav",
            ("asterisk", "inbound", None, None, "2025-11-20T17:38:09+03:00"),
        ),
        (
            "Телефония - записи звонков/2025-11/2025-11-20_17-38-09__79005550123.mp3",
            ("bitrix24", None, None, CLIENT, "2025-11-20T17:38:09+03:00"),
        ),
        ("sipuni/1772435966.432495.mp3", ("sipuni", None, None, None, "2026-03-02T10:19:26+03:00")),
        (
            "record?id=1772435966.432495&hash=ab&user=1.mp3",
            ("sipuni", None, None, None, "2026-03-02T10:19:26+03:00"),
        ),
        ("system/media/talk/1234567890/0123456789abcdef0123456789abcdef.mp3", ("uis", None, None, None, None)),
        ("meeting.mp3", ("unknown", None, None, None, None)),
        ("2025-13-45.mp3", ("unknown", None, None, None, None)),
        ("call 1582406309.mp3", ("unknown", None, None, None, None)),
        ("out-203-89005550123-20251340-999999-1763649489.5.wav", ("freepbx", "outbound", None, None, None)),
    ],
)
def test_a_name_gives_what_its_pbx_put_in_it_and_nothing_more(
    name: str, expected: tuple[str, str | None, str | None, str | None, str | None]
) -> None:
    assert said(name) == expected


def test_a_queue_and_the_unique_id_come_along() -> None:
    details = read("q-500-89005550123-20251120-173809-srv-a-1763649489.5.wav")
    assert (details.queue, details.unique_id, details.agent) == ("500", "srv-a-1763649489.5", None)


def test_the_agents_side_is_known_where_the_pbx_always_puts_it_there() -> None:
    assert read("x/archive/2025/Nov/03/0a1b2c3d-0000-4000-8000-000000000000.mp3").agent_side == "right"
    assert read("S_20261117-171048_79005550177-all.mp3").agent_side == "left"
    assert read("out-89005550123-203-20251120-173809-1763649489.5.wav").agent_side is None


def test_numbers_are_read_in_the_country_of_the_settings() -> None:
    german = Options("DE", "Europe/Berlin")
    details = read("out-03012345678-203-20251120-173809-1763656689.5.wav", german)
    assert details.client == "+493012345678"


def test_a_zone_that_does_not_exist_names_the_setting() -> None:
    with pytest.raises(SettingsError, match="time_zone"):
        read("2025.07.05__17-16-36.mp3", Options(time_zone="Moscow/Europe"))


def test_a_real_path_is_read_the_same_way(tmp_path: Path) -> None:
    assert read_name(tmp_path / "auto-1629121365-89005550123-656.wav", Options()).client == CLIENT


_pieces = st.sampled_from(
    ["out", "in", "-", "_", "203", "89005550123", "20251120", "173809", "1763649489.5", "[", "]", "(1)", "all", "S_"]
)


OWN = NamePattern.model_validate(
    {
        "name": "our switch",
        "pattern": r"shop/(?P<caller>\d+)_(?P<callee>\d+)_(?P<time>\d{12})_(?P<direction>[IO])_(?P<id>\w+)$",
        "time": "%d%m%y%H%M%S",
        "time_zone": "UTC",
        "directions": {"I": "inbound", "O": "outbound"},
        "agent_side": "right",
    }
)


def test_a_company_adds_its_own_rule_and_it_comes_before_all_others() -> None:
    details = read("/data/shop/203_89005550123_201125173809_O_x7.wav", Options(name_patterns=(OWN,)))
    assert details.started_at is not None
    assert (details.convention, details.direction, details.agent, details.client, details.unique_id) == (
        "our switch", "outbound", "203", CLIENT, "x7"
    )  # fmt: skip
    assert (details.started_at.isoformat(), details.agent_side) == ("2025-11-20T17:38:09+00:00", "right")


def test_an_own_rule_that_does_not_fit_leaves_the_name_to_the_others() -> None:
    details = read("auto-1629121365-89005550123-656.wav", Options(name_patterns=(OWN,)))
    assert details.convention == "grandstream"


@pytest.mark.parametrize(("pattern", "told"), [(r"(?P<caller>\d+", "regular expression"), (r"(?P<cllr>\d+)", "cllr")])
def test_an_own_rule_that_cannot_work_is_named_in_the_settings(pattern: str, told: str) -> None:
    with pytest.raises(SettingsError, match=f"name_patterns.*{told}"):
        load_settings(name_patterns=[{"name": "x", "pattern": pattern}])


@settings(deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_pieces, max_size=12).map("".join)))
def test_no_name_breaks_the_reading_and_every_time_has_a_zone(name: str) -> None:
    details = read(name.replace("/", "").replace("\0", "") + ".wav")
    assert details.started_at is None or details.started_at.utcoffset() is not None
    assert details.client is None or details.client.startswith("+")
