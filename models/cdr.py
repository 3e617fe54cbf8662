"""What did the PBX's own journal say of a call? One row a line of it, kept whether the audio came before or after."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.tables import Moment, Number, Table


class CdrRow(Table):
    """One leg of a call as the PBX's journal has it; `key` is the hash of the line, so that it is kept once.

    `unique_id` and `linked_id` are the PBX's; `recording` is the name of the audio's file where the journal has it;
    `client` is E.164; `duration` seconds from the first ring, `talk_seconds` from the answer.
    """

    __tablename__ = "cdr"
    __table_args__ = (
        Index(None, "unique_id"),
        Index(None, "linked_id"),
        Index(None, "recording"),
        Index(None, "client", "started_at"),
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    source: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    unique_id: Mapped[str | None] = mapped_column(Text)
    linked_id: Mapped[str | None] = mapped_column(Text)
    recording: Mapped[str | None] = mapped_column(Text)
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    utc_offset_minutes: Mapped[int | None]
    direction: Mapped[str | None] = mapped_column(String(16))
    agent: Mapped[str | None] = mapped_column(Text)
    client: Mapped[str | None] = mapped_column(Text)
    queue: Mapped[str | None] = mapped_column(Text)
    answered: Mapped[bool | None]
    duration: Mapped[float | None] = mapped_column(Double)
    talk_seconds: Mapped[float | None] = mapped_column(Double)
    read_at: Mapped[datetime] = mapped_column(Moment)
