"""What became of the recordings, and why did some fail? One page, newest first."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.paging import Cursor, CursorError, beyond, decode_cursor, ordering
from api.problems import invalid
from api.shapes import RecordingPage, RecordingState
from models import CallRow, RecordingRow
from models.recording import RecordingState as State


def _absent(value: object) -> object:
    return None if value == "" else value


class RecordingQuery(BaseModel):
    """One page of recordings: in which state, how many, from where on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Annotated[State | None, BeforeValidator(_absent)] = Field(default=None, description="what became of them")
    limit: int = Field(default=50, ge=1, le=200, description="how many recordings at most")
    cursor: Annotated[str | None, BeforeValidator(_absent)] = Field(
        default=None, description="`next` or `previous` of an earlier answer"
    )


def find_recordings(session: Session, query: RecordingQuery) -> RecordingPage:
    """The page of recordings that a query asks for; raises ApiError when its cursor isn't one."""
    cursor = _cursor(query)
    backward = cursor is not None and cursor.backward
    row_id = RecordingRow.__table__.c.id
    page = select(RecordingRow, CallRow.id).outerjoin(CallRow, CallRow.recording_id == RecordingRow.id)
    wanted = [] if query.state is None else [RecordingRow.state == query.state]
    if cursor is not None:
        page = page.where(beyond(row_id, row_id, cursor, cursor.id))
    page = page.where(*wanted).order_by(*ordering(row_id, row_id, "desc", backward)).limit(query.limit + 1)
    rows = [_state(recording, call) for recording, call in session.execute(page)]
    more = len(rows) > query.limit
    rows = rows[: query.limit]
    if backward:
        rows.reverse()
    has_next = bool(rows) and (more or backward)
    has_previous = bool(rows) and (more if backward else cursor is not None)
    return RecordingPage(
        recordings=rows,
        total=session.scalar(select(func.count()).select_from(RecordingRow).where(*wanted)) or 0,
        next=Cursor("id", "desc", rows[-1].id, rows[-1].id).encode() if has_next else None,
        previous=Cursor("id", "desc", rows[0].id, rows[0].id, backward=True).encode() if has_previous else None,
    )


def _cursor(query: RecordingQuery) -> Cursor | None:
    if query.cursor is None:
        return None
    try:
        return decode_cursor(query.cursor, "id", "desc")
    except CursorError as error:
        raise invalid("cursor", str(error)) from error


def _state(row: RecordingRow, call: int | None) -> RecordingState:
    return RecordingState(
        id=row.id,
        name=row.name,
        path=row.path,
        state=row.state,
        reason_code=row.reason_code,
        reason=row.reason,
        attempts=row.attempts,
        first_seen=row.first_seen,
        finished=row.finished,
        call=call,
    )
