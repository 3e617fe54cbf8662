"""Which speech is decoded together? The windows of all lanes side by side, whoever speaks in them.

A model hears one window of up to 30 seconds at the same cost however little is said in it. So each window is as full
as pauses allow, and the windows of both lanes, which have nothing to do with each other, make one batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.audio import Samples
from pipeline.recognition.voice import Voice


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of one lane's speech alone, from one of its seconds to another; its samples are cut when asked for."""

    lane: int
    start: float
    end: float
    sound: Samples
    voice: Voice

    @property
    def samples(self) -> Samples:
        """Its sound at 16,000 Hz."""
        return self.voice.piece(self.sound, self.start, self.end)


def fill_windows(lanes: Sequence[Samples], voices: Sequence[Voice], longest: float) -> list[Window]:
    """The speech of all lanes in windows of at most `longest` seconds, lane by lane in the order of time."""
    return [
        Window(number, start, end, lane, voice)
        for number, (lane, voice) in enumerate(zip(lanes, voices, strict=True))
        for start, end in voice.windows(longest)
    ]
