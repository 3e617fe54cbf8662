from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.audio.lanes import correlation, is_silent, settle

Lane = NDArray[np.float32]


def noise(seed: int, level: float = 0.1, size: int = 16_000) -> Lane:
    return np.random.default_rng(seed).normal(0, level, size).astype(np.float32)


def test_two_voices_stay_two_lanes() -> None:
    left, right = noise(1), noise(2)
    lanes, notices = settle((left, right))
    assert lanes[0] is left
    assert lanes[1] is right
    assert notices == ()


def test_one_voice_twice_is_one_lane_even_when_quieter_or_turned_over() -> None:
    voice = noise(1)
    for other in (voice, voice * 0.3, -voice, voice + noise(2, 0.001)):
        lanes, notices = settle((voice, other.astype(np.float32)))
        assert len(lanes) == 1
        assert [notice.code for notice in notices] == ["same_voice"]


def test_an_echo_of_the_other_side_does_not_make_them_one() -> None:
    left, right = noise(1), noise(2)
    lanes, _ = settle((left, (right + 0.3 * left).astype(np.float32)))
    assert len(lanes) == 2


def test_the_rounding_of_an_empty_mulaw_channel_is_silence_and_line_noise_is_not() -> None:
    assert is_silent(np.full(1000, 8 / 32768, np.float32))
    assert not is_silent(noise(1, 0.005))
    assert is_silent(np.zeros(0, np.float32))


@settings(deadline=None)
@given(st.integers(0, 1000), st.floats(0.01, 1.0))
def test_correlation_is_between_none_and_one_and_does_not_depend_on_loudness(seed: int, gain: float) -> None:
    left, right = noise(seed, size=500), noise(seed + 1, size=500)
    plain, scaled = correlation(left, right), correlation(left, (right * gain).astype(np.float32))
    assert 0 <= plain <= 1
    assert abs(plain - scaled) < 1e-3
