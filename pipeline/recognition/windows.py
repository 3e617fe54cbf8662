"""Which speech is decoded together? The windows of all lanes side by side, whoever speaks in them.

A model hears one window of up to 30 seconds at the same cost however little is said in it. So each window is as full
as pauses allow, and the windows of both lanes, which have nothing to do with each other, make one batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.audio import RATE, Samples
from pipeline.recognition.voice import Voice


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of one lane's speech alone: its samples, and the second of that speech at which it starts."""

    lane: int
    start: float
    samples: Samples


def fill_windows(lanes: Sequence[Samples], voices: Sequence[Voice], longest: float) -> list[Window]:
    """The speech of all lanes in windows of at most `longest` seconds, lane by lane in the order of time."""
    windows: list[Window] = []
    for number, (lane, voice) in enumerate(zip(lanes, voices, strict=True)):
        speech = voice.samples(lane)
        for start, end in voice.windows(longest):
            windows.append(Window(number, start, speech[round(start * RATE) : round(end * RATE)]))
    return windows
