"""How does training go on from the shipped folder, where no checkpoint is left?

CTranslate2's file holds named arrays one after another; its int8 rows are stored with a factor each. What only
training uses (the heads over phonemes and letters, the reader of text) is not shipped and starts anew.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from speech_model.recipe.network import Attention, Layer, Network

Arrays = dict[str, NDArray[np.float32]]

# The numbers that CTranslate2's file gives its types (ctranslate2/specs/model_spec.py).
_TYPES: dict[int, str] = {0: "<f4", 1: "<i1", 2: "<i2", 3: "<i4", 4: "<f2"}


class _File:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def number(self, form: str) -> int:
        (value,) = struct.unpack_from("<" + form, self.content, self.at)
        self.at += struct.calcsize("<" + form)
        return int(value)

    def name(self) -> str:
        return self.take(self.number("H")).rstrip(b"\0").decode()

    def take(self, count: int) -> bytes:
        part = self.content[self.at : self.at + count]
        self.at += count
        return part


def read_arrays(path: Path) -> Arrays:
    """The arrays of a model.bin as float32, by name; int8 rows are multiplied out."""
    file = _File(path.read_bytes())
    version, kind, revision = file.number("I"), file.name(), file.number("I")
    if kind != "WhisperSpec":
        raise ValueError(f"{path} holds a {kind} (format {version}, revision {revision}), not a Whisper model")
    stored: dict[str, NDArray[np.float32]] = {}
    for _ in range(file.number("I")):
        name = file.name()
        sizes = [file.number("I") for _ in range(file.number("B"))]
        form = _TYPES[file.number("B")]
        stored[name] = np.frombuffer(file.take(file.number("I")), form).reshape(sizes).astype(np.float32)
    for name in [name for name in stored if name.endswith("weight_scale")]:
        factor, whole = stored.pop(name), name.removesuffix("_scale")
        stored[whole] = stored[whole] / factor.reshape(-1, *[1] * (stored[whole].ndim - 1))
    return stored


def _set(parameter: Tensor, value: NDArray[np.float32]) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(value)))


def _linear(arrays: Arrays, name: str, *modules: nn.Linear) -> None:
    weight, bias = arrays[f"{name}/weight"], arrays[f"{name}/bias"]
    for number, module in enumerate(modules):
        rows = slice(number * module.out_features, (number + 1) * module.out_features)
        _set(module.weight, weight[rows])
        if module.bias is not None:
            _set(module.bias, bias[rows])


def _norm(arrays: Arrays, name: str, module: nn.LayerNorm) -> None:
    _set(module.weight, arrays[f"{name}/gamma"])
    _set(module.bias, arrays[f"{name}/beta"])


def _attention(arrays: Arrays, name: str, module: Attention, norm: nn.LayerNorm, cross: bool) -> None:
    if cross:
        _linear(arrays, f"{name}/linear_0", module.query)
        _linear(arrays, f"{name}/linear_1", module.key, module.value)
    else:
        _linear(arrays, f"{name}/linear_0", module.query, module.key, module.value)
    _linear(arrays, f"{name}/linear_{2 if cross else 1}", module.out)
    _norm(arrays, f"{name}/layer_norm", norm)


def _layer(arrays: Arrays, name: str, layer: Layer) -> None:
    _attention(arrays, f"{name}/self_attention", layer.self_attention, layer.self_norm, cross=False)
    if layer.cross_attention is not None and layer.cross_norm is not None:
        _attention(arrays, f"{name}/attention", layer.cross_attention, layer.cross_norm, cross=True)
    _norm(arrays, f"{name}/ffn/layer_norm", layer.feed_norm)
    _linear(arrays, f"{name}/ffn/linear_0", layer.feed_in)
    _linear(arrays, f"{name}/ffn/linear_1", layer.feed_out)


def _silence(layer: Layer) -> None:
    """Make a new layer hand on what it gets, so that it can learn without first doing harm."""
    for module in (layer.self_attention.out, layer.cross_attention and layer.cross_attention.out, layer.feed_out):
        if module is not None:
            nn.init.zeros_(module.weight)
            nn.init.zeros_(module.bias)


def take_over(network: Network, path: Path) -> None:
    """Fill the network with a model.bin's weights; layers that the file lacks begin without effect."""
    arrays = read_arrays(path)
    for number, module in ((1, network.encoder.conv1), (2, network.encoder.conv2)):
        _set(module.weight, arrays[f"encoder/conv{number}/weight"])
        _set(module.bias, arrays[f"encoder/conv{number}/bias"])  # type: ignore[arg-type]
    _norm(arrays, "encoder/layer_norm", network.encoder.norm)
    _norm(arrays, "decoder/layer_norm", network.decoder.norm)
    _set(network.decoder.embedding.weight, arrays["decoder/embeddings/weight"])
    _set(network.decoder.positions, arrays["decoder/position_encodings/encodings"])
    for side, layers in (("encoder", network.encoder.layers), ("decoder", network.decoder.layers)):
        for number, layer in enumerate(layers):
            if not isinstance(layer, Layer):
                raise TypeError(f"{side} layer {number} is a {type(layer).__name__}")
            if f"{side}/layer_{number}/ffn/linear_0/weight" in arrays:
                _layer(arrays, f"{side}/layer_{number}", layer)
            else:
                _silence(layer)
