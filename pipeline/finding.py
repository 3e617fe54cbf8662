"""Which recordings lie in a folder or on storage, what does each hold, and where can it be opened?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.recordings import RecordingsError, Unreadable, find_recordings, fingerprint, joint_fingerprint, other_leg
from pipeline.remote import Storage, address, brought_here, is_remote
from pipeline.settings import Settings
from pipeline.storing.arrivals import Arrival, SeenFile


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording that can't be used: the reason's code for programs, and one line for people."""

    path: Path
    code: str
    reason: str


def place(folder: Path) -> Path:
    """A folder by its full name, or an address as it is."""
    return folder if is_remote(folder) else Path(os.path.abspath(folder))  # noqa: PTH100  (resolve() follows links)


def find(folder: Path, settings: Settings) -> tuple[list[SeenFile], list[Failure]]:
    """The recordings below a folder or an address as they lie there, and what can't be read.

    Raises RecordingsError and RemoteError.
    """
    files: list[SeenFile] = []
    failures: list[Failure] = []
    for found in _remote(folder, settings) if is_remote(folder) else find_recordings(folder):
        try:
            if isinstance(found, Unreadable):
                failures.append(Failure(found.path, "unreadable", found.reason))
            elif isinstance(found, SeenFile):
                files.append(found)
            else:
                files.append(SeenFile.at(found, other_leg(found)))
        except FileNotFoundError:
            continue
        except OSError as error:
            failures.append(Failure(Path(error.filename or folder), "unreadable", f"cannot be read: {error.strerror}"))
    return files, failures


def _remote(folder: Path, settings: Settings) -> Iterator[SeenFile | Unreadable]:
    try:
        yield from Storage(folder, settings).recordings(folder)
    except FileNotFoundError as error:
        raise RecordingsError(f"there is nothing at {address(folder)}: check the bucket and the path") from error
    except OSError as error:
        raise RecordingsError(f"cannot read {address(folder)}: {error.strerror}") from error


def read_arrival(file: SeenFile, settings: Settings) -> Arrival:
    """A file, or the two of a call, with what they hold; raises OSError and RemoteError."""
    read = Storage(file.path, settings).sha256 if is_remote(file.path) else fingerprint
    content = read(file.path)
    if file.other_leg is None:
        return Arrival(file, content)
    parts = (content, read(file.other_leg.path))
    return Arrival(file, joint_fingerprint(*parts), parts)


def is_there(path: Path, settings: Settings) -> bool:
    """Whether a recording's file lies where it lay; raises RemoteError."""
    return Storage(path, settings).is_there(path) if is_remote(path) else path.is_file()


@contextmanager
def at_hand(path: Path, second: Path | None, settings: Settings) -> Iterator[tuple[Path, Path | None]]:
    """Where a recording's file, and the second leg's, can be opened; raises OSError and RemoteError."""
    if not is_remote(path):
        yield path, second
        return
    with brought_here(path, second, settings) as here:
        yield here
