from __future__ import annotations

import numpy as np

from pipeline.audio import RATE
from pipeline.recognition.voice import Voice
from pipeline.recognition.windows import fill_windows


def test_the_speech_of_both_lanes_comes_in_windows_of_its_own() -> None:
    left, right = np.arange(20 * RATE, dtype=np.float32), -np.arange(20 * RATE, dtype=np.float32)
    voices = [Voice(((RATE, 3 * RATE), (10 * RATE, 14 * RATE))), Voice(((5 * RATE, 6 * RATE),))]
    windows = fill_windows((left, right), voices, 5.0)
    assert [(one.lane, one.start, one.samples.size / RATE) for one in windows] == [(0, 0, 2), (0, 2, 4), (1, 0, 1)]
    assert (windows[0].samples[0], windows[1].samples[0], windows[2].samples[0]) == (RATE, 10 * RATE, -5 * RATE)


def test_a_silent_lane_costs_nothing() -> None:
    lanes = (np.zeros(20 * RATE, np.float32),) * 2
    assert fill_windows(lanes, [Voice(()), Voice(())], 30.0) == []
