"""Which numbers does the model hear? The log-mel frames of faster-whisper, made so that noise can still be added.

`log_mel` is what faster-whisper computes before it limits the range and shifts it; `limited` does the rest. In
between, training changes loudness and adds noise without going back to the sound.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

Frames = NDArray[np.float32]

RATE = 16_000
HOP = 320
"""Samples from one frame to the next: 20 ms, twice Whisper's, which halves the work and loses nothing audible here."""
FRAMES_PER_SECOND = RATE // HOP
WINDOW = 512
STRIDE = 2
"""Frames to one vector of the encoder."""
ENCODER_PER_SECOND = FRAMES_PER_SECOND / STRIDE
CHUNK_SECONDS = 5
"""The longest window that the model hears at once."""
SILENCE = -10.0
"""Log-mel of digital silence: faster-whisper goes no lower."""


@cache
def mel_filters() -> Frames:
    """Weights of the frequencies in each band: 80 by WINDOW / 2 + 1."""
    return np.asarray(FeatureExtractor(hop_length=HOP, n_fft=WINDOW).mel_filters, np.float32)


@cache
def _window() -> Frames:
    return np.hanning(WINDOW + 1)[:-1].astype(np.float32)


def log_mel(samples: Frames) -> Frames:
    """Frames of 20 ms by 80 bands: the decimal logarithm of the power, from 16,000 samples a second."""
    padded = np.pad(samples.astype(np.float32), (WINDOW // 2, WINDOW // 2 + HOP), mode="reflect")
    count = len(samples) // HOP
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:count]
    power = np.abs(np.fft.rfft(frames * _window(), axis=1)).astype(np.float32) ** 2
    return np.asarray(np.log10(np.maximum(power @ mel_filters().T, 1e-10)), np.float32)


def louder(frames: Frames, decibels: float) -> Frames:
    """The same sound louder (or softer) by so many decibels."""
    return np.maximum(frames + np.float32(decibels / 10.0), np.float32(SILENCE))


def mixed(frames: Frames, other: Frames) -> Frames:
    """Two sounds at once: their powers add."""
    high = np.maximum(frames, other)
    return np.asarray(high + np.log10(1.0 + 10.0 ** -np.abs(frames - other)), np.float32)


def limited(frames: Frames, loudest: float | None = None) -> Frames:
    """What the encoder gets: eight decades below the recording's loudest frame, shifted to about -1..1.5."""
    top = float(frames.max()) if loudest is None else loudest
    return np.asarray((np.maximum(frames, top - 8.0) + 4.0) / 4.0, np.float32)
