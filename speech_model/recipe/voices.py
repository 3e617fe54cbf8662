"""How is a sentence turned into speech whose word and phoneme times are known?

Two synthesisers: eSpeak NG (called as a library, because only the library reports events) and Festival's
Russian voice, which is cut from recordings of a person and therefore sounds quite unlike the first.

    speech = speak("добрый день", Voice(variant="f2", rate=160))
    speech.samples, speech.rate, speech.words[0].start
"""

from __future__ import annotations

import ctypes
import ctypes.util
import re
import subprocess
import tempfile
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from speech_model.recipe.variants import with_variants

Samples = NDArray[np.float32]

WORK = Path(__file__).resolve().parents[1] / ".work"


class SpeechToolMissingError(RuntimeError):
    """A synthesiser is not installed; the message says how to get it."""


@dataclass(frozen=True)
class Voice:
    """Who speaks, and how.

    `variant` is one of eSpeak's voice variants ("f2", "m3", "klatt4", ...; "" is the plain voice) and means
    nothing to Festival. `rate` is in words a minute (80-450), `pitch` and `pitch_range` go from 0 to 99,
    `volume` from 0 to 200 (100 is normal). Festival heeds `rate` alone.
    """

    variant: str = ""
    language: str = "ru"
    rate: int = 165
    pitch: int = 50
    pitch_range: int = 50
    volume: int = 100
    engine: Literal["espeak", "festival"] = "espeak"

    @property
    def name(self) -> str:
        """The voice in one word, for tables."""
        return "festival" if self.engine == "festival" else f"{self.language}+{self.variant or 'plain'}"


