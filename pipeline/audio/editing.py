"""How do decoded samples become something that pydub can cut, measure and encode?

The one place that imports pydub: it warns at import where no ffmpeg is installed, which is no user's concern, since
its ffmpeg is the one that imageio-ffmpeg brings. It is never given files: see recordings as PBXs leave them.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import imageio_ffmpeg
import numpy as np

from pipeline.audio.decoded import RATE, Samples

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment
    from pydub.silence import detect_silence

__all__ = ["AudioSegment", "detect_silence", "segment_of"]

_FULL_SCALE = 32_767


def segment_of(lanes: Sequence[Samples]) -> AudioSegment:
    """16-bit sound at 16,000 Hz with one channel a lane."""
    AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    interleaved = np.empty((lanes[0].size, len(lanes)), dtype="<i2")
    for channel, lane in enumerate(lanes):
        interleaved[:, channel] = np.rint(np.clip(lane, -1.0, 1.0) * _FULL_SCALE)
    return AudioSegment(data=interleaved.tobytes(), sample_width=2, frame_rate=RATE, channels=len(lanes))
