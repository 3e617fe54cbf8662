"""How does the trained network become the folder that faster-whisper opens?

python -m speech_model.recipe.convert                     # last checkpoint -> speech_model/callgrade-ru/
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import torch
from ctranslate2.specs import whisper_spec
from torch import nn

from speech_model.recipe import corpus
from speech_model.recipe.features import CHUNK_SECONDS, HOP, WINDOW
from speech_model.recipe.losses import GUIDED_HEADS
from speech_model.recipe.network import Attention, Encoder, Layer, Network, Shape
from speech_model.recipe.train import CHECKPOINT, TOKENIZER
from speech_model.recipe.vocabulary import LANGUAGES, Vocabulary

FOLDER = corpus.WORK.parent / "callgrade-ru"


def load_network(path: Path) -> Network:
    """The smoothed network of a checkpoint."""
    state = torch.load(path, map_location="cpu")
    network = Network(Shape(**state["shape"]))
    network.load_state_dict(state["smooth"])
    return network.eval()


def _norm(spec: Any, module: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = module.weight.detach().numpy(), module.bias.detach().numpy()


def _linear(spec: Any, *modules: nn.Linear) -> None:
    """One linear layer, or several as one (a missing bias is a bias of zero)."""
    spec.weight = torch.cat([one.weight.detach() for one in modules]).numpy()
    biases = [torch.zeros(one.out_features) if one.bias is None else one.bias.detach() for one in modules]
    spec.bias = torch.cat(biases).numpy()


def _attention(spec: Any, module: Attention, norm: nn.LayerNorm, cross: bool) -> None:
    if cross:
        _linear(spec.linear[0], module.query)
        _linear(spec.linear[1], module.key, module.value)
    else:
        _linear(spec.linear[0], module.query, module.key, module.value)
    _linear(spec.linear[-1], module.out)
    _norm(spec.layer_norm, norm)


def _layer(spec: Any, layer: Layer) -> None:
    _attention(spec.self_attention, layer.self_attention, layer.self_norm, cross=False)
    if layer.cross_attention is not None and layer.cross_norm is not None:
        _attention(spec.attention, layer.cross_attention, layer.cross_norm, cross=True)
    _norm(spec.ffn.layer_norm, layer.feed_norm)
    _linear(spec.ffn.linear_0, layer.feed_in)
    _linear(spec.ffn.linear_1, layer.feed_out)


def _encoder(spec: Any, encoder: Encoder) -> None:
    for part, module in ((spec.conv1, encoder.conv1), (spec.conv2, encoder.conv2)):
        part.weight, part.bias = module.weight.detach().numpy(), module.bias.detach().numpy()  # type: ignore[union-attr]
    spec.position_encodings.encodings = encoder.positions.numpy()
    _norm(spec.layer_norm, encoder.norm)
    for part, layer in zip(spec.layer, encoder.layers, strict=True):
        _layer(part, layer)  # type: ignore[arg-type]


def specification(network: Network, vocabulary: Vocabulary) -> whisper_spec.WhisperSpec:
    """The network in CTranslate2's terms."""
    shape = network.shape
    spec = whisper_spec.WhisperSpec(shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads)
    _encoder(spec.encoder, network.encoder)
    decoder = network.decoder
    spec.decoder.embeddings.weight = decoder.embedding.weight.detach().numpy()
    spec.decoder.position_encodings.encodings = decoder.positions.detach().numpy()
    spec.decoder.projection.weight = decoder.embedding.weight.detach().numpy()
    _norm(spec.decoder.layer_norm, decoder.norm)
    for part, layer in zip(spec.decoder.layer, decoder.layers, strict=True):
        _layer(part, layer)  # type: ignore[arg-type]
    spec.register_vocabulary(vocabulary.names())
    number = vocabulary.number
    spec.config.lang_ids = [number(f"<|{language}|>") for language in LANGUAGES]
    spec.config.suppress_ids = [number(""), vocabulary.start, number("<|translate|>"), number("<|transcribe|>"),
                                number("<|startoflm|>"), number("<|startofprev|>"), vocabulary.no_speech,
                                number(" -")]  # fmt: skip
    # End of text may come first here, unlike in Whisper: it is how a window without speech is written.
    spec.config.suppress_ids_begin = [number(" ")]
    spec.config.alignment_heads = [list(pair) for pair in product(range(shape.decoder_layers), GUIDED_HEADS)]
    return spec


@contextmanager
def written_anew(folder: Path) -> Iterator[Path]:
    """An empty folder beside, to be filled; it takes the folder's place only when it is whole."""
    half = folder.with_name(folder.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    yield half
    shutil.rmtree(folder, ignore_errors=True)
    half.rename(folder)


def convert(network: Network, vocabulary: Vocabulary, folder: Path) -> None:
    """Write the whole folder anew, in int8."""
    spec = specification(network, vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    features = {"chunk_length": CHUNK_SECONDS, "feature_size": 80, "hop_length": HOP, "n_fft": WINDOW,
                "sampling_rate": 16000}  # fmt: skip
    with written_anew(folder) as half:
        spec.save(str(half))
        vocabulary.tokenizer.save(str(half / "tokenizer.json"))
        (half / "preprocessor_config.json").write_text(json.dumps(features, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Convert the last checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=CHECKPOINT)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    chosen = parser.parse_args()
    if not chosen.checkpoint.exists():
        raise SystemExit(f"no checkpoint at {chosen.checkpoint}: run python -m speech_model.recipe.train first")
    convert(load_network(chosen.checkpoint), Vocabulary.load(TOKENIZER), chosen.folder)
    size = sum(path.stat().st_size for path in chosen.folder.iterdir())
    print(f"{chosen.folder}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
