"""What is left of a call once its sound and words are erased? Who, when, how long, which steps, which score: figures.

After its time (retention) the sound, the words and every quote go. At a client's wish their number goes as well, with
the file's name, which may hold it, and all that the journals of PBX and CRM say of them. The content's hash stays: the
same audio must not come back with the next look at the folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, cast

from sqlalchemy import CursorResult, delete, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import Delete, Update

from models import (
    AnalysisRow,
    CallRow,
    CdrRow,
    CorrectionRow,
    CrmRow,
    DeviationRow,
    ErasureRow,
    FactRow,
    FileRow,
    FollowUpRow,
    ForbiddenRow,
    ObjectionRow,
    PolicyRow,
    RecordingRow,
    SegmentRow,
    StepRow,
    StretchRow,
    TopicRow,
    WordRow,
)
from pipeline.storing.arrivals import files_of
from pipeline.storing.recordings import original

Why = Literal["retention", "client"]
ERASED = "erased"
JudgementRow = StepRow | FactRow | ForbiddenRow | ObjectionRow | PolicyRow | TopicRow | DeviationRow | FollowUpRow
QUOTED: dict[type[JudgementRow], dict[str, object]] = {
    StepRow: {"quote": None, "nearest": []},
    FactRow: {"quote": None, "heard": None, "reply_quote": None},
    ForbiddenRow: {"quote": ""},
    ObjectionRow: {"quote": ""},
    PolicyRow: {"quote": "", "heard": None},
    TopicRow: {"quote": None},
    DeviationRow: {"quote": None},
    FollowUpRow: {"quote": ""},
}
"""What holds a client's words in the judgements, and what is left there once they are erased."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: counts by kind, the listening copies to delete, and the PBX's own files with their content's hash."""

    counts: dict[str, int]
    copies: tuple[str, ...]
    originals: tuple[tuple[Path, str], ...]


def calls_older_than(session: Session, moment: datetime, campaigns: Sequence[str | None], limit: int) -> list[int]:
    """Calls that were heard before a moment and still have their words, of those campaigns; None: of no campaign."""
    current = select(AnalysisRow.campaign_id).where(AnalysisRow.call_id == CallRow.id, AnalysisRow.current)
    campaign = current.scalar_subquery()
    named = [name for name in campaigns if name is not None]
    wanted = campaign.in_(named) if None not in campaigns else campaign.is_(None) | campaign.in_(named)
    query = select(CallRow.id).where(CallRow.erased_at.is_(None), CallRow.heard_at < moment, wanted)
    return list(session.scalars(query.order_by(CallRow.id).limit(limit)))


def erase_words(session: Session, calls: Sequence[int], why: Why, now: datetime) -> Erased:
    """Erase the sound and the words of some calls, with every quote; in the session's transaction."""
    of_calls = select(CallRow.recording_id).where(CallRow.id.in_(calls))
    copies = [path for path in session.scalars(select(CallRow.audio_path).where(CallRow.id.in_(calls))) if path]
    originals = [found for number in session.scalars(of_calls).all() for found in _originals(session, number)]
    analyses = select(AnalysisRow.id).where(AnalysisRow.call_id.in_(calls))
    counts = {
        "calls": len(calls),
        "words": _count(session, delete(WordRow).where(WordRow.call_id.in_(calls))),
        "segments": _count(session, delete(SegmentRow).where(SegmentRow.call_id.in_(calls))),
        "copies": len(copies),
    }
    session.execute(delete(StretchRow).where(StretchRow.call_id.in_(calls)))
    quoted = AnalysisRow.call_id.in_(calls)
    session.execute(update(AnalysisRow).where(quoted).values(outcome_quote=None))
    for table, emptied in QUOTED.items():
        session.execute(update(table).where(table.analysis_id.in_(analyses)).values(emptied))
    session.execute(update(CorrectionRow).where(CorrectionRow.call_id.in_(calls)).values(quote=None, note=None))
    session.execute(update(RecordingRow).where(RecordingRow.id.in_(of_calls)).values(erased=now))
    session.execute(update(CallRow).where(CallRow.id.in_(calls)).values(audio_path=None, erased_at=now, erased_why=why))
    return Erased(counts, tuple(copies), tuple(originals))


def erase_client(session: Session, number: str, named: Sequence[int], now: datetime) -> Erased:
    """Erase a client: the words of their calls, and their number wherever it stands; in the session's transaction.

    `number` is E.164; `named` are recordings without a call whose file's name holds the number.
    """
    calls = list(session.scalars(select(CallRow.id).where(CallRow.client == number)))
    erased = erase_words(session, calls, "client", now)
    recordings = list(session.scalars(select(CallRow.recording_id).where(CallRow.id.in_(calls))))
    recordings += [one for one in named if one not in recordings]
    originals = {*erased.originals, *(found for one in named for found in _originals(session, one))}
    counts = {**erased.counts, "recordings": len(recordings)}
    counts["cdr"] = _count(session, delete(CdrRow).where(CdrRow.client == number))
    counts["crm"] = _count(session, delete(CrmRow).where(CrmRow.client == number))
    session.execute(delete(FileRow).where(FileRow.recording_id.in_(recordings)))
    session.execute(update(CallRow).where(CallRow.id.in_(calls)).values(client=None, telephony_id=None, warnings=[]))
    ours = RecordingRow.id.in_(recordings)
    session.execute(
        update(RecordingRow)
        .where(ours)
        .values(path=ERASED, name=ERASED, details={}, other_leg=None, reason=None, erased=now)
    )
    session.execute(
        update(RecordingRow).where(ours, RecordingRow.state != "done").values(state="failed", reason_code=ERASED)
    )
    return Erased(counts, erased.copies, tuple(sorted(originals)))


def unheard(session: Session) -> list[tuple[int, Path]]:
    """Recordings that have no call yet or failed, with the file's path; their names alone tell whose they are."""
    query = select(RecordingRow.id, RecordingRow.path)
    rows = session.execute(query.where(RecordingRow.state != "done", RecordingRow.erased.is_(None)))
    return [(number, original(path)) for number, path in rows]


def _originals(session: Session, recording_id: int) -> list[tuple[Path, str]]:
    content_hash = session.scalar(select(RecordingRow.content_hash).where(RecordingRow.id == recording_id))
    return [(path, content_hash or "") for path in files_of(session, recording_id)]


def keep_receipt(session: Session, why: Why, subject: str | None, counts: dict[str, int], now: datetime) -> int:
    """Note an erasure for later questions; gives the receipt's number."""
    statement = insert(ErasureRow).values(happened_at=now, why=why, subject=subject, counts=counts)
    return session.execute(statement.returning(ErasureRow.id)).scalar_one()


def _count(session: Session, statement: Delete | Update) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
