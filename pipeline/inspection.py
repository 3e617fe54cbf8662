"""What would an ingest of this folder do? Each file's name read and its beginning heard, nothing stored or changed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.audio import AudioError, probe
from pipeline.finding import at_hand, find
from pipeline.pbx import CallDetails, read_name
from pipeline.recordings import Unreadable
from pipeline.remote import is_remote
from pipeline.settings import Settings
from pipeline.storing.arrivals import SeenFile

# Of more files than these only so many are opened, spread over the whole folder: opening takes milliseconds each.
PROBED = 500
PROBED_AFAR = 20


@dataclass(frozen=True, slots=True)
class Inspected:
    """One file: what its name tells, and why it would be refused (`refusal`) or is waited for (`is_growing`).

    `seconds` and `channels` are None where the file was not opened or doesn't say; `warnings` tell what is damaged.
    """

    path: Path
    details: CallDetails
    size: int = 0
    seconds: float | None = None
    channels: int | None = None
    refusal: str | None = None
    is_growing: bool = False
    is_probed: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """A folder as an ingest would see it; `unreadable` are places below it that can't be had."""

    folder: Path
    files: tuple[Inspected, ...]
    unreadable: tuple[Unreadable, ...]

    def conventions(self) -> list[tuple[Path, str, int]]:
        """In which folder the names of how many files follow which convention, folder by folder."""
        counts = Counter((one.path.parent, one.details.convention) for one in self.files)
        return sorted((parent, convention, count) for (parent, convention), count in counts.items())

    @property
    def refused(self) -> tuple[Inspected, ...]:
        """The files that would fail."""
        return tuple(one for one in self.files if one.refusal is not None)


def inspect(folder: Path, settings: Settings, most_probed: int = PROBED) -> Inspection:
    """Look at every recording below a folder without storing anything; raises RecordingsError and SettingsError.

    Files that changed within the last `settle_seconds` count as still being written. From storage fewer are opened,
    since each must be brought here; RemoteError where it can't be reached.
    """
    files, failures = find(folder, settings)
    if is_remote(folder):
        most_probed = min(most_probed, PROBED_AFAR)
    chosen = set(_spread([file.path for file in files], most_probed))
    unreadable = tuple(Unreadable(one.path, one.reason) for one in failures)
    return Inspection(folder, tuple(_inspected(files, chosen, settings)), unreadable)


def _spread(paths: Sequence[Path], most: int) -> Sequence[Path]:
    step = max(1, -(-len(paths) // most)) if most else len(paths) + 1
    return paths[::step]


def _inspected(files: Sequence[SeenFile], chosen: set[Path], settings: Settings) -> Iterator[Inspected]:
    for file in files:
        path, size = file.path, file.size
        growing = not is_remote(path) and time.time() - file.mtime_ns / 1e9 < settings.settle_seconds
        if path not in chosen or growing:
            yield Inspected(path, read_name(path, settings), size, is_growing=growing)
            continue
        try:
            with at_hand(path, None, settings) as (here, _):
                details = read_name(path, settings, here)
                heard = probe(here)
        except (AudioError, OSError) as error:
            reason = error.reason if isinstance(error, AudioError) else f"cannot be read: {error.strerror}"
            yield Inspected(path, read_name(path, settings), size, refusal=reason, is_probed=True)
            continue
        warnings = tuple(notice.message for notice in heard.warnings)
        yield Inspected(path, details, size, heard.seconds, heard.channels, is_probed=True, warnings=warnings)
