"""The real faster-whisper on a model of random weights: loading, lanes, times, progress and failures."""

from __future__ import annotations

import shutil
from pathlib import Path

import ctranslate2
import numpy as np
import pytest

from pipeline.audio import RATE, Samples
from pipeline.recognition import RecogniserError
from pipeline.recognition.whisper import WhisperRecogniser
from pipeline.recognition.whisper_model import load_model
from pipeline.settings import Settings, load_settings


def settings(model: Path, **others: object) -> Settings:
    return load_settings(model=str(model), beam_size=1, **others)


def babble(seconds: float = 6.0) -> Samples:
    """Something that the voice detector takes for a voice: a buzz through two moving formants, with pauses."""
    times = np.arange(int(seconds * RATE)) / RATE
    pitch = 120 + 20 * np.sin(2 * np.pi * 2.3 * times)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    first, second = 500 + 250 * np.sin(2 * np.pi * 3.1 * times), 1500 + 500 * np.sin(2 * np.pi * 1.7 * times)
    buzz = np.zeros_like(times)
    for harmonic in range(1, 28):
        hertz = harmonic * pitch
        loud = np.exp(-(((hertz - first) / 150) ** 2)) + 0.6 * np.exp(-(((hertz - second) / 220) ** 2))
        buzz += loud * np.sin(harmonic * phase)
    syllables = np.clip(np.sin(2 * np.pi * 4 * times) + 0.6, 0, 1)
    return np.asarray(0.15 * buzz * syllables, np.float32)


def silence(seconds: float = 6.0) -> Samples:
    return np.zeros(int(seconds * RATE), np.float32)


def test_the_same_lanes_give_the_same_words(random_model: Path) -> None:
    lanes = (babble(2), babble(2) * 0.5)
    once = WhisperRecogniser(settings(random_model)).recognise(lanes)
    assert once == WhisperRecogniser(settings(random_model)).recognise(lanes)
    assert len(once.lanes) == 2
    assert once.language == "ru"


def test_a_silent_lane_says_nothing(random_model: Path) -> None:
    heard = WhisperRecogniser(settings(random_model)).recognise((silence(), silence()))
    assert [lane.segments for lane in heard.lanes] == [(), ()]
    assert heard.language is None


def test_words_lie_inside_the_speech_and_carry_plain_numbers(random_model: Path) -> None:
    lane = np.concatenate([silence(5), babble(4)])
    text = WhisperRecogniser(settings(random_model)).recognise((lane,)).lanes[0]
    places = [
        *((word.start, word.end) for segment in text.segments for word in segment.words),
        *((stretch.start, stretch.end) for stretch in (*text.dropped, *text.badly_heard)),
    ]
    assert places
    assert all(4.5 <= start <= end <= 9 for start, end in places)
    assert {type(second) for place in places for second in place} == {float}
    assert all(0 <= word.probability <= 1 for segment in text.segments for word in segment.words)


def test_to_warm_up_changes_nothing_of_what_is_heard(random_model: Path) -> None:
    warm, cold = WhisperRecogniser(settings(random_model)), WhisperRecogniser(settings(random_model))
    warm.warm_up()
    assert warm.recognise((babble(2),)) == cold.recognise((babble(2),))


@pytest.mark.parametrize("samples", [1, 100, 400, 1600])
def test_a_window_of_a_few_samples_is_no_failure(random_model: Path, samples: int) -> None:
    model = load_model(settings(random_model))
    heard = list(model.decode([babble(1)[:samples], babble(1)], "ru"))
    assert len(heard) == 2
    assert all(word.end <= samples / RATE for word in heard[0].words)


def test_progress_grows_to_the_length_of_the_call(random_model: Path) -> None:
    done: list[float] = []
    WhisperRecogniser(settings(random_model)).recognise((babble(), silence()), done.append)
    assert done == sorted(done)
    assert done[-1] == pytest.approx(6.0)


def test_auto_decides_between_russian_and_english_over_all_lanes(random_model: Path) -> None:
    recogniser = WhisperRecogniser(settings(random_model, language="auto"))
    assert recogniser.recognise((silence(), babble())).language in ("ru", "en")


def test_the_version_names_the_model_and_its_weights(random_model: Path) -> None:
    version = WhisperRecogniser(settings(random_model)).version
    assert version.engine == "faster-whisper"
    assert version.model.startswith("random@")
    assert version.version[0].isdigit()


def complaint(model: Path, **others: object) -> str:
    with pytest.raises(RecogniserError) as caught:
        WhisperRecogniser(settings(model, **others)).recognise((babble(2),))
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_compute_type_that_the_machine_has_not_names_its_setting(random_model: Path) -> None:
    assert "CALLGRADE_COMPUTE_TYPE" in complaint(random_model, compute_type="int99")


def test_a_language_that_the_model_has_not_names_its_setting(random_model: Path) -> None:
    assert "CALLGRADE_LANGUAGE" in complaint(random_model, language="de")


@pytest.mark.skipif(ctranslate2.get_cuda_device_count() > 0, reason="this machine has a GPU: CUDA would work")
def test_cuda_without_a_gpu_names_its_setting(random_model: Path) -> None:
    assert "CALLGRADE_DEVICE" in complaint(random_model, device="cuda")


def test_damaged_weights_are_told_in_one_line(random_model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(random_model, tmp_path / "copy")
    content = (copy / "model.bin").read_bytes()
    (copy / "model.bin").write_bytes(content[: len(content) // 2])
    assert "CALLGRADE_MODEL" in complaint(copy)
    (copy / "model.bin").write_bytes(content)
    (copy / "tokenizer.json").write_text("{", encoding="utf-8")
    assert "CALLGRADE_MODEL" in complaint(copy)
