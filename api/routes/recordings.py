"""`/api/v1/recordings`: what became of the recordings, and why some failed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.context import InContext
from api.problems import responses
from api.recording_list import RecordingQuery, find_recordings
from api.shapes import RecordingPage

router = APIRouter(prefix="/api/v1/recordings", tags=["recordings"])


@router.get("", summary="List recordings", responses=responses(422, 503))
def list_recordings(query: Annotated[RecordingQuery, Query()], context: InContext) -> RecordingPage:
    """Recordings with their state, newest first; `state=failed` gives those that did not become calls, and why."""
    with context.database.reading() as session:
        return find_recordings(session, query)
