"""The recordings that did not become calls, and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.context import InContext
from api.pages.rendering import address, render
from api.recording_list import RecordingQuery, find_recordings

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
        "rows": rows,
        "next": page.next and address(request, cursor=page.next, lang=None),
        "previous": page.previous and address(request, cursor=page.previous, lang=None),
    }
    return render(request, "recordings.html", values)
