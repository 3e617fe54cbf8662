"""What is heard between two seconds of a call? A clip for a reviewer, as WAV or MP3."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

from pipeline.audio.decoded import RATE, Audio, AudioError
from pipeline.audio.decoding import decode
from pipeline.audio.editing import segment_of

_FADE_MS = 10


def cut_clip(source: Audio | Path, start: float, end: float, form: Literal["wav", "mp3"] = "wav") -> bytes:
    """The sound of a call from `start` to `end` in seconds, both channels kept, as a WAV or MP3 file's bytes.

    What lies outside the call is left out; raises AudioError where nothing is left, or the file can't be decoded.
    """
    audio = decode(source) if isinstance(source, Path) else source
    first, last = max(0, round(start * RATE)), min(audio.lanes[0].size, round(end * RATE))
    if first >= last:
        raise AudioError("no_such_part", f"there is nothing from {start:g} s to {end:g} s of {audio.duration:g} s")
    clip = segment_of([lane[first:last] for lane in audio.lanes])
    fade = min(_FADE_MS, len(clip) // 2)
    encoded = io.BytesIO()
    with clip.fade_in(fade).fade_out(fade).export(encoded, format=form):
        return encoded.getvalue()
