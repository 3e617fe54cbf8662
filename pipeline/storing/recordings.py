"""What is known of a recording, and what became of it? Each change of state is one statement with a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import CursorResult, Row, Select, Update, delete, exists, select, update
from sqlalchemy.orm import Session

from models import CallRow, FileRow, RecordingRow
from models.recording import RecordingState
from models.writing import insert_new, insert_or_replace
from pipeline.pbx import CallDetails

_AT_ONCE = 500

_Columns = Row[int, RecordingState, str | None, str | None, int | None]


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it lies on the disk: size in bytes, time of change in nanoseconds."""

    path: Path
    size: int
    mtime_ns: int

    @classmethod
    def at(cls, path: Path) -> SeenFile:
        """The file at a path; raises OSError."""
        found = path.stat()
        return cls(path, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class KnownRecording:
    """A recording that has a row; a failed one with the reason's code for programs and the reason for people."""

    id: int
    state: RecordingState
    reason_code: str | None = None
    reason: str | None = None
    call_id: int | None = None


def readable(text: str) -> str:
    """A text that every database takes: half characters, as names in old encodings have, written out; no NUL."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\ufffd")


def find_known(session: Session, files: Sequence[SeenFile]) -> dict[Path, KnownRecording]:
    """The recordings of those files that lie as they lay when their content was read."""
    known = {}
    for start in range(0, len(files), _AT_ONCE):
        some = {readable(str(file.path)): file for file in files[start : start + _AT_ONCE]}
        query = _recordings().add_columns(FileRow.path, FileRow.size, FileRow.mtime_ns)
        query = query.join(FileRow, FileRow.recording_id == RecordingRow.id).where(FileRow.path.in_(some))
        for *columns, path, size, mtime_ns in session.execute(query):
            file = some[path]
            if (file.size, file.mtime_ns) == (size, mtime_ns):
                known[file.path] = KnownRecording(*columns)
    return known


def register(session: Session, file: SeenFile, content_hash: str, now: datetime) -> KnownRecording:
    """The recording of a file's content, new or known, with the file noted as one that holds it."""
    path = readable(str(file.path))
    row = {
        "content_hash": content_hash,
        "path": path,
        "name": readable(file.path.name),
        "size": file.size,
        "mtime_ns": file.mtime_ns,
        "state": "waiting",
        "attempts": 0,
        "first_seen": now,
        "details": {},
    }
    insert_new(session, RecordingRow, row)
    known = _known(session.execute(_recordings().where(RecordingRow.content_hash == content_hash)).one())
    earlier = session.scalar(select(FileRow.recording_id).where(FileRow.path == path))
    seen = {"path": path, "size": file.size, "mtime_ns": file.mtime_ns, "recording_id": known.id}
    insert_or_replace(session, FileRow, seen)
    if earlier is not None and earlier != known.id:
        _forget_replaced(session, earlier)
    return known


def begin_attempt(session: Session, recording_id: int) -> str | None:
    """Count one more attempt and set the recording waiting; its content hash, None when it is done or not there."""
    begun = _unless_done(recording_id).values(
        state="waiting", reason_code=None, reason=None, finished=None, attempts=RecordingRow.attempts + 1
    )
    if not _changed_one(session, begun):
        return None
    return session.scalar(select(RecordingRow.content_hash).where(RecordingRow.id == recording_id))


def mark_done(session: Session, recording_id: int, details: CallDetails, now: datetime) -> bool:
    """Set a recording done, first thing in the transaction that stores its call; False when another run was first."""
    done = _unless_done(recording_id).values(
        state="done", reason_code=None, reason=None, finished=now, details=as_json(details)
    )
    return _changed_one(session, done)


def mark_failed(
    session: Session, recording_id: int, code: str, reason: str, details: CallDetails, now: datetime
) -> bool:
    """Set a waiting recording failed for a reason; False when another run has finished it meanwhile."""
    failed = _unless_done(recording_id).values(
        state="failed", reason_code=code, reason=readable(reason), finished=now, details=as_json(details)
    )
    return _changed_one(session, failed)


def find_recording(session: Session, recording_id: int) -> KnownRecording | None:
    """The recording with an id."""
    found = session.execute(_recordings().where(RecordingRow.id == recording_id)).one_or_none()
    return _known(found) if found else None


def as_json(details: CallDetails) -> dict[str, object]:
    """What is known of a call, as JSON takes it; what isn't known is left out."""
    fields = {name: value for name, value in asdict(details).items() if value}
    if details.started_at is not None:
        fields["started_at"] = details.started_at.isoformat()
    return fields


def _known(row: _Columns) -> KnownRecording:
    number, state, reason_code, reason, call_id = row
    return KnownRecording(number, state, reason_code, reason, call_id)


def _recordings() -> Select[int, RecordingState, str | None, str | None, int | None]:
    columns = (RecordingRow.id, RecordingRow.state, RecordingRow.reason_code, RecordingRow.reason, CallRow.id)
    return select(*columns).outerjoin(CallRow, CallRow.recording_id == RecordingRow.id)


def _unless_done(recording_id: int) -> Update:
    return update(RecordingRow).where(RecordingRow.id == recording_id, RecordingRow.state != "done")


def _changed_one(session: Session, statement: Update) -> bool:
    return cast("CursorResult[object]", session.execute(statement)).rowcount == 1


def _forget_replaced(session: Session, recording_id: int) -> None:
    """Drop a recording that never became a call once other content took its only file's place."""
    elsewhere = exists().where(FileRow.recording_id == RecordingRow.id)
    session.execute(
        delete(RecordingRow).where(RecordingRow.id == recording_id, RecordingRow.state != "done", ~elsewhere)
    )
