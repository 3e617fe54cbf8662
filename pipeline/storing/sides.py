"""Which stored calls have a side for each speaker, and how are the speakers changed over?"""

from __future__ import annotations

from sqlalchemy import case, select, update
from sqlalchemy.orm import Session

from models import CallRow, SegmentRow, StretchRow


def stereo_calls(session: Session, direction: str | None, latest: int | None = None) -> list[int]:
    """Calls whose speakers were told apart by their channels, newest first; of a direction where one is named.

    Calls of no known direction go with the outgoing ones.
    """
    query = select(CallRow.id).where(CallRow.attributed_by == "channels", CallRow.erased_at.is_(None))
    if direction == "outbound":
        query = query.where(CallRow.direction.is_(None) | (CallRow.direction == "outbound"))
    elif direction is not None:
        query = query.where(CallRow.direction == direction)
    return list(session.scalars(query.order_by(CallRow.id.desc()).limit(latest)))


def swap_speakers(session: Session, call_id: int) -> None:
    """Agent becomes client and client agent in all that was heard of a call."""
    for table in (SegmentRow, StretchRow):
        other = case((table.speaker == "agent", "client"), (table.speaker == "client", "agent"), else_=None)
        session.execute(update(table).where(table.call_id == call_id).values(speaker=other))
    # Whose remarks they are was told of the other side.
    session.execute(update(SegmentRow).where(SegmentRow.call_id == call_id).values(agent=None))
    call = session.get(CallRow, call_id)
    if call is not None and call.levels:
        turned = {"agent": "client", "client": "agent"}
        call.levels = [{**level, "speaker": turned.get(str(level["speaker"]))} for level in call.levels]
