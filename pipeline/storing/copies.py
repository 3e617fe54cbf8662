"""Where do the copies that reviewers play lie, and which of them belong to no call?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from models import CallRow, Database, RecordingRow
from pipeline.audio.listening import SUFFIX

FOLDER = "audio"
# A call is stored seconds after its copy was written; an unfinished copy grows all the time.
UNCLAIMED_SECONDS = 600
_AT_ONCE = 500


def copy_path(content_hash: str) -> str:
    """A recording's listening copy, relative to the data folder, in one of 256 folders."""
    return f"{FOLDER}/{content_hash[:2]}/{content_hash}{SUFFIX}"


def sweep_copies(data_dir: Path, database: Database, unclaimed_seconds: float = UNCLAIMED_SECONDS) -> int:
    """Remove what killed runs left: unfinished copies, and copies of no call that is done; gives their number.

    Only files untouched for `unclaimed_seconds` go: younger ones may be another run's work.
    """
    old = [path for path in _files(data_dir / FOLDER) if _age(path) >= unclaimed_seconds]
    swept = 0
    for start in range(0, len(old), _AT_ONCE):
        by_content = {path.stem: path for path in old[start : start + _AT_ONCE]}
        done = select(RecordingRow.content_hash).where(
            RecordingRow.content_hash.in_(by_content), RecordingRow.state == "done", RecordingRow.erased.is_(None)
        )
        with database.reading() as session:
            left = {copy_path(one): one for one in by_content.keys() - set(session.scalars(done))}
            # A call that a late leg has joined is played as it was until it is heard again.
            played = session.scalars(select(CallRow.audio_path).where(CallRow.audio_path.in_(left)))
            claimed = {left[name] for name in played if name is not None}
        for content_hash in set(left.values()) - claimed:
            by_content[content_hash].unlink(missing_ok=True)
            swept += 1
    return swept


def _files(folder: Path) -> Iterator[Path]:
    # Only names that we give: whatever else lies there is not ours to remove.
    for pattern in (f"??/{'?' * 64}{SUFFIX}", "??/.*.part"):
        yield from folder.glob(pattern)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
