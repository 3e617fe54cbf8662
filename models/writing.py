"""How is a row written that another program may be writing at the same moment? By one statement that settles it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import CursorResult, TableClause, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.tables import Table


def insert_new(session: Session, table: type[Table], values: Mapping[str, object]) -> bool:
    """Insert a row unless one with the same key or other unique value is there; gives whether it was inserted."""
    statement = _insert(session, table).values(**values).on_conflict_do_nothing()
    return cast("CursorResult[object]", session.execute(statement)).rowcount == 1


def insert_missing(
    session: Session, table: type[Table], rows: Sequence[Mapping[str, object]], key: InstrumentedAttribute[str]
) -> set[str]:
    """Insert those rows whose keys or other unique values are not there; gives the `key` of each that was inserted."""
    if not rows:
        return set()
    statement = _insert(session, table).on_conflict_do_nothing().returning(table.__table__.c[key.key])
    return set(session.connection().execute(statement, _plain(rows)).scalars())


def insert_or_replace_all(
    session: Session, table: type[Table], rows: Sequence[Mapping[str, object]], keys: Sequence[str] = ()
) -> None:
    """Insert rows, or give the rows with the same keys these values; all rows have the same columns.

    `keys` are unique columns, by default those of the primary key.
    """
    if not rows:
        return
    keys = keys or [column.name for column in inspect(table).primary_key]
    statement = _insert(session, table)
    taken = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    session.connection().execute(statement.on_conflict_do_update(index_elements=keys, set_=taken), _plain(rows))


def _plain(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    return [dict(row) for row in rows]


def _insert(session: Session, table: type[Table]) -> sqlite.Insert | postgresql.Insert:
    # The table and not its class: thousands of rows go straight to the driver, compiled once.
    make = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return make(cast("TableClause", table.__table__))
