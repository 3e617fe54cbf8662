"""What does training show the network at each step? Utterances alone at first, then packed into windows of a call.

Everything that varies from one hearing to the next happens here: loudness, line noise, the pauses between
utterances, where a window begins and where it is cut off, and whether times are written.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from speech_model.recipe import corpus, features
from speech_model.recipe.vocabulary import LETTERS, Vocabulary

IGNORED = -100
LETTER_NUMBERS = {" ": 1, **{letter: number for number, letter in enumerate(LETTERS, start=2)}}
LETTER_CLASSES = len(LETTER_NUMBERS) + 1
MARGIN = 1
"""Vectors of the encoder (40 ms) by which a token may look outside its share of the word."""
TOKEN_STEP = 8
TIMES_SHARE = 0.25
"""Share of windows whose text is written with its times; Callgrade decodes without."""
MISHEARD_SHARE = 0.06
"""Share of earlier tokens given wrongly, so that the network listens instead of trusting what it wrote."""


@dataclass
class Window:
    """One example: what is heard, and what is to be written, token by token.

    `inputs` and `targets` go side by side; `guides` says between which of the encoder's vectors each target is heard
    (-1, -1: anywhere).
    """

    frames: NDArray[np.float32]
    phonemes: NDArray[np.int16]
    inputs: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    guides: list[tuple[int, int]] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Batch:
    """Windows side by side, padded."""

    mel: Tensor
    inputs: Tensor
    targets: Tensor
    guides: Tensor
    phonemes: Tensor
    letters: Tensor
    letter_counts: Tensor
    lengths: Tensor

    @property
    def seconds(self) -> float:
        """Seconds of sound in it, padding left out."""
        return float(self.lengths.sum()) / features.ENCODER_PER_SECOND


@dataclass(frozen=True)
class Piece:
    """A stretch of an utterance on the window's clock (seconds), with the words that are wholly in it."""

    start: float
    end: float
    words: list[tuple[str, float, float]]
    cut: bool = False


