"""How is a judgement kept with its evidence? `store_analysis` adds it to the call's history and makes it current."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import cast

from pydantic import TypeAdapter
from sqlalchemy import Table as SqlTable
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session, load_only

from models import (
    AnalysisRow,
    DeviationRow,
    FactRow,
    FollowUpRow,
    ForbiddenRow,
    LibraryVersionRow,
    ObjectionRow,
    PolicyRow,
    StepRow,
    TopicRow,
)
from models.writing import insert_new
from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis
from pipeline.conduct import Conduct
from pipeline.follow_ups import FollowUp
from pipeline.forbidden import ForbiddenFinding
from pipeline.norms import ConductFinding
from pipeline.objections import ObjectionFinding
from pipeline.outcome import Outcome
from pipeline.policy import PolicyFinding
from pipeline.product_info import FactJudgement
from pipeline.storing.moments import in_zone, offset_minutes
from pipeline.storing.promises import settle_promises
from pipeline.topics import TopicFinding
from scripts_library.campaign import Campaign

Claim = (
    StepJudgement | ForbiddenFinding | FactJudgement | ObjectionFinding | PolicyFinding | TopicFinding | ConductFinding
)
ClaimRow = StepRow | ForbiddenRow | FactRow | ObjectionRow | PolicyRow | TopicRow | DeviationRow

# Which column keeps the id that a claim has in the campaign.
_IDS: dict[type[ClaimRow], str] = {
    StepRow: "step_id",
    ForbiddenRow: "forbidden_id",
    FactRow: "fact_id",
    ObjectionRow: "objection_id",
    PolicyRow: "policy_id",
    TopicRow: "topic_id",
    DeviationRow: "measure",
}
_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (
        StepJudgement, ForbiddenFinding, FactJudgement, ObjectionFinding, PolicyFinding, TopicFinding, ConductFinding,
        FollowUp, Outcome, Conduct,
    )
}  # fmt: skip
_steps = TypeAdapter(tuple[StepJudgement, ...])
_forbidden = TypeAdapter(tuple[ForbiddenFinding, ...])
_facts = TypeAdapter(tuple[FactJudgement, ...])
_objections = TypeAdapter(tuple[ObjectionFinding, ...])
_policy = TypeAdapter(tuple[PolicyFinding, ...])
_topics = TypeAdapter(tuple[TopicFinding, ...])
_follow_ups = TypeAdapter(tuple[FollowUp, ...])
_deviations = TypeAdapter(tuple[ConductFinding, ...])


@dataclass(frozen=True, slots=True)
class Judged:
    """A stored call's number with an analysis of it and the campaign that made it."""

    call: int
    analysis: Analysis
    campaign: Campaign


def store_analysis(session: Session, call_id: int, analysis: Analysis, campaign: Campaign, made_at: datetime) -> int:
    """Add an analysis, made by a campaign, to a call and make it the current one; gives its id.

    The campaign's version is kept with it, word for word. To be called inside one transaction.
    """
    (number,) = store_analyses(session, [Judged(call_id, analysis, campaign)], made_at)
    settle_promises(session, call_id)
    return number


def store_analyses(session: Session, judged: Sequence[Judged], made_at: datetime) -> list[int]:
    """The same for different calls, a statement a table; gives the analyses' ids. Promises are not settled here."""
    if not judged:
        return []
    for campaign in {(one.campaign.id, one.campaign.version): one.campaign for one in judged}.values():
        _store_version(session, campaign, made_at)
    calls = [one.call for one in judged]
    session.execute(
        update(AnalysisRow).where(AnalysisRow.call_id.in_(calls), AnalysisRow.current).values(current=False)
    )
    rows = [{"call_id": one.call, "current": True, "made_at": made_at, **_columns(one.analysis)} for one in judged]
    added = insert(AnalysisRow).returning(AnalysisRow.id, sort_by_parameter_order=True)
    numbers = list(session.scalars(added, rows))
    analyses = [(number, one.analysis) for number, one in zip(numbers, judged, strict=True)]
    _write(session, StepRow, [(number, one.steps) for number, one in analyses])
    _write(session, ForbiddenRow, [(number, one.forbidden) for number, one in analyses])
    _write(session, FactRow, [(number, one.facts) for number, one in analyses])
    _write(session, ObjectionRow, [(number, one.objections) for number, one in analyses])
    _write(session, PolicyRow, [(number, one.policy) for number, one in analyses])
    _write(session, TopicRow, [(number, one.topics) for number, one in analyses])
    _write(session, DeviationRow, [(number, one.deviations) for number, one in analyses])
    _write_promises(session, [(number, one.follow_ups) for number, one in analyses])
    return numbers


