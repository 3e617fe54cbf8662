"""A Whisper model of random weights: it hears nothing right, but it loads and runs as any other does."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from ctranslate2.specs.whisper_spec import WhisperSpec
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

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
    _fill(spec, len(tokens), np.random.default_rng(seed))
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


def _fill(spec: WhisperSpec, words: int, random: np.random.Generator) -> None:
    def weights(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.normal(0.0, 0.2, shape).astype(np.float32)

    def linear(part: object, rows: int, columns: int) -> None:
        part.weight, part.bias = weights(rows, columns), weights(rows)  # type: ignore[attr-defined]

    def norm(part: object) -> None:
        part.gamma, part.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)  # type: ignore[attr-defined]

    spec.encoder.conv1.weight, spec.encoder.conv1.bias = weights(_WIDTH, 80, 3), weights(_WIDTH)
    spec.encoder.conv2.weight, spec.encoder.conv2.bias = weights(_WIDTH, _WIDTH, 3), weights(_WIDTH)
    spec.encoder.position_encodings.encodings = weights(1500, _WIDTH)
    spec.decoder.position_encodings.encodings = weights(448, _WIDTH)
    spec.decoder.embeddings.weight = weights(words, _WIDTH)
    spec.decoder.projection.weight = weights(words, _WIDTH)
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    for layer in (*spec.encoder.layer, *spec.decoder.layer):
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * _WIDTH, _WIDTH)
        linear(layer.self_attention.linear[1], _WIDTH, _WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 2 * _WIDTH, _WIDTH)
        linear(layer.ffn.linear_1, _WIDTH, 2 * _WIDTH)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], _WIDTH, _WIDTH)
        linear(layer.attention.linear[1], 2 * _WIDTH, _WIDTH)
        linear(layer.attention.linear[2], _WIDTH, _WIDTH)
