from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audio import RATE
from pipeline.recognition.voice import Voice, find_voice

VOICE = Voice(((RATE, 3 * RATE), (10 * RATE, 11 * RATE)))


def test_speech_alone_is_what_the_stretches_hold() -> None:
    lane = np.arange(12 * RATE, dtype=np.float32)
    speech = VOICE.piece(lane, 0.0, 3.0)
    assert speech.size == 3 * RATE
    assert VOICE.seconds == 3.0
    assert (speech[0], speech[2 * RATE]) == (RATE, 10 * RATE)


@settings(deadline=None)
@given(st.floats(0, 3), st.floats(0, 3))
def test_pieces_laid_end_to_end_are_the_speech(one: float, other: float) -> None:
    lane = np.arange(12 * RATE, dtype=np.float32)
    first, second = sorted((one, other))
    pieces = [VOICE.piece(lane, start, end) for start, end in ((0.0, first), (first, second), (second, 3.0))]
    assert np.array_equal(np.concatenate(pieces), VOICE.piece(lane, 0.0, 3.0))


@pytest.mark.parametrize(
    ("heard", "spoken"),
    [
        ((0.0, 0.5), (1.0, 1.5)),
        ((1.5, 2.0), (2.5, 3.0)),
        ((2.0, 2.5), (10.0, 10.5)),
        ((1.7, 2.1), (2.7, 3.0)),  # over the seam: its middle is in the first stretch
        ((1.95, 2.4), (10.0, 10.4)),
        ((5.0, 6.0), (11.0, 11.0)),  # behind the end
    ],
)
def test_words_get_the_clock_of_the_call_again(heard: tuple[float, float], spoken: tuple[float, float]) -> None:
    assert VOICE.clock().interval(*heard) == pytest.approx(spoken)


@settings(deadline=None)
@given(st.floats(0, 3), st.floats(0, 1))
def test_every_word_lies_inside_a_stretch_and_never_ends_before_it_starts(start: float, length: float) -> None:
    begin, end = VOICE.clock().interval(start, start + length)
    assert begin <= end
    assert any(first - 1e-9 <= begin and end <= last + 1e-9 for first, last in VOICE.clock().stretches)


@pytest.mark.parametrize("kind", ["nothing", "silence", "noise", "tone"])
def test_nobody_speaks_in_silence_noise_or_a_dialling_tone(kind: str) -> None:
    lanes = {
        "nothing": np.zeros(0),
        "silence": np.zeros(5 * RATE),
        "noise": np.random.default_rng(1).normal(0, 0.02, 5 * RATE),
        "tone": 0.3 * np.sin(2 * np.pi * 425 * np.arange(5 * RATE) / RATE),
    }
    assert find_voice(lanes[kind].astype(np.float32)).stretches == ()


def test_a_window_ends_at_the_last_pause_that_fits() -> None:
    voice = Voice(((0, 10 * RATE), (20 * RATE, 22 * RATE)), breaths=(2 * RATE, 5 * RATE, 9 * RATE))
    assert voice.windows(6.0) == [(0.0, 5.0), (5.0, 10.0), (10.0, 12.0)]


def test_speech_without_a_pause_is_cut_where_it_must_be() -> None:
    assert Voice(((0, 14 * RATE),)).windows(6.0) == [(0.0, 6.0), (6.0, 12.0), (12.0, 14.0)]


def test_where_nobody_speaks_there_is_no_window() -> None:
    assert Voice(()).windows(30.0) == []


@settings(deadline=None)
@given(st.lists(st.floats(0.05, 9.0), max_size=12), st.floats(1.0, 30.0))
def test_windows_cover_all_speech_end_to_end_and_none_is_too_long(turns: list[float], longest: float) -> None:
    edges = np.cumsum([0.0, *turns])
    stretch = (0, round(float(edges[-1]) * RATE))
    voice = Voice((stretch,) if turns else (), tuple(round(float(edge) * RATE) for edge in edges[1:-1]))
    windows = voice.windows(longest)
    assert all(0 < end - start <= longest + 1e-6 for start, end in windows)
    assert [start for start, _ in windows[1:]] == [end for _, end in windows[:-1]]
    assert sum(end - start for start, end in windows) == pytest.approx(voice.seconds)
