"""How does a journal's record find its call? By the PBX's id, by the audio's name, else by the client and the time.

Both may come first: a record waits for its audio, and a call is completed when its record comes. What the recording's
own name told is never overwritten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import cast

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models import CallRow, CdrRow, RecordingRow, SegmentRow
from models.writing import insert_missing
from pipeline.cdr import CdrRecord
from pipeline.pbx import CallDetails
from pipeline.storing.moments import in_zone, offset_minutes
from pipeline.storing.recordings import readable
from pipeline.transcript import Direction
from pipeline.transfers import Shift, agent_at, shifts_of

AT_ONCE = 300
# A recording begins when someone answers, its record when it rang: a queue may lie between.
_BEFORE, _AFTER = timedelta(minutes=15), timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Completed:
    """A call that a record told more of; `turned` where its direction became known, so the sides may be others."""

    call_id: int
    turned: bool


def store_records(session: Session, source: str, records: Sequence[CdrRecord], now: datetime) -> list[CdrRecord]:
    """Keep records that are not there yet, at most AT_ONCE; gives the new ones."""
    rows = {}
    for record in records:
        row = _row(source, record)
        key = hashlib.sha256(repr(sorted(row.items())).encode()).hexdigest()
        rows[key] = (record, {**row, "key": key, "read_at": now})
    new = insert_missing(session, CdrRow, [rows[key][1] for key in sorted(rows)], CdrRow.key)
    return [rows[key][0] for key in rows if key in new]


def in_batches(records: Iterable[CdrRecord]) -> Iterator[list[CdrRecord]]:
    """Records in groups that one transaction takes."""
    left = iter(records)
    while batch := list(islice(left, AT_ONCE)):
        yield batch


def complete_details(session: Session, details: CallDetails, name: str) -> CallDetails:
    """What a name told of a call, with what the journals know of it beside; for a recording that is to be heard."""
    records = _records_for(session, details.unique_id, name, details.client, details.started_at)
    completed = _completed(details, records)
    return replace(completed, shifts=_shifts(completed.started_at, records))


def complete_calls(session: Session, records: Sequence[CdrRecord]) -> list[Completed]:
    """Tell stored calls what new records know of them; gives the calls that changed."""
    changed = []
    for call, name in _calls_for(session, records):
        known = CallDetails(
            direction=cast("Direction | None", call.direction),
            agent=call.agent,
            client=call.client,
            started_at=in_zone(call.started_at, call.utc_offset_minutes),
            unique_id=call.telephony_id,
            queue=call.queue,
        )
        rows = _records_for(session, call.telephony_id, name, call.client, known.started_at)
        told = _completed(known, rows)
        _tell_agents(session, call.id, _shifts(told.started_at, rows))
        if told == known:
            continue
        turned = known.direction is None and told.direction is not None
        for field in ("direction", "agent", "client", "queue", "started_at"):
            setattr(call, field, getattr(told, field))
        call.utc_offset_minutes = offset_minutes(told.started_at)
        changed.append(Completed(call.id, turned))
    session.flush()
    return changed


def _shifts(started: datetime | None, rows: Sequence[CdrRow]) -> tuple[Shift, ...]:
    """Who was at the telephone from which second, by the legs that were answered; nothing where one manager was."""
    answered = []
    for row in rows:
        if started is None or row.started_at is None or row.agent is None or not row.answered:
            continue
        rang = max(0.0, (row.duration or 0.0) - (row.talk_seconds or 0.0))
        answered.append(Shift((row.started_at - started).total_seconds() + rang, row.agent))
    return shifts_of(answered)


def _tell_agents(session: Session, call_id: int, shifts: Sequence[Shift]) -> None:
    if not shifts:
        return
    remarks = select(SegmentRow).where(SegmentRow.call_id == call_id, SegmentRow.speaker == "agent")
    for remark in session.scalars(remarks):
        remark.agent = agent_at(shifts, remark.start)


def _row(source: str, record: CdrRecord) -> dict[str, object]:
    return {
        "source": source,
        "unique_id": _text(record.unique_id),
        "linked_id": _text(record.linked_id),
        "recording": _text(record.recording),
        "started_at": record.started_at,
        "utc_offset_minutes": offset_minutes(record.started_at),
        "direction": record.direction,
        "agent": _text(record.agent),
        "client": record.client,
        "queue": _text(record.queue),
        "answered": record.answered,
        "duration": record.duration,
        "talk_seconds": record.talk_seconds,
    }


def _text(value: str | None) -> str | None:
    return None if value is None else readable(value)


def _records_for(
    session: Session, unique_id: str | None, name: str, client: str | None, started: datetime | None
) -> list[CdrRow]:
    stem = name.rpartition(".")[0] or name
    ways = [CdrRow.recording.in_([name, stem])]
    ids = {one for one in (unique_id, stem) if one}
    ways += [CdrRow.unique_id.in_(ids), CdrRow.linked_id.in_(ids)]
    found = list(session.scalars(select(CdrRow).where(or_(*ways))))
    linked = {row.linked_id for row in found if row.linked_id}
    if linked:
        found = list(session.scalars(select(CdrRow).where(or_(CdrRow.linked_id.in_(linked), or_(*ways)))))
    if found or client is None or started is None:
        return found
    near = CdrRow.started_at.between(started - _BEFORE, started + _AFTER)
    by_number = list(session.scalars(select(CdrRow).where(CdrRow.client == client, near)))
    calls = {row.linked_id or row.unique_id or str(row.id) for row in by_number}
    # Two calls with one client within minutes: nobody can tell which record is whose.
    return by_number if len(calls) == 1 else []


def _calls_for(session: Session, records: Sequence[CdrRecord]) -> list[tuple[CallRow, str]]:
    ids = {one for record in records for one in (record.unique_id, record.linked_id) if one}
    names = {record.recording for record in records if record.recording}
    clients = {record.client for record in records if record.client}
    times = [record.started_at for record in records if record.started_at]
    stems = [f"{one}{ending}" for one in ids for ending in (".wav", ".mp3")]
    ways: list[ColumnElement[bool]] = [CallRow.telephony_id.in_(ids), RecordingRow.name.in_([*names, *stems])]
    if clients and times:
        near = CallRow.started_at.between(min(times) - _AFTER, max(times) + _BEFORE)
        ways.append(CallRow.client.in_(clients) & near)
    only_calls = (CallRow.erased_at.is_(None), CallRow.written.is_(None))
    query = select(CallRow, RecordingRow.name).join(RecordingRow, RecordingRow.id == CallRow.recording_id)
    return [(call, name) for call, name in session.execute(query.where(or_(*ways), *only_calls))]


def _moment(row: CdrRow) -> float:
    return row.started_at.timestamp() if row.started_at is not None else 0.0


def _completed(details: CallDetails, rows: Sequence[CdrRow]) -> CallDetails:
    # The leg that was answered knows who talked; of several the last, to whom the call was passed on.
    for row in sorted(rows, key=lambda row: (not row.answered, -_moment(row), -row.id)):
        details = replace(
            details,
            direction=details.direction or cast("Direction | None", row.direction),
            agent=details.agent or row.agent,
            client=details.client or row.client,
            queue=details.queue or row.queue,
            started_at=details.started_at or in_zone(row.started_at, row.utc_offset_minutes),
        )
    return details
