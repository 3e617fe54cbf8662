"""How far is the work, which recordings did not become calls, and why? Each with a button to try it again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.context import InContext
from api.pages.rendering import address, render
from api.recording_list import RecordingQuery, find_recordings
from api.same_origin import SameOrigin
from pipeline.again import try_again
from pipeline.progress import read_progress

router = APIRouter(include_in_schema=False)


class PageQuery(RecordingQuery):
    """The page's address: the interface's parameters and the language."""

    lang: str | None = None


@router.get("/recordings")
def failed_page(request: Request, query: Annotated[PageQuery, Query()], context: InContext) -> Response:
    """Failed recordings as a page, newest first."""
    wanted = RecordingQuery(state="failed", limit=query.limit, cursor=query.cursor)
    with context.database.reading() as session:
        page = find_recordings(session, wanted)
    rows = [(row, (row.finished or row.first_seen).astimezone(context.zone)) for row in page.recordings]
    values = {
        "page": page,
        "work": read_progress(context.database, datetime.now(UTC)),
        "rows": rows,
        "next": page.next and address(request, cursor=page.next, lang=None),
        "previous": page.previous and address(request, cursor=page.previous, lang=None),
    }
    return render(request, "recordings.html", values)


@router.post("/recordings/{recording}/retry")
def retry(recording: int, context: InContext, _own: SameOrigin) -> Response:
    """Try one failed recording again, and show the page anew."""
    try_again(context.database, recording)
    return RedirectResponse("/recordings", status_code=303)


@router.post("/recordings/retry")
def retry_all(context: InContext, _own: SameOrigin) -> Response:
    """Try every failed recording again, and show the page anew."""
    try_again(context.database)
    return RedirectResponse("/recordings", status_code=303)