class Composer:
    """Makes windows out of the corpus on disk, which may still be growing."""

    def __init__(self, vocabulary: Vocabulary, folder: Path, seed: int) -> None:
        self.vocabulary = vocabulary
        self.folder = folder
        self.rng = random.Random(seed)
        self.noise = {narrow: corpus.noise_bank(random.Random(7), narrow) for narrow in (True, False)}
        self.read: set[str] = set()
        self.speech: dict[bool, list[corpus.Utterance]] = {True: [], False: []}
        self.silent: list[corpus.Utterance] = []
        self.refresh()

    def refresh(self) -> None:
        """Read the shards that were not there before."""
        for path in sorted(self.folder.glob("*.npz")):
            if path.name not in self.read:
                self.read.add(path.name)
                for one in corpus.read_shard(path):
                    if one.words:
                        self.speech[one.narrow].append(one)
                    else:
                        self.silent.append(one)

    @property
    def narrow_share(self) -> float:
        """The share of utterances that came over a telephone."""
        return len(self.speech[True]) / (len(self.speech[True]) + len(self.speech[False]))

    def draw(self, narrow: bool) -> corpus.Utterance:
        """Any utterance of the line's kind."""
        return self.rng.choice(self.speech[narrow])

    # -- sound ---------------------------------------------------------------------------------------------

    def _heard(self, frames: NDArray[np.float32], narrow: bool, quiet: bool) -> NDArray[np.float32]:
        """The frames with line noise, in some loudness, limited as faster-whisper does it."""
        rng = self.rng
        if rng.random() < 0.4:
            frames = _warped(frames, rng.uniform(0.85, 1.2))
        if rng.random() < 0.25:
            frames = _echoed(frames, rng.randint(1, 4), rng.uniform(-14.0, -1.0))
        if rng.random() < 0.5:  # another voice's timbre, another telephone's
            bends = np.interp(np.arange(80), np.linspace(0, 79, 5), [rng.gauss(0.0, 0.35) for _ in range(5)])
            frames = np.maximum(frames + bends.astype(np.float32), np.float32(features.SILENCE))
        if rng.random() < 0.85:
            noise = rng.choice(self.noise[narrow])
            start = rng.randrange(len(noise))
            noise = np.resize(np.roll(noise, -start, axis=0), frames.shape)
            level = rng.uniform(-75.0, -38.0) if rng.random() < 0.85 else rng.uniform(-38.0, -31.0)
            frames = features.mixed(frames, features.louder(noise, level))
        top = float(frames.max())
        if quiet:  # elsewhere in the recording somebody did speak
            top = max(top, float(self.draw(narrow).frames.max()) - rng.uniform(-0.3, 1.0))
        elif rng.random() < 0.4:
            top += rng.uniform(0.0, 0.8)
        frames = features.limited(frames, top) + np.float32(rng.uniform(-15.0, 6.0) / 40.0)
        return self._masked(frames)

    def _masked(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        rng = self.rng
        if rng.random() < 0.1:
            band = rng.randrange(72)
            frames[:, band : band + rng.randint(2, 8)] = frames.mean()
        if rng.random() < 0.1:
            for _ in range(1 + len(frames) // 200):
                start = rng.randrange(max(1, len(frames) - 4))
                frames[start : start + rng.randint(1, 4)] = frames.mean()
        return frames

    # -- windows -------------------------------------------------------------------------------------------

    def short(self, one: corpus.Utterance) -> Window:
        """One utterance with a little silence around it."""
        rng = self.rng
        lead, tail = rng.choice((0.0, rng.uniform(0.0, 0.5))), rng.uniform(0.02, 0.6)
        canvas, phonemes = _canvas(lead + one.seconds + tail)
        words = _lay(canvas, phonemes, one, 0.0, lead)
        window = Window(self._heard(canvas, one.narrow, False), phonemes)
        self._write(window, [Piece(words[0][1], words[-1][2], words)], times=rng.random() < TIMES_SHARE)
        return window

    def window(self, seconds: float) -> Window:
        """A stretch of one side of a call: utterances and pauses, begun and ended anywhere."""
        rng = self.rng
        if rng.random() < 0.06:
            return self.silence(seconds)
        narrow = rng.random() < self.narrow_share
        canvas, phonemes = _canvas(seconds)
        at = 0.0 if rng.random() < 0.4 else _pause(rng)
        times = rng.random() < TIMES_SHARE
        pieces: list[Piece] = []
        while at < seconds - 0.5:
            one = self.draw(narrow)
            skip = 0.0
            if not pieces and rng.random() < 0.3:  # a window may begin within a sentence, at a word
                skip = max(0.0, rng.choice(one.words).start - 0.02)
            over = at + one.seconds - skip > seconds
            if over and pieces and (not times or rng.random() < 0.4):
                break
            words = _lay(canvas, phonemes, one, skip, at)
            whole = [word for word in words if word[2] < seconds - 0.02]
            if whole:
                pieces.append(Piece(whole[0][1], whole[-1][2], whole, cut=len(whole) < len(words)))
            at += one.seconds - skip + _pause(rng)
        window = Window(self._heard(canvas, narrow, False), phonemes)
        self._write(window, pieces, times)
        return window

    def silence(self, seconds: float) -> Window:
        """A window in which nobody speaks: line noise, or the sounds of the exchange."""
        canvas, phonemes = _canvas(seconds)
        if self.rng.random() < 0.55:
            one = self.rng.choice(self.silent)
            _lay(canvas, phonemes, one, 0.0, self.rng.uniform(0.0, seconds / 2))
        window = Window(self._heard(canvas, True, True), phonemes)
        self._write(window, [], times=self.rng.random() < TIMES_SHARE)
        return window

    # -- text ----------------------------------------------------------------------------------------------

    def _write(self, window: Window, pieces: list[Piece], times: bool) -> None:
        vocabulary, rng = self.vocabulary, self.rng
        names = vocabulary.number
        head = [names("<|ru|>") if pieces else vocabulary.no_speech, IGNORED]
        window.inputs = [vocabulary.start, names("<|ru|>"), names("<|transcribe|>")]
        if not times:
            window.inputs.append(vocabulary.no_times)
            head.append(IGNORED)
        window.guides = [(-1, -1)] * len(head)
        written: list[tuple[int, float, float]] = []
        if times and not pieces:
            written.append((vocabulary.time(0.0), -1.0, -1.0))
        for piece in pieces:
            if times:
                written.append((vocabulary.time(piece.start), piece.start - 0.02, piece.start + 0.08))
            for word, start, end in piece.words:
                tokens = vocabulary.pieces(word)
                written += _shares(vocabulary, tokens, start, end)
            if times:
                mark = (vocabulary.time(piece.end), piece.end - 0.08, piece.end + 0.02)
                written += [mark, mark] if piece.cut else [mark]
        last = pieces[-1].end if pieces else -1.0
        written.append((vocabulary.end, last, last + 0.06) if pieces else (vocabulary.end, -1.0, -1.0))
        shown = [token for token, _, _ in written[:-1]]
        if times and pieces and pieces[0].start > 1.0 and rng.random() < 0.5:
            # faster-whisper lets no first time lie later than one second unless it is told to
            shown[0] = vocabulary.time(rng.choice((0.0, rng.uniform(0.0, 1.0))))
        window.inputs += [self._misheard(token) for token in shown]
        window.targets = head + [token for token, _, _ in written]
        window.guides += [(_vector(a), _vector(b)) if b >= 0 else (-1, -1) for _, a, b in written]
        text = " ".join(word for piece in pieces for word, _, _ in piece.words)
        window.letters = [LETTER_NUMBERS[letter] for letter in text]

    def _misheard(self, token: int) -> int:
        if token < self.vocabulary.end - 1 and self.rng.random() < MISHEARD_SHARE:
            return self.rng.randrange(self.vocabulary.end - 1)
        return token


def _vector(seconds: float) -> int:
    return round(seconds * features.ENCODER_PER_SECOND)


def _pause(rng: random.Random) -> float:
    """Seconds between two utterances of one side: mostly a breath, at times the other side's whole turn."""
    return rng.uniform(0.1, 1.0) if rng.random() < 0.8 else min(12.0, rng.expovariate(0.4))


def _canvas(seconds: float) -> tuple[NDArray[np.float32], NDArray[np.int16]]:
    length = round(seconds * features.ENCODER_PER_SECOND) * features.STRIDE
    return np.full((length, 80), features.SILENCE, np.float32), np.zeros(length, np.int16)


def _lay(
    canvas: NDArray[np.float32], phonemes: NDArray[np.int16], one: corpus.Utterance, skip: float, at: float
) -> list[tuple[str, float, float]]:
    """Put the utterance, without its first `skip` seconds, at `at` seconds; gives its words on this clock."""
    first, start = round(skip * features.FRAMES_PER_SECOND), round(at * features.FRAMES_PER_SECOND)
    part = slice(first, first + max(0, len(canvas) - start))
    end = start + len(one.frames[part])
    canvas[start:end], phonemes[start:end] = one.frames[part], one.phonemes[part]
    shift = (start - first) / features.FRAMES_PER_SECOND
    return [(w.text, w.start + shift, w.end + shift) for w in one.words if w.start >= skip - 1e-6]


def _shares(vocabulary: Vocabulary, tokens: list[int], start: float, end: float) -> list[tuple[int, float, float]]:
    counts = [max(1, len((vocabulary.tokenizer.id_to_token(token) or "").strip())) for token in tokens]
    step, shares = (end - start) / sum(counts), []
    for token, count in zip(tokens, counts, strict=True):
        shares.append((token, start, start + step * count))
        start += step * count
    return shares


def _warped(frames: NDArray[np.float32], factor: float) -> NDArray[np.float32]:
    """The bands stretched, as by a longer or a shorter throat."""
    places = np.clip(np.arange(80) * factor, 0, 79)
    low = np.minimum(places.astype(int), 78)
    part = (places - low).astype(np.float32)
    return frames[:, low] * (1 - part) + frames[:, low + 1] * part


def _echoed(frames: NDArray[np.float32], late: int, decibels: float) -> NDArray[np.float32]:
    """With a copy so many frames later and so much softer, as from a room or a headset."""
    copy = np.full_like(frames, features.SILENCE)
    copy[late:] = features.louder(frames[:-late], decibels)
    return features.mixed(frames, copy)


def collate(windows: list[Window], length: int) -> Batch:
    """Windows side by side, each padded to `length` frames with zeros as faster-whisper pads."""
    count = len(windows)
    longest = -(-max(len(one.targets) for one in windows) // TOKEN_STEP) * TOKEN_STEP
    mel = torch.zeros(count, 80, length)
    inputs = torch.zeros(count, longest, dtype=torch.long)
    targets = torch.full((count, longest), IGNORED)
    guides = torch.full((count, longest, 2), -1)
    phonemes = torch.zeros(count, length, dtype=torch.long)
    for row, one in enumerate(windows):
        mel[row, :, : len(one.frames)] = torch.from_numpy(one.frames.T.copy())
        inputs[row, : len(one.inputs)] = torch.tensor(one.inputs)
        targets[row, : len(one.targets)] = torch.tensor(one.targets)
        guides[row, : len(one.guides)] = torch.tensor(one.guides)
        labels = torch.from_numpy(one.phonemes.astype(np.int64))
        phonemes[row, : len(labels)] = torch.where(labels < 0, IGNORED, labels)
    letters = torch.tensor([letter for one in windows for letter in one.letters], dtype=torch.long)
    return Batch(
        mel, inputs, targets, guides, phonemes, letters,
        torch.tensor([len(one.letters) for one in windows]),
        torch.tensor([len(one.frames) // features.STRIDE for one in windows]),
    )  # fmt: skip
