"""Which stored calls belong to a campaign? Their transcripts, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AnalysisRow
from pipeline.storing.transcripts import load_transcript
from pipeline.transcript import Transcript

LATEST = 2000


def campaign_talks(session: Session, campaign_id: str, latest: int = LATEST) -> Iterator[tuple[int, Transcript]]:
    """The number and the transcript of the latest sales talks that were judged by a campaign, in the calls' order."""
    calls = session.scalars(
        select(AnalysisRow.call_id)
        .where(AnalysisRow.campaign_id == campaign_id, AnalysisRow.current, AnalysisRow.eligible)
        .order_by(AnalysisRow.call_id.desc())
        .limit(latest)
    ).all()
    for call_id in reversed(calls):
        yield call_id, load_transcript(session, call_id)


def busiest_campaign(session: Session) -> str | None:
    """The campaign that judged most of the stored sales talks."""
    row = AnalysisRow
    query = select(row.campaign_id).where(row.current, row.eligible).group_by(row.campaign_id)
    return session.scalar(query.order_by(func.count().desc(), row.campaign_id).limit(1))
