"""How does a leg that comes late join its call? The recording of the one leg becomes that of both, and is heard again.

What was heard and judged before stays as history. Where the first leg's file is gone there is nothing to join: the
late leg is set aside with a line that says so, and a person may have it heard as a call of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, CorrectionRow, FileRow, FollowUpRow, RecordingRow
from pipeline.recordings import legs_of

LATE = "late_leg"


@dataclass(frozen=True, slots=True)
class Pair:
    """A call of two files: its fingerprint, those of its legs, and what a recording's row says of its files."""

    content_hash: str
    parts: tuple[str, str]
    files: Mapping[str, object]


def join_late(session: Session, pairs: Sequence[Pair]) -> set[str]:
    """Let recordings of one leg take over both; gives the fingerprints of calls that became such, to be heard again."""
    row = RecordingRow
    parts = {part for pair in pairs for part in pair.parts}
    if not parts:
        return set()
    # One order of locks everywhere, as in registering.
    lone = select(row.content_hash, row.id).where(row.content_hash.in_(parts), row.erased.is_(None)).order_by(row.id)
    known = dict(session.execute(lone.with_for_update()).all())
    joined = set()
    for pair in sorted(pairs, key=lambda one: one.content_hash):
        singles = [known[part] for part in pair.parts if part in known]
        if not singles:
            continue
        whole = session.scalar(select(row.id).where(row.content_hash == pair.content_hash))
        if whole is None:
            whole = _first(session, singles)
            session.execute(update(row).where(row.id == whole).values(_anew(pair)))
            joined.add(pair.content_hash)
        for single in singles:
            if single != whole:
                _give_over(session, single, whole)
    return joined


def _anew(pair: Pair) -> dict[str, object]:
    waiting = {"state": "waiting", "reason_code": None, "reason": None, "finished": None, "begun": None, "attempts": 0}
    return {**pair.files, **waiting, "content_hash": pair.content_hash}


def _first(session: Session, singles: Sequence[int]) -> int:
    """Of two legs that were taken for calls the one that has a call already, else the first."""
    with_call = select(CallRow.recording_id).where(CallRow.recording_id.in_(singles)).order_by(CallRow.id).limit(1)
    return session.scalar(with_call) or singles[0]


def _give_over(session: Session, single: int, whole: int) -> None:
    """A leg's recording ends; what was judged and corrected of it becomes history of the whole call's."""
    numbers = {
        recording: call
        for call, recording in session.execute(
            select(CallRow.id, CallRow.recording_id).where(CallRow.recording_id.in_([single, whole]))
        )
    }
    if single in numbers and whole in numbers:
        old, new = numbers[single], numbers[whole]
        of_old = AnalysisRow.call_id == old
        session.execute(update(AnalysisRow).where(of_old).values(call_id=new, current=False))
        session.execute(update(CorrectionRow).where(CorrectionRow.call_id == old).values(call_id=new))
        session.execute(update(FollowUpRow).where(FollowUpRow.fulfilled_by == old).values(fulfilled_by=new))
    elif single in numbers:
        session.execute(update(CallRow).where(CallRow.recording_id == single).values(recording_id=whole))
    session.execute(delete(RecordingRow).where(RecordingRow.id == single))


def too_late(session: Session, paths: Mapping[str, Path]) -> dict[str, str]:
    """Why files of one leg alone can't be taken: their call was stored with the other leg, whose file is gone.

    `paths` are those files, by anything; the answer has the reasons of those that it is so for.
    """
    others = {str(other): name for name, path in paths.items() if (other := _other_of(path)) is not None}
    if not others:
        return {}
    lies, row = FileRow, RecordingRow
    query = select(lies.path, CallRow.id).join(row, row.id == lies.recording_id).join(CallRow)
    stored = query.where(lies.path.in_(others), row.other_leg.is_(None), row.state == "done")
    return {
        others[path]: f"the other leg of this call was stored before as call {call}, and its file lies there no longer "
        "(moved or deleted): put it back beside this one to have them joined, or try this one again to have it heard "
        "as a call of its own"
        for path, call in session.execute(stored)
    }


def _other_of(path: Path) -> Path | None:
    legs = legs_of(path)
    return None if legs is None else legs[1] if legs[0] == path else legs[0]
