"""What came of the calls? By manager, campaign or period: calls, scores, next steps, and the CRM's deals and money.

An event of the CRM is credited to the last call with that client before it, if not more than some days lie between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, func, select

from models import AnalysisRow, CallRow, CrmRow, Database

By = Literal["agent", "campaign", "day", "week", "month"]
BYS: tuple[By, ...] = get_args(By)
_AT_ONCE = 5000
_CallColumns = Row[int, datetime, str | None, str | None, str | None, bool | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which calls: from `since` to before `until`, of one campaign, grouped `by`; `days` from a call to its event."""

    by: By = "agent"
    since: datetime | None = None
    until: datetime | None = None
    campaign: str | None = None
    days: int = 30

    def covers(self, moment: datetime) -> bool:
        """Whether a moment lies in the period."""
        return (self.since is None or moment >= self.since) and (self.until is None or moment < self.until)


@dataclass(frozen=True, slots=True)
class Activity:
    """One group's figures; `key` is None where the manager or the campaign is unknown.

    `eligible` calls were fit to be judged, `scored` got a score; `mean_score` 0-100. Sums are hundredths by currency.
    """

    key: str | None
    calls: int
    eligible: int
    scored: int
    mean_score: float | None
    next_steps: int
    sales: int
    won: int
    lost: int
    invoices: int
    payments: int
    won_cents: Mapping[str, int]
    invoice_cents: Mapping[str, int]
    payment_cents: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """The groups in order of their keys, all of them together, and events of the period that fit no call."""

    by: By
    groups: tuple[Activity, ...]
    total: Activity
    events_without_call: int

    def as_data(self) -> dict[str, object]:
        """The report as JSON takes it."""
        return asdict(self)


@dataclass(slots=True)
class _Sums:
    counts: Counter[str] = field(default_factory=Counter)
    money: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    score: float = 0.0

    def add_call(self, eligible: bool | None, score: float | None, outcome: str | None) -> None:
        self.counts["calls"] += 1
        self.counts["eligible"] += bool(eligible)
        self.counts[outcome or "unjudged"] += bool(eligible)
        if score is not None:
            self.counts["scored"] += 1
            self.score += score

    def add_event(self, kind: str, cents: int | None, currency: str | None) -> None:
        self.counts[kind] += 1
        if cents is not None:
            self.money[kind][currency or "RUB"] += cents

    def told(self, key: str | None) -> Activity:
        scored = self.counts["scored"]
        return Activity(
            key=key,
            calls=self.counts["calls"],
            eligible=self.counts["eligible"],
            scored=scored,
            mean_score=round(self.score / scored, 1) if scored else None,
            next_steps=self.counts["next_step"],
            sales=self.counts["sale"],
            won=self.counts["won"],
            lost=self.counts["lost"],
            invoices=self.counts["invoice"],
            payments=self.counts["payment"],
            won_cents=dict(self.money["won"]),
            invoice_cents=dict(self.money["invoice"]),
            payment_cents=dict(self.money["payment"]),
        )


def read_activity(database: Database, wanted: Wanted, zone: ZoneInfo) -> Report:
    """The figures of stored calls with what the CRM tells of their clients; days are those of `zone`."""
    groups: dict[str | None, _Sums] = defaultdict(_Sums)
    total, orphans = _Sums(), 0
    talks: dict[str, list[tuple[datetime, int, str | None, bool]]] = defaultdict(list)
    with database.reading() as session:
        for number, at, agent, campaign, client, eligible, score, outcome in session.execute(_calls(wanted)):
            is_meant = wanted.covers(at) and wanted.campaign in (None, campaign)
            key = _key(wanted.by, agent, campaign, at.astimezone(zone))
            if client is not None:
                talks[client].append((at, number, key, is_meant))
            if is_meant:
                for sums in (groups[key], total):
                    sums.add_call(eligible, score, outcome)
        for kind, at, client, cents, currency in session.execute(_events(wanted)):
            before = talks.get(client or "", [])
            index = bisect_right(before, at, key=lambda talk: talk[0]) - 1
            if index < 0 or at - before[index][0] > timedelta(days=wanted.days):
                orphans += wanted.covers(at)
            elif before[index][3]:
                for sums in (groups[before[index][2]], total):
                    sums.add_event(kind, cents, currency)
    keys = sorted(groups, key=lambda key: (key is None, key or ""))
    return Report(wanted.by, tuple(groups[key].told(key) for key in keys), total.told(None), orphans)


def _calls(wanted: Wanted) -> Select[int, datetime, str | None, str | None, str | None, bool, float | None, str]:
    # Calls around the period are needed too: what follows one of them is not the doing of another.
    call, judged = CallRow, AnalysisRow
    at = func.coalesce(call.started_at, call.heard_at)
    query = select(
        call.id, at, call.agent, judged.campaign_id, call.client, judged.eligible, judged.score, judged.outcome_kind
    ).outerjoin(judged, (judged.call_id == call.id) & judged.current)
    if wanted.since is not None:
        query = query.where(at >= wanted.since - timedelta(days=wanted.days))
    if wanted.until is not None:
        query = query.where(at < wanted.until + timedelta(days=wanted.days))
    return query.order_by(at, call.id).execution_options(yield_per=_AT_ONCE)


def _events(wanted: Wanted) -> Select[str, datetime, str | None, int | None, str | None]:
    row = CrmRow
    query = select(row.kind, row.happened_at, row.client, row.amount_cents, row.currency)
    if wanted.since is not None:
        query = query.where(row.happened_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(row.happened_at < wanted.until + timedelta(days=wanted.days))
    return query.execution_options(yield_per=_AT_ONCE)


def _key(by: By, agent: str | None, campaign: str | None, at: datetime) -> str | None:
    if by == "agent":
        return agent
    if by == "campaign":
        return campaign
    if by == "week":
        return f"{at:%G-W%V}"
    return f"{at:%Y-%m-%d}" if by == "day" else f"{at:%Y-%m}"


def money(sums: Mapping[str, int]) -> str:
    """Sums by currency for people: `124900.00 RUB, 15.00 USD`."""
    return ", ".join(f"{cents / 100:.2f} {currency}" for currency, cents in sorted(sums.items())) or "0"


def lines(report: Report) -> Iterator[Activity]:
    """Every group, then all of them together."""
    yield from report.groups
    yield report.total
