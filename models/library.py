"""Which script was a call judged by? Every version of a campaign that ever judged one, word for word."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.tables import Moment, Table


class LibraryVersionRow(Table):
    """A campaign as it stood; `content` is the whole of it, `version` the hash of that."""

    __tablename__ = "library_versions"

    campaign_id: Mapped[str] = mapped_column(Text, primary_key=True)
    version: Mapped[str] = mapped_column(String(64), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    first_seen: Mapped[datetime] = mapped_column(Moment)
