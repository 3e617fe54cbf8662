"""Where does the training speech come from, and how is it kept?

Spoken once, heard many times: the recipe synthesises hours of lines in many voices over many telephone lines and
keeps their log-mel frames in shards, with the times of words and phonemes. Noise and loudness are added anew at
every use (see `batches.py`).

    python -m speech_model.recipe.corpus --shards 60          # about half an hour of speech in each
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from speech_model.recipe import grammar, text, voices
from speech_model.recipe.features import FRAMES_PER_SECOND, RATE, log_mel
from speech_model.recipe.telephone import TELEPHONE_RATE, Line, line_noise, line_signal, resample, telephone
from speech_model.recipe.variants import NAMES as MADE_UP
from speech_model.recipe.voices import WORK

SHARDS = WORK / "corpus"
SHARD_LINES = 600
PLAIN = ("", "m1", "m2", "m3", "m4", "m6", "m7", "f1", "f2", "f3", "f5", "klatt", "klatt3", "adam", "linda",
         "steph", "max", "benjamin")  # fmt: skip
WIDE = ("m8", "klatt2", "Alex", "Andy", "Annie", "Denis", "Diogo", "Gene", "Hugo", "Jacky", "Lee", "Mario",
        "Michael", "Mike", "Nguyen", "aunty", "anika", "antonio", "boris", "caleb", "david", "ed", "edward",
        "grandpa", "iven", "iven3", "john", "marcelo", "michel", "miguel", "norbert", "paul", "quincy", "rob",
        "sandro", "shelby", "steph3", "travis", "victor", "zac")  # fmt: skip
HELD_OUT = ("m5", "f4", "Andrea", "Marco", "belinda", "robert", "Alicia", "pablo")
"""Voices that training never hears: four women's, four men's."""
GRAMMAR_SHARE = 0.15
MADE_UP_SHARE, WIDE_SHARE = 0.5, 0.25
PHONEME_CLASSES = 64


@dataclass(frozen=True)
class Utterance:
    """One line: its frames (20 ms, 80 bands), words with start and end in seconds, a phoneme for every frame.

    A phoneme of -1 is unknown. `narrow` says that the sound came over a telephone and ends at 4 kHz.
    """

    frames: NDArray[np.float16]
    words: tuple[voices.Span, ...]
    phonemes: NDArray[np.int16]
    narrow: bool

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.frames) / FRAMES_PER_SECOND


class Phonemes:
    """Numbers for the synthesiser's phoneme names, the same in every shard; they are counted once, then fixed."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(_phoneme_names(), ensure_ascii=False), encoding="utf-8")
        names = json.loads(path.read_text(encoding="utf-8"))
        self.numbers: dict[str, int] = {name: number for number, name in enumerate(names, start=1)}

    def number(self, name: str) -> int:
        """0 is a pause, -1 an unknown name."""
        return 0 if not name or name.startswith(("_", "(")) else self.numbers.get(name, -1)


def _phoneme_names() -> list[str]:
    rng = random.Random(0)
    names: set[str] = set()
    for _ in range(1500):
        speech = voices.speak(text.russian(rng).spoken, voices.Voice())
        names.update(p.text for p in speech.phonemes if p.text and not p.text.startswith(("_", "(")))
    return sorted(names)[: PHONEME_CLASSES - 1]


def random_voice(rng: random.Random) -> voices.Voice:
    """A made-up throat or one of eSpeak's, with pace and pitch as people differ."""
    kind = rng.random()
    variants = MADE_UP if kind < MADE_UP_SHARE else WIDE if kind < MADE_UP_SHARE + WIDE_SHARE else PLAIN
    return voices.Voice(
        variant=rng.choice(variants),
        rate=round(min(215, max(120, rng.gauss(165, 18)))),
        pitch=round(min(75, max(25, rng.gauss(50, 10)))),
        pitch_range=round(min(90, max(15, rng.gauss(50, 15)))),
    )


def heard(speech: voices.Speech, rng: random.Random) -> tuple[NDArray[np.float32], bool]:
    """The sound at the recogniser (16,000 a second): mostly over a telephone, at times over a better line."""
    kind = rng.random()
    noise = np.random.default_rng(rng.getrandbits(32))
    if kind < 0.15:
        samples = resample(speech.samples, speech.rate, RATE)
        return samples * (0.5 / max(1e-6, float(np.max(np.abs(samples), initial=0.0)))), False
    low, high = (rng.uniform(200, 350), rng.uniform(3200, 3600)) if kind < 0.85 else (40.0, 3900.0)
    line = Line(codec=rng.choice(("linear", "mulaw", "alaw")), low_hz=round(low, -1), high_hz=round(high, -1))
    return resample(telephone(speech.samples, speech.rate, line, noise), TELEPHONE_RATE, RATE), True


