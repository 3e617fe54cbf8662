"""Where in a lane does anyone speak? Only that is given to the recogniser, and its words get the call's clock again.

Silero's voice detector comes with faster-whisper.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from faster_whisper.vad import VadOptions, get_speech_timestamps

from pipeline.audio import RATE, Samples

# Telephone speech is narrow and quiet, so the threshold is lower than for studio sound, and short answers are kept.
# Breaths of a quarter second are found, because that is where a window may end without cutting a word.
_OPTIONS = VadOptions(threshold=0.3, min_speech_duration_ms=100, min_silence_duration_ms=250, speech_pad_ms=0)
# Pauses of up to 2 s stay, since models were trained on speech with its pauses; longer ones invite inventions.
_LONGEST_PAUSE = 2 * RATE
_PAD = RATE * 2 // 5
# A word's end by the recogniser's clock may lie so far from the voice that was detected.
_SLACK = RATE // 5
# The detector makes several copies of what it is given, so a long lane is given piece by piece.
_PIECE, _MARGIN, _SEAM = 600 * RATE, 2 * RATE, RATE // 4

Span = tuple[int, int]
"""First and last + 1 sample."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The stretches of a lane that are worth decoding, in samples, in order and apart.

    `spoken` are the spans within them where a voice was detected; `breaths` are samples amid the pauses between these.
    """

    stretches: tuple[Span, ...]
    breaths: tuple[int, ...] = ()
    spoken: tuple[Span, ...] = ()

    @property
    def seconds(self) -> float:
        """Seconds of speech, short pauses included."""
        return sum(end - start for start, end in self.stretches) / RATE

    def piece(self, lane: Samples, start: float, end: float) -> Samples:
        """The speech alone from one of its seconds to another."""
        first, last = round(start * RATE), round(end * RATE)
        parts, before = [lane[:0]], 0
        for begin, finish in self.stretches:
            length = finish - begin
            if before + length > first and before < last:
                parts.append(lane[begin + max(0, first - before) : begin + min(length, last - before)])
            before += length
        return np.concatenate(parts)

    def windows(self, longest: float) -> list[tuple[float, float]]:
        """Seconds of the speech alone, cut at pauses into windows of at most `longest` seconds, end to end.

        Each is as long as it can be; speech without a pause is cut where it must be.
        """
        cuts: list[float] = []
        total = 0
        for start, end in self.stretches:
            cuts += [(total + breath - start) / RATE for breath in self.breaths if start < breath < end]
            total += end - start
            cuts.append(total / RATE)
        windows: list[tuple[float, float]] = []
        begin, fitting = 0.0, 0.0
        for cut in cuts:
            while cut - begin > longest:
                seam = fitting if fitting > begin else begin + longest
                windows.append((begin, seam))
                begin = seam
            fitting = cut
        return [*windows, (begin, fitting)] if fitting > begin else windows

    def clock(self) -> Clock:
        """The way back from the seconds of the speech alone to those of the call."""
        begins, total = [], 0
        for start, end in self.stretches:
            begins.append(total / RATE)
            total += end - start
        return Clock(tuple(begins), tuple((start / RATE, end / RATE) for start, end in self.stretches))

    def covered(self, start: float, end: float) -> tuple[float, float] | None:
        """The part of a word (seconds in the call) during which there is a voice; None where there is none near.

        A word that reaches over a pause belongs to the side of it on which it has the larger part.
        """
        best: tuple[float, float] | None = None
        near = bisect_left(self.spoken, start * RATE - _SLACK, key=lambda span: span[1])
        for first, last in self.spoken[near:]:
            if first - _SLACK > end * RATE:
                break
            begin, finish = max(start, (first - _SLACK) / RATE), min(end, (last + _SLACK) / RATE)
            if finish >= begin and (best is None or finish - begin > best[1] - best[0]):
                best = (begin, finish)
        return best

    def without(self, spans: Collection[Span], size: int) -> Voice:
        """The voice of a lane of so many samples without some of the spans where it was detected."""
        return _joined([span for span in self.spoken if span not in spans], size)


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
    spoken: list[Span] = []
    for begin in range(0, lane.size, _PIECE):
        for start, end in _detected(lane, begin):
            if spoken and start - spoken[-1][1] < _SEAM:
                spoken[-1] = (spoken[-1][0], end)
            else:
                spoken.append((start, end))
    return _joined(spoken, lane.size)


def _detected(lane: Samples, begin: int) -> Iterator[Span]:
    """Spans of one piece; the detector hears a little before it and behind it, since it warms up."""
    first, last = max(0, begin - _MARGIN), min(lane.size, begin + _PIECE + _MARGIN)
    for one in get_speech_timestamps(np.array(lane[first:last]), _OPTIONS):
        start, end = max(begin, first + int(one["start"])), min(begin + _PIECE, first + int(one["end"]))
        if start < end:
            yield start, end


def _joined(spoken: list[Span], size: int) -> Voice:
    """Spans with a little silence around them, short pauses between them kept."""
    stretches: list[Span] = []
    breaths: list[int] = []
    for start, end in spoken:
        first, last = max(0, start - _PAD), min(size, end + _PAD)
        if stretches and start - (stretches[-1][1] - _PAD) <= _LONGEST_PAUSE:
            breaths.append((stretches[-1][1] - _PAD + start) // 2)
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return Voice(tuple(stretches), tuple(breaths), tuple(spoken))
