"""Whose voice is it that both lanes carry? A voice that leaks into the other side's lane must not be heard twice.

A hybrid's echo, or a headset that picks up its own loudspeaker, gives a softer and later copy of the other lane. What
is softer by far and runs along with the other lane within a tenth of a second is a copy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.audio import RATE, Samples
from pipeline.recognition.voice import Span, Voice

_SOFTER = 10.0 ** (-6 / 20)
_ALIKE = 0.45
_LATEST = RATE // 10
_LONGEST = 20 * RATE


def leaked(lane: Samples, voice: Voice, other: Samples) -> tuple[Span, ...]:
    """The spans of a lane's voice that are a softer copy of what the other lane carries at that time."""
    return tuple(span for span in voice.spoken if _is_copy(lane, other, span))


def without_leaks(lanes: Sequence[Samples], voices: Sequence[Voice]) -> list[tuple[Voice, tuple[Span, ...]]]:
    """Each lane's own voice, and the spans taken out of it because they belong to the other lane."""
    if len(lanes) != 2:
        return [(voice, ()) for voice in voices]
    found = [leaked(lanes[own], voices[own], lanes[1 - own]) for own in (0, 1)]
    return [
        (voice.without(frozenset(spans), lane.size) if spans else voice, spans)
        for lane, voice, spans in zip(lanes, voices, found, strict=True)
    ]


def _is_copy(lane: Samples, other: Samples, span: Span) -> bool:
    start, end = span[0], min(span[1], span[0] + _LONGEST)
    own = lane[start:end]
    early = other[max(0, start - _LATEST) : end]
    loud = float(np.sqrt(np.mean(np.square(early)))) if early.size else 0.0
    if own.size == 0 or float(np.sqrt(np.mean(np.square(own)))) > _SOFTER * loud:
        return False
    return _likeness(own, early) > _ALIKE


def _likeness(own: Samples, early: Samples) -> float:
    """How like a copy of `early`, moved by any number of samples, `own` is: the highest correlation, 0 to 1."""
    length = 1 << (own.size + early.size - 1).bit_length()
    product = np.fft.irfft(np.fft.rfft(early, length) * np.conj(np.fft.rfft(own, length)), length)
    loudness = float(np.linalg.norm(own)) * float(np.linalg.norm(early))
    reach = max(1, early.size - own.size + 1)
    return float(np.abs(product[:reach]).max()) / loudness if loudness else 0.0
