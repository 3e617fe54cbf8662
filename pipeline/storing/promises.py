"""Which promises to a client has a later call fulfilled?"""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, FollowUpRow


def settle_promises(session: Session, call_id: int) -> None:
    """Tie the promises of a client's calls to the first later call with the same client, whichever was stored first.

    To be called when a call's analysis has been stored, inside the same transaction. Promises to send something are
    fulfilled by no call: only a person can tell.
    """
    call = session.get(CallRow, call_id)
    if call is None or call.client is None or call.started_at is None:
        return
    talks = session.execute(
        select(CallRow.id, CallRow.written)
        .where(CallRow.client == call.client, CallRow.started_at.is_not(None))
        .order_by(CallRow.started_at.desc(), CallRow.id.desc())
    ).all()
    later_id = None
    for talk_id, written in talks:
        analyses = select(AnalysisRow.id).where(AnalysisRow.call_id == talk_id)
        session.execute(
            update(FollowUpRow)
            .where(FollowUpRow.analysis_id.in_(analyses), FollowUpRow.deed == "call")
            .values(fulfilled_by=later_id)
        )
        # What was promised to be told by voice is not kept by a letter.
        later_id = talk_id if written is None else later_id