@dataclass(frozen=True)
class Span:
    """A stretch of speech with its name (a word or a phoneme); times in seconds from the first sample."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Speech:
    """Mono sound in [-1, 1] at `rate` samples a second, with the times of what is said in it.

    `words` are the words of the text that was asked for, in order, split at white space. `phonemes` is empty
    where the synthesiser does not tell them.
    """

    samples: Samples
    rate: int
    words: tuple[Span, ...]
    phonemes: tuple[Span, ...] = ()

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate


def speak(text: str, voice: Voice) -> Speech:
    """Say `text` in `voice`. Not safe from several threads at once: eSpeak keeps its state in the library."""
    if voice.engine == "festival":
        return speak_festival([text], voice)[0]
    return _espeak().speak(text, voice)


def pronounced(text: str) -> list[str]:
    """The phonemes of a Russian text as eSpeak would say it, an empty name for the pause after each clause."""
    return _espeak().pronounced(text)


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))
_RETRIEVAL, _PHONEME_EVENTS, _UTF8 = 1, 1, 1
_END_OF_LIST, _WORD, _PHONEME = 0, 1, 7
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4


def _espeak_data() -> Path:
    found = [*Path("/usr/lib").glob("*/espeak-ng-data"), *Path("/usr").glob("*/share/espeak-ng-data"),
             *Path("/usr").glob("share/espeak-ng-data")]  # fmt: skip
    if not found:
        raise SpeechToolMissingError("eSpeak NG has no voice data: install the package espeak-ng-data")
    return found[0]


class _Espeak:
    """The library, with the voice it was last set to."""

    def __init__(self) -> None:
        name = ctypes.util.find_library("espeak-ng")
        if name is None:
            raise SpeechToolMissingError("eSpeak NG is missing: install the packages libespeak-ng1 and espeak-ng-data")
        self._lib: Any = ctypes.CDLL(name)
        # Started once and in the copy: the library keeps the voices of an earlier start, and has room for 349.
        folder = with_variants(_espeak_data(), WORK)
        self.rate: int = self._lib.espeak_Initialize(_RETRIEVAL, 0, str(folder).encode(), _PHONEME_EVENTS)
        if self.rate <= 0:
            raise SpeechToolMissingError("eSpeak NG has no voice data: install the package espeak-ng-data")
        self._chunks: list[Samples] = []
        self._events: list[tuple[int, int, int, str]] = []
        self._callback = _CALLBACK(self._collect)  # kept: the library holds only a bare pointer to it
        self._lib.espeak_SetSynthCallback(self._callback)
        self._voice: str | None = None

    def _collect(self, wav: Any, count: int, events: Any) -> int:
        if count > 0 and wav:
            block = np.ctypeslib.as_array(wav, shape=(count,))
            self._chunks.append(block.astype(np.float32) / 32768.0)
        index = 0
        while events[index].type != _END_OF_LIST:
            event = events[index]
            name = event.id.string.decode("utf-8", "replace") if event.type == _PHONEME else ""
            self._events.append((event.type, event.sample, event.text_position, name))
            index += 1
        return 0

    def _set(self, voice: Voice) -> None:
        name = f"{voice.language}+{voice.variant}" if voice.variant else voice.language
        if name != self._voice:
            if self._lib.espeak_SetVoiceByName(name.encode()) != 0:
                raise ValueError(f"eSpeak has no voice {name!r}: see the list of `espeak-ng --voices=variant`")
            self._voice = name
        for parameter, value in (
            (_RATE, voice.rate),
            (_VOLUME, voice.volume),
            (_PITCH, voice.pitch),
            (_RANGE, voice.pitch_range),
        ):
            self._lib.espeak_SetParameter(parameter, value, 0)

    def pronounced(self, text: str) -> list[str]:
        self._set(Voice())
        self._lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
        data = ctypes.c_char_p(text.encode())
        rest = ctypes.pointer(ctypes.c_void_p(ctypes.cast(data, ctypes.c_void_p).value))
        names: list[str] = []
        while rest.contents.value:
            clause: bytes = self._lib.espeak_TextToPhonemes(rest, 1, ord("|") << 8)
            names += [name for name in re.split(r"[| ]+", clause.decode().replace("'", "").replace(",", "")) if name]
            names.append("")
        return names

    def speak(self, text: str, voice: Voice) -> Speech:
        self._set(voice)
        self._chunks, self._events = [], []
        data = text.encode() + b"\0"
        if self._lib.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None) != 0:
            raise RuntimeError(f"eSpeak could not say {text[:40]!r}: try a shorter text")
        self._lib.espeak_Synchronize()
        samples = np.concatenate(self._chunks) if self._chunks else np.zeros(1, np.float32)
        total = len(samples)
        phonemes = [(sample, name) for kind, sample, _, name in self._events if kind == _PHONEME]
        edges = [sample for sample, _ in phonemes[1:]] + [total]
        spans = tuple(
            Span(name, start / self.rate, end / self.rate)
            for (start, name), end in zip(phonemes, edges, strict=True)
            if end > start
        )
        marks = [(sample, position) for kind, sample, position, _ in self._events if kind == _WORD]
        return Speech(samples, self.rate, _word_spans(text, marks, spans, total / self.rate, self.rate), spans)


@cache
def _espeak() -> _Espeak:
    return _Espeak()


def _is_pause(name: str) -> bool:
    return not name or name[0] in "_(" or name in {"|", "||"}


def _word_spans(
    text: str, marks: list[tuple[int, int]], phonemes: Sequence[Span], duration: float, rate: int
) -> tuple[Span, ...]:
    """Word times from eSpeak's marks; words it spoke as one share the time by their letters."""
    places = [(found.group(), found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    starts: dict[int, float] = {}
    for sample, position in marks:
        for index, (_, first, last) in enumerate(places):
            if first <= position - 1 < last:
                starts.setdefault(index, sample / rate)
                break
    known = sorted(starts)
    if not known:
        known, starts = [0], {0: 0.0}
    if known[0] != 0:
        starts[0] = 0.0
        known.insert(0, 0)
    spans: list[Span] = []
    for number, index in enumerate(known):
        following = known[number + 1] if number + 1 < len(known) else len(places)
        start = starts[index]
        limit = starts.get(following, duration)
        voiced = [p for p in phonemes if not _is_pause(p.text) and start - 1e-4 <= p.start < limit]
        if voiced:
            start, limit = max(start, voiced[0].start), min(limit, voiced[-1].end)
        letters = [max(1, len(places[i][0])) for i in range(index, following)]
        step = (limit - start) / max(1, sum(letters))
        for offset, count in enumerate(letters):
            spans.append(Span(places[index + offset][0], start, start + step * count))
            start += step * count
    return tuple(spans)


_FESTIVAL = """
(voice_msu_ru_nsh_clunits)
(Parameter.set 'Duration_Stretch {stretch:.3f})
(define (show utt)
  (let ((word (utt.relation.first utt 'Word)))
    (while word
      (format t "word %s %f %f\\n" (item.name word) (item.feat word 'word_start) (item.feat word 'word_end))
      (set! word (item.next word)))))
"""


def speak_festival(texts: Sequence[str], voice: Voice) -> list[Speech]:
    """Say many texts with Festival's Russian voice in one run, which takes a second to start."""
    plain = [re.sub(r"[^а-яёa-z \-,.?!]", " ", text.lower()) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        script = [_FESTIVAL.format(stretch=165 / voice.rate)]
        for number, text in enumerate(plain):
            script.append(f'(set! u (utt.synth (Utterance Text "{text}")))')
            script.append(f'(format t "utterance {number}\\n")\n(show u)')
            script.append(f'(utt.save.wave u "{folder}/{number}.wav" \'riff)')
        path = Path(folder) / "say.scm"
        path.write_text("\n".join(script), encoding="utf-8")
        try:
            done = subprocess.run(["festival", "-b", str(path)], capture_output=True, check=False, timeout=600)
        except FileNotFoundError as error:
            raise SpeechToolMissingError("Festival is missing: install the packages festival and festvox-ru") from error
        report = done.stdout.decode("utf-8", "replace")
        if done.returncode != 0:
            reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise RuntimeError(f"Festival failed ({reason[-1] if reason else 'no reason given'}): check festvox-ru")
        return [_festival_speech(texts[n], Path(folder) / f"{n}.wav", _part(report, n)) for n in range(len(texts))]


def _part(report: str, number: int) -> list[tuple[float, float]]:
    found = re.search(rf"^utterance {number}\n((?:word .*\n)*)", report, re.MULTILINE)
    lines = found.group(1).splitlines() if found else []
    return [(float(line.split()[-2]), float(line.split()[-1])) for line in lines]


def _festival_speech(text: str, path: Path, times: list[tuple[float, float]]) -> Speech:
    with wave.open(str(path)) as sound:
        rate = sound.getframerate()
        samples = np.frombuffer(sound.readframes(sound.getnframes()), np.int16).astype(np.float32) / 32768.0
    words = text.split()
    if len(times) != len(words):  # Festival split or joined a word: spread the words over the speech by letters
        first, last = (times[0][0], times[-1][1]) if times else (0.0, len(samples) / rate)
        edges = np.cumsum([0, *[len(w) for w in words]]) / max(1, sum(len(w) for w in words))
        bounds = first + edges * (last - first)
        times = [(float(a), float(b)) for a, b in pairwise(bounds)]
    return Speech(samples, rate, tuple(Span(w, a, b) for w, (a, b) in zip(words, times, strict=True)))
