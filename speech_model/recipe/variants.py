"""Whose voice is it? Hundreds of throats that eSpeak does not bring, so that the model can follow voices it never met.

eSpeak's variants are small text files of formants, pitch and manner. The recipe writes such files by chance into a
copy of eSpeak's data folder; the variants that come with eSpeak lie there too.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

COUNT = 220
"""eSpeak takes 349 voices and variants in all."""
LANGUAGES = ("ru", "en", "en-US")
WILD_SHARE = 0.5
"""Share of throats whose formants lie far from where anybody's do, as in some of eSpeak's own variants."""
NAMES = tuple(f"cg{number:03d}" for number in range(COUNT))


def _clipped(rng: random.Random, mean: float, spread: float, low: float, high: float) -> int:
    return round(min(high, max(low, rng.gauss(mean, spread))))


def _formants(rng: random.Random, female: bool) -> list[str]:
    """Frequency, strength and width of the nine formants, each in per cent of the plain voice's."""
    throat = rng.gauss(115, 8) if female else rng.gauss(98, 7)
    wild = 2.0 if rng.random() < WILD_SHARE else 1.0
    spreads = (0.09, 0.11, 0.10, 0.08, 0.05, 0.05, 0.06, 0.06, 0.06)
    lines = []
    for number, spread in enumerate(spreads):
        frequency = _clipped(rng, throat, throat * spread * wild, 70, 160)
        strength = _clipped(rng, 95, 18 * wild, 20 if number > 3 else 40, 190)
        lines.append(f"formant {number} {frequency} {strength} {_clipped(rng, 115, 28, 50, 180)}")
    return lines


def variant(name: str, rng: random.Random) -> str:
    """The text of one variant file."""
    female = rng.random() < 0.5
    base = rng.uniform(125, 210) if female else rng.uniform(62, 125)
    lines = ["language variant", f"name {name}", f"gender {'female' if female else 'male'}"]
    lines.append(f"pitch {base:.0f} {base * rng.uniform(1.2, 1.65):.0f}")
    lines += _formants(rng, female)
    lines.append(f"intonation {rng.choice((1, 1, 2, 3))}")
    if rng.random() < 0.5:
        lines.append(f"consonants {rng.randint(40, 140)} {rng.randint(20, 145)}")
    if rng.random() < 0.4:
        lines.append(f"voicing {rng.randint(30, 150)}")
    if rng.random() < 0.3:
        lines.append(f"roughness {rng.randint(0, 3)}")
    if rng.random() < 0.3:
        lines.append(f"flutter {rng.randint(1, 5)}")
    if rng.random() < 0.3:
        lines.append("breath " + " ".join(str(rng.randint(0, rng.choice((4, 13)))) for _ in range(8)))
    if rng.random() < 0.3:
        levels = (rng.randint(140, 255), rng.randint(80, 255), rng.randint(40, 255))
        lines.append(f"tone 600 {levels[0]} 1200 {levels[1]} 2600 {levels[2]}")
    if rng.random() < 0.35:
        lines.append(f"echo {rng.randint(10, 90)} {rng.randint(5, 80)}")
    if rng.random() < 0.5:
        longest = rng.choice((120, 250))
        lines.append("stressAdd " + " ".join(str(rng.randint(-20, longest)) for _ in range(8)))
    if rng.random() < 0.06:
        lines.append(f"klatt {rng.randint(1, 4)}")
    return "\n".join(lines) + "\n"


def with_variants(data: Path, folder: Path) -> Path:
    """A folder for eSpeak to start in: a copy of its `data` with the made-up variants beside its own."""
    mine = folder / "espeak-ng-data"
    if not mine.exists():
        half = folder / f"espeak-ng-data.{random.randrange(10**9)}"  # a name, when two begin at once
        shutil.copytree(data, half, symlinks=False)
        for path in (half / "lang").rglob("*"):
            if path.is_file() and path.name not in LANGUAGES:
                path.unlink()
        shutil.rmtree(half / "voices" / "mb", ignore_errors=True)  # another synthesiser's
        rng = random.Random(11)
        for name in NAMES:
            (half / "voices" / "!v" / name).write_text(variant(name, rng), encoding="utf-8")
        try:
            half.rename(mine)
        except OSError:
            shutil.rmtree(half)
    return folder
