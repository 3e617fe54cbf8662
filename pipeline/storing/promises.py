"""Which promises to a client has a later call fulfilled?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import ScalarSelect, bindparam, select, tuple_, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session, aliased

from models import AnalysisRow, CallRow, FollowUpRow


def settle_promises(session: Session, call_id: int) -> None:
    """Tie a call's promises to the client's next call, and those of the client's call before it to this one.

    To be called when a call's analysis has been stored, inside the same transaction; so all promises are tied
    whichever call was stored first. Promises to send something are fulfilled by no call: only a person can tell.
    """
    call = session.get(CallRow, call_id)
    if call is None or call.client is None or call.started_at is None:
        return
    place, here = tuple_(CallRow.started_at, CallRow.id), tuple_(call.started_at, call.id)
    others = select(CallRow.id).where(CallRow.client == call.client, CallRow.started_at.is_not(None))
    calls = others.where(CallRow.written.is_(None))
    _keep(session, [call.id], session.scalar(select(_next_call()).where(CallRow.id == call.id)))
    if call.written is None:
        newest_first = (CallRow.started_at.desc(), CallRow.id.desc())
        since = others.where(place < here)
        last = session.scalar(calls.where(place < here).order_by(*newest_first).limit(1))
        if last is not None:
            found = session.get_one(CallRow, last)
            since = since.where(place >= tuple_(found.started_at, found.id))
        _keep(session, session.scalars(since).all(), call.id)


def tie_promises(session: Session, analyses: Mapping[int, int]) -> None:
    """Tie the promises of new analyses, by call, to the clients' next calls.

    For calls that were judged before: what was promised in the calls before them is tied to them already.
    """
    found = session.execute(select(CallRow.id, _next_call()).where(CallRow.id.in_(list(analyses)))).all()
    ties = [{"analysis": analyses[call], "later": next_call} for call, next_call in found if next_call is not None]
    if ties:
        promised = (FollowUpRow.analysis_id == bindparam("analysis")) & (FollowUpRow.deed == "call")
        tie = update(cast("SqlTable", FollowUpRow.__table__)).where(promised)
        session.connection().execute(tie.values(fulfilled_by=bindparam("later")), ties)


def _next_call() -> ScalarSelect[int | None]:
    """The client's next call after the one in hand; what was promised to be told by voice is not kept by a letter."""
    later = aliased(CallRow)
    return (
        select(later.id)
        .where(later.client == CallRow.client, later.written.is_(None))
        .where(tuple_(later.started_at, later.id) > tuple_(CallRow.started_at, CallRow.id))
        .order_by(later.started_at, later.id)
        .limit(1)
        .scalar_subquery()
    )


def _keep(session: Session, talks: Sequence[int], later: int | None) -> None:
    analyses = select(AnalysisRow.id).where(AnalysisRow.call_id.in_(talks))
    promised = FollowUpRow.analysis_id.in_(analyses) & (FollowUpRow.deed == "call")
    session.execute(update(FollowUpRow).where(promised).values(fulfilled_by=later))
