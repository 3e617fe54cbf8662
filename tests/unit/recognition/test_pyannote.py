"""pyannote's stretches become ours; where its package or its weights are missing, one line says what to do."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

import numpy as np
import pytest

from pipeline.recognition import RecogniserError
from pipeline.recognition.pyannote import PyannoteVoices, voice_turns
from pipeline.recognition.speakers import VoiceTurn
from pipeline.recognition.voice import Voice
from pipeline.settings import load_settings


@dataclass
class Span:
    start: float
    end: float


def test_who_speaks_first_is_the_first_voice() -> None:
    turns = voice_turns([(Span(3.0, 4.5), "A"), (Span(0.5, 2.0), "B"), (Span(5.0, 6.0), "B")])
    assert [(turn.start, turn.who) for turn in turns] == [(0.5, 0), (3.0, 1), (5.0, 0)]


def test_breaths_and_a_third_voice_are_left_out() -> None:
    turns = voice_turns([(Span(0, 2), "A"), (Span(2, 2.1), "B"), (Span(3, 4), "B"), (Span(5, 6), "C")])
    assert turns == (VoiceTurn(0, 2, 0, 0.9), VoiceTurn(3, 4, 1, 0.9))


def test_one_voice_is_nobody_to_be_told_apart() -> None:
    assert voice_turns([(Span(0, 2), "A"), (Span(3, 4), "A")]) == ()
    assert voice_turns([]) == ()


@pytest.mark.skipif(importlib.util.find_spec("pyannote") is not None, reason="pyannote.audio is installed here")
def test_without_the_package_one_line_names_the_extra_and_the_other_way() -> None:
    teller = PyannoteVoices(load_settings(voices="pyannote"))
    lane = np.zeros(16_000, np.float32)
    assert teller(lane, Voice(())) == ()
    with pytest.raises(RecogniserError) as caught:
        teller(lane, Voice(((0, 16_000),), (), ((0, 16_000),)))
    assert "callgrade[voices]" in str(caught.value)
    assert 'voices = "own"' in str(caught.value)
    assert "\n" not in str(caught.value)
