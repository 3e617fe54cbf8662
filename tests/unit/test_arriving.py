"""A file counts as arrived when it has stood still long enough, for its header as for its size."""

from __future__ import annotations

import struct
import wave
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.arriving import EMPTY_SECONDS, Arrivals, Wholeness, wholeness
from pipeline.storing.arrivals import SeenFile

FILE = SeenFile(Path("/pbx/a.wav"), 1000, 1)


def whole(_path: Path) -> Wholeness:
    return "whole"


def test_a_file_is_taken_once_it_has_stood_still_and_only_once() -> None:
    arrivals = Arrivals(settle_seconds=30, unfinished_seconds=120)
    assert arrivals.settled([FILE], 0, whole) == []
    assert arrivals.settled([FILE], 29, whole) == []
    assert arrivals.settled([FILE], 30, whole) == [FILE]
    assert arrivals.waiting == 0


def test_a_file_that_grows_or_is_written_again_is_waited_for_anew() -> None:
    arrivals = Arrivals(30, 120)
    arrivals.settled([FILE], 0, whole)
    assert arrivals.settled([replace(FILE, size=2000)], 40, whole) == []
    assert arrivals.settled([replace(FILE, size=2000, mtime_ns=2)], 60, whole) == []
    assert arrivals.settled([replace(FILE, size=2000, mtime_ns=2)], 90, whole) == [replace(FILE, size=2000, mtime_ns=2)]


def test_without_a_wait_two_equal_looks_are_still_needed() -> None:
    arrivals = Arrivals(0, 0)
    assert arrivals.settled([FILE], 5, whole) == []
    assert arrivals.settled([FILE], 5, whole) == [FILE]


def test_a_file_that_goes_away_and_comes_again_begins_anew() -> None:
    arrivals = Arrivals(30, 120)
    arrivals.settled([FILE], 0, whole)
    arrivals.settled([], 20, whole)
    assert arrivals.settled([FILE], 40, whole) == []


@pytest.mark.parametrize(("kind", "seconds"), [("unfinished", 120.0), ("empty", EMPTY_SECONDS)])
def test_what_is_not_whole_is_waited_for_longer_but_not_for_ever(kind: Wholeness, seconds: float) -> None:
    arrivals = Arrivals(30, 120)
    arrivals.settled([FILE], 0, lambda _path: kind)
    assert arrivals.settled([FILE], seconds - 1, lambda _path: kind) == []
    assert arrivals.settled([FILE], seconds, lambda _path: kind) == [FILE]


def test_a_file_that_is_held_by_its_writer_is_later_and_not_failed() -> None:
    def held(_path: Path) -> Wholeness:
        raise PermissionError("sharing violation")

    arrivals = Arrivals(30, 120)
    arrivals.settled([FILE], 0, held)
    assert arrivals.settled([FILE], 60, held) == []


def write(path: Path, seconds: float = 1.0) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(int(seconds * 16_000)))
    return path


def test_wholeness_is_read_from_the_header(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav")
    assert wholeness(path) == "whole"
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, 4, 0)
    struct.pack_into("<I", content, 40, 0)  # as Asterisk leaves it while the call goes on
    path.write_bytes(content)
    assert wholeness(path) == "unfinished"
    path.write_bytes(write(tmp_path / "b.wav").read_bytes()[:8000])  # half a copy
    assert wholeness(path) == "unfinished"
    path.write_bytes(content[:44])
    assert wholeness(path) == "empty"
    path.write_bytes(b"")
    assert wholeness(path) == "empty"
    path.write_bytes(b"ID3 whatever")
    assert wholeness(path) == "whole"
