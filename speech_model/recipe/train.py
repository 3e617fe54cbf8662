"""How does the network learn, within a given time?

    python -m speech_model.recipe.train --minutes 90          # goes on from the last checkpoint, if there is one

The learning rate falls to nothing at the end of the time, whatever the machine's speed: a short run gives a worse
model, never a half-made one. First utterances alone (the encoder must align before anything else can), then
windows of a call.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import os
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from speech_model.recipe import corpus
from speech_model.recipe.batches import IGNORED, LETTER_CLASSES, Batch, Composer, Window, collate
from speech_model.recipe.features import CHUNK_SECONDS, ENCODER_PER_SECOND, FRAMES_PER_SECOND, STRIDE
from speech_model.recipe.losses import loss
from speech_model.recipe.network import Network, Shape
from speech_model.recipe.reading import Reader, Reading
from speech_model.recipe.shipped import take_over
from speech_model.recipe.vocabulary import Vocabulary

CPU = Path("/proc/cpuinfo")
TOKENIZER = corpus.WORK / "tokenizer.json"
CHECKPOINT = corpus.WORK / "checkpoint.pt"
PEAK_RATE = 1.5e-3
READER_SEED = 3
"""The same at every start, since it numbers the phonemes."""
HALF = "avx512_bf16" in CPU.read_text(encoding="utf-8") if CPU.exists() else False
"""Whether the processor multiplies in bfloat16 itself; where it doesn't, float32 is several times faster."""
SHIPPED = corpus.WORK.parent / "callgrade-ru" / "model.bin"
WARM_UP_STEPS = 300
BATCH_SECONDS = 60.0
LENGTH_STEP = 16
ALONE_UNTIL = 0.12
PADDED_FROM = 0.7
LONGEST_PADDED = 3000
"""Frames to which faster-whisper itself pads every window."""


@dataclass(frozen=True)
class Clock:
    """How far the training is, from 0 to 1: a share of its time, so that the data process knows it too."""

    started: float
    budget: float

    @property
    def progress(self) -> float:
        """0 at the start, 1 at the end."""
        return min(1.0, (time.time() - self.started) / self.budget)


class Stream(IterableDataset[tuple[Batch, Reading]]):
    """Batches without end, made in a process of their own."""

    def __init__(self, clock: Clock, seed: int, fresh: bool) -> None:
        self.clock = clock
        self.fresh = fresh
        self.seed = seed

    def __iter__(self) -> Iterator[tuple[Batch, Reading]]:
        torch.set_num_threads(1)
        os.nice(2)
        reader = Reader(Vocabulary.load(TOKENIZER), READER_SEED)
        for batch in self._heard():
            yield batch, reader.batch()

    def _heard(self) -> Iterator[Batch]:
        rng = random.Random(self.seed)
        composer = Composer(Vocabulary.load(TOKENIZER), corpus.SHARDS, self.seed)
        waiting, checked = Waiting(), time.time()
        while True:
            if time.time() - checked > 60:
                composer.refresh()
                checked = time.time()
            progress = self.clock.progress
            alone = 1.0 if self.fresh and progress < ALONE_UNTIL else 0.5 if progress < 0.75 else 0.3
            if rng.random() < alone:
                yield from waiting.batches(composer)
            else:
                for _ in range(8):
                    yield window_batch(composer, rng, progress)


