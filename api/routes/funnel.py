"""`/api/v1/funnel`: how many recordings became scored and reviewed calls, and why the others did not."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.context import Context, InContext
from api.filters import PeriodQuery
from api.problems import responses
from api.shapes import Funnel, FunnelStage
from pipeline.funnel import Chosen, read_funnel

router = APIRouter(prefix="/api/v1/funnel", tags=["calls"])


@router.get("", summary="From recordings to reviewed calls", responses=responses(422, 503))
def get_funnel(query: Annotated[PeriodQuery, Query()], context: InContext) -> Funnel:
    """Recorded, transcribed, eligible, scored, reviewed: each with the reasons why those before it came no further.

    A recording that is no call yet has the day that its name tells, else the day on which it was first seen; it belongs
    to no campaign, so that with a campaign only calls are counted. Reviewed is a call with a person's correction.
    """
    return count_funnel(query, context)


def count_funnel(query: PeriodQuery, context: Context) -> Funnel:
    """The funnel of what a query chooses."""
    chosen = Chosen(context.zone, query.since, query.until, query.campaign)
    with context.database.reading() as session:
        stages = read_funnel(session, chosen)
    return Funnel(stages=[FunnelStage(stage=one.name, count=one.count, dropped=dict(one.dropped)) for one in stages])
