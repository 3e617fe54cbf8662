"""How is a call kept, word by word? `store_call` writes what was heard, `load_transcript` reads the same again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import cast

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, RecordingRow, SegmentRow, StretchRow, WordRow
from pipeline.storing.moments import in_zone, offset_minutes
from pipeline.transcript import (
    Attribution,
    Diagnostics,
    Direction,
    RecogniserVersion,
    Segment,
    Speaker,
    SpeechLevel,
    Stretch,
    Transcript,
    Word,
    Written,
)

_levels = TypeAdapter(tuple[SpeechLevel, ...])


@dataclass(frozen=True, slots=True)
class StoredSound:
    """What is kept of a call's sound beside its words.

    `audio_path` is the listening copy below the data folder, `loudness` has figures of each lane, `warnings` a code and
    a message each; `telephony_id` is the PBX's own id of the call.
    """

    lanes: int | None = None
    audio_path: str | None = None
    loudness: Sequence[dict[str, float]] = ()
    warnings: Sequence[dict[str, str]] = ()
    telephony_id: str | None = None


def store_call(
    session: Session,
    recording_id: int,
    transcript: Transcript,
    heard_at: datetime,
    sound: StoredSound | None = None,
    why_unscored: str | None = None,
) -> int:
    """Write a recording's call, in place of what was heard of it before; gives the call's id.

    `why_unscored` is the reason code when no campaign could be chosen for it. Analyses stay, as history. Raises
    ValueError for a start without a time zone.
    """
    sound = sound or StoredSound()
    call = session.scalar(select(CallRow).where(CallRow.recording_id == recording_id)) or CallRow(
        recording_id=recording_id
    )
    _fill(call, transcript, sound)
    call.heard_at = heard_at
    call.why_unscored = why_unscored
    session.add(call)
    session.flush()
    # What was judged of other words can't be current any more.
    was_current = (AnalysisRow.call_id == call.id) & AnalysisRow.current
    session.execute(update(AnalysisRow).where(was_current).values(current=False))
    for table in (WordRow, SegmentRow, StretchRow):
        session.execute(delete(table).where(table.call_id == call.id))
    _write_words(session, call.id, transcript.segments)
    _write_diagnostics(session, call.id, transcript.diagnostics)
    return call.id


def load_transcript(session: Session, call_id: int) -> Transcript:
    """A stored call's transcript, its `id` the recording's content hash; raises LookupError without such a call."""
    call = session.get(CallRow, call_id)
    if call is None:
        raise LookupError(f"there is no call {call_id}")
    return Transcript(
        segments=_segments(session, call_id),
        id=session.scalar(select(RecordingRow.content_hash).where(RecordingRow.id == call.recording_id)),
        language=call.language,
        duration=call.duration,
        direction=cast("Direction | None", call.direction),
        agent=call.agent,
        client=call.client,
        started_at=in_zone(call.started_at, call.utc_offset_minutes),
        queue=call.queue,
        recogniser=_recogniser(call),
        diagnostics=_diagnostics(session, call_id) if call.diagnosed else None,
        attribution=_attribution(call),
        written=cast("Written | None", call.written),
        levels=None if call.levels is None else _levels.validate_python(call.levels),
    )


def _fill(call: CallRow, transcript: Transcript, sound: StoredSound) -> None:
    if transcript.started_at is not None and transcript.started_at.utcoffset() is None:
        raise ValueError(f"the call's start {transcript.started_at.isoformat()} has no time zone")
    for name in ("language", "duration", "direction", "agent", "client", "started_at", "queue", "written"):
        setattr(call, name, getattr(transcript, name))
    call.utc_offset_minutes = offset_minutes(transcript.started_at)
    made_by = transcript.recogniser
    call.engine = made_by.engine if made_by else None
    call.model = made_by.model if made_by else None
    call.model_version = made_by.version if made_by else None
    call.diagnosed = transcript.diagnostics is not None
    attribution = transcript.attribution
    call.attributed_by = attribution.how if attribution else None
    call.attribution_sure = attribution.sure if attribution else None
    call.levels = None if transcript.levels is None else [asdict(level) for level in transcript.levels]
    call.lanes = sound.lanes
    call.audio_path = sound.audio_path
    call.loudness = list(sound.loudness)
    call.warnings = list(sound.warnings)
    call.telephony_id = sound.telephony_id


def _write_words(session: Session, call_id: int, segments: Sequence[Segment]) -> None:
    remarks = [
        {
            "call_id": call_id,
            "position": position,
            "start": s.start,
            "end": s.end,
            "speaker": s.speaker,
            "text": s.text,
            "agent": s.agent,
        }
        for position, s in enumerate(segments)
    ]
    words = [
        {"call_id": call_id, "segment": segment, "position": position, **asdict(word)}
        for segment, s in enumerate(segments)
        for position, word in enumerate(s.words)
    ]
    if remarks:
        session.execute(insert(SegmentRow), remarks)
    if words:
        session.execute(insert(WordRow), words)


def _write_diagnostics(session: Session, call_id: int, diagnostics: Diagnostics | None) -> None:
    if diagnostics is None:
        return
    kinds = {"dropped": diagnostics.dropped, "badly_heard": diagnostics.badly_heard}
    rows = [
        {"call_id": call_id, "kind": kind, "position": position, **asdict(stretch)}
        for kind, stretches in kinds.items()
        for position, stretch in enumerate(stretches)
    ]
    if rows:
        session.execute(insert(StretchRow), rows)


def _segments(session: Session, call_id: int) -> tuple[Segment, ...]:
    columns = (WordRow.segment, WordRow.start, WordRow.end, WordRow.text, WordRow.probability)
    words: dict[int, list[Word]] = defaultdict(list)
    ordered = select(*columns).where(WordRow.call_id == call_id).order_by(WordRow.segment, WordRow.position)
    for segment, start, end, text, probability in session.execute(ordered):
        words[segment].append(Word(start, end, text, probability))
    parts = (
        SegmentRow.position,
        SegmentRow.start,
        SegmentRow.end,
        SegmentRow.text,
        SegmentRow.speaker,
        SegmentRow.agent,
    )
    remarks = session.execute(select(*parts).where(SegmentRow.call_id == call_id).order_by(SegmentRow.position))
    return tuple(
        Segment(start, end, text, cast("Speaker | None", speaker), tuple(words.get(position, ())), agent)
        for position, start, end, text, speaker, agent in remarks
    )


def _recogniser(call: CallRow) -> RecogniserVersion | None:
    if call.engine is None or call.model is None or call.model_version is None:
        return None
    return RecogniserVersion(call.engine, call.model, call.model_version)


def _attribution(call: CallRow) -> Attribution | None:
    if call.attributed_by not in ("channels", "voices") or call.attribution_sure is None:
        return None
    return Attribution("channels" if call.attributed_by == "channels" else "voices", call.attribution_sure)


def _diagnostics(session: Session, call_id: int) -> Diagnostics:
    rows = session.scalars(select(StretchRow).where(StretchRow.call_id == call_id).order_by(StretchRow.position)).all()
    named: dict[str, tuple[Stretch, ...]] = {
        kind: tuple(
            Stretch(row.start, row.end, row.reason, cast("Speaker | None", row.speaker))
            for row in rows
            if row.kind == kind
        )
        for kind in ("dropped", "badly_heard")
    }
    return Diagnostics(named["dropped"], named["badly_heard"])
