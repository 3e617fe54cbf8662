"""A Whisper model of Whisper-small's shape and random weights: right for speed, wrong for everything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from ctranslate2.specs.whisper_spec import WhisperSpec
from numpy.typing import NDArray
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

WIDTH, LAYERS, HEADS, TOKENS = 768, 12, 12, 51_865
SPECIAL = ("", "<|endoftext|>", "<|startoftranscript|>", "<|ru|>", "<|en|>", "<|translate|>", "<|transcribe|>",
           "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>")  # fmt: skip
TIMES = 1501

Array = NDArray[np.float32]


def write_small(folder: Path, seed: int = 1) -> Path:
    """Write the model's folder in int8; gives it."""
    text = [f"w{number}" for number in range(TOKENS - len(SPECIAL) - TIMES)]
    tokens = [*text, *SPECIAL, *(f"<|{step * 0.02:.2f}|>" for step in range(TIMES))]
    spec = WhisperSpec(LAYERS, HEADS, LAYERS, HEADS)
    random = np.random.default_rng(seed)
    fill(spec, WIDTH, 4, TOKENS, lambda *shape: random.standard_normal(shape, dtype=np.float32) * np.float32(0.03))
    spec.register_vocabulary(tokens)
    # End of text never comes by itself: every window costs the same number of tokens.
    spec.config.suppress_ids = [tokens.index("<|endoftext|>")]
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [tokens.index("<|ru|>"), tokens.index("<|en|>")]
    spec.config.alignment_heads = [(LAYERS - 1, head) for head in range(4)]
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))
    tokenizer = Tokenizer(models.BPE({token: number for number, token in enumerate(tokens)}, [], unk_token=""))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_next")
    tokenizer.decoder = decoders.Fuse()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": 80}), encoding="utf-8")
    return folder


def fill(spec: WhisperSpec, width: int, hidden: int, words: int, weights: Callable[..., Array]) -> None:
    """Fill every part of a specification: `hidden` times the width in the feed-forward layers, `words` tokens."""

    def linear(part: object, rows: int, columns: int) -> None:
        part.weight, part.bias = weights(rows, columns), weights(rows)  # type: ignore[attr-defined]

    def norm(part: object) -> None:
        part.gamma, part.beta = np.ones(width, np.float32), np.zeros(width, np.float32)  # type: ignore[attr-defined]

    spec.encoder.conv1.weight, spec.encoder.conv1.bias = weights(width, 80, 3), weights(width)
    spec.encoder.conv2.weight, spec.encoder.conv2.bias = weights(width, width, 3), weights(width)
    spec.encoder.position_encodings.encodings = weights(1500, width)
    spec.decoder.position_encodings.encodings = weights(448, width)
    spec.decoder.embeddings.weight = weights(words, width)
    spec.decoder.projection.weight = weights(words, width)
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    for layer in (*spec.encoder.layer, *spec.decoder.layer):
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * width, width)
        linear(layer.self_attention.linear[1], width, width)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, hidden * width, width)
        linear(layer.ffn.linear_1, width, hidden * width)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], width, width)
        linear(layer.attention.linear[1], 2 * width, width)
        linear(layer.attention.linear[2], width, width)
