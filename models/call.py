"""What was said in a call, by whom and when, and what could not be heard?

Times are seconds from the start of the call. Segments are numbered from 0, words within their segment from 0.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, Double, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables import Moment, Number, Table

if TYPE_CHECKING:
    from models.analysis import AnalysisRow
    from models.recording import RecordingRow


class CallRow(Table):
    """One call.

    `lanes` are the speakers' channels that were heard, `loudness` has mean_dbfs, peak_dbfs and silence_share of each;
    `warnings` (code and message) say what of the recording was mended or missing; `audio_path` is the listening copy,
    below the data folder; `why_unscored` is the reason code of a call that no campaign could be chosen for.
    `attributed_by` (channels or voices) says how agent and client were told apart, `attribution_sure` how surely (0–1).
    `written` is chat or mail where it is no call but correspondence, `levels` how loud each side was.
    `erased_at` says when its sound and words were deleted, `erased_why` is retention or client.
    """

    __tablename__ = "calls"
    __table_args__ = (
        Index(None, "started_at", "id"),
        Index(None, "agent", "started_at", "id"),
        Index(None, "duration", "id"),
        Index(None, "client"),
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    recording_id: Mapped[int] = mapped_column(Number, ForeignKey("recordings.id", ondelete="CASCADE"), unique=True)
    telephony_id: Mapped[str | None] = mapped_column(Text)
    direction: Mapped[str | None] = mapped_column(String(16))
    agent: Mapped[str | None] = mapped_column(Text)
    client: Mapped[str | None] = mapped_column(Text)
    queue: Mapped[str | None] = mapped_column(Text)
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    utc_offset_minutes: Mapped[int | None]
    duration: Mapped[float | None] = mapped_column(Double)
    language: Mapped[str | None] = mapped_column(String(16))
    lanes: Mapped[int | None]
    engine: Mapped[str | None] = mapped_column(Text)
    model: Mapped[str | None] = mapped_column(Text)
    model_version: Mapped[str | None] = mapped_column(Text)
    diagnosed: Mapped[bool] = mapped_column(default=False)
    attributed_by: Mapped[str | None] = mapped_column(String(16))
    attribution_sure: Mapped[float | None] = mapped_column(Double)
    audio_path: Mapped[str | None] = mapped_column(Text)
    written: Mapped[str | None] = mapped_column(String(8))
    levels: Mapped[list[dict[str, object]] | None] = mapped_column(JSON(none_as_null=True))
    loudness: Mapped[list[dict[str, float]]] = mapped_column(JSON, default=list)
    warnings: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    heard_at: Mapped[datetime] = mapped_column(Moment)
    why_unscored: Mapped[str | None] = mapped_column(String(64))
    erased_at: Mapped[datetime | None] = mapped_column(Moment)
    erased_why: Mapped[str | None] = mapped_column(String(16))

    recording: Mapped[RecordingRow] = relationship(back_populates="call")
    segments: Mapped[list[SegmentRow]] = relationship(
        order_by="SegmentRow.position", viewonly=True, back_populates="call"
    )
    analyses: Mapped[list[AnalysisRow]] = relationship(order_by="AnalysisRow.id", viewonly=True, back_populates="call")
    analysis: Mapped[AnalysisRow | None] = relationship(
        primaryjoin="and_(CallRow.id == AnalysisRow.call_id, AnalysisRow.current)", viewonly=True, uselist=False
    )


class SegmentRow(Table):
    """One remark; `speaker` is agent, client, or null when nobody can tell.

    `agent` is set where the call was passed on and the PBX tells whose remark it is.
    """

    __tablename__ = "segments"
    __table_args__ = ({"sqlite_with_rowid": False},)

    call_id: Mapped[int] = mapped_column(Number, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    speaker: Mapped[str | None] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    agent: Mapped[str | None] = mapped_column(Text)

    call: Mapped[CallRow] = relationship(viewonly=True, back_populates="segments")


class WordRow(Table):
    """One word of a segment; `probability` 0–1."""

    __tablename__ = "words"
    __table_args__ = (
        ForeignKeyConstraint(["call_id", "segment"], ["segments.call_id", "segments.position"], ondelete="CASCADE"),
        {"sqlite_with_rowid": False},
    )

    call_id: Mapped[int] = mapped_column(Number, primary_key=True)
    segment: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    text: Mapped[str] = mapped_column(Text)
    probability: Mapped[float] = mapped_column(Double)


class StretchRow(Table):
    """A part of the call that was dropped as invented (`kind` dropped) or heard badly (badly_heard), and why."""

    __tablename__ = "diagnostics"
    __table_args__ = ({"sqlite_with_rowid": False},)

    call_id: Mapped[int] = mapped_column(Number, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    speaker: Mapped[str | None] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(Text)
