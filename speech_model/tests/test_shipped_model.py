"""Does faster-whisper open the shipped folder, and does the model keep to what its README promises?"""

# ruff: noqa: S101
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).resolve().parents[1] / "callgrade-ru"
faster_whisper = pytest.importorskip("faster_whisper")


@pytest.fixture(scope="module")
def model():  # type: ignore[no-untyped-def]
    return faster_whisper.WhisperModel(str(FOLDER), device="cpu", compute_type="int8", local_files_only=True)


def test_folder_is_small_and_whole() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert {"model.bin", "config.json", "vocabulary.json", "tokenizer.json", "preprocessor_config.json"} <= names
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 12_000_000


def test_special_tokens_stand_in_the_order_that_ctranslate2_counts_on() -> None:
    names = json.loads((FOLDER / "vocabulary.json").read_text(encoding="utf-8"))
    end = names.index("<|endoftext|>")
    assert names[end - 1] == ""
    assert names[end + 1 : end + 4] == ["<|startoftranscript|>", "<|ru|>", "<|en|>"]
    first_time = names.index("<|0.00|>")
    assert names[first_time - 2 : first_time] == ["<|nospeech|>", "<|notimestamps|>"]
    assert names[first_time:] == [f"<|{index * 0.02:.2f}|>" for index in range(1501)]


@pytest.mark.speech
@pytest.mark.parametrize("level", [0.0, 0.003])
def test_nothing_is_heard_where_nobody_speaks(model, level: float) -> None:  # type: ignore[no-untyped-def]
    sound = np.random.default_rng(1).standard_normal(16_000 * 20).astype(np.float32) * level
    segments, _ = model.transcribe(sound, language="ru", temperature=0.0, condition_on_previous_text=False)
    assert [segment.text for segment in segments] == []
