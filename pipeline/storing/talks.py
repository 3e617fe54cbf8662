"""Which stored calls belong to a campaign? Their transcripts, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AnalysisRow
from pipeline.storing.transcripts import load_transcript
from pipeline.transcript import Transcript


def campaign_talks(session: Session, campaign_id: str) -> Iterator[tuple[int, Transcript]]:
    """The number and the transcript of each sales talk that was judged by a campaign, in the calls' order."""
    calls = session.scalars(
        select(AnalysisRow.call_id)
        .where(AnalysisRow.campaign_id == campaign_id, AnalysisRow.current, AnalysisRow.eligible)
        .order_by(AnalysisRow.call_id)
    ).all()
    for call_id in calls:
        yield call_id, load_transcript(session, call_id)
