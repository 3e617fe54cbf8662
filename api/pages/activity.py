"""What came of the calls? Scores, next steps, deals and money by manager, campaign or period, as a page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.context import InContext
from api.pages.calls import judging_campaigns
from api.pages.rendering import render
from api.routes.activity import ActivityQuery, report_activity
from pipeline.activity import BYS, lines

router = APIRouter(include_in_schema=False)


class PageQuery(ActivityQuery):
    """The page's address: the interface's parameters and the language."""

    lang: str | None = None


@router.get("/activity")
def activity_page(request: Request, query: Annotated[PageQuery, Query()], context: InContext) -> Response:
    """The figures of activity as a table, all of them together in its last row."""
    report = report_activity(query, context)
    with context.database.reading() as session:
        campaigns = judging_campaigns(session)
    titles = dict(campaigns) if query.by == "campaign" else {}
    values = {
        "rows": list(lines(report)), "total": report.total, "orphans": report.events_without_call,
        "query": query, "bys": BYS, "campaigns": campaigns, "titles": titles,
    }  # fmt: skip
    return render(request, "activity.html", values)