class Waiting:
    """Utterances sorted into few fixed lengths until there are enough of one length for a batch.

    Few lengths, not only to pad little: for every new shape the library first compiles its kernels.
    """

    def __init__(self) -> None:
        self.groups: dict[int, list[Window]] = {}

    def batches(self, composer: Composer, draws: int = 160) -> list[Batch]:
        """Draw so many utterances; gives the batches that became full."""
        full = []
        for _ in range(draws):
            one = composer.short(composer.draw(composer.rng.random() < composer.narrow_share))
            length = -(-len(one.frames) // LENGTH_STEP) * LENGTH_STEP
            group = self.groups.setdefault(length, [])
            group.append(one)
            if len(group) >= max(2, round(BATCH_SECONDS * FRAMES_PER_SECOND / length)):
                full.append(collate(self.groups.pop(length), length))
        composer.rng.shuffle(full)
        return full


def window_batch(composer: Composer, rng: random.Random, progress: float) -> Batch:
    """Windows of one length; towards the end most are padded, as every window is when in use."""
    seconds = rng.choice((2.5, 4.0, 5.0))
    if rng.random() < 0.03:
        return collate([composer.window(rng.choice((2.0, 4.0, 5.0))) for _ in range(3)], LONGEST_PADDED)
    count = max(3, round(BATCH_SECONDS / seconds))
    whole = CHUNK_SECONDS * FRAMES_PER_SECOND
    length = round(seconds * ENCODER_PER_SECOND) * STRIDE
    spare = rng.randint(0, (whole - length) // 2) * 2
    if progress > PADDED_FROM and rng.random() < 0.5:
        length = whole
    elif rng.random() < 0.3:
        length += spare
    return collate([composer.window(seconds) for _ in range(count)], length)


@dataclass
class Training:
    """The network, its smoothed copy that is what gets exported, and the optimiser."""

    network: Network
    smooth: Network
    optimizer: torch.optim.AdamW
    steps: int = 0
    seconds: float = 0.0
    heard: float = 0.0
    again: float | None = None
    peak: float = PEAK_RATE
    aside_until: int = 0
    """Steps in which training's own heads, new beside shipped weights, must not pull at the encoder."""

    @classmethod
    def new(cls, shape: Shape) -> Training:
        """From random weights."""
        torch.manual_seed(1)
        network = Network(shape)
        optimizer = torch.optim.AdamW(network.parameters(), PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.02, fused=True)
        return cls(network, copy.deepcopy(network), optimizer)

    def save(self, path: Path) -> None:
        """A checkpoint, put in place at once and whole."""
        half = path.with_suffix(".half")
        state: dict[str, Any] = {
            "shape": asdict(self.network.shape),
            "network": self.network.state_dict(),
            "smooth": self.smooth.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "steps": self.steps,
            "seconds": self.seconds,
            "heard": self.heard,
        }
        torch.save(state, half)
        half.rename(path)

    @classmethod
    def load(cls, path: Path) -> Training:
        """Go on where a checkpoint ended."""
        state = torch.load(path)
        training = cls.new(Shape(**state["shape"]))
        training.network.load_state_dict(state["network"])
        training.smooth.load_state_dict(state["smooth"])
        training.optimizer.load_state_dict(state["optimizer"])
        training.steps, training.seconds, training.heard = state["steps"], state["seconds"], state["heard"]
        return training

    def rate(self, progress: float) -> float:
        """The learning rate: a short rise, then half a cosine to nearly nothing; a second time it just falls."""
        if self.again is not None:
            return self.again * max(0.005, 1.0 - progress)
        fall = 0.5 * (1.0 + math.cos(math.pi * progress))
        return self.peak * min(1.0, (self.steps + 1) / WARM_UP_STEPS) * max(0.005, fall)

    def step(self, batch: Batch, reading: Reading, first_time: int, progress: float) -> list[float]:
        """One step; gives the parts of the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(progress)
        side = 1.0 if progress < 0.85 else 0.5
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
            output = self.network(batch.mel, batch.inputs, aside=self.steps < self.aside_until)
            read = self.network.read(reading.phonemes, reading.places, reading.inputs, reading.mask)
        parts = loss(output, batch, first_time, side)
        spelling = functional.cross_entropy(read.float().flatten(0, 1), reading.targets.flatten(), ignore_index=IGNORED)
        self.optimizer.zero_grad()
        (parts.total + spelling).backward()
        norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        if math.isfinite(float(norm)):
            self.optimizer.step()
        self.steps += 1
        self.heard += batch.seconds
        keep = min(0.9985, (1 + self.steps) / (20 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.smooth.parameters()), list(self.network.parameters()), 1.0 - keep)
        return [float(part.detach()) for part in (parts.tokens, parts.phonemes, parts.letters, parts.guide, spelling)]


def main() -> None:
    """Train for the given time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=90.0)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--encoder-layers", type=int, default=4)
    parser.add_argument("--decoder-layers", type=int, default=3)
    parser.add_argument(
        "--again", type=float, metavar="RATE", help="go on from a finished checkpoint, falling from RATE"
    )
    parser.add_argument("--peak", type=float, default=PEAK_RATE, metavar="RATE", help="the highest learning rate")
    parser.add_argument("--shipped", action="store_true", help="begin with the shipped weights, not with random ones")
    chosen = parser.parse_args()
    vocabulary = Vocabulary.load(TOKENIZER)
    if CHECKPOINT.exists():
        training = Training.load(CHECKPOINT)
    else:
        shape = Shape(len(vocabulary), corpus.PHONEME_CLASSES, LETTER_CLASSES, chosen.width, 4,
                      chosen.encoder_layers, chosen.decoder_layers)  # fmt: skip
        training = Training.new(shape)
        if chosen.shipped:
            take_over(training.network, SHIPPED)
            training.smooth = copy.deepcopy(training.network)
            training.aside_until = WARM_UP_STEPS
    training.peak = chosen.peak
    if chosen.again:
        training.again, training.seconds = chosen.again, 0.0
    run(training, vocabulary, chosen.minutes * 60.0, fresh=not (chosen.shipped or chosen.again))


def report(training: Training, parts: list[float], progress: float) -> str:
    """One line of the log: the mean parts of the loss since the last one."""
    names = ("tokens", "phonemes", "letters", "guide", "spelling")
    means = {name: round(part, 3) for name, part in zip(names, parts, strict=True)}
    done = {"step": training.steps, "seconds": round(training.seconds), "hours": round(training.heard / 3600, 2)}
    return json.dumps({**done, **means, "rate": round(training.rate(progress), 6)})


def run(training: Training, vocabulary: Vocabulary, budget: float, fresh: bool) -> None:
    """Steps until the time is over, with a checkpoint every three minutes."""
    before, clock = training.seconds, Clock(time.time() - training.seconds, budget)
    stream = Stream(clock, training.steps + 11, fresh)
    loader = DataLoader(stream, batch_size=None, num_workers=1, prefetch_factor=12)
    started = saved = time.time()
    sums, count = [0.0] * 5, 0
    for batch, reading in loader:
        if clock.progress >= 1.0:
            break
        parts = training.step(batch, reading, vocabulary.time(0.0), clock.progress)
        sums, count = [a + b for a, b in zip(sums, parts, strict=True)], count + 1
        training.seconds = before + time.time() - started
        if training.steps % 50 == 0:
            print(report(training, [total / count for total in sums], clock.progress), flush=True)
            sums, count = [0.0] * 5, 0
        if time.time() - saved > 180:
            training.save(CHECKPOINT)
            saved = time.time()
    training.save(CHECKPOINT)


if __name__ == "__main__":
    main()
