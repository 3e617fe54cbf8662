"""How far is the work? What waits, at which rate it is done, when it will be, and what failed for which reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import CallRow, Database, RecordingRow, StretchRow, WordRow

_HOUR = timedelta(hours=1)
# Who began a recording so long ago and did not finish it is hardly at it any more.
_AT_WORK = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of the work at a moment.

    `states` and `failures` count recordings; `oldest_seconds` is the age of the one that waits longest;
    `real_time_factor` is seconds of work for a second of audio in the last hour; `clear_seconds` is when the backlog
    is done at the last hour's rate, None where nothing was done in it; `audio_seconds`, `words` and `dropped`
    (stretches of text) were heard in the last hour. `workers` have something begun.
    """

    states: Mapping[str, int]
    failures: Mapping[str, int]
    oldest_seconds: float | None
    done_last_hour: int
    real_time_factor: float | None
    clear_seconds: float | None
    audio_seconds: float
    words: int
    dropped: int
    workers: tuple[str, ...]

    @property
    def waiting(self) -> int:
        """How many recordings wait."""
        return self.states.get("waiting", 0)


def read_progress(database: Database, now: datetime) -> Progress:
    """The state of the work as the database has it; raises DatabaseError."""
    with database.reading() as session:
        states = {"waiting": 0, "done": 0, "failed": 0, **_counted(session, RecordingRow.state)}
        failed = RecordingRow.state == "failed"
        failures = _counted(session, RecordingRow.reason_code, failed)
        waiting = RecordingRow.state == "waiting"
        oldest = session.scalar(select(func.min(RecordingRow.first_seen)).where(waiting))
        done, heard, worked = _last_hour(session, now)
        at_work = session.scalars(
            select(RecordingRow.worker).where(waiting, RecordingRow.begun > now - _AT_WORK).distinct()
        )
        return Progress(
            states=states,
            failures=failures,
            oldest_seconds=None if oldest is None else max(0.0, (now - oldest).total_seconds()),
            done_last_hour=done,
            real_time_factor=worked / heard if heard else None,
            clear_seconds=states["waiting"] / done * 3600 if done else (0.0 if not states["waiting"] else None),
            audio_seconds=heard,
            words=_of_last_hour(session, now, WordRow),
            dropped=_of_last_hour(session, now, StretchRow, StretchRow.kind == "dropped"),
            workers=tuple(sorted(name for name in at_work if name)),
        )


@dataclass(frozen=True, slots=True)
class FailedRecording:
    """A failed recording with why, newest first in lists."""

    id: int
    name: str
    reason_code: str
    reason: str
    attempts: int


def read_failures(database: Database, limit: int) -> list[FailedRecording]:
    """The recordings that failed last; raises DatabaseError."""
    row = RecordingRow
    columns = (row.id, row.name, row.reason_code, row.reason, row.attempts)
    query = select(*columns).where(row.state == "failed").order_by(row.finished.desc(), row.id.desc()).limit(limit)
    with database.reading() as session:
        return [
            FailedRecording(i, n, code or "", why or "", tries) for i, n, code, why, tries in session.execute(query)
        ]


def _counted(session: Session, column: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]) -> dict[str, int]:
    query = select(column, func.count()).where(*conditions).group_by(column)
    return {str(name): count for name, count in session.execute(query)}


def _last_hour(session: Session, now: datetime) -> tuple[int, float, float]:
    """Recordings done in the last hour, seconds of their audio, and seconds of work on them."""
    row = RecordingRow
    query = select(
        func.count(), func.coalesce(func.sum(CallRow.duration), 0.0), func.coalesce(func.sum(row.work_seconds), 0.0)
    )
    query = query.select_from(row).join(CallRow, CallRow.recording_id == row.id)
    count, heard, worked = session.execute(query.where(row.state == "done", row.finished > now - _HOUR)).one()
    return count, heard or 0.0, worked or 0.0


def _of_last_hour(
    session: Session, now: datetime, table: type[WordRow | StretchRow], *conditions: ColumnElement[bool]
) -> int:
    # All there ever were would be counted for minutes once there are years of calls.
    row = RecordingRow
    query = select(func.count()).select_from(row).join(CallRow, CallRow.recording_id == row.id)
    query = query.join(table, table.call_id == CallRow.id)
    return session.scalar(query.where(row.state == "done", row.finished > now - _HOUR, *conditions)) or 0
