"""How loud is each side of a call, and for how much of it is that side silent?"""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.audio.decoded import Samples
from pipeline.audio.editing import detect_silence, segment_of

# 16 bits can't tell less.
FLOOR_DBFS = -96.0
_BELOW_MEAN_DB = 16.0
_SHORTEST_SILENCE_MS = 500
_STEP_MS = 100


@dataclass(frozen=True, slots=True)
class Loudness:
    """Mean and peak in dB below full scale (0 is the loudest, -96 is silence), share of silence from 0 to 1."""

    mean_dbfs: float
    peak_dbfs: float
    silence_share: float


def measure(lane: Samples) -> Loudness:
    """The loudness of a lane; silence is half a second or more that lies 16 dB below its mean."""
    segment = segment_of([lane])
    mean, peak = _finite(segment.dBFS), _finite(segment.max_dBFS)
    if not len(segment) or peak <= FLOOR_DBFS:
        return Loudness(FLOOR_DBFS, FLOOR_DBFS, 1.0)
    silent = detect_silence(segment, _SHORTEST_SILENCE_MS, mean - _BELOW_MEAN_DB, _STEP_MS)
    share = sum(end - start for start, end in silent) / len(segment)
    return Loudness(round(mean, 1), round(peak, 1), round(min(1.0, share), 3))


def _finite(decibels: float) -> float:
    return max(FLOOR_DBFS, decibels) if math.isfinite(decibels) else FLOOR_DBFS
