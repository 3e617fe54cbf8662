"""What do clients ask and object that the library doesn't know? The groups, with calls to play and entries to copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.context import Context, InContext
from api.filters import Text
from api.pages.rendering import render
from api.routes.unknown import read_unknown
from pipeline.storing.talks import busiest_campaign
from scripts_library.loading import load_library

MOST = 30

router = APIRouter(include_in_schema=False)


@router.get("/unknown")
def unknown_page(
    request: Request, context: InContext, campaign: Annotated[Text, Query()] = None, lang: str | None = None
) -> Response:
    """The groups of one campaign as a page; that with most calls where none is named."""
    campaigns = _campaigns(context)
    chosen = campaign or _usual(context, [name for name, _ in campaigns])
    groups = read_unknown(context, chosen, MOST) if chosen else []
    values = {"campaigns": campaigns, "chosen": chosen, "groups": groups, "most": MOST}
    return render(request, "unknown.html", values)


def _usual(context: Context, campaigns: Sequence[str]) -> str | None:
    with context.database.reading() as session:
        busiest = busiest_campaign(session)
    return busiest if busiest in campaigns else next(iter(campaigns), None)


def _campaigns(context: Context) -> list[tuple[str, str]]:
    """The library's usable campaigns, by title."""
    found = load_library(context.settings.library_dir).campaigns
    return sorted(((one.id, one.title) for one in found), key=lambda pair: pair[1])