def load_analysis(session: Session, call_id: int) -> Analysis | None:
    """The current analysis of a call, equal to the one that was stored; None where the call was never judged."""
    row = session.scalar(select(AnalysisRow).where(AnalysisRow.call_id == call_id, AnalysisRow.current))
    if row is None:
        return None
    return Analysis(
        campaign=row.campaign_id,
        library_version=row.library_version,
        program_version=row.program_version,
        eligible=row.eligible,
        why_not=row.why_not,
        score=row.score,
        passed=row.passed,
        steps=_steps.validate_python(_read(session, StepRow, row.id)),
        forbidden=_forbidden.validate_python(_read(session, ForbiddenRow, row.id)),
        facts=_facts.validate_python(_read(session, FactRow, row.id)),
        objections=_objections.validate_python(_read(session, ObjectionRow, row.id)),
        outcome=_outcome(row),
        policy=_policy.validate_python(_read(session, PolicyRow, row.id)),
        topics=_topics.validate_python(_read(session, TopicRow, row.id)),
        deviations=_deviations.validate_python(_read(session, DeviationRow, row.id)),
        follow_ups=_promises(session, row.id),
        conduct=Conduct(**{field.name: getattr(row, field.name) for field in fields(Conduct)}),
    )


def _store_version(session: Session, campaign: Campaign, seen: datetime) -> None:
    # Looked up first: to write out a whole campaign costs more than all else of an analysis.
    if session.get(LibraryVersionRow, (campaign.id, campaign.version), options=[load_only(LibraryVersionRow.title)]):
        return
    values = {
        "campaign_id": campaign.id,
        "version": campaign.version,
        "title": campaign.title,
        "content": campaign.model_dump(mode="json", by_alias=True),
        "first_seen": seen,
    }
    insert_new(session, LibraryVersionRow, values)


def _columns(analysis: Analysis) -> dict[str, object]:
    """The columns of an analysis that are no claims of their own."""
    outcome = {f"outcome_{name}": value for name, value in _plain(analysis.outcome).items()}
    return {
        "campaign_id": analysis.campaign,
        "library_version": analysis.library_version,
        "program_version": analysis.program_version,
        "eligible": analysis.eligible,
        "why_not": analysis.why_not,
        "score": analysis.score,
        "passed": analysis.passed,
        "outcome_due_offset_minutes": offset_minutes(analysis.outcome.due),
        **outcome,
        **_plain(analysis.conduct),
    }


def _plain(claim: Claim | FollowUp | Outcome | Conduct) -> dict[str, object]:
    """The fields of a claim; passages within it as mappings, as JSON has them."""
    values = {name: getattr(claim, name) for name in _FIELDS[type(claim)]}
    if isinstance(claim, StepJudgement):
        values["nearest"] = [asdict(passage) for passage in claim.nearest]
    return values


def _outcome(row: AnalysisRow) -> Outcome:
    columns = {field.name: getattr(row, f"outcome_{field.name}") for field in fields(Outcome)}
    return Outcome(**{**columns, "due": in_zone(row.outcome_due, row.outcome_due_offset_minutes)})


def _write(session: Session, table: type[ClaimRow], claimed: Sequence[tuple[int, Sequence[Claim]]]) -> None:
    """The claims of some analyses, each with its analysis' id."""
    named = _IDS[table]
    rows = []
    for analysis_id, claims in claimed:
        for position, claim in enumerate(claims):
            values = _plain(claim)
            values[named] = values.pop("id")
            rows.append({"analysis_id": analysis_id, "position": position, **values})
    _add(session, table, rows)


def _read(session: Session, table: type[ClaimRow], analysis_id: int) -> list[dict[str, object]]:
    """The claims of an analysis in their order, as the fields of their dataclasses."""
    columns = [column for column in table.__table__.columns if column.key not in ("analysis_id", "position")]
    named = [column.label("id" if column.key == _IDS[table] else column.key) for column in columns]
    found = session.execute(select(*named).where(table.analysis_id == analysis_id).order_by(table.position))
    return [dict(row) for row in found.mappings()]


def _write_promises(session: Session, promised: Sequence[tuple[int, Sequence[FollowUp]]]) -> None:
    rows = []
    for analysis_id, promises in promised:
        for position, promise in enumerate(promises):
            values = _plain(promise)
            values |= {"deed": values.pop("id"), "due_offset_minutes": offset_minutes(promise.due)}
            rows.append({"analysis_id": analysis_id, "position": position, **values})
    _add(session, FollowUpRow, rows)


def _add(session: Session, table: type[ClaimRow | FollowUpRow], rows: Sequence[Mapping[str, object]]) -> None:
    """Rows as they are, in one statement: nobody needs them as objects."""
    if rows:
        session.execute(insert(cast("SqlTable", table.__table__)), rows)


def _promises(session: Session, analysis_id: int) -> tuple[FollowUp, ...]:
    rows = session.scalars(
        select(FollowUpRow).where(FollowUpRow.analysis_id == analysis_id).order_by(FollowUpRow.position)
    )
    return _follow_ups.validate_python(
        [
            {
                "id": row.deed,
                "due": in_zone(row.due, row.due_offset_minutes),
                **{name: getattr(row, name) for name in ("segment", "start", "end", "quote")},
            }
            for row in rows
        ]
    )
