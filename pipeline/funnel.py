"""Of all recordings, how many became a scored and reviewed call, and why did the others drop out on the way?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, CorrectionRow, RecordingRow
from pipeline.storing.moments import midnight

StageName = Literal["recorded", "transcribed", "eligible", "scored", "reviewed"]
STAGES: tuple[StageName, ...] = get_args(StageName)
WAITING, NOT_JUDGED, NOTHING_COUNTED, NOT_REVIEWED = "waiting", "not_judged", "nothing_counted", "not_reviewed"


@dataclass(frozen=True, slots=True)
class Stage:
    """How many came so far; `dropped` counts by reason code those of the stage before that did not."""

    name: StageName
    count: int
    dropped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which calls are counted: of which days (`until` included) in a zone, of which campaign; None: of all.

    A recording that is no call yet has the day that its name tells, else the day on which it was first seen; it belongs
    to no campaign.
    """

    zone: ZoneInfo
    since: date | None = None
    until: date | None = None
    campaign: str | None = None

    @property
    def first(self) -> datetime | None:
        """The moment from which on calls are counted."""
        return midnight(self.since, self.zone) if self.since else None

    @property
    def end(self) -> datetime | None:
        """The moment before which calls are counted."""
        return midnight(self.until + timedelta(days=1), self.zone) if self.until else None


def read_funnel(session: Session, chosen: Chosen) -> tuple[Stage, ...]:
    """The five stages in their order, each count what came of the one before less its drops; raises DatabaseError."""
    drops: dict[StageName, Counter[str]] = {name: Counter() for name in STAGES}
    if chosen.campaign is None:
        drops["transcribed"] = _no_calls(session, chosen)
    reviewed = 0
    for reached, reason, count in _calls(session, chosen):
        if reached == "reviewed":
            reviewed += count
        else:
            drops[STAGES[STAGES.index(reached) + 1]][reason] += count
    return tuple(_stages(reviewed, drops))


def _stages(reviewed: int, drops: Mapping[StageName, Counter[str]]) -> Iterator[Stage]:
    for at, name in enumerate(STAGES):
        lost_later = sum(drops[later].total() for later in STAGES[at + 1 :])
        yield Stage(name, reviewed + lost_later, dict(drops[name].most_common()))


def _calls(session: Session, chosen: Chosen) -> Iterator[tuple[StageName, str, int]]:
    """How many calls came to which stage and no further, for which reason."""
    corrected = exists().where(CorrectionRow.call_id == CallRow.id)
    unjudged = func.coalesce(CallRow.why_unscored, NOT_JUDGED)
    reached = case(
        (func.coalesce(AnalysisRow.eligible, False).is_(False), "transcribed"),
        (AnalysisRow.score.is_(None), "eligible"),
        (corrected, "reviewed"),
        else_="scored",
    )
    reason = case(
        (AnalysisRow.id.is_(None), unjudged),
        (AnalysisRow.eligible.is_(False), func.coalesce(AnalysisRow.why_not, NOT_JUDGED)),
        (AnalysisRow.score.is_(None), NOTHING_COUNTED),
        else_=NOT_REVIEWED,
    )
    each = (
        select(reached.label("reached"), reason.label("reason"))
        .select_from(CallRow)
        .outerjoin(AnalysisRow, (AnalysisRow.call_id == CallRow.id) & AnalysisRow.current)
        .where(*_conditions(chosen))
        .subquery()
    )
    yield from session.execute(select(each.c.reached, each.c.reason, func.count()).group_by("reached", "reason"))


def _conditions(chosen: Chosen) -> Iterator[ColumnElement[bool]]:
    if chosen.campaign is not None:
        yield AnalysisRow.campaign_id == chosen.campaign
    if chosen.first is not None:
        yield CallRow.started_at >= chosen.first
    if chosen.end is not None:
        yield CallRow.started_at < chosen.end


def _no_calls(session: Session, chosen: Chosen) -> Counter[str]:
    """The recordings that did not become calls, by reason."""
    row = RecordingRow
    is_call = exists().where(CallRow.recording_id == row.id)
    code = func.coalesce(row.reason_code, WAITING)
    if chosen.since is None and chosen.until is None:
        found = Counter[str]()
        for reason, count in session.execute(select(code, func.count()).where(~is_call).group_by(code)):
            found[reason] = count
        return found
    # What a name told of the start is JSON, whose times have many zones: only those without a call are looked at.
    each = select(code, row.details["started_at"].as_string(), row.first_seen).where(~is_call)
    return Counter(reason for reason, told, seen in session.execute(each) if _is_within(_start(told, seen), chosen))


def _start(told: str | None, seen: datetime) -> datetime:
    moment = datetime.fromisoformat(told) if told else seen
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_within(moment: datetime, chosen: Chosen) -> bool:
    return (chosen.first is None or moment >= chosen.first) and (chosen.end is None or moment < chosen.end)
