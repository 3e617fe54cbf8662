"""`/api/v1/activity`: what came of the calls, by manager, campaign or period. As `callgrade report activity`."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.context import Context, InContext
from api.filters import PeriodQuery
from api.problems import responses
from pipeline.activity import By, Report, Wanted, read_activity

router = APIRouter(prefix="/api/v1/activity", tags=["calls"])


class ActivityQuery(PeriodQuery):
    """Which calls, how their figures are grouped, and how long after a call an event is still its doing."""

    by: By = Field(default="agent", description="what the figures are grouped by")
    days: int = Field(default=30, ge=1, le=3650, description="from a call to an event that it is credited with")


@router.get("", summary="What came of the calls", responses=responses(422, 503))
def show_activity(query: Annotated[ActivityQuery, Query()], context: InContext) -> Report:
    """Calls, eligible and scored ones, mean score, next steps, deals, invoices and payments with their sums.

    An event of the CRM is credited to the last call with that client before it.
    """
    return report_activity(query, context)


def report_activity(query: ActivityQuery, context: Context) -> Report:
    """The figures of what a query chooses."""
    zone = context.zone
    start = None if query.since is None else datetime.combine(query.since, time(), zone)
    end = None if query.until is None else datetime.combine(query.until + timedelta(days=1), time(), zone)
    return read_activity(context.database, Wanted(query.by, start, end, query.campaign, query.days), zone)
