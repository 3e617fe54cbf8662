"""What is known of one call: its recording, its transcript, how it was judged and by which script."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from api.context import Context
from api.problems import not_found
from api.shapes import CallDetail, RecordingSummary
from api.sound import sound_file
from models import CallRow
from pipeline.storing import load_analysis, load_transcript


def read_call(session: Session, number: int, context: Context) -> CallDetail:
    """One call with all its evidence; raises ApiError when there is none of this number."""
    call = find_call(session, number)
    analysis = load_analysis(session, number)
    key = (analysis.campaign, analysis.library_version) if analysis else None
    return CallDetail(
        id=call.id,
        recording=RecordingSummary(name=call.recording.name, fingerprint=call.recording.content_hash),
        audio=f"/api/v1/calls/{number}/audio" if sound_file(context.settings.data_dir, call.audio_path) else None,
        transcript=load_transcript(session, number),
        analysis=analysis,
        why_unscored=call.why_unscored,
        campaign=context.sheets.read(session, [key]).get(key) if key else None,
    )


def find_call(session: Session, number: int) -> CallRow:
    """The row of a call with its recording; raises ApiError when there is none of this number."""
    query = select(CallRow).where(CallRow.id == number).options(joinedload(CallRow.recording))
    call = session.scalars(query).one_or_none()
    if call is None:
        raise not_found("call", number)
    return call
