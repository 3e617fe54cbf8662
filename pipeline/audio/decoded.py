"""What does a recording sound like once it is decoded: one lane of samples a speaker, at the recogniser's rate."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 16_000

Samples = NDArray[np.float32]


class AudioError(ValueError):
    """A recording can't be heard: `code` is for programs (empty, no_audio, not_audio, ...), `reason` for people.

    The whole message is the file, where there is one, and the reason in one line.
    """

    def __init__(self, code: str, reason: str, path: Path | None = None) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a recording that a person should know: a code for programs, one line for people."""

    code: str
    message: str

    def __str__(self) -> str:
        """The line for people."""
        return self.message


@dataclass(frozen=True, slots=True)
class Audio:
    """A decoded recording: float32 lanes in [-1, 1] at 16,000 Hz, all of one length.

    Two lanes are two speakers, left first; one lane is a call whose speakers share a channel. `channels` counts those
    of the file, `duration` is in seconds, `warnings` say what was mended or is missing, `tags` are the container's own
    (title, date, CALL_SRC_NUM, ...).
    """

    lanes: tuple[Samples, ...]
    channels: int
    duration: float
    warnings: tuple[Notice, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
