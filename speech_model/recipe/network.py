"""What does the model compute? Whisper's layers, small, with what training needs to see of the inside.

The layout of the weights is Whisper's (pre-norm, no bias at keys, output tied to the token embedding), so that
`convert.py` can hand them to CTranslate2 as they are. Two heads that only training uses, over phonemes
and letters, sit on the encoder.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from speech_model.recipe.features import STRIDE

MEL_BANDS = 80
ENCODER_POSITIONS = 1500
DECODER_POSITIONS = 448
READER_PHONEMES = 160


@dataclass(frozen=True)
class Shape:
    """The model's size; `phonemes` and `letters` count the classes of training's own two heads."""

    tokens: int
    phonemes: int
    letters: int
    width: int = 192
    heads: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 2
    hidden: int = 4


@dataclass(frozen=True)
class Output:
    """Scores over tokens, over phonemes (by frame of the sound), over letters (by vector of the encoder); and who
    looked where: [layer] -> batch, head, token, vector.
    """

    tokens: Tensor
    phonemes: Tensor
    letters: Tensor
    looks: list[Tensor]


def sinusoids(length: int, width: int) -> Tensor:
    """Whisper's position signal: sines, then cosines, of growing wave length."""
    step = math.log(10000.0) / (width // 2 - 1)
    rates = torch.exp(-step * torch.arange(width // 2))
    angles = torch.arange(length)[:, None] * rates[None, :]
    return torch.cat((angles.sin(), angles.cos()), dim=1)


class Attention(nn.Module):
    """Attention of several heads; `look` gives its weights too, at the cost of holding them."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def _join(self, x: Tensor) -> Tensor:
        return self.out(x.transpose(1, 2).flatten(2))

    def forward(self, x: Tensor, causal: bool = False) -> Tensor:
        # Written out: on a CPU this is three times as fast to train as torch's fused attention.
        query, key, value = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if causal:
            scores = scores + scores.new_full(scores.shape[-2:], -1e4).triu(1)
        return self._join(scores.softmax(-1, dtype=scores.dtype) @ value)

    def look(self, x: Tensor, source: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        query, key, value = self._split(self.query(x)), self._split(self.key(source)), self._split(self.value(source))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
        if mask is not None:
            scores = scores + mask
        weights = scores.float().softmax(-1)
        return self._join(weights.to(value.dtype) @ value), weights


class Layer(nn.Module):
    """One layer; `cross` adds the decoder's look at the sound."""

    def __init__(self, shape: Shape, cross: bool) -> None:
        super().__init__()
        width = shape.width
        self.self_norm = nn.LayerNorm(width)
        self.self_attention = Attention(width, shape.heads)
        self.cross_norm = nn.LayerNorm(width) if cross else None
        self.cross_attention = Attention(width, shape.heads) if cross else None
        self.feed_norm = nn.LayerNorm(width)
        self.feed_in = nn.Linear(width, shape.hidden * width)
        self.feed_out = nn.Linear(shape.hidden * width, width)

    def feed(self, x: Tensor) -> Tensor:
        return x + self.feed_out(functional.gelu(self.feed_in(self.feed_norm(x))))


class Encoder(nn.Module):
    """Log-mel frames (batch, 80, frames) to one vector for every second of them."""

    positions: Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(MEL_BANDS, shape.width, 3, padding=1)
        self.conv2 = nn.Conv1d(shape.width, shape.width, 3, stride=2, padding=1)
        self.register_buffer("positions", sinusoids(ENCODER_POSITIONS, shape.width), persistent=False)
        self.layers = nn.ModuleList(Layer(shape, cross=False) for _ in range(shape.encoder_layers))
        self.norm = nn.LayerNorm(shape.width)

    def forward(self, mel: Tensor) -> Tensor:
        x = functional.gelu(self.conv2(functional.gelu(self.conv1(mel)))).transpose(1, 2)
        x = x + self.positions[: x.shape[1]]
        for layer in self.layers:
            x = x + layer.self_attention(layer.self_norm(x))
            x = layer.feed(x)
        return self.norm(x)


class Decoder(nn.Module):
    """Tokens so far and the encoder's vectors to scores of the next token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.embedding = nn.Embedding(shape.tokens, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.positions = nn.Parameter(sinusoids(DECODER_POSITIONS, shape.width) * shape.width**-0.5)
        self.layers = nn.ModuleList(Layer(shape, cross=True) for _ in range(shape.decoder_layers))
        self.norm = nn.LayerNorm(shape.width)

    def forward(self, tokens: Tensor, sound: Tensor, mask: Tensor | None) -> tuple[Tensor, list[Tensor]]:
        x = self.embedding(tokens) + self.positions[: tokens.shape[1]]
        looks = []
        for layer in self.layers:
            x = x + layer.self_attention(layer.self_norm(x), causal=True)
            seen, weights = layer.cross_attention.look(layer.cross_norm(x), sound, mask)
            looks.append(weights)
            x = layer.feed(x + seen)
        return functional.linear(self.norm(x), self.embedding.weight), looks


class Reader(nn.Module):
    """Phonemes and their encoder frames (batch, phoneme) to what the encoder would hand on; training alone uses it."""

    positions: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(READER_PHONEMES, width)
        nn.init.normal_(self.embedding.weight, std=0.5)
        self.register_buffer("positions", sinusoids(ENCODER_POSITIONS, width), persistent=False)
        self.near = nn.Conv1d(width, width, 5, padding=2)
        self.mixed = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, phonemes: Tensor, places: Tensor) -> Tensor:
        x = self.embedding(phonemes) + self.positions[places]
        x = x + functional.gelu(self.near(x.transpose(1, 2))).transpose(1, 2)
        return self.norm(x + self.mixed(functional.gelu(x)))


class Network(nn.Module):
    """The whole model."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.decoder = Decoder(shape)
        self.phonemes = nn.Linear(shape.width, STRIDE * shape.phonemes)
        self.letters = nn.Linear(shape.width, shape.letters)
        self.reader = Reader(shape.width)

    def forward(self, mel: Tensor, tokens: Tensor, aside: bool = False) -> Output:
        """What the model makes of the sound, token after token; `aside`: the heads don't pull at the encoder."""
        sound = self.encoder(mel)
        scores, looks = self.decoder(tokens, sound, None)
        seen = sound.detach() if aside else sound
        phonemes = self.phonemes(seen).unflatten(-1, (STRIDE, self.shape.phonemes)).flatten(1, 2)
        return Output(scores, phonemes, self.letters(seen), looks)

    def read(self, phonemes: Tensor, places: Tensor, tokens: Tensor, mask: Tensor) -> Tensor:
        """Scores over tokens from phonemes instead of sound."""
        scores, _ = self.decoder(tokens, self.reader(phonemes, places), mask)
        return scores
