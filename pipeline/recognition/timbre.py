"""What does a voice sound like, whatever it says? Cepstra and pitch of its voiced frames.

The usual features for telling speakers apart without a trained model: cepstra of the log-mel spectrum tell the shape
of throat and mouth, the fundamental frequency how high the voice is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.audio import RATE, Samples

Array = NDArray[np.float64]

_FRAME, _HOP, _FFT = RATE // 25, RATE // 100, 1024
_BANDS, _CEPSTRA = 24, 12
_BAND_HZ = (250.0, 3400.0)
_PITCH_HZ = (70.0, 350.0)
_LEAST_VOICED = 0.45

WIDTH = _CEPSTRA + 1
"""Numbers a frame: twelve cepstra and the pitch in steps of an eighth of an octave."""


@dataclass(frozen=True, slots=True)
class Timbre:
    """Voiced frames of 40 ms, 10 ms apart: their middles in seconds, and WIDTH numbers each."""

    times: Array
    frames: Array


def timbre(samples: Samples) -> Timbre:
    """What the voice in a stretch at 16,000 Hz sounds like."""
    if samples.size < _FFT:
        return Timbre(np.zeros(0), np.zeros((0, WIDTH)))
    frames = np.lib.stride_tricks.sliding_window_view(samples, _FRAME)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FRAME), _FFT)) ** 2
    pitch, voiced = _pitch(frames)
    loud = power.sum(1)
    kept = (voiced > _LEAST_VOICED) & (loud > 0.02 * np.quantile(loud, 0.95))
    bands = np.log(power[kept] @ _bands().T + 1e-8)
    cepstra = bands @ _cosines().T
    values = np.column_stack([cepstra, 8.0 * np.log2(pitch[kept] / 100.0)]).astype(np.float64)
    return Timbre((np.flatnonzero(kept) * _HOP + _FRAME / 2) / RATE, values)


def _pitch(frames: NDArray[np.float32]) -> tuple[Array, Array]:
    """The fundamental frequency of each frame in Hz, and how periodic the frame is (0–1)."""
    centred = frames - frames.mean(1, keepdims=True)
    spectrum = np.abs(np.fft.rfft(centred, 2 * _FFT)) ** 2
    likeness = np.fft.irfft(spectrum)[:, :_FRAME]
    # A delayed copy overlaps less of the frame; without this, long periods would lose.
    likeness = likeness / np.maximum(1.0 - np.arange(_FRAME) / _FRAME, 0.3)
    shortest, longest = int(RATE / _PITCH_HZ[1]), int(RATE / _PITCH_HZ[0])
    window = likeness[:, shortest:longest]
    best = window.argmax(1)
    strength = window[np.arange(len(window)), best] / np.maximum(likeness[:, 0], 1e-12)
    return RATE / (best + shortest), strength


def _bands() -> Array:
    edges = _mel_edges()
    hertz = np.fft.rfftfreq(_FFT, 1 / RATE)
    rising = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    return np.clip(np.minimum(rising, falling), 0.0, None)


def _mel_edges() -> Array:
    low, high = (2595.0 * np.log10(1.0 + hertz / 700.0) for hertz in _BAND_HZ)
    return np.asarray(700.0 * (10.0 ** (np.linspace(low, high, _BANDS + 2) / 2595.0) - 1.0))


def _cosines() -> Array:
    places = (np.arange(_BANDS) + 0.5) / _BANDS
    return np.asarray(np.cos(np.pi * np.outer(np.arange(1, _CEPSTRA + 1), places)) * np.sqrt(2.0 / _BANDS))
