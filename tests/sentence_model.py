"""A sentence model small enough for a test, in the form that real ones come in: words of one topic lie together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

_UNKNOWN = "[UNK]"


def make_sentence_model(folder: Path, topics: Sequence[str]) -> Path:
    """A folder with model.onnx and tokenizer.json; each topic is a string of words that mean the same."""
    words = {word: topic for topic, line in enumerate(topics) for word in line.split()}
    vocabulary = {_UNKNOWN: 0, **{word: number for number, word in enumerate(words, start=1)}}
    vectors = np.zeros((len(vocabulary), len(topics) + 1), np.float32)
    vectors[0, -1] = 0.1
    for word, topic in words.items():
        vectors[vocabulary[word], topic] = 1
    graph = helper.make_graph(
        [helper.make_node("Gather", ["vectors", "input_ids"], ["last_hidden_state"])],
        "words",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, None])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [1, None, vectors.shape[1]])],
        [numpy_helper.from_array(vectors, "vectors")],
    )
    folder.mkdir(parents=True, exist_ok=True)
    save(helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 17)]), folder / "model.onnx")
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
