"""Do two channels hold two speakers? One voice twice, or a channel without a sound, is a mono call in disguise."""

from __future__ import annotations

import math

import numpy as np

from pipeline.audio.decoded import Notice, Samples

# 50 dB below full scale: line noise of a telephone lies above, the rounding of an empty mu-law channel below.
_SILENT_PEAK = 0.003
_SAME_VOICE = 0.99


def is_silent(lane: Samples) -> bool:
    """Whether nothing in a lane is loud enough to be heard."""
    if lane.size == 0:
        return True
    return max(float(lane.max()), -float(lane.min())) < _SILENT_PEAK


def correlation(left: Samples, right: Samples) -> float:
    """How alike two lanes of one length are, 0 to 1, whatever their loudness and polarity."""
    loudness = math.sqrt(float(np.dot(left, left)) * float(np.dot(right, right)))
    return abs(float(np.dot(left, right))) / loudness if loudness else 0.0


def settle(lanes: tuple[Samples, ...]) -> tuple[tuple[Samples, ...], tuple[Notice, ...]]:
    """The lanes that hold speakers of their own, and what was found on the way: at most two, one for a mono call."""
    heard = tuple(lane for lane in lanes if not is_silent(lane))
    if not heard:
        return lanes[:1], (Notice("silent", "the recording is silent from beginning to end"),)
    if len(lanes) == 1:
        return lanes, ()
    if len(heard) == 1:
        return heard, (Notice("one_side_silent", "one of the channels is silent: treated as a mono recording"),)
    if correlation(heard[0], heard[1]) > _SAME_VOICE:
        return heard[:1], (Notice("same_voice", "both channels carry the same sound: treated as a mono recording"),)
    return heard[:2], ()
