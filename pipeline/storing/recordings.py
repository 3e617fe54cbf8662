"""What is known of a recording, and what became of it? Each change of state is one statement with a condition."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import CursorResult, Row, Select, Update, func, select, update
from sqlalchemy.orm import Session

from models import CallRow, RecordingRow
from models.recording import RecordingState
from pipeline.pbx import CallDetails

_HALF = re.compile(r"\\u(dc[89a-f][0-9a-f])")
RecordingColumns = Row[int, RecordingState, str | None, str | None, int | None, int]


@dataclass(frozen=True, slots=True)
class KnownRecording:
    """A recording that has a row; a failed one with the reason's code for programs and the reason for people."""

    id: int
    state: RecordingState
    reason_code: str | None = None
    reason: str | None = None
    call_id: int | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt: the content that is expected, the file of the second leg where there is one, and which attempt."""

    content_hash: str
    other_leg: Path | None
    attempts: int


def readable(text: str) -> str:
    """A text that every database takes: half characters, as names in old encodings have, written out; no NUL."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\ufffd")


def original(text: str) -> Path:
    """The path that a stored one stands for: the half characters of names in old encodings as they were."""
    return Path(_HALF.sub(lambda half: chr(int(half[1], 16)), text))


def begin_attempt(session: Session, recording_id: int, worker: str, now: datetime) -> Begun | None:
    """Count one more attempt and set the recording waiting; None when it is done, erased or not there."""
    begun = (
        _unless_done(recording_id)
        .where(RecordingRow.erased.is_(None))
        .values(
            state="waiting",
            reason_code=None,
            reason=None,
            finished=None,
            begun=now,
            worker=readable(worker),
            attempts=RecordingRow.attempts + 1,
        )
        .returning(RecordingRow.content_hash, RecordingRow.other_leg, RecordingRow.attempts)
    )
    found = session.execute(begun).one_or_none()
    if found is None:
        return None
    content_hash, other_leg, attempts = found
    return Begun(content_hash, None if other_leg is None else original(other_leg), attempts)


def give_back_attempt(session: Session, recording_id: int) -> None:
    """Take the last attempt off the count: it ended by a fault outside of the recording."""
    begun = _unless_done(recording_id).where(RecordingRow.attempts > 0)
    session.execute(begun.values(attempts=RecordingRow.attempts - 1))


def mark_done(
    session: Session,
    recording_id: int,
    details: CallDetails,
    now: datetime,
    work_seconds: float | None = None,
    content_hash: str | None = None,
) -> bool:
    """Set a recording done, first thing in the transaction that stores its call; False when another run was first.

    With `content_hash` it must still be that content: a second leg may have joined it meanwhile.
    """
    done = _still(recording_id, content_hash).values(
        state="done",
        reason_code=None,
        reason=None,
        finished=now,
        details=as_json(details),
        work_seconds=work_seconds,
    )
    return _changed_one(session, done)


def mark_failed(
    session: Session,
    recording_id: int,
    code: str,
    reason: str,
    details: CallDetails,
    now: datetime,
    content_hash: str | None = None,
) -> bool:
    """Set a waiting recording failed for a reason; False when another run has finished it, or its content is other."""
    failed = _still(recording_id, content_hash).values(
        state="failed", reason_code=code, reason=readable(reason), finished=now, details=as_json(details)
    )
    return _changed_one(session, failed)


def find_recording(session: Session, recording_id: int) -> KnownRecording | None:
    """The recording with an id."""
    found = session.execute(recordings().where(RecordingRow.id == recording_id)).one_or_none()
    return KnownRecording(*found) if found else None


def unbegun(session: Session) -> list[Path]:
    """Where the recordings lie that wait and that nobody has begun."""
    row = RecordingRow
    query = select(row.path).where(row.state == "waiting", row.begun.is_(None), row.erased.is_(None))
    return [original(path) for path in session.scalars(query)]


def forgotten(session: Session, before: datetime) -> list[int]:
    """Recordings that wait and that nobody has begun or registered since a moment."""
    row = RecordingRow
    idle = func.coalesce(row.begun, row.first_seen) < before
    return list(session.scalars(select(row.id).where(row.state == "waiting", row.erased.is_(None), idle)))


def as_json(details: CallDetails) -> dict[str, object]:
    """What is known of a call, as JSON takes it; what isn't known is left out."""
    fields = {name: value for name, value in asdict(details).items() if value}
    if details.started_at is not None:
        fields["started_at"] = details.started_at.isoformat()
    return fields


def recordings() -> Select[int, RecordingState, str | None, str | None, int | None, int]:
    """The query for what `KnownRecording` holds, in that order."""
    row = RecordingRow
    columns = (row.id, row.state, row.reason_code, row.reason, CallRow.id, row.attempts)
    return select(*columns).outerjoin(CallRow, CallRow.recording_id == RecordingRow.id)


def _unless_done(recording_id: int) -> Update:
    return update(RecordingRow).where(RecordingRow.id == recording_id, RecordingRow.state != "done")


def _still(recording_id: int, content_hash: str | None) -> Update:
    wanted = _unless_done(recording_id)
    return wanted if content_hash is None else wanted.where(RecordingRow.content_hash == content_hash)


def _changed_one(session: Session, statement: Update) -> bool:
    return cast("CursorResult[object]", session.execute(statement)).rowcount == 1
