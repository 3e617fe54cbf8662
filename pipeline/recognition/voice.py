"""Where in a lane does anyone speak? Only that is given to the recogniser, and its words get the call's clock again.

Silero's voice detector comes with faster-whisper.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from faster_whisper.vad import VadOptions, get_speech_timestamps

from pipeline.audio import RATE, Samples

# Telephone speech is narrow and quiet, so the threshold is lower than for studio sound, and short answers are kept.
# Pauses of up to 2 s stay, since models were trained on speech with its pauses; longer ones invite inventions.
_OPTIONS = VadOptions(threshold=0.3, min_speech_duration_ms=100, min_silence_duration_ms=2000, speech_pad_ms=400)


@dataclass(frozen=True, slots=True)
class Voice:
    """The stretches of a lane where someone speaks, as (first, last + 1) samples, in order and apart."""

    stretches: tuple[tuple[int, int], ...]

    @property
    def seconds(self) -> float:
        """Seconds of speech."""
        return sum(end - start for start, end in self.stretches) / RATE

    def samples(self, lane: Samples) -> Samples:
        """The speech alone, stretch after stretch."""
        return np.concatenate([lane[:0], *(lane[start:end] for start, end in self.stretches)])

    def clock(self) -> Clock:
        """The way back from the seconds of the speech alone to those of the call."""
        begins, total = [], 0
        for start, end in self.stretches:
            begins.append(total / RATE)
            total += end - start
        return Clock(tuple(begins), tuple((start / RATE, end / RATE) for start, end in self.stretches))


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of the speech alone to seconds of the call."""

    begins: tuple[float, ...]
    stretches: tuple[tuple[float, float], ...]

    def interval(self, start: float, end: float) -> tuple[float, float]:
        """A word's start and end in the call; a word that two stretches share belongs to the one with its middle."""
        index = max(0, bisect_right(self.begins, (start + end) / 2) - 1)
        begin, (first, last) = self.begins[index], self.stretches[index]
        shift = first - begin
        return min(max(start + shift, first), last), max(min(end + shift, last), first)


def find_voice(lane: Samples) -> Voice:
    """Where someone speaks in a lane at 16,000 Hz."""
    if lane.size == 0:
        return Voice(())
    found = get_speech_timestamps(lane, _OPTIONS)
    return Voice(tuple((int(chunk["start"]), int(chunk["end"])) for chunk in found))
