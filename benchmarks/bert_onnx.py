"""How is a sentence model that comes as safetensors made into ONNX form? BERT's shape only, without PyTorch.

`python -m benchmarks.bert_onnx FOLDER OUT`: FOLDER holds `config.json`, `model.safetensors` and `tokenizer.json`.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper, save

Weights = Mapping[str, npt.NDArray[np.float32]]

_OPSET, _FORMAT = 17, 8


def read_safetensors(file: Path) -> dict[str, npt.NDArray[np.float32]]:
    """The float32 tensors of a safetensors file by name."""
    raw = file.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    told = json.loads(raw[8 : 8 + size])
    body = memoryview(raw)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*one["data_offsets"])], dtype="<f4").reshape(one["shape"])
        for name, one in told.items()
        if name != "__metadata__" and one["dtype"] == "F32"
    }


class _Graph:
    """A graph while it is put together: each call adds a node and gives the name of what comes out."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.nodes: list[NodeProto] = []
        self.tensors: dict[str, TensorProto] = {}

    def add(self, operator: str, *inputs: str, **attributes: float | Sequence[int]) -> str:
        out = f"n{len(self.nodes)}"
        node = helper.make_node(operator, list(inputs), [out])
        node.attribute.extend(helper.make_attribute(name, value) for name, value in attributes.items())
        self.nodes.append(node)
        return out

    def weight(self, name: str, *, turned: bool = False) -> str:
        value = self._weights[name]
        self.tensors[name] = numpy_helper.from_array(np.ascontiguousarray(value.T if turned else value), name)
        return name

    def constant(self, value: npt.NDArray[np.generic]) -> str:
        name = f"c{len(self.tensors)}"
        self.tensors[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def linear(self, told: str, name: str) -> str:
        return self.add(
            "Add", self.add("MatMul", told, self.weight(f"{name}.weight", turned=True)), self.weight(f"{name}.bias")
        )

    def norm(self, told: str, name: str, epsilon: float) -> str:
        weight, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", told, weight, bias, axis=-1, epsilon=epsilon)


def bert(weights: Weights, layers: int, heads: int, epsilon: float) -> ModelProto:
    """The ONNX model: `input_ids` of one sentence in, one row of numbers a token out."""
    graph = _Graph(weights)
    width = weights["embeddings.word_embeddings.weight"].shape[1]
    words = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    length = graph.add("Gather", graph.add("Shape", "input_ids"), graph.constant(np.array([1])))
    places = graph.add(
        "Slice", graph.weight("embeddings.position_embeddings.weight"), graph.constant(np.array([0])), length,
        graph.constant(np.array([0])),
    )  # fmt: skip
    kind = graph.add("Gather", graph.weight("embeddings.token_type_embeddings.weight"), graph.constant(np.array(0)))
    told = graph.add("Add", graph.add("Add", words, places), kind)
    told = graph.norm(told, "embeddings.LayerNorm", epsilon)
    apart = graph.constant(np.array([0, 0, heads, width // heads]))
    joined = graph.constant(np.array([0, 0, width]))
    scale = graph.constant(np.array((width // heads) ** 0.5, dtype=np.float32))
    for number in range(layers):
        name = f"encoder.layer.{number}"
        query, key, value = (
            graph.add("Reshape", graph.linear(told, f"{name}.attention.self.{part}"), apart)
            for part in ("query", "key", "value")
        )
        query, value = (graph.add("Transpose", part, perm=[0, 2, 1, 3]) for part in (query, value))
        key = graph.add("Transpose", key, perm=[0, 2, 3, 1])
        looks = graph.add("Softmax", graph.add("Div", graph.add("MatMul", query, key), scale), axis=-1)
        seen = graph.add("Transpose", graph.add("MatMul", looks, value), perm=[0, 2, 1, 3])
        seen = graph.linear(graph.add("Reshape", seen, joined), f"{name}.attention.output.dense")
        told = graph.norm(graph.add("Add", seen, told), f"{name}.attention.output.LayerNorm", epsilon)
        inner = _gelu(graph, graph.linear(told, f"{name}.intermediate.dense"))
        outer = graph.linear(inner, f"{name}.output.dense")
        told = graph.norm(graph.add("Add", outer, told), f"{name}.output.LayerNorm", epsilon)
    whole = helper.make_graph(
        [*graph.nodes, helper.make_node("Identity", [told], ["last_hidden_state"])], "bert",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [1, "tokens", width])],
        list(graph.tensors.values()),
    )  # fmt: skip
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_FORMAT)


def _gelu(graph: _Graph, told: str) -> str:
    half, one = (graph.constant(np.array(number, dtype=np.float32)) for number in (0.5, 1.0))
    root = graph.constant(np.array(2**0.5, dtype=np.float32))
    bent = graph.add("Add", graph.add("Erf", graph.add("Div", told, root)), one)
    return graph.add("Mul", graph.add("Mul", told, bent), half)


def write_onnx(folder: Path, out: Path) -> None:
    """A folder in ONNX form from a folder in safetensors form."""
    told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    weights = {name.removeprefix("bert."): one for name, one in read_safetensors(folder / "model.safetensors").items()}
    out.mkdir(parents=True, exist_ok=True)
    model = bert(weights, told["num_hidden_layers"], told["num_attention_heads"], told["layer_norm_eps"])
    save(model, str(out / "model.onnx"))
    shutil.copy(folder / "tokenizer.json", out)


if __name__ == "__main__":
    write_onnx(Path(sys.argv[1]), Path(sys.argv[2]))
