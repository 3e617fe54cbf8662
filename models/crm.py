"""What came of the talks in the CRM: deals won and lost, invoices, payments, each with the client it belongs to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables import Moment, Number, Table


class CrmRow(Table):
    """One event of the CRM, known by its number there (`source` and `key`); `amount_cents` in hundredths of `currency`.

    `kind` is won, lost, invoice or payment; `client` is E.164; `agent` as the CRM calls them.
    """

    __tablename__ = "crm_events"
    __table_args__ = (
        UniqueConstraint("source", "key"),
        Index(None, "client", "happened_at"),
        Index(None, "kind", "happened_at"),
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    source: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    happened_at: Mapped[datetime] = mapped_column(Moment)
    client: Mapped[str | None] = mapped_column(Text)
    agent: Mapped[str | None] = mapped_column(Text)
    amount_cents: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    read_at: Mapped[datetime] = mapped_column(Moment)
