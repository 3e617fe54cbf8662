"""How is a row written that another program may be writing at the same moment? By one statement that settles it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import CursorResult, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.tables import Table


def insert_new(session: Session, table: type[Table], values: Mapping[str, object]) -> bool:
    """Insert a row unless one with the same key or other unique value is there; gives whether it was inserted."""
    statement = _insert(session, table, values).on_conflict_do_nothing()
    return cast("CursorResult[object]", session.execute(statement)).rowcount == 1


def insert_or_replace(session: Session, table: type[Table], values: Mapping[str, object]) -> None:
    """Insert a row, or give the row with the same primary key these values."""
    keys = [column.name for column in inspect(table).primary_key]
    statement = _insert(session, table, values)
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=dict(values)))


def _insert(session: Session, table: type[Table], values: Mapping[str, object]) -> sqlite.Insert | postgresql.Insert:
    make = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return make(table).values(values)
