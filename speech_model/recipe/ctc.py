"""How does the trained encoder become a second, letters-only model for onnx-asr?

    python -m speech_model.recipe.ctc                        # last checkpoint -> speech_model/callgrade-ctc-ru/

Training teaches the encoder its letters by CTC. That head, with the log-mel frames computed inside the graph, is a
model of T-one's form (8,000 samples a second in, letters' log-probabilities out), which onnx-asr runs as `t-one-ctc`.
It hears worse than the whole model, since no decoder corrects its spelling; it is there to test the second engine.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from speech_model.recipe import corpus
from speech_model.recipe.convert import load_network, written_anew
from speech_model.recipe.features import CHUNK_SECONDS, HOP, RATE, WINDOW, mel_filters
from speech_model.recipe.network import Network
from speech_model.recipe.telephone import TELEPHONE_RATE
from speech_model.recipe.train import CHECKPOINT
from speech_model.recipe.vocabulary import LETTERS

FOLDER = corpus.WORK.parent / "callgrade-ctc-ru"
_SHARE = RATE // TELEPHONE_RATE
_WINDOW, _HOP = WINDOW // _SHARE, HOP // _SHARE
_CHUNK = CHUNK_SECONDS * TELEPHONE_RATE


class Frames(nn.Module):
    """Samples at 8,000 Hz (batch, sample) to the frames that the encoder was trained on (batch, band, frame)."""

    def __init__(self) -> None:
        super().__init__()
        bins = _WINDOW // 2 + 1
        angles = 2.0 * np.pi * np.outer(np.arange(bins), np.arange(_WINDOW)) / _WINDOW
        shape = np.hanning(_WINDOW + 1)[:-1]
        waves = np.concatenate([np.cos(angles) * shape, -np.sin(angles) * shape])
        self.register_buffer("waves", torch.tensor(waves, dtype=torch.float32)[:, None])
        self.register_buffer("filters", torch.tensor(mel_filters()[:, :bins], dtype=torch.float32))
        self.bins = bins

    def forward(self, samples: Tensor) -> Tensor:
        padded = functional.pad(samples[:, None], (_WINDOW // 2, _WINDOW // 2), mode="reflect")
        parts = functional.conv1d(padded, self.waves, stride=_HOP)[..., : samples.shape[1] // _HOP]
        # At 16,000 Hz a frame sums twice as many samples: four times the power.
        power = (parts[:, : self.bins] ** 2 + parts[:, self.bins :] ** 2) * float(_SHARE**2)
        bands = torch.log10(torch.clamp(self.filters @ power, min=1e-10))
        return (torch.maximum(bands, bands.amax((1, 2), keepdim=True) - 8.0) + 4.0) / 4.0


class Letters(nn.Module):
    """T-one's interface: a chunk of samples as whole numbers, and a state that this model does not need."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.frames = Frames()
        self.encoder = network.encoder
        self.letters = network.letters

    def forward(self, signal: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        scores = self.letters(self.encoder(self.frames(signal[..., 0].float() / 32767.0))).log_softmax(-1)
        # onnx-asr wants the blank behind the letters.
        return torch.cat([scores[..., 1:], scores[..., :1]], -1), state


def export(network: Network, folder: Path) -> None:
    """Write the whole folder anew, in int8."""
    with written_anew(folder) as half:
        whole = half / "whole.onnx"
        torch.onnx.export(
            Letters(network).eval(),
            (torch.zeros(1, _CHUNK, 1, dtype=torch.int32), torch.zeros(1, 1, dtype=torch.float16)),
            str(whole),
            input_names=["signal", "state"],
            output_names=["logprobs", "state_next"],
            dynamic_axes={name: {0: "batch"} for name in ("signal", "state", "logprobs", "state_next")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, half / "model.onnx", weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
        whole.unlink()
        letters = [" ", *LETTERS]
        config = {
            "model_type": "t-one-ctc",
            "decoder_params": {"vocabulary": letters},
            "encoder_params": {"reduction_kernel_size": 100 * 2 * HOP // RATE},
            "pad_token_id": len(letters),
            "window_seconds": CHUNK_SECONDS,
        }
        (half / "config.json").write_text(json.dumps(config, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Export the last checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=CHECKPOINT)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    chosen = parser.parse_args()
    export(load_network(chosen.checkpoint), chosen.folder)
    size = sum(path.stat().st_size for path in chosen.folder.iterdir())
    print(f"{chosen.folder}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
