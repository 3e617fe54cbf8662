"""How many recordings became reviewed calls, and where were the others lost? The funnel as a page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.context import InContext
from api.filters import PeriodQuery
from api.pages.calls import judging_campaigns
from api.pages.rendering import render
from api.routes.funnel import count_funnel

router = APIRouter(include_in_schema=False)


class PageQuery(PeriodQuery):
    """The page's address: the interface's parameters and the language."""

    lang: str | None = None


@router.get("/funnel")
def funnel_page(request: Request, query: Annotated[PageQuery, Query()], context: InContext) -> Response:
    """The stages from recordings to reviewed calls as a page."""
    funnel = count_funnel(query, context)
    with context.database.reading() as session:
        campaigns = judging_campaigns(session)
    recorded = funnel.stages[0].count
    shares = {one.stage: one.count / recorded if recorded else 0.0 for one in funnel.stages}
    values = {"stages": funnel.stages, "shares": shares, "query": query, "campaigns": campaigns}
    return render(request, "funnel.html", values)
