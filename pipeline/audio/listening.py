"""What does a reviewer's page play? A copy made of the very samples that were transcribed, so that times fit.

MP3 at a constant rate: every browser plays it and jumps in it by byte ranges, and LAME's tag tells players how much
of the encoder's delay to cut off.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np
from av.audio.frame import AudioFrame

from pipeline.audio.decoded import RATE, Audio

SUFFIX = ".mp3"
MEDIA_TYPE = "audio/mpeg"

_BITS_A_LANE = 24_000
_PIECE = RATE * 10


def write_listening_copy(audio: Audio, path: Path) -> None:
    """Writes the call as MP3 with one channel a lane: whole or not at all; about 11 MB an hour a lane.

    Raises OSError where the folder can't be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            _encode(audio, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(0o644)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _encode(audio: Audio, file: BinaryIO) -> None:
    layout = "mono" if len(audio.lanes) == 1 else "stereo"
    with av.open(file, mode="w", format="mp3") as container:
        # joint_stereo would let one voice leak into the other's channel; level 7 is twice as fast as the default.
        stream = container.add_stream("libmp3lame", rate=RATE, options={"joint_stereo": "0", "compression_level": "7"})
        stream.layout = layout
        stream.format = "fltp"
        stream.bit_rate = _BITS_A_LANE * len(audio.lanes)
        for frame in _frames(audio, layout):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _frames(audio: Audio, layout: str) -> Iterator[AudioFrame]:
    for start in range(0, audio.lanes[0].size, _PIECE):
        planes = np.stack([lane[start : start + _PIECE] for lane in audio.lanes])
        frame = AudioFrame.from_ndarray(np.clip(planes, -1.0, 1.0), format="fltp", layout=layout)
        frame.sample_rate = RATE
        frame.pts = start
        yield frame
