"""What was erased, when and at whose wish? The receipt, which itself holds nothing of what was erased."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.tables import Moment, Number, Table


class ErasureRow(Table):
    """One erasure: `why` is retention or client, `subject` the number with its middle hidden, `counts` what went."""

    __tablename__ = "erasures"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    happened_at: Mapped[datetime] = mapped_column(Moment)
    why: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str | None] = mapped_column(Text)
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
