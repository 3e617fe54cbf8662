"""How do two files, one leg of a call each, become one call? The first goes left, the second right, both from 0:00."""

from __future__ import annotations

import numpy as np

from pipeline.audio.decoded import RATE, Audio, Notice, Samples
from pipeline.audio.lanes import settle

# Legs of one call are cut to the same beginning; of more than this a reviewer should know.
_TOLERATED_SECONDS = 2.0


def join_legs(left: Audio, right: Audio) -> Audio:
    """One call of two legs; the shorter is filled up with silence."""
    size = max(left.lanes[0].size, right.lanes[0].size)
    settled, found = settle((_filled(left.lanes[0], size), _filled(right.lanes[0], size)))
    notices = [*left.warnings, *right.warnings, *found]
    apart = abs(left.duration - right.duration)
    if apart > _TOLERATED_SECONDS:
        notices.append(Notice("unequal_legs", f"one leg of the call is {apart:.1f} s longer than the other"))
    return Audio(settled, 2, size / RATE, tuple(notices), {**right.tags, **left.tags})


def _filled(lane: Samples, size: int) -> Samples:
    return np.pad(lane, (0, size - lane.size)) if lane.size < size else lane
