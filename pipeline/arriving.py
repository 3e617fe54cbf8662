"""Has a recording arrived whole? Not while it grows, not while its header is unfinished, unless nothing comes any more.

Time is counted from when a file was seen to stand still by this program's own clock, so that neither a wrong clock on
the PBX nor one that is set back makes a recording early or late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.audio import riff
from pipeline.recordings import legs_of
from pipeline.remote import is_remote
from pipeline.storing.arrivals import SeenFile

# `unfinished`: its header doesn't fit its length; `empty`: no sound yet, as in the placeholder of a call's recording.
Wholeness = Literal["whole", "unfinished", "empty"]

# A placeholder stays as long as the call; longer than this no call lasts.
EMPTY_SECONDS = 7200.0
# Asterisk's WAV header alone.
_HEADER_BYTES = 44


@dataclass(slots=True)
class _Standing:
    state: tuple[int, ...]
    since: float


class Arrivals:
    """Remembers how files lay when they were last looked at."""

    def __init__(self, settle_seconds: float, unfinished_seconds: float, leg_seconds: float = 0.0) -> None:
        self._waits = {"whole": settle_seconds, "unfinished": unfinished_seconds, "empty": EMPTY_SECONDS}
        self._leg_seconds = leg_seconds
        self._standing: dict[Path, _Standing] = {}

    @property
    def waiting(self) -> int:
        """How many files are waited for."""
        return len(self._standing)

    def settled(self, files: Iterable[SeenFile], now: float, wholeness: Callable[[Path], Wholeness]) -> list[SeenFile]:
        """Those files that have arrived; to be called again and again with all files that are new, `now` in seconds.

        Each is given once. A file that is no longer among them is forgotten.
        """
        before, self._standing = self._standing, {}
        arrived = []
        for file in files:
            known = before.get(file.path)
            if known is None or known.state != file.state:
                known = _Standing(file.state, now)
                self._standing[file.path] = known
            elif now - known.since >= self._waits["whole"] and now - known.since >= self._wait(file, wholeness):
                arrived.append(file)
            else:
                self._standing[file.path] = known
        return arrived

    def _wait(self, file: SeenFile, wholeness: Callable[[Path], Wholeness]) -> float:
        try:
            wait = max(self._waits[wholeness(one.path)] for one in file.files)
        except OSError:
            # Held by the program that writes it, or gone: later, not failed.
            wait = self._waits["unfinished"]
        is_lone_leg = file.other_leg is None and legs_of(file.path) is not None
        return max(wait, self._leg_seconds) if is_lone_leg else wait


def wholeness(path: Path) -> Wholeness:
    """How whole a file is by its own header; raises OSError where it can't be read. Storage shows only whole ones."""
    if is_remote(path):
        return "whole"
    size = path.stat().st_size
    if size == 0:
        return "empty"
    with path.open("rb") as file:
        data = riff.find_data(file)
    if data is None:
        return "whole"
    if data.present == 0 or size <= _HEADER_BYTES:
        return "empty"
    return "unfinished" if data.is_unfinished or data.missing_seconds else "whole"
