"""How loud is each side of a call, and for how much of it is that side silent?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.audio.decoded import RATE, Samples
from pipeline.audio.editing import AudioSegment, detect_silence, segment_of

# 16 bits can't tell less.
FLOOR_DBFS = -96.0
_BELOW_MEAN_DB = 16.0
_SHORTEST_SILENCE_MS = 500
_STEP_MS = 100
_FULL_SCALE = 32_768
# So near to full scale a sample counts as cut off; speech that is not driven too hard hardly ever comes there.
_CLIPPED = 0.97
# pydub holds what it measures in memory, so a long lane is measured piece by piece.
_PIECE = 600 * RATE


@dataclass(frozen=True, slots=True)
class Loudness:
    """Mean and peak in dB below full scale (0 is the loudest, -96 is silence), share of silence from 0 to 1."""

    mean_dbfs: float
    peak_dbfs: float
    silence_share: float


def measure(lane: Samples) -> Loudness:
    """The loudness of a lane; silence is half a second or more that lies 16 dB below its mean."""
    pieces = [lane[start : start + _PIECE] for start in range(0, lane.size, _PIECE)]
    levels = [(segment.rms, segment.max) for segment in map(_segment, pieces)]
    power = sum(level**2 * piece.size for (level, _), piece in zip(levels, pieces, strict=True)) / max(1, lane.size)
    mean, peak = _decibels(math.sqrt(power)), _decibels(max((peak for _, peak in levels), default=0))
    if peak <= FLOOR_DBFS:
        return Loudness(FLOOR_DBFS, FLOOR_DBFS, 1.0)
    silent = sum(
        end - start
        for piece in pieces
        for start, end in detect_silence(_segment(piece), _SHORTEST_SILENCE_MS, mean - _BELOW_MEAN_DB, _STEP_MS)
    )
    share = silent / max(1, lane.size * 1000 // RATE)
    return Loudness(round(mean, 1), round(peak, 1), round(min(1.0, share), 3))


def speech_level(pieces: Sequence[Samples]) -> tuple[float, float] | None:
    """Mean of some stretches of speech in dB below full scale, and the share of them that clipped (0-1).

    None where there is nothing in them.
    """
    size = sum(piece.size for piece in pieces)
    power = sum(float(np.dot(piece, piece)) for piece in pieces) / size if size else 0.0
    if power <= 0:
        return None
    clipped = sum(int(np.count_nonzero(np.abs(piece) >= _CLIPPED)) for piece in pieces)
    return round(max(FLOOR_DBFS, 10.0 * math.log10(power)), 1), round(clipped / size, 4)


def _segment(piece: Samples) -> AudioSegment:
    return segment_of([piece])


def _decibels(level: float) -> float:
    return max(FLOOR_DBFS, 20.0 * math.log10(level / _FULL_SCALE)) if level > 0 else FLOOR_DBFS
