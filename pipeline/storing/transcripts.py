"""How is a call kept, word by word? `store_call` writes what was heard, `load_transcript` reads the same again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
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
    return load_transcripts(session, [call_id])[call_id]


def load_transcripts(session: Session, calls: Sequence[int]) -> dict[int, Transcript]:
    """The same for some calls, a query a table."""
    hashed = select(CallRow, RecordingRow.content_hash).join(RecordingRow, RecordingRow.id == CallRow.recording_id)
    found = {call.id: (call, content) for call, content in session.execute(hashed.where(CallRow.id.in_(calls)))}
    for call in calls:
        if call not in found:
            raise LookupError(f"there is no call {call}")
    segments = _segments(session, calls)
    diagnostics = _diagnostics(session, [call for call, (row, _) in found.items() if row.diagnosed])
    return {call: _transcript(*found[call], segments[call], diagnostics.get(call)) for call in calls}


def _transcript(
    call: CallRow, content_hash: str, segments: tuple[Segment, ...], diagnostics: Diagnostics | None
) -> Transcript:
    return Transcript(
        segments=segments,
        id=content_hash,
        language=call.language,
        duration=call.duration,
        direction=cast("Direction | None", call.direction),
        agent=call.agent,
        client=call.client,
        started_at=in_zone(call.started_at, call.utc_offset_minutes),
        queue=call.queue,
        recogniser=_recogniser(call),
        diagnostics=diagnostics,
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


def _segments(session: Session, calls: Sequence[int]) -> dict[int, tuple[Segment, ...]]:
    """By call: its segments with their words."""
    words = _words(session, calls)
    row = SegmentRow
    parts = (row.call_id, row.position, row.start, row.end, row.text, row.speaker, row.agent)
    segments: dict[int, list[Segment]] = {call: [] for call in calls}
    remarks = select(*parts).where(row.call_id.in_(calls)).order_by(row.call_id, row.position)
    for call, position, start, end, text, speaker, agent in session.execute(remarks):
        own = words.get((call, position), ())
        segments[call].append(Segment(start, end, text, cast("Speaker | None", speaker), own, agent))
    return {call: tuple(said) for call, said in segments.items()}


def _words(session: Session, calls: Sequence[int]) -> dict[tuple[int, int], tuple[Word, ...]]:
    """By call and segment: its words in their order."""
    row = WordRow
    columns = (row.call_id, row.segment, row.start, row.end, row.text, row.probability)
    ordered = select(*columns).where(row.call_id.in_(calls)).order_by(row.call_id, row.segment, row.position)
    # A call has a thousand words, so they are taken column by column, and without a session's bookkeeping.
    found = session.connection().execute(ordered).all()
    if not found:
        return {}
    call, segment, *told = zip(*found, strict=True)
    counts = Counter(zip(call, segment, strict=True))
    words = map(Word, *told)
    return {place: tuple(islice(words, count)) for place, count in counts.items()}


def _recogniser(call: CallRow) -> RecogniserVersion | None:
    if call.engine is None or call.model is None or call.model_version is None:
        return None
    return RecogniserVersion(call.engine, call.model, call.model_version)


def _attribution(call: CallRow) -> Attribution | None:
    if call.attributed_by not in ("channels", "voices") or call.attribution_sure is None:
        return None
    return Attribution("channels" if call.attributed_by == "channels" else "voices", call.attribution_sure)


def _diagnostics(session: Session, calls: Sequence[int]) -> dict[int, Diagnostics]:
    """By call: what was dropped and what was badly heard."""
    if not calls:
        return {}
    row = StretchRow
    parts = (row.call_id, row.kind, row.start, row.end, row.reason, row.speaker)
    found: dict[int, dict[str, list[Stretch]]] = {call: defaultdict(list) for call in calls}
    stretches = select(*parts).where(row.call_id.in_(calls)).order_by(row.call_id, row.position)
    for call, kind, start, end, reason, speaker in session.execute(stretches):
        found[call][kind].append(Stretch(start, end, reason, cast("Speaker | None", speaker)))
    return {call: Diagnostics(tuple(own["dropped"]), tuple(own["badly_heard"])) for call, own in found.items()}
