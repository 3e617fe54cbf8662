"""How many words are heard where nobody speaks? Sixty minutes of ten kinds of what telephones carry besides speech.

python -m benchmarks.inventions [--minutes 60] [--engine onnx]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pipeline.audio import RATE, Samples
from pipeline.recognition.engines import recogniser_for
from pipeline.settings import load_settings

Random = np.random.Generator
Times = NDArray[np.float64]


def _silence(times: Times, _: Random) -> Times:
    return np.zeros_like(times)


def _hiss(times: Times, random: Random) -> Times:
    return random.standard_normal(times.size) * random.uniform(0.002, 0.05)


def _hum(times: Times, random: Random) -> Times:
    waves = [np.sin(2 * np.pi * 50 * n * times + n) / n for n in range(1, 8)]
    return np.asarray(0.03 * np.sum(waves, axis=0))


def _ringback(times: Times, random: Random) -> Times:
    return 0.3 * np.sin(2 * np.pi * 425 * times) * (np.mod(times + random.uniform(0, 5), 5.0) < 1.0)


def _busy(times: Times, _: Random) -> Times:
    return 0.3 * np.sin(2 * np.pi * 425 * times) * (np.mod(times, 0.7) < 0.35)


def _keys(times: Times, random: Random) -> Times:
    sound = np.zeros_like(times)
    for start in np.arange(0.3, times[-1], 0.4):
        pair = random.choice((697, 770, 852, 941)), random.choice((1209, 1336, 1477))
        first, last = np.searchsorted(times, (start, start + 0.15))
        sound[first:last] = sum(np.sin(2 * np.pi * tone * times[first:last]) for tone in pair)
    return 0.2 * sound


def _fax(times: Times, _: Random) -> Times:
    return 0.3 * np.sin(2 * np.pi * 1100 * times) * (np.mod(times, 3.5) < 0.5)


def _music(times: Times, random: Random) -> Times:
    sound, start = np.zeros_like(times), 0.0
    root, beat = random.uniform(180, 400), random.uniform(0.2, 0.5)
    while start < times[-1]:
        pitch = root * 2.0 ** (random.choice((-12, -5, 0, 2, 4, 5, 7, 9, 12)) / 12.0)
        first, last = np.searchsorted(times, (start, start + 2.0))
        age = times[first:last] - start
        sound[first:last] += np.exp(-age * 3.0) * sum(np.sin(2 * np.pi * pitch * n * age) / n for n in (1, 2, 3))
        start += beat * random.choice((1, 1, 2))
    return np.asarray(0.2 * sound / np.abs(sound).max())


def _clicks(times: Times, random: Random) -> Times:
    sound = np.zeros_like(times)
    for at in random.integers(0, times.size - 200, size=int(times[-1] * 2)):
        sound[at : at + 120] += random.standard_normal(120) * np.exp(-np.arange(120) / 25.0)
    return 0.2 * sound


def _street(times: Times, random: Random) -> Times:
    brown = np.cumsum(random.standard_normal(times.size))
    brown = brown - np.convolve(brown, np.ones(801) / 801, mode="same")
    swell = 1.0 + 0.7 * np.sin(2 * np.pi * times / random.uniform(5, 12))
    return np.asarray(0.06 * swell * brown / brown.std())


KINDS: dict[str, Callable[[Times, Random], Times]] = {
    "silence": _silence, "hiss": _hiss, "hum": _hum, "ringback": _ringback, "busy": _busy, "keys": _keys,
    "fax": _fax, "music": _music, "clicks": _clicks, "street": _street,
}  # fmt: skip


def sound(kind: str, seconds: float, seed: int) -> Samples:
    """So many seconds of one kind, float32 at 16,000 Hz."""
    times = np.arange(int(seconds * RATE)) / RATE
    return np.clip(KINDS[kind](times, np.random.default_rng(seed)), -1, 1).astype(np.float32)


def main() -> None:
    """Print the words heard for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--engine", default="whisper")
    parser.add_argument("--model", default="demo")
    chosen = parser.parse_args()
    ear = recogniser_for(load_settings(engine=chosen.engine, model=chosen.model))
    each, invented = chosen.minutes * 60 / len(KINDS), 0
    for seed, kind in enumerate(KINDS):
        heard = ear.recognise([sound(kind, each, seed)]).lanes[0]
        words = [word.text for segment in heard.segments for word in segment.words]
        invented += len(words)
        print(f"{kind:10s} {each:5.0f} s  words {len(words):3d}  {' '.join(words)[:80]}")
    print(f"{ear.version.engine} {ear.version.model}: {invented} words invented in {chosen.minutes:.0f} minutes")


if __name__ == "__main__":
    main()
