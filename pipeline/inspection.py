"""What would an ingest of this folder do? Each file's name read and its beginning heard, nothing stored or changed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.audio import AudioError, probe
from pipeline.pbx import CallDetails, NameOptions, read_name
from pipeline.recordings import Unreadable, find_recordings

# Of more files than these only so many are opened, spread over the whole folder: opening takes milliseconds each.
PROBED = 500


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


def inspect(folder: Path, options: NameOptions, settle_seconds: float, most_probed: int = PROBED) -> Inspection:
    """Look at every recording below a folder without storing anything; raises RecordingsError and SettingsError.

    Files that changed within the last `settle_seconds` count as still being written.
    """
    unreadable: list[Unreadable] = []
    paths: list[Path] = []
    for found in find_recordings(folder):
        (unreadable if isinstance(found, Unreadable) else paths).append(found)  # type: ignore[arg-type]
    chosen = set(_spread(paths, most_probed))
    return Inspection(folder, tuple(_inspected(paths, chosen, options, settle_seconds)), tuple(unreadable))


def _spread(paths: Sequence[Path], most: int) -> Sequence[Path]:
    step = max(1, -(-len(paths) // most)) if most else len(paths) + 1
    return paths[::step]


def _inspected(
    paths: Sequence[Path], chosen: set[Path], options: NameOptions, settle_seconds: float
) -> Iterator[Inspected]:
    for path in paths:
        details = read_name(path, options)
        try:
            state = path.stat()
        except OSError as error:
            yield Inspected(path, details, refusal=f"cannot be read: {error.strerror}")
            continue
        growing = time.time() - state.st_mtime < settle_seconds
        if path not in chosen or growing:
            yield Inspected(path, details, state.st_size, is_growing=growing)
            continue
        try:
            heard = probe(path)
        except AudioError as error:
            yield Inspected(path, details, state.st_size, refusal=error.reason, is_probed=True)
            continue
        warnings = tuple(notice.message for notice in heard.warnings)
        yield Inspected(path, details, state.st_size, heard.seconds, heard.channels, is_probed=True, warnings=warnings)
