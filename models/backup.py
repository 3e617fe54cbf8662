"""Is there a way back from an upgrade? A copy of the embedded database beside it, if the disk has room."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from models.address import DatabaseError

# The copy itself, and what a migration writes when it rebuilds the largest table.
_TIMES_ITS_SIZE = 3


def back_up(path: Path, mark: str) -> Path:
    """Copy an SQLite database, in use or not, to `NAME.MARK.bak` beside it; an earlier such copy is replaced.

    Raises DatabaseError when the disk has no room or the copy can't be written.
    """
    copy = path.with_name(f"{path.name}.{mark}.bak")
    half = path.with_name(f"{copy.name}.part")
    try:
        check_room(path, shutil.disk_usage(path.parent).free)
        half.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(half)) as target,
        ):
            source.backup(target)
        half.replace(copy)
    except (OSError, sqlite3.Error) as error:
        half.unlink(missing_ok=True)
        raise DatabaseError(f"cannot copy {path} before its upgrade: {error}: free some space, check rights") from error
    return copy


def check_room(path: Path, free: int) -> None:
    """Say by DatabaseError that `free` bytes are too few to copy and upgrade the database."""
    size = sum(part.stat().st_size for part in (path, path.with_name(path.name + "-wal")) if part.exists())
    needed = size * _TIMES_ITS_SIZE
    if free < needed:
        raise DatabaseError(
            f"the upgrade of {path} needs {needed >> 20} MB free, there are {free >> 20} MB: make room and start again"
        )