def utterance(line: text.Line, speech: voices.Speech, phonemes: Phonemes, rng: random.Random) -> Utterance:
    """The spoken line as training keeps it, without the silence at its ends."""
    first = max(0.0, speech.words[0].start - 0.04)
    last = min(speech.duration, speech.words[-1].end + 0.06)
    samples, narrow = heard(speech, rng)
    frames = log_mel(samples)[round(first * FRAMES_PER_SECOND) : round(last * FRAMES_PER_SECOND)]
    labels = np.full(len(frames), -1 if not speech.phonemes else 0, np.int16)
    for phoneme in speech.phonemes:
        a, b = (round((at - first) * FRAMES_PER_SECOND) for at in (phoneme.start, phoneme.end))
        labels[max(0, a) : max(0, b)] = phonemes.number(phoneme.text)
    words = tuple(voices.Span(w, s - first, e - first) for word in speech.words for w, s, e in _written_words(word))
    return Utterance(frames.astype(np.float16), words, labels, narrow)


def _written_words(word: voices.Span) -> list[tuple[str, float, float]]:
    """A spoken word as the words that are written for it (one that holds a hyphen becomes two)."""
    parts = text.written(word.text).split()
    step = (word.end - word.start) / max(1, sum(map(len, parts)))
    spans, start = [], word.start
    for part in parts:
        spans.append((part, start, start + step * len(part)))
        start += step * len(part)
    return spans


def no_speech(rng: random.Random) -> Utterance:
    """A stretch of a call in which nobody speaks, and which is no mere line noise."""
    noise = np.random.default_rng(rng.getrandbits(32))
    kind = rng.choice(("ringback", "ringback", "busy", "dtmf", "music", "music"))
    samples = resample(line_signal(kind, rng.uniform(2.0, 14.0), noise), TELEPHONE_RATE, RATE)
    frames = log_mel(samples).astype(np.float16)
    return Utterance(frames, (), np.zeros(len(frames), np.int16), True)


def make_shard(path: Path, seed: int, festival: bool, phonemes: Phonemes) -> float:
    """Write one shard; gives its seconds of speech."""
    rng = random.Random(seed)
    made = [no_speech(rng) for _ in range(SHARD_LINES // 60)]
    while len(made) < SHARD_LINES:
        for line, speech in _spoken(rng, festival):
            if 0.4 < speech.duration < 12.0:
                made.append(utterance(line, speech, phonemes, rng))
    _write(path, made)
    return sum(one.seconds for one in made)


def _spoken(rng: random.Random, festival: bool) -> list[tuple[text.Line, voices.Speech]]:
    """Some lines, read aloud; Festival reads many in one go because it is slow to start."""
    if not festival:
        line = _line(rng)
        return [(line, voices.speak(line.spoken, random_voice(rng)))]
    lines = [text.russian(rng) for _ in range(60)]
    voice = voices.Voice(engine="festival", rate=rng.choice((150, 165, 180, 195)))
    return list(zip(lines, voices.speak_festival([line.spoken for line in lines], voice), strict=True))


def _line(rng: random.Random) -> text.Line:
    if rng.random() < GRAMMAR_SHARE:
        spoken = grammar.sentence(rng)
        return text.Line(spoken, text.written(spoken))
    return text.russian(rng)


def _write(path: Path, made: list[Utterance]) -> None:
    spans = [[(w.text, round(w.start, 3), round(w.end, 3)) for w in one.words] for one in made]
    table = {"spans": spans, "narrow": [one.narrow for one in made], "frames": [len(one.frames) for one in made]}
    half = path.with_suffix(".half")
    with half.open("wb") as out:
        np.savez(
            out,
            frames=np.concatenate([one.frames for one in made]),
            phonemes=np.concatenate([one.phonemes for one in made]),
            table=np.frombuffer(json.dumps(table, ensure_ascii=False).encode(), np.uint8),
        )
    half.rename(path)


def read_shard(path: Path) -> Iterator[Utterance]:
    """The utterances of a shard."""
    with np.load(path) as stored:
        frames, phonemes = stored["frames"], stored["phonemes"]
        table = json.loads(stored["table"].tobytes())
    at = 0
    for spans, narrow, count in zip(table["spans"], table["narrow"], table["frames"], strict=True):
        words = tuple(voices.Span(*span) for span in spans)
        yield Utterance(frames[at : at + count], words, phonemes[at : at + count], narrow)
        at += count


def noise_bank(rng: random.Random, narrow: bool, count: int = 24) -> list[NDArray[np.float32]]:
    """Frames of line noise, five seconds each, root mean square 1, to be made softer and mixed in."""
    bank = []
    for _ in range(count):
        source = np.random.default_rng(rng.getrandbits(32))
        rate = TELEPHONE_RATE if narrow else RATE
        bank.append(log_mel(resample(line_noise(5 * rate, source, rate), rate, RATE)))
    return bank


def main() -> None:
    """Write shards until there are as many as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shards", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="number of the first shard")
    parser.add_argument("--festival", action="store_true", help="all of it in Festival's voice")
    chosen = parser.parse_args()
    SHARDS.mkdir(parents=True, exist_ok=True)
    phonemes = Phonemes(WORK / "phonemes.json")
    for number in range(chosen.first, chosen.first + chosen.shards):
        path = SHARDS / f"{number:04d}.npz"
        if path.exists():
            continue
        started = time.monotonic()
        seconds = make_shard(path, 1000 + number, chosen.festival, phonemes)
        pace = seconds / (time.monotonic() - started)
        print(f"{path.name}: {seconds / 60:.1f} min, {pace:.0f} times real time, pid {os.getpid()}", flush=True)


if __name__ == "__main__":
    main()
