"""`/api/v1/activity`: what came of the calls, by manager, campaign or period. As `callgrade report activity`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query

from api.context import InContext
from api.problems import responses
from pipeline.activity import By, Report, Wanted, read_activity

router = APIRouter(prefix="/api/v1/activity", tags=["calls"])


@router.get("", summary="What came of the calls", responses=responses(422, 503))
def show_activity(
    context: InContext,
    by: Annotated[By, Query(description="what the figures are grouped by")] = "agent",
    since: Annotated[date | None, Query(description="first day")] = None,
    until: Annotated[date | None, Query(description="last day")] = None,
    campaign: Annotated[str | None, Query(description="only calls that this campaign judged")] = None,
    days: Annotated[int, Query(ge=1, le=3650, description="from a call to an event that it is credited with")] = 30,
) -> Report:
    """Calls, eligible and scored ones, mean score, next steps, deals, invoices and payments with their sums.

    An event of the CRM is credited to the last call with that client before it.
    """
    zone = context.zone
    start = None if since is None else datetime.combine(since, time(), zone)
    end = None if until is None else datetime.combine(until + timedelta(days=1), time(), zone)
    return read_activity(context.database, Wanted(by, start, end, campaign, days), zone)
