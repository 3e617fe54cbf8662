from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import RATE, Audio, AudioError, decode
from pipeline.audio.clips import cut_clip
from pipeline.audio.loudness import FLOOR_DBFS, measure


def call(seconds: float = 4.0) -> Audio:
    """Left speaks in the first half, right in the second."""
    times = np.arange(int(seconds * RATE)) / RATE
    left = np.where(times < seconds / 2, 0.5 * np.sin(2 * np.pi * 400 * times), 0).astype(np.float32)
    right = np.where(times >= seconds / 2, 0.5 * np.sin(2 * np.pi * 900 * times), 0).astype(np.float32)
    return Audio((left, right), 2, seconds)


def test_a_clip_holds_the_seconds_asked_for_with_both_channels() -> None:
    with wave.open(io.BytesIO(cut_clip(call(), 1.0, 3.0))) as clip:
        assert (clip.getnchannels(), clip.getframerate(), clip.getnframes()) == (2, RATE, 2 * RATE)
        samples = np.frombuffer(clip.readframes(2 * RATE), "<i2").reshape(-1, 2)
    assert np.abs(samples[: RATE - 100, 1]).max() == 0
    assert np.abs(samples[RATE + 100 :, 0]).max() == 0
    assert np.abs(samples[:, 0]).max() == pytest.approx(16383, abs=200)


def test_an_mp3_clip_needs_no_installed_ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "clip.mp3"
    path.write_bytes(cut_clip(call(), 1.0, 3.0, "mp3"))
    clip = decode(path)
    assert clip.duration == pytest.approx(2.0, abs=0.1)
    assert len(clip.lanes) == 2


def test_a_clip_ends_where_the_call_ends() -> None:
    with wave.open(io.BytesIO(cut_clip(call(), -5.0, 99.0))) as clip:
        assert clip.getnframes() == 4 * RATE


@pytest.mark.parametrize(("start", "end"), [(3.0, 3.0), (3.0, 2.0), (10.0, 12.0), (-2.0, -1.0)])
def test_a_clip_of_nothing_is_refused_in_one_line(start: float, end: float) -> None:
    with pytest.raises(AudioError, match="there is nothing from"):
        cut_clip(call(), start, end)


def test_a_clip_of_a_file_is_cut_from_what_it_decodes_to(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(cut_clip(call(), 0, 4))
    with wave.open(io.BytesIO(cut_clip(path, 1.0, 1.5))) as clip:
        assert clip.getnframes() == RATE // 2


def test_loudness_is_in_decibels_below_full_scale() -> None:
    left = call().lanes[0]
    loud, quiet = measure(left), measure((left * 0.1).astype(np.float32))
    assert loud.peak_dbfs == pytest.approx(-6.0, abs=0.1)
    assert quiet.mean_dbfs == pytest.approx(loud.mean_dbfs - 20, abs=0.2)
    assert loud.silence_share == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("size", [0, RATE])
def test_a_lane_without_sound_is_all_silence(size: int) -> None:
    loudness = measure(np.zeros(size, np.float32))
    assert (loudness.mean_dbfs, loudness.peak_dbfs, loudness.silence_share) == (FLOOR_DBFS, FLOOR_DBFS, 1.0)
