from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.pbx import CallDetails, read_name
from pipeline.settings import NamePattern

NAME = "out-89005550123-203-20251120-173809-1763649489.5.wav"


@dataclass(frozen=True)
class Options:
    phone_region: str = "RU"
    time_zone: str = "Europe/Moscow"
    name_patterns: tuple[NamePattern, ...] = ()


def read(folder: Path, content: object, name: str = NAME) -> CallDetails:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / name).with_suffix(".json").write_text(text, encoding="utf-8")
    return read_name(folder / name, Options())


def test_what_the_sidecar_says_replaces_what_the_name_says(tmp_path: Path) -> None:
    details = read(
        tmp_path,
        {"direction": "inbound", "agent": 207, "client": "8 916 123-45-67", "started_at": "2026-11-23T10:15:30+05:00"},
    )
    assert (details.direction, details.agent, details.client) == ("inbound", "207", "+79161234567")
    assert details.started_at is not None
    assert details.started_at.isoformat() == "2026-11-23T10:15:30+05:00"
    assert details.unique_id == "1763649489.5"


def test_what_the_sidecar_leaves_out_stays_as_the_name_says(tmp_path: Path) -> None:
    details = read(tmp_path, {"agent": "Анна"})
    assert (details.agent, details.direction, details.client) == ("Анна", "outbound", "+79005550123")
    assert details.notes == ()


def test_the_keys_of_speechsense_and_tqm_are_understood(tmp_path: Path) -> None:
    sense = read(
        tmp_path,
        {"operator_name": "Пётр", "client_id": "79161234567", "date": "2026-11-23", "direction_outgoing": "false"},
    )
    assert (sense.agent, sense.client, sense.direction) == ("Пётр", "+79161234567", "inbound")
    tqm = read(tmp_path, {"CallDirection": "outbound", "StartDate": "2026-11-23T10:15:30"})
    assert tqm.direction == "outbound"
    assert tqm.started_at is not None
    assert tqm.started_at.isoformat() == "2026-11-23T10:15:30+03:00"


@pytest.mark.parametrize("content", ["{", "[1, 2]", '"text"', "\x00"])
def test_a_broken_sidecar_is_noted_and_the_name_still_counts(tmp_path: Path, content: str) -> None:
    details = read(tmp_path, content)
    assert details.agent == "203"
    assert len(details.notes) == 1
    assert details.notes[0].startswith(Path(NAME).stem)


def test_a_value_that_makes_no_sense_is_noted_and_left_out(tmp_path: Path) -> None:
    details = read(tmp_path, {"direction": "sideways", "client": "call me", "started_at": "yesterday"})
    assert (details.direction, details.client) == ("outbound", "+79005550123")
    assert [note.split(": ")[1].split()[0] for note in details.notes] == ["direction", "client", "started_at"]


def test_a_day_without_a_time_is_no_start(tmp_path: Path) -> None:
    details = read(tmp_path, {"date": "2026-11-23"}, "x.wav")
    assert details.started_at is None
    assert len(details.notes) == 1


def test_a_sidecar_may_carry_the_whole_name_of_the_recording(tmp_path: Path) -> None:
    (tmp_path / "a.wav.json").write_text('{"agent": "5"}', encoding="utf-8")
    assert read_name(tmp_path / "a.wav", Options()).agent == "5"


def test_a_sidecar_saved_by_windows_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + '{"agent": "5"}').agent == "5"
