"""How do the queue's tables come into PostgreSQL? By the queue library's SQL files, in the migration's transaction.

The queue itself is the worker's matter; here are only its tables, which begin with `procrastinate_`. A later version
of the library may bring deltas: then a migration of ours applies those that are newer than `LATEST` was.
"""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection

PREFIX = "procrastinate_"
# The last delta that the schema of the version in requirements.lock contains.
LATEST = "03.04.00_50"

# The library has no file for the way back: whatever bears its prefix goes.
_DROP = r"""
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT oid::regclass AS name FROM pg_class
      WHERE relkind = 'r' AND relname LIKE 'procrastinate\_%' AND pg_table_is_visible(oid) LOOP
    EXECUTE format('DROP TABLE %s CASCADE', found.name);
  END LOOP;
  FOR found IN SELECT oid::regprocedure AS name FROM pg_proc
      WHERE proname LIKE 'procrastinate\_%' AND pg_function_is_visible(oid) LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', found.name);
  END LOOP;
  FOR found IN SELECT oid::regtype AS name FROM pg_type
      WHERE typname LIKE 'procrastinate\_%' AND typtype IN ('e', 'c') AND pg_type_is_visible(oid) LOOP
    EXECUTE format('DROP TYPE %s CASCADE', found.name);
  END LOOP;
END $$
"""


def create_queue(connection: Connection) -> None:
    """Make the queue's tables in PostgreSQL; does nothing on SQLite, where there is no queue."""
    if connection.dialect.name == "postgresql":
        _run(connection, (files("procrastinate") / "sql" / "schema.sql").read_text(encoding="utf-8"))


def drop_queue(connection: Connection) -> None:
    """Remove the queue's tables, with what is queued."""
    if connection.dialect.name == "postgresql":
        _run(connection, _DROP)


def _run(connection: Connection, sql: str) -> None:
    # Straight to the driver: SQLAlchemy would take % for placeholders and a file for one statement.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a connection that is open has one
    driver.execute(sql)
