"""`/api/v1/recordings`: what became of the recordings, and why some failed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.context import InContext
from api.problems import ApiError, responses
from api.recording_list import RecordingQuery, find_recordings
from api.same_origin import SameOrigin
from api.shapes import RecordingPage, WorkProgress
from pipeline.again import try_again
from pipeline.progress import read_progress

router = APIRouter(prefix="/api/v1/recordings", tags=["recordings"])


@router.get("", summary="List recordings", responses=responses(422, 503))
def list_recordings(query: Annotated[RecordingQuery, Query()], context: InContext) -> RecordingPage:
    """Recordings with their state, newest first; `state=failed` gives those that did not become calls, and why."""
    with context.database.reading() as session:
        return find_recordings(session, query)


@router.get("/progress", summary="How far is the work?", responses=responses(503))
def work_progress(context: InContext) -> WorkProgress:
    """The backlog, the rate of the last hour, when the backlog will be done, and failures by reason."""
    found = read_progress(context.database, datetime.now(UTC))
    return WorkProgress(
        waiting=found.waiting,
        done=found.states["done"],
        failed=found.states["failed"],
        failures=dict(found.failures),
        oldest_seconds=found.oldest_seconds,
        done_last_hour=found.done_last_hour,
        real_time_factor=found.real_time_factor,
        clear_seconds=found.clear_seconds,
        workers=list(found.workers),
    )


@router.post("/{recording}/retry", status_code=204, summary="Try it again", responses=responses(403, 409, 422, 503))
def retry_recording(
    recording: Annotated[int, Path(description="the recording's number")], context: InContext, _own: SameOrigin
) -> None:
    """Let a failed recording wait again: workers take it at once, on SQLite the next ingest does."""
    if not try_again(context.database, recording):
        raise ApiError(409, "not_failed", f"recording {recording} has not failed, or is erased, or is not there")
