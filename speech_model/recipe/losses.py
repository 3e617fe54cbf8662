"""How wrong is the network, and in which four ways is it told so?

The tokens are what counts. Phonemes by frame and letters by CTC teach the encoder long before the decoder can
make use of it; and the guide tells some heads of the decoder where in the sound each token is heard.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from speech_model.recipe.batches import IGNORED, MARGIN, Batch
from speech_model.recipe.network import Output

GUIDED_HEADS = (0, 1)
"""In every decoder layer; they become the alignment heads, which give the words their times."""
TIME_WEIGHT = 0.4


@dataclass(frozen=True)
class Loss:
    """The parts, each a mean, and their weighted sum."""

    tokens: Tensor
    phonemes: Tensor
    letters: Tensor
    guide: Tensor
    total: Tensor


def guide_loss(looks: list[Tensor], guides: Tensor) -> Tensor:
    """How little of the guided heads' attention falls where the token is heard."""
    valid = guides[..., 1] >= 0
    places = torch.arange(looks[0].shape[-1])
    inside = (places >= guides[..., :1] - MARGIN) & (places <= guides[..., 1:] + MARGIN)
    parts = []
    for weights in looks:
        caught = (weights[:, list(GUIDED_HEADS)] * inside[:, None]).sum(-1)
        parts.append(-(caught + 1e-4).log().mean(1)[valid].mean())
    return torch.stack(parts).mean()


def loss(output: Output, batch: Batch, first_time: int, side: float) -> Loss:
    """`side` weighs what serves only the learning; `first_time` is the number of the first time token."""
    weight = torch.ones(output.tokens.shape[-1])
    weight[first_time:] = TIME_WEIGHT
    tokens = functional.cross_entropy(
        output.tokens.float().flatten(0, 1),
        batch.targets.flatten(),
        weight=weight,
        ignore_index=IGNORED,
        label_smoothing=0.03,
    )
    phonemes = functional.cross_entropy(
        output.phonemes.float().flatten(0, 1), batch.phonemes.flatten(), ignore_index=IGNORED
    )
    scores = output.letters.float().log_softmax(-1).transpose(0, 1)
    letters = functional.ctc_loss(scores, batch.letters, batch.lengths, batch.letter_counts, zero_infinity=True)
    guide = guide_loss(output.looks, batch.guides)
    total = tokens + side * (0.7 * phonemes + 0.5 * letters + guide)
    return Loss(tokens, phonemes, letters, guide, total)
