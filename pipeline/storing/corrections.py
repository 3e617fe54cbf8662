"""What did reviewers correct? A correction is added to those there are; the latest of a call's step is in force."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, CorrectionRow, SegmentRow, StepRow
from pipeline.adherence import StepStatus


class CorrectionError(ValueError):
    """The correction can't be kept; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's status of a step beside the machine's, with the remark that it stands on."""

    call_id: int
    campaign: str
    step: str
    machine: StepStatus
    person: StepStatus
    quote: str | None = None
    note: str | None = None
    reviewer: str | None = None


def correct(
    session: Session,
    call_id: int,
    step: str,
    person: StepStatus,
    made_at: datetime,
    *,
    at: float | None = None,
    note: str | None = None,
    reviewer: str | None = None,
) -> Correction:
    """Add a correction to the current analysis of a call; `at` is a second of the remark that it stands on.

    Without a second the machine's own quote is meant. Raises CorrectionError when there is no such judgement, or when a
    step is called done without a remark that shows it.
    """
    analysis = _current(session, call_id)
    judged = session.scalar(select(StepRow).where(StepRow.analysis_id == analysis.id, StepRow.step_id == step))
    if judged is None:
        known = session.scalars(select(StepRow.step_id).where(StepRow.analysis_id == analysis.id))
        raise CorrectionError(f"call {call_id} has no step {step!r}: it has {', '.join(known) or 'none'}")
    remark = _remark(session, call_id, judged.segment if at is None else None, at)
    if person == "done" and remark is None:
        raise CorrectionError(
            f"a step that is done stands on a remark: name a second of it with --at (call {call_id}, step {step})"
        )
    session.add(
        CorrectionRow(
            call_id=call_id,
            campaign_id=analysis.campaign_id,
            library_version=analysis.library_version,
            step_id=step,
            machine=judged.status,
            person=person,
            segment=remark.position if remark else None,
            start=remark.start if remark else None,
            end=remark.end if remark else None,
            quote=remark.text if remark else None,
            note=note,
            reviewer=reviewer,
            made_at=made_at,
        )
    )
    status = cast("StepStatus", judged.status)
    return Correction(call_id, analysis.campaign_id, step, status, person, remark.text if remark else None)


def _current(session: Session, call_id: int) -> AnalysisRow:
    if session.get(CallRow, call_id) is None:
        raise CorrectionError(f"there is no call {call_id}: callgrade serve shows the calls with their numbers")
    analysis = session.scalar(select(AnalysisRow).where(AnalysisRow.call_id == call_id, AnalysisRow.current))
    if analysis is None or not analysis.eligible:
        raise CorrectionError(f"call {call_id} was not scored, so there is no judgement to correct")
    return analysis


def _remark(session: Session, call_id: int, segment: int | None, at: float | None) -> SegmentRow | None:
    if at is not None:
        query = select(SegmentRow).where(SegmentRow.call_id == call_id, SegmentRow.start <= at)
        said = session.scalars(query.order_by(SegmentRow.start.desc(), SegmentRow.position.desc()).limit(8)).all()
        found = next((row for row in said if row.end >= at), said[0] if said else None)
        if found is None:
            raise CorrectionError(f"nothing is said in call {call_id} by second {at:g}")
        return found
    return session.get(SegmentRow, (call_id, segment)) if segment is not None else None


def corrections_in_force(
    session: Session, campaign: str | None = None, calls: Collection[int] | None = None
) -> Iterator[Correction]:
    """The latest correction of each call's step, by call and step; of one campaign or of some calls where given."""
    row = CorrectionRow
    latest = select(func.max(row.id)).group_by(row.call_id, row.step_id)
    query = select(row).where(row.id.in_(latest)).order_by(row.call_id, row.step_id)
    if campaign is not None:
        query = query.where(row.campaign_id == campaign)
    if calls is not None:
        query = query.where(row.call_id.in_(sorted(calls)))
    for one in session.scalars(query):
        yield Correction(
            one.call_id,
            one.campaign_id,
            one.step_id,
            cast("StepStatus", one.machine),
            cast("StepStatus", one.person),
            one.quote,
            one.note,
            one.reviewer,
        )


def corrected_places(session: Session, call_id: int) -> list[tuple[str, str, int | None]]:
    """The steps of a call that a person corrected: status by that person's word, and the segment that it stands on."""
    row = CorrectionRow
    latest = select(func.max(row.id)).where(row.call_id == call_id).group_by(row.step_id)
    query = select(row.step_id, row.person, row.segment).where(row.id.in_(latest)).order_by(row.step_id)
    return [(step, person, segment) for step, person, segment in session.execute(query).all()]
