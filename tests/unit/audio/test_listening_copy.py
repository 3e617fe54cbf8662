"""The copy that reviewers play: its times are those of the samples that were transcribed."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.audio import RATE, Audio, decode
from pipeline.audio.listening import write_listening_copy

_BEEPS = (3, 11, 18)


def call(lanes: int, seconds: int = 20) -> Audio:
    """A beep in each lane at its own times, a little noise elsewhere."""
    made = []
    beep = (0.5 * np.sin(2 * np.pi * 1000 * np.arange(RATE // 20) / RATE)).astype(np.float32)
    for index in range(lanes):
        lane = np.random.default_rng(index).normal(0, 0.001, seconds * RATE).astype(np.float32)
        for second in (beep_at for beep_at in _BEEPS if beep_at < seconds - 1):
            start = int((second + 0.5 * index) * RATE)
            lane[start : start + beep.size] += beep
        made.append(lane)
    return Audio(tuple(made), lanes, float(seconds))


@pytest.mark.parametrize("lanes", [1, 2])
def test_every_beep_is_heard_at_its_own_time_in_its_own_channel(tmp_path: Path, lanes: int) -> None:
    write_listening_copy(call(lanes), tmp_path / "copy.mp3")
    copy = decode(tmp_path / "copy.mp3")
    assert (len(copy.lanes), copy.duration, copy.warnings) == (lanes, 20.0, ())
    for index, lane in enumerate(copy.lanes):
        loud = np.flatnonzero(np.abs(lane) > 0.2) / RATE
        starts = [loud[0], *loud[1:][np.diff(loud) > 0.5]]
        assert starts == pytest.approx([second + 0.5 * index for second in _BEEPS], abs=0.005)


def test_a_jump_into_the_copy_lands_on_the_second(tmp_path: Path) -> None:
    write_listening_copy(call(1), tmp_path / "copy.mp3")
    with av.open(str(tmp_path / "copy.mp3")) as container:
        container.seek(12 * av.time_base)
        frame = next(container.decode(audio=0))
        assert frame.time == pytest.approx(12, abs=0.1)


def test_the_copy_is_small_and_the_same_every_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "1.mp3", tmp_path / "b" / "2.mp3"
    write_listening_copy(call(2, 5), first)
    write_listening_copy(call(2, 5), second)
    assert first.stat().st_size < 5 * 6500
    assert first.read_bytes() == second.read_bytes()


def test_a_copy_that_fails_leaves_the_older_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "copy.mp3"
    path.write_bytes(b"older")
    broken = Audio((np.zeros(RATE, np.float32), np.zeros(RATE // 2, np.float32)), 2, 1.0)
    with pytest.raises(ValueError, match="shape"):
        write_listening_copy(broken, path)
    assert path.read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["copy.mp3"]
