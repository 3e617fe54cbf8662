"""`/api/v1/crm-events`: a CRM tells what came of the talks, as it happens."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.context import InContext
from api.problems import invalid, responses
from api.same_origin import SameOrigin
from pipeline.crm import CrmError, CrmEvent, CrmKind, as_event
from pipeline.storing.crm import AT_ONCE, store_events

router = APIRouter(prefix="/api/v1/crm-events", tags=["crm"])


class Event(BaseModel):
    """One event; told again with the same id it is brought up to date."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1, description="the CRM's own number")
    kind: CrmKind
    at: str = Field(description="the moment, ISO 8601", examples=["2026-11-23T10:15:30+03:00"])
    client: str = Field(default="", description="phone number")
    agent: str = ""
    amount: str = Field(default="", examples=["24900.00"])
    currency: str = Field(default="RUB", min_length=3, max_length=3)


class Events(BaseModel):
    """Some events of one CRM."""

    model_config = ConfigDict(extra="forbid")

    source: str = Field(min_length=1, max_length=64, description="which CRM it is", examples=["amocrm"])
    events: Annotated[list[Event], Field(min_length=1, max_length=AT_ONCE)]


class Kept(BaseModel):
    """How many different events were kept."""

    kept: int


@router.post("", summary="Tell events of the CRM", responses=responses(403, 422, 503))
def tell_events(told: Events, context: InContext, _own: SameOrigin) -> Kept:
    """Keeps deals won and lost, invoices and payments; all of them or, where one can't be used, none."""
    events = [_event(number, one, context) for number, one in enumerate(told.events)]
    with context.database.writing() as session:
        return Kept(kept=store_events(session, told.source, events, datetime.now(UTC)))


def _event(number: int, told: Event, context: InContext) -> CrmEvent:
    try:
        return as_event({**told.model_dump(exclude={"id"}), "key": told.id}, context.settings)
    except CrmError as error:
        raise invalid(f"events[{number}]", str(error)) from error
