"""Do the synthesiser's times and the telephone line hold what the recipe builds on?"""

# ruff: noqa: S101
from __future__ import annotations

import ctypes.util

import numpy as np
import pytest

pytest.importorskip("scipy")

from speech_model.recipe.telephone import TELEPHONE_RATE, Line, alaw, line_noise, line_signal, mulaw, telephone
from speech_model.recipe.voices import Voice, speak

needs_espeak = pytest.mark.skipif(ctypes.util.find_library("espeak-ng") is None, reason="eSpeak NG is not installed")


@needs_espeak
def test_every_word_has_its_time_in_order() -> None:
    speech = speak("добрый день, я звоню вам из-за договора", Voice(variant="f2", rate=170))
    assert [word.text for word in speech.words] == ["добрый", "день,", "я", "звоню", "вам", "из-за", "договора"]
    starts = [word.start for word in speech.words]
    assert starts == sorted(starts)
    assert all(word.start < word.end <= speech.duration for word in speech.words)


@needs_espeak
def test_unknown_voice_is_refused_with_a_remedy() -> None:
    with pytest.raises(ValueError, match="espeak-ng --voices"):
        speak("да", Voice(language="xx-none"))


def test_telephone_leaves_its_band() -> None:
    times = np.arange(22_050) / 22_050
    tone = np.sin(2 * np.pi * 100.0 * times) + np.sin(2 * np.pi * 1000.0 * times)
    heard = telephone(tone.astype(np.float32), 22_050, Line(), np.random.default_rng(1))
    power = np.abs(np.fft.rfft(heard[4000:])) ** 2
    hertz = np.fft.rfftfreq(len(heard) - 4000, 1 / TELEPHONE_RATE)
    assert power[(hertz > 950) & (hertz < 1050)].sum() > 1000 * power[hertz < 150].sum()


@pytest.mark.parametrize("codec", [mulaw, alaw])
def test_codecs_stay_close(codec) -> None:  # type: ignore[no-untyped-def]
    sound = np.linspace(-1, 1, 1001, dtype=np.float32)
    assert np.abs(codec(sound) - sound).max() < 0.03


def test_signals_are_as_long_and_as_loud_as_said() -> None:
    rng = np.random.default_rng(3)
    assert len(line_signal("ringback", 2.0, rng)) == 2 * TELEPHONE_RATE
    assert np.std(line_noise(TELEPHONE_RATE, rng)) == pytest.approx(1.0, abs=0.01)
