"""Which calls does a listing ask for, and in which order? The query parameters of `/api/v1/calls` and of the page."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from sqlalchemy import ColumnElement, exists, func, select

from models import AnalysisRow, CallRow, SegmentRow
from pipeline.outcome import OutcomeKind
from pipeline.storing.moments import midnight
from pipeline.transcript import Direction

Sort = Literal["started_at", "score", "duration"]
Order = Literal["asc", "desc"]


def _absent(value: object) -> object:
    # A form sends what was left open as an empty text.
    return None if value == "" else value


def _written_as_day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("must be a day written year-month-day, as 2026-11-23")
    return value


Open = BeforeValidator(_absent)
Text = Annotated[str | None, Open]
Score = Annotated[Annotated[float, Field(ge=0, le=100)] | None, Open]
Day = Annotated[date | None, BeforeValidator(_written_as_day), Open]
Flag = Annotated[bool | None, Open]


class CallFilter(BaseModel):
    """Which calls: every condition that is given must hold."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    campaign: Text = Field(default=None, description="id of the campaign that judged the call", examples=["windows-ru"])
    agent: Text = Field(default=None, description="extension or name, as the call has it", examples=["101"])
    client: Text = Field(default=None, description="telephone number or a part of it", examples=["9161234567"])
    direction: Annotated[Direction | None, Open] = Field(default=None, description="which way the call went")
    passed: Flag = Field(default=None, description="true: passed; false: scored and failed")
    eligible: Flag = Field(default=None, description="false: no sales talk or no campaign fits, so no score")
    score_min: Score = Field(default=None, description="least score, 0–100", examples=[50])
    score_max: Score = Field(default=None, description="greatest score, 0–100", examples=[80])
    since: Day = Field(default=None, alias="from", description="first day, in the time zone of the settings")
    until: Day = Field(default=None, alias="to", description="last day, included")
    kind: Annotated[Literal["call", "chat", "mail"] | None, Open] = Field(
        default=None, description="calls, or correspondence: chats and letters"
    )
    outcome: Annotated[OutcomeKind | None, Open] = Field(default=None, description="how the talk ended")
    q: Annotated[Annotated[str, Field(max_length=200)] | None, Open] = Field(
        default=None, description="words that stand together in one remark, in letters of any case"
    )

    @model_validator(mode="after")
    def _in_order(self) -> CallFilter:
        if self.since and self.until and self.until < self.since:
            raise ValueError("to must not be before from")
        if self.score_min is not None and self.score_max is not None and self.score_max < self.score_min:
            raise ValueError("score_max must not be less than score_min")
        return self


class CallQuery(CallFilter):
    """One page of a listing: which calls, in which order, how many, from where on."""

    sort: Sort = Field(default="started_at", description="what to sort by; calls without the value come last")
    order: Order = Field(default="desc", description="asc: smallest first; desc: greatest first")
    limit: int = Field(default=50, ge=1, le=200, description="how many calls at most")
    cursor: Text = Field(default=None, description="`next` or `previous` of an earlier answer")


SORT_COLUMNS: dict[Sort, ColumnElement[datetime | None] | ColumnElement[float | None]] = {
    "started_at": CallRow.__table__.c.started_at,
    "score": AnalysisRow.__table__.c.score,
    "duration": CallRow.__table__.c.duration,
}


def conditions(query: CallFilter, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    """The SQL conditions on CallRow joined with its current AnalysisRow that a filter stands for."""
    equal = {
        AnalysisRow.campaign_id: query.campaign,
        CallRow.agent: query.agent,
        CallRow.direction: query.direction,
        AnalysisRow.passed: query.passed,
        AnalysisRow.outcome_kind: query.outcome,
    }
    found: list[ColumnElement[bool]] = [column == value for column, value in equal.items() if value is not None]
    if query.eligible is not None:
        found.append(func.coalesce(AnalysisRow.eligible, False).is_(query.eligible))
    if query.kind is not None:
        found.append(CallRow.written.is_(None) if query.kind == "call" else CallRow.written == query.kind)
    if query.client is not None:
        found.append(CallRow.client.contains(_digits(query.client), autoescape=True))
    if query.score_min is not None:
        found.append(AnalysisRow.score >= query.score_min)
    if query.score_max is not None:
        found.append(AnalysisRow.score <= query.score_max)
    if query.since is not None:
        found.append(CallRow.started_at >= midnight(query.since, zone))
    if query.until is not None:
        found.append(CallRow.started_at < midnight(query.until + timedelta(days=1), zone))
    if query.q is not None:
        found.append(_said(query.q))
    return found


def _digits(number: str) -> str:
    """The digits to look for: 8 916 … is how Russians write +7 916 … ."""
    digits = re.sub(r"\D", "", number)
    return digits[1:] if len(digits) == 11 and digits.startswith("8") else digits or number


def _said(words: str) -> ColumnElement[bool]:
    remark = select(SegmentRow.call_id).where(
        SegmentRow.call_id == CallRow.id, func.lower(SegmentRow.text).contains(words.lower(), autoescape=True)
    )
    return exists(remark)


class PeriodQuery(BaseModel):
    """Which days, and the calls of which campaign."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    campaign: Text = Field(default=None, description="id of the campaign that judged the call", examples=["windows-ru"])
    since: Day = Field(default=None, alias="from", description="first day, in the time zone of the settings")
    until: Day = Field(default=None, alias="to", description="last day, included")

    @model_validator(mode="after")
    def _in_order(self) -> PeriodQuery:
        if self.since and self.until and self.until < self.since:
            raise ValueError("to must not be before from")
        return self
