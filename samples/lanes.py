"""How does a written dialogue become two lanes of telephone sound, and when was each word said?

People wait 0.3–1.2 s before they answer, now and then cut in, and both lines hiss all the time.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.transcript import Segment, Speaker, Transcript, Word
from samples.dialogue import Dialogue, Turn, VoiceOf
from speech_model.recipe.telephone import TELEPHONE_RATE, Line, coded, line_noise, line_signal, telephone
from speech_model.recipe.voices import Span, Voice, speak

Samples = NDArray[np.float32]
RATE = TELEPHONE_RATE
SPEAKERS: tuple[Speaker, Speaker] = ("agent", "client")
_LEAD_IN, _TAIL = 0.6, 0.8
_GAP = (0.3, 1.2)
_BEEP_HZ = 1000.0
# A headset on the company's own network carries more of the low notes than a mobile telephone does.
_BAND: dict[Speaker, tuple[float, float]] = {"agent": (140.0, 3600.0), "client": (200.0, 3400.0)}


@dataclass(frozen=True)
class Placed:
    """A sound with the lane it belongs to and the sample it begins at."""

    lane: Speaker
    start: int
    samples: Samples


@dataclass(frozen=True)
class Call:
    """A call as sound and as text: one lane a speaker, equally long, at 8,000 samples a second."""

    agent: Samples
    client: Samples
    truth: Transcript


def plain(text: str) -> str:
    """Small letters and single spaces, without ё, hyphens and punctuation: as the speech model writes."""
    return " ".join(re.findall(r"[а-яa-z']+", text.lower().replace("ё", "е")))


def build(dialogue: Dialogue) -> Call:
    """The dialogue spoken; the same dialogue and the same synthesiser give the same samples."""
    rng = np.random.default_rng(zlib.crc32(dialogue.name.encode()))
    sounds: list[Placed] = []
    segments: list[Segment] = []
    now = _LEAD_IN
    for number, turn in enumerate(dialogue.turns):
        gap = _gap(turn, first=number == 0, rng=rng)
        if turn.hold is not None:
            now += turn.hold
        elif turn.signal is not None:
            sounds.append(Placed("client", round((now + gap) * RATE), _signal(turn.signal, turn.seconds, rng)))
            now += gap + turn.seconds
        else:
            start = round((now + gap) * RATE)
            sound, segment = _remark(dialogue, turn, start / RATE, rng)
            sounds.append(Placed(segment.speaker or "agent", start, sound))
            segments.append(segment)
            now = max(now, segment.end)
    length = round((now + _TAIL) * RATE)
    agent, client = (_lane(dialogue, speaker, sounds, length, rng) for speaker in SPEAKERS)
    return Call(agent, client, _transcript(dialogue, segments, length / RATE))


def _gap(turn: Turn, *, first: bool, rng: np.random.Generator) -> float:
    drawn = float(rng.uniform(*_GAP))
    if turn.gap is not None:
        return turn.gap
    return 0.0 if first or turn.hold is not None else drawn


def _remark(dialogue: Dialogue, turn: Turn, start: float, rng: np.random.Generator) -> tuple[Samples, Segment]:
    speaker: Speaker = "agent" if turn.agent is not None else "client"
    text = turn.agent or turn.client or ""
    speech = speak(re.sub("[«»]", "", text), _voice(dialogue, speaker))
    level = getattr(dialogue.level_db, speaker) + float(rng.uniform(-1.0, 1.0))
    low, high = _BAND[speaker]
    sound = telephone(speech.samples, speech.rate, Line("linear", low, high, level_db=min(level, -3.0)), rng)
    words = tuple(word for span in speech.words for word in _words(span, start))
    return sound, Segment(words[0].start, words[-1].end, plain(text), speaker, words)


def _voice(dialogue: Dialogue, speaker: Speaker) -> Voice:
    voice: VoiceOf = getattr(dialogue.voices, speaker)
    return Voice(voice.variant, dialogue.language, voice.rate, voice.pitch, voice.pitch_range)


def _words(span: Span, offset: float) -> list[Word]:
    """A spoken word as the words that are written for it: one with a hyphen becomes two."""
    parts = plain(span.text).split()
    step = (span.end - span.start) / max(1, sum(map(len, parts)))
    words, start = [], offset + span.start
    for part in parts:
        end = start + step * len(part)
        words.append(Word(round(start, 3), round(end, 3), part))
        start = end
    return words


def _signal(kind: Literal["ringback", "busy", "beep"], seconds: float, rng: np.random.Generator) -> Samples:
    if kind != "beep":
        return line_signal(kind, seconds, rng)
    times = np.arange(round(seconds * RATE)) / RATE
    return np.asarray(0.25 * np.sin(2 * np.pi * _BEEP_HZ * times), np.float32)


def _lane(dialogue: Dialogue, speaker: Speaker, sounds: list[Placed], length: int, rng: np.random.Generator) -> Samples:
    lane = np.zeros(length, np.float32)
    for sound in sounds:
        if sound.lane == speaker:
            end = min(length, sound.start + len(sound.samples))
            lane[sound.start : end] += sound.samples[: end - sound.start]
    # The mean of speech lies about 12 dB below its peak.
    spoken = 10.0 ** (getattr(dialogue.level_db, speaker) / 20.0) * 0.25
    lane += line_noise(length, rng) * spoken * 10.0 ** (-getattr(dialogue.noise_db, speaker) / 20.0)
    return coded(np.clip(lane, -1.0, 1.0), "mulaw" if dialogue.codec == "mulaw" else "alaw")


def _transcript(dialogue: Dialogue, segments: list[Segment], duration: float) -> Transcript:
    return Transcript(
        tuple(sorted(segments, key=lambda segment: segment.start)),
        id=dialogue.name,
        language=dialogue.language,
        duration=round(duration, 3),
        direction=dialogue.direction,
        agent=dialogue.agent,
        client=dialogue.client,
        started_at=dialogue.started_at,
    )
