"""Which files are known, and how do new ones become recordings? Many at once, and each content once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Select, delete, exists, select
from sqlalchemy.orm import Session

from models import FileRow, RecordingRow
from models.recording import RecordingState
from models.writing import insert_missing, insert_or_replace_all
from pipeline.storing.legs import LATE, Pair, join_late, too_late
from pipeline.storing.recordings import KnownRecording, original, readable, recordings

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it lies there: size in bytes, time of change in nanoseconds, and the second leg of its call.

    On storage the part of the time within its second is a mark of the content.
    """

    path: Path
    size: int
    mtime_ns: int
    other_leg: SeenFile | None = None

    @classmethod
    def at(cls, path: Path, other_leg: Path | None = None) -> SeenFile:
        """The file at a path; raises OSError."""
        found = path.stat()
        return cls(path, found.st_size, found.st_mtime_ns, cls.at(other_leg) if other_leg is not None else None)

    @property
    def state(self) -> tuple[int, ...]:
        """What changes when a file does, or one of both."""
        own = (self.size, self.mtime_ns)
        return own if self.other_leg is None else (*own, *self.other_leg.state)

    @property
    def files(self) -> tuple[SeenFile, ...]:
        """The one file, or both legs."""
        return (self,) if self.other_leg is None else (self, self.other_leg)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came, or the two of a call, and what they hold; `parts` are the contents of the two."""

    file: SeenFile
    content_hash: str
    parts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """The recording of a file's content; `is_new` where this file was the first to bring it.

    `is_joined` where a recording of one leg became that of both by it, and is to be heard again.
    """

    recording: KnownRecording
    is_new: bool
    is_joined: bool = False


def find_known(session: Session, files: Sequence[SeenFile]) -> dict[Path, KnownRecording]:
    """The recordings of those files that lie as they lay when their content was read; their calls are left out."""
    known = {}
    for start in range(0, len(files), AT_ONCE):
        some = {readable(str(file.path)): file for file in files[start : start + AT_ONCE]}
        seconds = {readable(str(leg.path)): leg for file in some.values() if (leg := file.other_leg) is not None}
        lying = {row.path: row for row in session.execute(_lying([*some, *seconds]))}
        for path, file in some.items():
            row = lying.get(path)
            if row is None or (file.size, file.mtime_ns) != (row.size, row.mtime_ns):
                continue
            if file.other_leg is not None:
                # Of two legs both must be known, as one call's.
                other = lying.get(readable(str(file.other_leg.path)))
                if other is None or (other.id, other.size, other.mtime_ns) != (row.id, *file.other_leg.state):
                    continue
            known[file.path] = KnownRecording(row.id, row.state, row.reason_code, row.reason)
    return known


def _lying(paths: list[str]) -> Select[str, int, int, int, RecordingState, str | None, str | None]:
    row, lies = RecordingRow, FileRow
    query = select(lies.path, lies.size, lies.mtime_ns, row.id, row.state, row.reason_code, row.reason)
    return query.join(row, row.id == lies.recording_id).where(lies.path.in_(paths))


def register(session: Session, arrival: Arrival, now: datetime) -> KnownRecording:
    """The recording of a file's content, new or known, with the file noted as one that holds it."""
    return register_all(session, [arrival], now)[0].recording


def register_all(session: Session, arrivals: Sequence[Arrival], now: datetime) -> list[Registered]:
    """The recordings of some files' contents, at most AT_ONCE, in the same order.

    In one transaction: what another program registers at the same moment is new for one of the two.
    """
    joined = join_late(session, [_pair(one, one.parts) for one in arrivals if one.parts is not None])
    alone = {one.content_hash: one.file.path for one in arrivals if one.parts is None}
    late = too_late(session, alone)
    rows = {one.content_hash: _row(one, now, late.get(one.content_hash)) for one in reversed(arrivals)}
    # In one order everywhere, or two programs at one folder could wait for one another.
    new = insert_missing(session, RecordingRow, [rows[key] for key in sorted(rows)], RecordingRow.content_hash)
    query = recordings().add_columns(RecordingRow.content_hash, RecordingRow.erased)
    found = session.execute(query.where(RecordingRow.content_hash.in_(rows))).all()
    known = {content_hash: KnownRecording(*columns) for *columns, content_hash, _ in found}
    erased = {content_hash for *_, content_hash, moment in found if moment is not None}
    # The name of an erased recording's file may hold the client's number: it is not written down again.
    seen = {
        readable(str(file.path)): (file, known[arrival.content_hash].id)
        for arrival in arrivals
        if arrival.content_hash not in erased
        for file in arrival.file.files
    }
    _note_files(session, seen)
    first: set[str] = set()
    result = []
    for arrival in arrivals:
        is_first = arrival.content_hash not in first
        first.add(arrival.content_hash)
        is_new = is_first and arrival.content_hash in new and arrival.content_hash not in late
        is_joined = is_first and arrival.content_hash in joined
        result.append(Registered(known[arrival.content_hash], is_new, is_joined))
    return result


def files_of(session: Session, recording_id: int) -> list[Path]:
    """Every file in which a recording was seen, the one it was first seen in first."""
    first = session.scalar(select(RecordingRow.path).where(RecordingRow.id == recording_id))
    lying = list(session.scalars(select(FileRow.path).where(FileRow.recording_id == recording_id)))
    # The first name may hold other content by now: then only the others count.
    paths = sorted(lying, key=lambda path: (path != first, path)) or ([first] if first else [])
    return [original(path) for path in paths]


def _row(arrival: Arrival, now: datetime, late: str | None) -> dict[str, object]:
    return {
        **_files(arrival.file),
        "content_hash": arrival.content_hash,
        "state": "waiting" if late is None else "failed",
        "reason_code": None if late is None else LATE,
        "reason": late,
        "finished": None if late is None else now,
        "attempts": 0,
        "first_seen": now,
        "details": {},
    }


def _files(file: SeenFile) -> dict[str, object]:
    return {
        "path": readable(str(file.path)),
        "name": readable(file.path.name),
        "size": file.size,
        "mtime_ns": file.mtime_ns,
        "other_leg": readable(str(file.other_leg.path)) if file.other_leg else None,
    }


def _pair(arrival: Arrival, parts: tuple[str, str]) -> Pair:
    return Pair(arrival.content_hash, parts, _files(arrival.file))


def _note_files(session: Session, seen: dict[str, tuple[SeenFile, int]]) -> None:
    if not seen:
        return
    earlier = session.execute(select(FileRow.path, FileRow.recording_id).where(FileRow.path.in_(seen)))
    replaced = sorted({number for path, number in earlier if seen[path][1] != number})
    rows = [
        {"path": path, "size": file.size, "mtime_ns": file.mtime_ns, "recording_id": number}
        for path, (file, number) in sorted(seen.items())
    ]
    insert_or_replace_all(session, FileRow, rows)
    if replaced:
        _forget_replaced(session, replaced)


def _forget_replaced(session: Session, numbers: Sequence[int]) -> None:
    """Drop recordings that never became a call once other content took their only file's place."""
    elsewhere = exists().where(FileRow.recording_id == RecordingRow.id)
    session.execute(delete(RecordingRow).where(RecordingRow.id.in_(numbers), RecordingRow.state != "done", ~elsewhere))
