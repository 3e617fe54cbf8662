"""How well does the shipped folder do on sentences and voices that it was not trained on?

    python -m speech_model.recipe.evaluate                    # a table by voice, a few minutes
    python -m speech_model.recipe.evaluate --quick            # a tenth of it

Everything goes through Callgrade's own recogniser as in use: voice found, windows packed, faster-whisper free running
in int8. Each recording holds a few
held-out sentences with pauses, over a noisy telephone line.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jiwer
import numpy as np
from numpy.typing import NDArray

from pipeline.recognition.whisper import WhisperRecogniser
from pipeline.settings import Settings
from speech_model.recipe import corpus, text, voices
from speech_model.recipe.features import RATE
from speech_model.recipe.telephone import TELEPHONE_RATE, Line, line_noise, line_signal, resample, telephone

FOLDER = Path(__file__).resolve().parents[1] / "callgrade-ru"
SEEN = ("", "m1", "m3", "m7", "f1", "f2", "f5", "klatt3")
PER_RECORDING = 5


@dataclass(frozen=True)
class Recording:
    """Some sentences one after another, and where their words are."""

    samples: NDArray[np.float32]
    words: tuple[voices.Span, ...]

    @property
    def reference(self) -> str:
        """What was said, as the model should write it."""
        return " ".join(word.text for word in self.words)


@dataclass
class Score:
    """What came out, summed over recordings: word errors, lateness of words, speed."""

    references: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    sound_seconds: float = 0.0
    work_seconds: float = 0.0

    @property
    def word_error_rate(self) -> float:
        """Wrong, missing and invented words for each word said."""
        return float(jiwer.wer(self.references, self.heard))

    def row(self, name: str) -> str:
        """One line of the table."""
        errors = jiwer.process_words(self.references, self.heard)
        late = np.abs(self.late) if self.late else np.zeros(1)
        return (
            f"{name:<22} {100 * self.word_error_rate:6.1f} % "
            f"(wrong {errors.substitutions}, missing {errors.deletions}, invented {errors.insertions}, "
            f"of {sum(len(r.split()) for r in self.references)})   starts off by {np.median(late):.2f} s, "
            f"nine of ten below {np.quantile(late, 0.9):.2f} s"
        )

    def add(self, other: Score) -> None:
        """Take in another score."""
        self.references += other.references
        self.heard += other.heard
        self.late += other.late
        self.sound_seconds += other.sound_seconds
        self.work_seconds += other.work_seconds


def recording(speeches: Sequence[voices.Speech], line: Line, seed: int) -> Recording:
    """The sentences over one telephone line, half a second to three seconds apart."""
    rng = random.Random(seed)
    noise = np.random.default_rng(seed)
    parts, words, at = [], [], 0.0
    for speech in speeches:
        pause = np.zeros(round(rng.uniform(0.3, 2.0) * speech.rate), np.float32)
        at += len(pause) / speech.rate
        parts += [pause, speech.samples]
        for word in speech.words:
            written = text.written(word.text)
            if written:
                words.append(voices.Span(written, at + word.start, at + word.end))
        at += speech.duration
    heard = telephone(np.concatenate(parts), speeches[0].rate, line, noise)
    return Recording(resample(heard, TELEPHONE_RATE, RATE), tuple(words))


def transcribe(model: WhisperRecogniser, samples: NDArray[np.float32]) -> tuple[str, list[tuple[str, float, float]]]:
    """The text, and its words with their times."""
    heard = model.recognise([samples]).lanes[0]
    words = [(word.text.strip(), word.start, word.end) for one in heard.segments for word in one.words]
    return " ".join(word for word, _, _ in words), words


def score(model: WhisperRecogniser, recordings: Sequence[Recording]) -> Score:
    """Recognise the recordings."""
    total = Score()
    for one in recordings:
        started = time.perf_counter()
        heard, words = transcribe(model, one.samples)
        total.work_seconds += time.perf_counter() - started
        total.sound_seconds += len(one.samples) / RATE
        total.references.append(one.reference)
        total.heard.append(heard)
        total.late += _lateness(one, heard, words)
    return total


def _lateness(one: Recording, heard: str, words: list[tuple[str, float, float]]) -> list[float]:
    said = [(part, word.start) for word in one.words for part in word.text.split()]
    late = []
    for chunk in jiwer.process_words(one.reference, heard or "нет").alignments[0]:
        if chunk.type == "equal" and heard:
            for offset in range(chunk.ref_end_idx - chunk.ref_start_idx):
                found = words[chunk.hyp_start_idx + offset]
                late.append(found[1] - said[chunk.ref_start_idx + offset][1])
    return late


def spoken(sentences: Sequence[str], voice: voices.Voice, line: Line, seed: int) -> list[Recording]:
    """Recordings of the sentences in one voice."""
    if voice.engine == "festival":
        speeches = voices.speak_festival(sentences, voice)
    else:
        speeches = [voices.speak(sentence, voice) for sentence in sentences]
    return [recording(speeches[i : i + PER_RECORDING], line, seed + i) for i in range(0, len(sentences), PER_RECORDING)]


def invented_words(model: WhisperRecogniser, count: int = 12) -> tuple[int, float]:
    """Words heard where nobody speaks, and in how many seconds."""
    words, seconds = 0, 0.0
    for seed in range(count):
        rng = np.random.default_rng(seed)
        kind = ("ringback", "busy", "dtmf", "music", "noise", "nothing")[seed % 6]
        if kind == "noise":
            sound = line_noise(20 * TELEPHONE_RATE, rng) * 0.01
        elif kind == "nothing":
            sound = np.zeros(20 * TELEPHONE_RATE, np.float32)
        else:
            sound = line_signal(kind, 20.0, rng)  # type: ignore[arg-type]
        words += len(transcribe(model, resample(sound, TELEPHONE_RATE, RATE))[1])
        seconds += 20.0
    return words, seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--show", action="store_true", help="print what was said and what was heard")
    parser.add_argument("--no-festival", action="store_true")
    chosen = parser.parse_args()
    model = WhisperRecogniser(Settings(model=str(chosen.folder), device="cpu", language="ru"))
    lines = [line for line in text.HELD_OUT.read_text(encoding="utf-8").splitlines() if line.strip()]
    each = 10 if chosen.quick else 40
    rng, line = random.Random(5), Line(codec="mulaw", snr_db=30.0, level_db=-9.0)
    everything = Score()
    for title, variants in (("seen voices", SEEN), ("held-out voices", corpus.HELD_OUT), ("festival", ("festival",))):
        if title == "festival" and chosen.no_festival:
            continue
        group = Score()
        for number, variant in enumerate(variants):
            festival = title == "festival"
            voice = voices.Voice(
                variant="" if festival else variant,
                rate=165 if festival else rng.randint(145, 185),
                pitch=rng.randint(35, 65),
                engine="festival" if festival else "espeak",
            )
            one = score(model, spoken(rng.sample(lines, each), voice, line, 100 * number))
            print(one.row("  " + voice.name), flush=True)
            if chosen.show:
                for said, heard in zip(one.references, one.heard, strict=True):
                    print(f"    said  {said}\n    heard {heard}")
            group.add(one)
        print(group.row(title), flush=True)
        everything.add(group)
    words, seconds = invented_words(model)
    print(f"words invented in {seconds:.0f} s without speech: {words}")
    pace = everything.work_seconds / everything.sound_seconds
    print(f"{everything.sound_seconds / 60:.0f} min of sound, {pace:.3f} s of work for each second")


if __name__ == "__main__":
    main()
