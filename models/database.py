"""How does one reach the database? Connections set up for its kind, sessions for reading and for writing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError as DriverError
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from models.address import DatabaseError, read_url, shown

# How long one writer waits for another on SQLite, and a connection to PostgreSQL for its server.
WAIT_SECONDS = 20
CONNECT_SECONDS = 10

_WRITING = "callgrade_writing"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# As many connections as the review API has threads.
_COMMON: dict[str, Any] = {"json_serializer": _json, "pool_size": 10, "max_overflow": 30}


class Database:
    """One database: short sessions for reading and for writing, safe to share between threads.

    What goes wrong with the connection (server away, disk full, locked) is raised as DatabaseError, in one line.
    """

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.engine = make_engine(self.url)
        self._writing_engine = self.engine.execution_options(**{_WRITING: True})
        # SQLite's readers see one state by themselves.
        once = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reading_engine = self.engine.execution_options(**once)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database, whatever is written meanwhile, and changes nothing."""
        with explained(self.url), Session(self._reading_engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one transaction: kept when the block ends, undone when it raises."""
        with explained(self.url), Session(self._writing_engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def make_engine(url: URL, *, foreign_keys: bool = True, writing: bool = False) -> Engine:
    """An engine for the database of a URL, as `read_url` gives it; connects only when used.

    `foreign_keys=False` is for migrations on SQLite, which rebuild tables that others point to; with `writing` every
    transaction takes SQLite's write lock at its start.
    """
    if url.get_backend_name() == "sqlite":
        engine = _sqlite_engine(url, foreign_keys)
    else:
        arguments = {"connect_timeout": CONNECT_SECONDS}
        engine = create_engine(url, **_COMMON, pool_pre_ping=True, connect_args=arguments)
    return engine.execution_options(**{_WRITING: True}) if writing else engine


def _sqlite_engine(url: URL, foreign_keys: bool) -> Engine:
    # Transactions are begun by `_begin` below: the driver's own way begins none before it reads.
    arguments = {"isolation_level": None, "timeout": WAIT_SECONDS}
    engine = create_engine(url, **_COMMON, connect_args=arguments)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that begins as a reader loses its place to another writer at once, whatever the timeout.
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the driver says of the connection or the disk into one DatabaseError; let faults of ours through."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise DatabaseError(_reason(url, str(error.orig))) from error
    except DriverError as error:
        # SQLite says so of a file that is no database; its subclasses are faults of a statement, so ours.
        if type(error) is not DriverError:
            raise
        raise DatabaseError(_reason(url, str(error.orig))) from error
    except PoolTimeout as error:
        raise DatabaseError(f"database {shown(url)} is too busy: every connection is in use, try again") from error


def _reason(url: URL, said: str) -> str:
    line = " ".join(said.split())
    if url.get_backend_name() != "sqlite":
        return f"database {shown(url)} can't be used: {line}: check database_url and the server"
    path = Path(url.database or "")
    if "not a database" in line or "malformed" in line:
        return f"{path} is no SQLite database, or a damaged one: restore a copy, or name another file in database_url"
    if "unable to open" in line or "readonly" in line:
        return f"cannot write the database {path}: {line}: check the folder, its rights and the free space"
    if "locked" in line:
        return f"the database {path} is locked by another program for over {WAIT_SECONDS} s: try again when it is done"
    return f"the database {path}: {line}: check the free space and the file's rights"
