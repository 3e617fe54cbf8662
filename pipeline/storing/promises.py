"""Which promises to a client has a later call fulfilled?"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, tuple_, update
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, FollowUpRow


def settle_promises(session: Session, call_id: int, *, judged_again: bool = False) -> None:
    """Tie a call's promises to the client's next call, and those of the client's call before it to this one.

    To be called when a call's analysis has been stored, inside the same transaction; so all promises are tied
    whichever call was stored first. Promises to send something are fulfilled by no call: only a person can tell.
    Where an old call is only `judged_again`, the calls before it have long been tied to it.
    """
    call = session.get(CallRow, call_id)
    if call is None or call.client is None or call.started_at is None:
        return
    place, here = tuple_(CallRow.started_at, CallRow.id), tuple_(call.started_at, call.id)
    others = select(CallRow.id).where(CallRow.client == call.client, CallRow.started_at.is_not(None))
    # What was promised to be told by voice is not kept by a letter.
    calls = others.where(CallRow.written.is_(None))
    after = session.scalar(calls.where(place > here).order_by(CallRow.started_at, CallRow.id).limit(1))
    _keep(session, [call.id], after)
    if call.written is None and not judged_again:
        newest_first = (CallRow.started_at.desc(), CallRow.id.desc())
        since = others.where(place < here)
        last = session.scalar(calls.where(place < here).order_by(*newest_first).limit(1))
        if last is not None:
            found = session.get_one(CallRow, last)
            since = since.where(place >= tuple_(found.started_at, found.id))
        _keep(session, session.scalars(since).all(), call.id)


def _keep(session: Session, talks: Sequence[int], later: int | None) -> None:
    analyses = select(AnalysisRow.id).where(AnalysisRow.call_id.in_(talks))
    promised = FollowUpRow.analysis_id.in_(analyses) & (FollowUpRow.deed == "call")
    session.execute(update(FollowUpRow).where(promised).values(fulfilled_by=later))
