"""`/api/v1/funnel`: how many recordings became scored and reviewed calls, and why the others did not."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.context import Context, InContext
from api.filters import Day, Text
from api.problems import responses
from api.shapes import Funnel, FunnelStage
from pipeline.funnel import Chosen, read_funnel

router = APIRouter(prefix="/api/v1/funnel", tags=["calls"])


class FunnelQuery(BaseModel):
    """Which recordings are counted: of which days, of which campaign."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    campaign: Text = Field(default=None, description="id of the campaign that judged the call", examples=["windows-ru"])
    since: Day = Field(default=None, alias="from", description="first day, in the time zone of the settings")
    until: Day = Field(default=None, alias="to", description="last day, included")

    @model_validator(mode="after")
    def _in_order(self) -> FunnelQuery:
        if self.since and self.until and self.until < self.since:
            raise ValueError("to must not be before from")
        return self


@router.get("", summary="From recordings to reviewed calls", responses=responses(422, 503))
def get_funnel(query: Annotated[FunnelQuery, Query()], context: InContext) -> Funnel:
    """Recorded, transcribed, eligible, scored, reviewed: each with the reasons why those before it came no further.

    A recording that is no call yet has the day that its name tells, else the day on which it was first seen; it belongs
    to no campaign, so that with a campaign only calls are counted. Reviewed is a call with a person's correction.
    """
    return count_funnel(query, context)


def count_funnel(query: FunnelQuery, context: Context) -> Funnel:
    """The funnel of what a query chooses."""
    chosen = Chosen(context.zone, query.since, query.until, query.campaign)
    with context.database.reading() as session:
        stages = read_funnel(session, chosen)
    return Funnel(stages=[FunnelStage(stage=one.name, count=one.count, dropped=dict(one.dropped)) for one in stages])
