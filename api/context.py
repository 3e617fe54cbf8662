"""What does every request stand on? The settings, the database, and the script versions that were already read."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated, cast
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from sqlalchemy import event, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from api.shapes import Sheet
from models import LibraryVersionRow
from models.database import Database
from models.schema import open_database
from pipeline.settings import Settings

SheetKey = tuple[str, str]
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Sheets:
    """Script versions by campaign and version, read once: a version never changes."""

    _known: dict[SheetKey, Sheet] = field(default_factory=dict)

    def read(self, session: Session, keys: Collection[SheetKey]) -> Mapping[SheetKey, Sheet]:
        """The sheets of these versions, from memory or in one query."""
        found = {key: sheet for key in keys if (sheet := self._known.get(key)) is not None}
        wanted = set(keys) - found.keys()
        if not wanted:
            return found
        row = LibraryVersionRow
        query = select(row.campaign_id, row.version, row.content).where(
            tuple_(row.campaign_id, row.version).in_(sorted(wanted))
        )
        for campaign, version, content in session.execute(query):
            found[campaign, version] = Sheet.model_validate(content)
        if len(self._known) > _KEPT:
            self._known.clear()
        self._known.update(found)
        return found


@dataclass(frozen=True, slots=True)
class Context:
    """The settings and the open database of a running app; `zone` is the time zone of the settings."""

    settings: Settings
    database: Database
    zone: ZoneInfo
    sheets: Sheets


def open_context(settings: Settings) -> Context:
    """Open what requests need; raises DatabaseError when the database can't be used."""
    database = open_database(settings.database_url)
    if database.is_sqlite:
        _teach_lower_case(database)
    return Context(settings, database, ZoneInfo(settings.time_zone), Sheets())


def _teach_lower_case(database: Database) -> None:
    """SQLite's own lower() leaves Cyrillic letters as they are."""

    @event.listens_for(database.engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.create_function("lower", 1, _lower, deterministic=True)

    # Connections made before know nothing of it.
    database.engine.dispose()


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _context(request: Request) -> Context:
    return cast(Context, request.app.state.context)


InContext = Annotated[Context, Depends(_context)]
