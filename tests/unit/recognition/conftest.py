"""A Whisper model of random weights: it hears nothing right, but it loads and runs as any other does."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from ctranslate2.specs.whisper_spec import WhisperSpec
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

from benchmarks.random_whisper import fill

_WIDTH = 16
_LETTERS = " абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz"
_SPECIAL = (
    *("", "<|endoftext|>", "<|startoftranscript|>", "<|ru|>", "<|en|>", "<|translate|>", "<|transcribe|>"),
    *("<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"),
)


@pytest.fixture(scope="session")
def random_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model of random weights."""
    return _write(tmp_path_factory.mktemp("models") / "random")


def _write(folder: Path, seed: int = 1) -> Path:
    tokens = [*_LETTERS, *_SPECIAL, *(f"<|{step * 0.02:.2f}|>" for step in range(1501))]
    spec = WhisperSpec(1, 2, 1, 2)
    random = np.random.default_rng(seed)
    fill(spec, _WIDTH, 2, len(tokens), lambda *shape: random.normal(0.0, 0.2, shape).astype(np.float32))
    spec.register_vocabulary(tokens)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [tokens.index("<|ru|>"), tokens.index("<|en|>")]
    spec.config.alignment_heads = [(0, 0), (0, 1)]
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    tokenizer = Tokenizer(models.BPE({token: number for number, token in enumerate(tokens)}, [], unk_token=""))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_next")
    tokenizer.decoder = decoders.Fuse()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": 80}), encoding="utf-8")
    return folder
