"""What does a telephone line do to speech, and what is heard on it when nobody speaks?

line = Line(codec="mulaw", snr_db=30.0)
heard = telephone(speech.samples, speech.rate, line, numpy.random.default_rng(1))   # 8,000 samples a second
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import signal  # type: ignore[import-untyped]

Samples = NDArray[np.float32]
Codec = Literal["linear", "mulaw", "alaw"]
Signal = Literal["ringback", "busy", "dtmf", "music"]

TELEPHONE_RATE = 8000
_DTMF_LOW, _DTMF_HIGH = (697, 770, 852, 941), (1209, 1336, 1477)


@dataclass(frozen=True)
class Line:
    """One telephone line.

    `low_hz` and `high_hz` are the edges of its band, `snr_db` how far its noise lies below the speech (None: no
    noise), `level_db` the loudness of the speech's peak below full scale (0 or negative).
    """

    codec: Codec = "linear"
    low_hz: float = 300.0
    high_hz: float = 3400.0
    snr_db: float | None = None
    level_db: float = -6.0


def resample(samples: Samples, rate: int, wanted: int) -> Samples:
    """The same sound at another number of samples a second."""
    if rate == wanted:
        return samples
    ratio = Fraction(wanted, rate)
    return np.asarray(signal.resample_poly(samples, ratio.numerator, ratio.denominator), np.float32)


@cache
def _band(low_hz: float, high_hz: float, rate: int) -> NDArray[np.float64]:
    return np.asarray(signal.butter(4, (low_hz, min(high_hz, rate * 0.49)), "bandpass", fs=rate, output="sos"))


def band_pass(samples: Samples, rate: int, low_hz: float = 300.0, high_hz: float = 3400.0) -> Samples:
    """The part of the sound between the two frequencies."""
    return np.asarray(signal.sosfilt(_band(low_hz, high_hz, rate), samples), np.float32)


def mulaw(samples: Samples) -> Samples:
    """What 8-bit mu-law (G.711, America and Japan) leaves of the sound."""
    pressed = np.sign(samples) * np.log1p(255.0 * np.minimum(np.abs(samples), 1.0)) / np.log(256.0)
    coarse = np.round(pressed * 127.0) / 127.0
    return np.asarray(np.sign(coarse) * (np.power(256.0, np.abs(coarse)) - 1.0) / 255.0, np.float32)


def alaw(samples: Samples) -> Samples:
    """What 8-bit A-law (G.711, the rest of the world) leaves of the sound."""
    a, size = 87.6, np.minimum(np.abs(samples), 1.0)
    scale = 1.0 + np.log(a)
    pressed = np.where(size < 1.0 / a, a * size, 1.0 + np.log(np.maximum(a * size, 1.0))) / scale
    coarse = np.round(pressed * 127.0) / 127.0
    opened = np.where(coarse < 1.0 / scale, coarse * scale / a, np.exp(coarse * scale - 1.0) / a)
    return np.asarray(np.sign(samples) * opened, np.float32)


def coded(samples: Samples, codec: Codec) -> Samples:
    """The sound after the codec; "linear" leaves it as it is."""
    if codec == "mulaw":
        return mulaw(samples)
    return alaw(samples) if codec == "alaw" else samples


def line_noise(length: int, rng: np.random.Generator, rate: int = TELEPHONE_RATE) -> Samples:
    """Noise of a line, root mean square 1: hiss of a random colour, and now and then the hum of the mains."""
    noise = rng.standard_normal(length)
    noise = signal.lfilter([1.0], [1.0, -rng.uniform(0.0, 0.95)], noise)
    noise /= max(1e-9, float(np.std(noise)))
    if rng.random() < 0.3:
        times = np.arange(length) / rate
        for harmonic in range(1, 7):
            noise += rng.uniform(0.0, 0.7) * np.sin(2 * np.pi * (50.0 * harmonic * times + rng.random()))
    return np.asarray(noise / max(1e-9, float(np.std(noise))), np.float32)


def telephone(samples: Samples, rate: int, line: Line, rng: np.random.Generator) -> Samples:
    """The sound as the other end hears it, at `TELEPHONE_RATE`."""
    heard = band_pass(resample(samples, rate, TELEPHONE_RATE), TELEPHONE_RATE, line.low_hz, line.high_hz)
    heard *= 10.0 ** (line.level_db / 20.0) / max(1e-6, float(np.max(np.abs(heard), initial=0.0)))
    if line.snr_db is not None:
        loud = heard[np.abs(heard) > 0.02 * np.max(np.abs(heard), initial=0.0)]
        power = float(np.sqrt(np.mean(loud**2))) if len(loud) else 0.05
        heard = heard + line_noise(len(heard), rng) * power * 10.0 ** (-line.snr_db / 20.0)
    return coded(np.clip(heard, -1.0, 1.0).astype(np.float32), line.codec)


def line_signal(kind: Signal, seconds: float, rng: np.random.Generator) -> Samples:
    """A sound of the exchange and no speech, peak about 0.3, at `TELEPHONE_RATE`."""
    times = np.arange(int(seconds * TELEPHONE_RATE)) / TELEPHONE_RATE
    if kind == "ringback":
        sound = np.sin(2 * np.pi * 425.0 * times) * (np.mod(times + rng.uniform(0, 5), 5.0) < 1.0)
    elif kind == "busy":
        sound = np.sin(2 * np.pi * 425.0 * times) * (np.mod(times + rng.random(), 0.7) < 0.35)
    elif kind == "dtmf":
        sound = np.zeros(len(times))
        start = rng.uniform(0.0, 1.0)
        while start < seconds:
            on = (times >= start) & (times < start + 0.12)
            pair = (rng.choice(_DTMF_LOW), rng.choice(_DTMF_HIGH))
            sound += on * sum(0.5 * np.sin(2 * np.pi * float(tone) * times) for tone in pair)
            start += rng.choice((0.2, 0.25, 1.5))
    else:
        sound = _music(times, rng)
    return np.asarray(0.3 * sound / max(1e-6, float(np.max(np.abs(sound), initial=0.0))), np.float32)


def _music(times: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Plucked notes of one scale over each other: enough like music on hold."""
    sound = np.zeros(len(times))
    beat, root = rng.uniform(0.15, 0.5), rng.uniform(180.0, 400.0)
    start, seconds = 0.0, float(times[-1]) if len(times) else 0.0
    while start < seconds:
        pitch = root * 2.0 ** (float(rng.choice((-12, -5, 0, 2, 4, 5, 7, 9, 12))) / 12.0)
        age = np.maximum(times - start, 0.0)
        shape = (times >= start) * np.exp(-age * rng.uniform(1.5, 5.0))
        sound += shape * sum(np.sin(2 * np.pi * pitch * n * age) / n for n in (1, 2, 3))
        start += beat * float(rng.choice((1, 1, 2)))
    return sound
