"""The list of calls: which there are, how they were judged, and which deserve a listen."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import Field
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.call_list import find_calls
from api.context import InContext
from api.filters import CallQuery, Flag, Open, Sort
from api.pages.rendering import address, render
from models import AnalysisRow, CallRow, LibraryVersionRow, RecordingRow

Result = Literal["passed", "failed", "unscored"]
_MOST_AGENTS = 300
_SORTED: tuple[Sort, ...] = ("started_at", "duration", "score")
_RARE = ("client", "direction", "kind", "score_min", "score_max", "outcome", "q")

router = APIRouter(include_in_schema=False)


class PageQuery(CallQuery):
    """The list's address: the interface's parameters, and `result` for what a form can't say with two of them."""

    result: Annotated[Result | None, Open] = Field(default=None)
    lang: str | None = Field(default=None)

    def as_call_query(self) -> CallQuery:
        """The same in the interface's own parameters."""
        flags: dict[Result, dict[str, Flag]] = {
            "passed": {"passed": True},
            "failed": {"passed": False},
            "unscored": {"eligible": False},
        }
        own = self.model_dump(exclude={"result", "lang"})
        return CallQuery(**own | (flags[self.result] if self.result else {}))


@router.get("/")
def home() -> Response:
    """The list of calls is where everything begins."""
    return RedirectResponse("/calls", status_code=307)


@router.get("/calls")
def list_page(request: Request, query: Annotated[PageQuery, Query()], context: InContext) -> Response:
    """The list of calls as a page."""
    with context.database.reading() as session:
        page = find_calls(session, query.as_call_query(), context)
        values = {
            "page": page,
            "query": query,
            "filtered": _is_filtered(query),
            "rare_open": any(getattr(query, name) is not None for name in _RARE),
            "campaigns": judging_campaigns(session),
            "agents": _agents(session),
            "failed": _failed(session),
            "funnel": _funnel(query),
            "sort_links": {column: _sort_link(request, query, column) for column in _SORTED},
            "next": page.next and address(request, cursor=page.next, lang=None),
            "previous": page.previous and address(request, cursor=page.previous, lang=None),
        }
    return render(request, "calls.html", values)


def _is_filtered(query: PageQuery) -> bool:
    asked = query.model_dump(exclude={"sort", "order", "limit", "cursor", "lang"})
    return any(value is not None for value in asked.values())


def _funnel(query: CallQuery) -> str:
    """The address of the funnel over the same days and campaign."""
    asked = {"campaign": query.campaign, "from": query.since, "to": query.until}
    kept = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"/funnel?{kept}" if kept else "/funnel"


def _sort_link(request: Request, query: CallQuery, column: Sort) -> str:
    """Sorted by this column; the same column again turns the order round."""
    turned = "asc" if query.sort == column and query.order == "desc" else "desc"
    return address(request, sort=column, order=turned, cursor=None, lang=None)


def judging_campaigns(session: Session) -> list[tuple[str, str]]:
    """Campaigns that have judged a call, each with the title of its newest version."""
    judged = select(AnalysisRow.campaign_id).where(AnalysisRow.current).distinct()
    row = LibraryVersionRow
    query = select(row.campaign_id, row.title).where(row.campaign_id.in_(judged)).order_by(row.first_seen)
    newest = {campaign: (campaign, title) for campaign, title in session.execute(query)}
    return sorted(newest.values(), key=lambda pair: pair[1])


def _agents(session: Session) -> list[str]:
    query = select(CallRow.agent).where(CallRow.agent.is_not(None)).distinct().order_by(CallRow.agent)
    return [agent for agent in session.scalars(query.limit(_MOST_AGENTS)) if agent is not None]


def _failed(session: Session) -> int:
    query = select(func.count()).select_from(RecordingRow).where(RecordingRow.state == "failed")
    return session.scalar(query) or 0
