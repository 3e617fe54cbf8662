"""Which calls are there? One page of the list, in a fixed number of queries and without a word of any transcript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from api.context import Context, Sheets
from api.filters import SORT_COLUMNS, CallFilter, CallQuery, conditions
from api.paging import Cursor, CursorError, Key, beyond, decode_cursor, ordering
from api.problems import invalid
from api.shapes import CallPage, CallSummary, Named, Sheet
from models import AnalysisRow, CallRow, ObjectionRow, StepRow
from pipeline.outcome import OutcomeKind
from pipeline.storing.moments import in_zone
from pipeline.transcript import Direction, Written


class Judged(NamedTuple):
    """A call with its current analysis, where it has one."""

    call: CallRow
    analysis: AnalysisRow | None


class Objections(NamedTuple):
    """How many doubts a call held, and how many stayed without an answer."""

    raised: int
    unhandled: int


def find_calls(session: Session, query: CallQuery, context: Context) -> CallPage:
    """The page of calls that a query asks for; raises ApiError when its cursor isn't one."""
    cursor = _cursor(query)
    backward = cursor is not None and cursor.backward
    rows = [Judged(*row) for row in session.execute(_page(query, cursor, context))]
    more = len(rows) > query.limit
    rows = rows[: query.limit]
    if backward:
        rows.reverse()
    has_next = bool(rows) and (more or backward)
    has_previous = bool(rows) and (more if backward else cursor is not None)
    return CallPage(
        calls=_summaries(session, rows, context),
        total=count_calls(session, query, context),
        next=_cursor_at(rows[-1], query, backward=False) if has_next else None,
        previous=_cursor_at(rows[0], query, backward=True) if has_previous else None,
    )


def count_calls(session: Session, query: CallFilter, context: Context) -> int:
    """How many calls a filter lets through."""
    counted = _with_analysis(select(func.count()).select_from(CallRow))
    return session.scalar(counted.where(*conditions(query, context.zone))) or 0


def _with_analysis(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.outerjoin(AnalysisRow, and_(AnalysisRow.call_id == CallRow.id, AnalysisRow.current))


def _cursor(query: CallQuery) -> Cursor | None:
    if query.cursor is None:
        return None
    try:
        cursor = decode_cursor(query.cursor, query.sort, query.order)
        _key_as_value(cursor)
    except CursorError as error:
        raise invalid("cursor", str(error)) from error
    return cursor


def _key_as_value(cursor: Cursor) -> datetime | float | None:
    """The cursor's key as the sorted column has it; raises CursorError."""
    match cursor.sort, cursor.key:
        case _, None:
            return None
        case "started_at", str() as text:
            try:
                moment = datetime.fromisoformat(text)
            except ValueError as error:
                raise CursorError("is not a cursor: its time can't be read") from error
            if moment.tzinfo is not None:
                return moment
        case "score" | "duration", float() | int() as number:
            return float(number)
    raise CursorError("is not a cursor: its value is of another kind")


def _cursor_at(row: Judged, query: CallQuery, *, backward: bool) -> str:
    values: dict[str, Key] = {
        "started_at": row.call.started_at.isoformat() if row.call.started_at else None,
        "score": row.analysis.score if row.analysis else None,
        "duration": row.call.duration,
    }
    return Cursor(query.sort, query.order, values[query.sort], row.call.id, backward).encode()


def _page(query: CallQuery, cursor: Cursor | None, context: Context) -> Select[*tuple[Any, ...]]:
    column = SORT_COLUMNS[query.sort]
    row_id = CallRow.__table__.c.id
    page = _with_analysis(select(CallRow, AnalysisRow)).where(*conditions(query, context.zone))
    if cursor is not None:
        page = page.where(beyond(column, row_id, cursor, _key_as_value(cursor)))
    backward = cursor is not None and cursor.backward
    return page.order_by(*ordering(column, row_id, query.order, backward)).limit(query.limit + 1)


def _summaries(session: Session, rows: Sequence[Judged], context: Context) -> list[CallSummary]:
    analyses = [row.analysis for row in rows if row.analysis is not None]
    sheets = _sheets(session, analyses, context.sheets)
    missed = _missed_critical(session, analyses, sheets)
    objections = _objections(session, analyses)
    return [
        _summary(
            row,
            sheets.get(row.analysis.id) if row.analysis else None,
            missed[row.analysis.id] if row.analysis else [],
            objections.get(row.analysis.id if row.analysis else 0, Objections(0, 0)),
        )
        for row in rows
    ]


def _summary(row: Judged, sheet: Sheet | None, missed: list[Named], objections: Objections) -> CallSummary:
    call, analysis = row
    return CallSummary(
        id=call.id,
        started_at=in_zone(call.started_at, call.utc_offset_minutes),
        agent=call.agent,
        client=call.client,
        direction=cast(Direction | None, call.direction),
        written=cast(Written | None, call.written),
        queue=call.queue,
        duration=call.duration,
        language=call.language,
        campaign=Named(id=sheet.id, title=sheet.title) if sheet else None,
        eligible=analysis.eligible if analysis else None,
        why_not=analysis.why_not if analysis else call.why_unscored,
        score=analysis.score if analysis else None,
        passed=analysis.passed if analysis else None,
        missed_critical=missed,
        objections=objections.raised,
        objections_unhandled=objections.unhandled,
        outcome=cast(OutcomeKind, analysis.outcome_kind) if analysis else None,
    )


def _sheets(session: Session, analyses: Sequence[AnalysisRow], sheets: Sheets) -> dict[int, Sheet]:
    """The sheet of each analysis, by the analysis' number."""
    keys = {analysis.id: (analysis.campaign_id, analysis.library_version) for analysis in analyses}
    known = sheets.read(session, set(keys.values()))
    return {number: known[key] for number, key in keys.items() if key in known}


def _missed_critical(
    session: Session, analyses: Sequence[AnalysisRow], sheets: dict[int, Sheet]
) -> dict[int, list[Named]]:
    critical = {
        number: {step.id: Named(id=step.id, title=step.title) for step in sheet.steps if step.critical}
        for number, sheet in sheets.items()
    }
    missed: dict[int, list[Named]] = defaultdict(list)
    query = (
        select(StepRow.analysis_id, StepRow.step_id)
        .where(StepRow.analysis_id.in_([analysis.id for analysis in analyses]), StepRow.status == "missed")
        .order_by(StepRow.analysis_id, StepRow.position)
    )
    for number, step in session.execute(query):
        if (named := critical.get(number, {}).get(step)) is not None:
            missed[number].append(named)
    return missed


def _objections(session: Session, analyses: Sequence[AnalysisRow]) -> dict[int, Objections]:
    query = (
        select(ObjectionRow.analysis_id, func.count(), func.count().filter(ObjectionRow.handled.is_(False)))
        .where(ObjectionRow.analysis_id.in_([analysis.id for analysis in analyses]))
        .group_by(ObjectionRow.analysis_id)
    )
    return {number: Objections(raised, unhandled) for number, raised, unhandled in session.execute(query)}
