"""The other side's voice in a lane is not that lane's own."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.audio import RATE, Samples
from pipeline.recognition.leaks import leaked, without_leaks
from pipeline.recognition.voice import Voice


def talk(seed: int, seconds: float = 3.0) -> Samples:
    """Noise with the slow swell of syllables; two seeds have nothing to do with each other."""
    random = np.random.default_rng(seed)
    count = int(seconds * RATE)
    swell = np.interp(np.arange(count), np.linspace(0, count, int(seconds * 8)), random.random(int(seconds * 8)))
    return np.asarray(0.3 * swell * random.standard_normal(count), np.float32)


def heard(lane: Samples, *spans: tuple[float, float]) -> Voice:
    spoken = tuple((int(start * RATE), int(end * RATE)) for start, end in spans)
    return Voice(((0, lane.size),), spoken=spoken)


@pytest.mark.parametrize("late", [0, 30, 400, 1500])
@pytest.mark.parametrize("noise", [0.0, 0.003])
def test_a_soft_and_late_copy_of_the_other_side_is_taken_out(late: int, noise: float) -> None:
    other = talk(1)
    lane = 0.1 * np.roll(other, late) + noise * talk(9)
    assert leaked(lane, heard(lane, (0.5, 2.5)), other) == ((RATE // 2, RATE * 5 // 2),)


def test_two_people_who_talk_at_once_both_stay() -> None:
    left, right = talk(1), 0.2 * talk(2)
    voices = [heard(left, (0, 3)), heard(right, (0.5, 2.5))]
    assert [spans for _, spans in without_leaks((left, right), voices)] == [(), ()]


def test_the_louder_side_keeps_what_it_said() -> None:
    other = talk(1)
    assert leaked(other, heard(other, (0, 3)), 0.1 * other) == ()


def test_own_words_beside_a_leak_stay() -> None:
    left = np.concatenate([talk(1), np.zeros(3 * RATE, np.float32)])
    right = np.concatenate([0.1 * talk(1), talk(2)])
    voices = [heard(left, (0, 3)), heard(right, (0.2, 2.8), (3.2, 5.8))]
    (_, none), (own, taken) = without_leaks((left, right), voices)
    assert none == ()
    assert taken == ((RATE // 5, RATE * 14 // 5),)
    assert own.spoken == ((RATE * 16 // 5, RATE * 29 // 5),)
    assert own.stretches[0][0] >= 2.7 * RATE


def test_one_lane_has_no_other_side() -> None:
    lane = talk(1)
    voice = heard(lane, (0, 3))
    assert without_leaks((lane,), [voice]) == [(voice, ())]
