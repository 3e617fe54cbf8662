"""How is a judgement kept with its evidence? `store_analysis` adds it to the call's history and makes it current."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime

from pydantic import TypeAdapter
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
from pipeline.adherence import ForbiddenFinding, StepJudgement
from pipeline.analysis import Analysis
from pipeline.conduct import Conduct
from pipeline.follow_ups import FollowUp
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
_steps = TypeAdapter(tuple[StepJudgement, ...])
_forbidden = TypeAdapter(tuple[ForbiddenFinding, ...])
_facts = TypeAdapter(tuple[FactJudgement, ...])
_objections = TypeAdapter(tuple[ObjectionFinding, ...])
_policy = TypeAdapter(tuple[PolicyFinding, ...])
_topics = TypeAdapter(tuple[TopicFinding, ...])
_follow_ups = TypeAdapter(tuple[FollowUp, ...])
_deviations = TypeAdapter(tuple[ConductFinding, ...])


def store_analysis(session: Session, call_id: int, analysis: Analysis, campaign: Campaign, made_at: datetime) -> int:
    """Add an analysis, made by a campaign, to a call and make it the current one; gives its id.

    The campaign's version is kept with it, word for word. To be called inside one transaction.
    """
    _store_version(session, campaign, made_at)
    session.execute(
        update(AnalysisRow).where(AnalysisRow.call_id == call_id, AnalysisRow.current).values(current=False)
    )
    row = AnalysisRow(
        call_id=call_id,
        current=True,
        campaign_id=analysis.campaign,
        library_version=analysis.library_version,
        program_version=analysis.program_version,
        made_at=made_at,
        eligible=analysis.eligible,
        why_not=analysis.why_not,
        score=analysis.score,
        passed=analysis.passed,
        **_outcome_columns(analysis.outcome),
        **asdict(analysis.conduct),
    )
    session.add(row)
    session.flush()
    _write(session, StepRow, row.id, analysis.steps)
    _write(session, ForbiddenRow, row.id, analysis.forbidden)
    _write(session, FactRow, row.id, analysis.facts)
    _write(session, ObjectionRow, row.id, analysis.objections)
    _write(session, PolicyRow, row.id, analysis.policy)
    _write(session, TopicRow, row.id, analysis.topics)
    _write(session, DeviationRow, row.id, analysis.deviations)
    _write_promises(session, row.id, analysis.follow_ups)
    settle_promises(session, call_id)
    return row.id


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


def _outcome_columns(outcome: Outcome) -> dict[str, object]:
    columns = {f"outcome_{field.name}": getattr(outcome, field.name) for field in fields(Outcome)}
    return {**columns, "outcome_due_offset_minutes": offset_minutes(outcome.due)}


def _outcome(row: AnalysisRow) -> Outcome:
    columns = {field.name: getattr(row, f"outcome_{field.name}") for field in fields(Outcome)}
    return Outcome(**{**columns, "due": in_zone(row.outcome_due, row.outcome_due_offset_minutes)})


def _write(session: Session, table: type[ClaimRow], analysis_id: int, claims: Sequence[Claim]) -> None:
    rows = []
    for position, claim in enumerate(claims):
        values = asdict(claim)
        rows.append({"analysis_id": analysis_id, "position": position, _IDS[table]: values.pop("id"), **values})
    if rows:
        session.execute(insert(table), rows)


def _read(session: Session, table: type[ClaimRow], analysis_id: int) -> list[dict[str, object]]:
    """The claims of an analysis in their order, as the fields of their dataclasses."""
    columns = [column for column in table.__table__.columns if column.key not in ("analysis_id", "position")]
    named = [column.label("id" if column.key == _IDS[table] else column.key) for column in columns]
    found = session.execute(select(*named).where(table.analysis_id == analysis_id).order_by(table.position))
    return [dict(row) for row in found.mappings()]


def _write_promises(session: Session, analysis_id: int, promises: Sequence[FollowUp]) -> None:
    for position, promise in enumerate(promises):
        values = asdict(promise)
        session.add(
            FollowUpRow(
                analysis_id=analysis_id,
                position=position,
                deed=values.pop("id"),
                due_offset_minutes=offset_minutes(promise.due),
                **values,
            )
        )
    session.flush()


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
