"""Where does a person say otherwise than the machine? One row a correction; the machine's own answer stays as it is.

The latest correction of a call's step is the one in force; the earlier ones stay as history.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.tables import Moment, Number, Table


class CorrectionRow(Table):
    """A person's status of a step beside the machine's, at the remark that it stands on; times are seconds."""

    __tablename__ = "corrections"
    __table_args__ = (Index(None, "call_id", "step_id"), Index(None, "campaign_id", "step_id"))

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    call_id: Mapped[int] = mapped_column(Number, ForeignKey("calls.id", ondelete="CASCADE"))
    campaign_id: Mapped[str] = mapped_column(Text)
    library_version: Mapped[str] = mapped_column(String(64))
    step_id: Mapped[str] = mapped_column(Text)
    machine: Mapped[str] = mapped_column(String(16))
    person: Mapped[str] = mapped_column(String(16))
    segment: Mapped[int | None]
    start: Mapped[float | None] = mapped_column(Double)
    end: Mapped[float | None] = mapped_column(Double)
    quote: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    reviewer: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
