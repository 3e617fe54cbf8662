"""Which recordings are known, and what has become of each? The content's hash is a recording's identity."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import JSON, BigInteger, CheckConstraint, Double, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables import Moment, Number, Table

if TYPE_CHECKING:
    from models.call import CallRow

RecordingState = Literal["waiting", "done", "failed"]


class RecordingRow(Table):
    """One recording, under the name that it was first seen by; `details` are what that name told of the call.

    `reason_code` (for programs) and `reason` (for people) say why a failed one failed; `attempts` counts the times
    that it was begun, but for those that a fault outside of it ended. `other_leg` is the file of the call's second leg
    where a PBX writes a file a leg (`path` goes left). `worker` names who began it last, at `begun`; `work_seconds` is
    how long a done one took. An erased one keeps its hash, so that the same audio does not come back.
    """

    __tablename__ = "recordings"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'done', 'failed')", name="state"),
        CheckConstraint("(state = 'failed') = (reason_code IS NOT NULL)", name="reason"),
        Index(None, "state", "id"),
        Index(None, "state", "finished"),
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64), unique=True)
    path: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[RecordingState] = mapped_column(String(8), default="waiting")
    reason_code: Mapped[str | None] = mapped_column(String(64))
    reason: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    first_seen: Mapped[datetime] = mapped_column(Moment)
    begun: Mapped[datetime | None] = mapped_column(Moment)
    finished: Mapped[datetime | None] = mapped_column(Moment)
    worker: Mapped[str | None] = mapped_column(Text)
    work_seconds: Mapped[float | None] = mapped_column(Double)
    other_leg: Mapped[str | None] = mapped_column(Text)
    erased: Mapped[datetime | None] = mapped_column(Moment)
    details: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)

    call: Mapped[CallRow | None] = relationship(back_populates="recording", passive_deletes=True)


class FileRow(Table):
    """A file in which a recording was seen, so that an unchanged one need not be read again to know it."""

    __tablename__ = "recording_files"

    path: Mapped[str] = mapped_column(Text, primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)
    recording_id: Mapped[int] = mapped_column(Number, ForeignKey("recordings.id", ondelete="CASCADE"), index=True)
