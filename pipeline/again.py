"""How is a failed recording tried again at a person's wish? It waits again, queued where there is a queue."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from models import Database, RecordingRow
from pipeline.enlisting import turn_back
from pipeline.worker import PostgresQueue

_AT_ONCE = 500


def try_again(database: Database, recording_id: int | None = None) -> int:
    """Set one failed recording waiting again, or all of them; gives how many. What was erased stays so.

    On PostgreSQL workers take them; on SQLite the next ingest or the running `ingest --watch` does.
    """
    row, total, last = RecordingRow, 0, 0
    while True:
        with database.writing() as session:
            query = select(row.id).where(row.state == "failed", row.erased.is_(None), row.id > last)
            if recording_id is not None:
                query = query.where(row.id == recording_id)
            numbers = list(session.scalars(query.order_by(row.id).limit(_AT_ONCE)))
            turned = turn_back(session, numbers)
            if turned and not database.is_sqlite:
                PostgresQueue().add(session, turned, Path(), fresh=True)
        total += len(turned)
        if not numbers:
            return total
        last = numbers[-1]
