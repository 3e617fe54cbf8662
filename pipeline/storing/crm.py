"""How are a CRM's events kept? Each once, by the CRM's own number; one that is told again is brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from models import CrmRow
from models.writing import insert_or_replace_all
from pipeline.crm import CrmEvent
from pipeline.storing.recordings import readable

AT_ONCE = 500


def store_events(session: Session, source: str, events: Sequence[CrmEvent], now: datetime) -> int:
    """Keep a CRM's events, at most AT_ONCE; gives how many different ones there were."""
    rows = {
        event.key: {
            **asdict(event),
            "key": readable(event.key),
            "agent": readable(event.agent) if event.agent else None,
            "source": source,
            "read_at": now,
        }
        for event in events
    }
    insert_or_replace_all(session, CrmRow, [rows[key] for key in sorted(rows)], keys=("source", "key"))
    return len(rows)
