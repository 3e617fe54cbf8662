"""The second engine for real: onnx-asr on the small letters model of the project's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import RATE, decode
from pipeline.recognition import RecogniserError
from pipeline.recognition.engines import recogniser_for
from pipeline.recognition.onnx import OnnxModel, OnnxRecogniser
from pipeline.settings import DEMO_LETTERS_MODEL, ROOT, Settings, load_settings
from pipeline.transcript import read_transcript
from pipeline.word_errors import count_errors

NAME = "out-89005550123-203-20261103-101530-1793690130.12"
RECORDING = next((ROOT / "samples" / "recordings").rglob(f"{NAME}.*"))
pytestmark = pytest.mark.speech


def settings(model: str = "demo") -> Settings:
    return load_settings(engine="onnx", model=model)


def test_it_hears_the_letters_of_each_lane_with_times_inside_the_speech() -> None:
    spoken = read_transcript(ROOT / "samples" / "truth" / f"{NAME}.json")
    lanes = [lane[: 40 * RATE] for lane in decode(RECORDING).lanes]
    heard = recogniser_for(settings()).recognise(lanes)
    assert heard.language == "ru"
    for lane, speaker in zip(heard.lanes, ("agent", "client"), strict=True):
        said = [s for s in spoken.segments if s.speaker == speaker and s.end < 40]
        written = "".join(segment.text.replace(" ", "") for segment in lane.segments if segment.end < 40)
        true = "".join(segment.text.replace(" ", "") for segment in said)
        assert count_errors(list(true), list(written)).rate < 0.3
        words = [word for segment in lane.segments for word in segment.words]
        assert all(0 <= word.start <= word.end <= 41 and 0 < word.probability <= 1 for word in words)
        assert any(abs(words[0].start - segment.start) < 0.4 for segment in said)


def test_nothing_is_heard_where_nobody_speaks() -> None:
    hiss = np.random.default_rng(1).normal(0, 0.01, 20 * RATE).astype(np.float32)
    heard = recogniser_for(settings()).recognise([hiss, np.zeros_like(hiss)])
    assert [lane.segments for lane in heard.lanes] == [(), ()]


def test_the_same_lanes_give_the_same_words() -> None:
    lanes = [lane[: 15 * RATE] for lane in decode(RECORDING).lanes]
    assert recogniser_for(settings()).recognise(lanes) == recogniser_for(settings()).recognise(lanes)


def test_the_version_names_engine_model_and_weights() -> None:
    version = OnnxRecogniser(settings()).version
    assert version.engine == "onnx-asr"
    assert version.model.startswith("callgrade-ctc-ru@")
    assert version.version[0].isdigit()


def test_a_model_of_one_language_is_not_asked_for_another() -> None:
    assert not OnnxModel(None, "gigaam-v3-ctc").knows("en")  # type: ignore[arg-type]
    assert OnnxModel(None, "gigaam-v3-ctc").knows("ru")  # type: ignore[arg-type]
    assert OnnxModel(None, "nemo-parakeet-tdt-0.6b-v3").knows("ru")  # type: ignore[arg-type]


@pytest.mark.parametrize("config", [None, {"model_type": "no-such-type"}])
def test_a_folder_that_is_no_model_is_told_in_one_line(tmp_path: Path, config: dict[str, str] | None) -> None:
    folder = shutil.copytree(DEMO_LETTERS_MODEL, tmp_path / "model")
    (folder / "config.json").unlink()
    if config:
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(RecogniserError) as caught:
        OnnxRecogniser(settings(str(folder))).warm_up()
    assert "\n" not in str(caught.value)
    assert "CALLGRADE_MODEL" in str(caught.value)
