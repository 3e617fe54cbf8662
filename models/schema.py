"""Do the database's tables fit this program, and how are they brought up to date?

The embedded SQLite database is made and upgraded when it is opened, after a copy beside it; PostgreSQL is upgraded
only on demand, since other machines may be at work on it.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import ProgrammingError

import models
from models.address import DatabaseError, shown
from models.backup import back_up
from models.database import Database, explained, make_engine
from models.queue_tables import PREFIX as QUEUE_PREFIX

MIGRATIONS = Path(models.__file__).resolve().parent.parent / "alembic"
# A name of its own, so that the tables may live in a PostgreSQL database with others.
VERSION_TABLE = "callgrade_schema"
# Any number that no other program takes as its lock; two upgrades at once wait for one another.
_LOCK = 7_210_541_263


def open_database(url: str, scripts: Path = MIGRATIONS) -> Database:
    """The database of a URL, ready for this program; raises DatabaseError when it can't be used.

    The embedded one is made or upgraded; PostgreSQL's schema is only checked.
    """
    database = Database(url)
    try:
        if not database.is_sqlite:
            check_schema(database, scripts)
        elif _revision_of(database) != _head(scripts):
            _migrate(database, scripts)
    except BaseException:
        database.close()
        raise
    return database


def check_schema(database: Database, scripts: Path = MIGRATIONS) -> None:
    """Say by DatabaseError that the schema is missing, behind or ahead of this program."""
    revision, head = _revision_of(database), _head(scripts)
    if revision == head:
        return
    if revision is None:
        raise DatabaseError(f"database {shown(database.url)} has no tables yet: run callgrade db upgrade")
    _refuse_unknown(database, revision, scripts)
    raise DatabaseError(
        f"database {shown(database.url)} has schema {revision}, this program needs {head}: run callgrade db upgrade"
    )


def upgrade(url: str, scripts: Path = MIGRATIONS) -> str:
    """Bring a database's schema to this program's version; gives one line that says what was done."""
    with closing(Database(url)) as database:
        before, head = _revision_of(database), _head(scripts)
        if before == head:
            return f"database {shown(database.url)} has schema {head} already"
        copy = _migrate(database, scripts)
    kept = f", the database as it was is kept in {copy}" if copy else ""
    return f"database {shown(database.url)}: schema {before or 'none'} -> {head}{kept}"


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table belongs to the tables of this program; the queue's belong to its library."""
    return kind != "table" or not (name or "").startswith(QUEUE_PREFIX)


def configuration(scripts: Path, connection: Connection | None = None) -> Config:
    """Alembic's settings, which stand here and not in a file."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _head(scripts: Path) -> str:
    head = ScriptDirectory.from_config(configuration(scripts)).get_current_head()
    if head is None:
        raise DatabaseError(f"no migrations in {scripts}: install Callgrade anew")
    return head


def _revision_of(database: Database) -> str | None:
    if database.is_sqlite:
        _make_folder(database)
    with explained(database.url), database.engine.connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _make_folder(database: Database) -> None:
    folder = Path(database.url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"cannot make {folder} for the database: {error.strerror}: name another place in database_url"
        ) from error


def _refuse_unknown(database: Database, revision: str, scripts: Path) -> None:
    try:
        ScriptDirectory.from_config(configuration(scripts)).revision_map.get_revision(revision)
    except ResolutionError as error:
        raise DatabaseError(
            f"database {shown(database.url)} was made by a newer Callgrade (schema {revision}): update this program"
        ) from error


def _migrate(database: Database, scripts: Path) -> Path | None:
    """Bring the schema to the head in one transaction; gives the copy of an embedded database that was upgraded."""
    engine = make_engine(database.url, foreign_keys=False, writing=True)
    try:
        with explained(database.url), engine.begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            # Looked up again under the lock: another process may have been quicker.
            revision = _revision(connection)
            if revision is not None:
                _refuse_unknown(database, revision, scripts)
            elif database.is_sqlite and inspect(connection).get_table_names():
                raise DatabaseError(f"{database.url.database} is another program's database: name another file")
            copy = _copy(database, revision, scripts)
            command.upgrade(configuration(scripts, connection), "head")
            _check_references(database, connection)
            return copy
    except ProgrammingError as error:
        said = " ".join(str(error.orig).split())
        raise DatabaseError(
            f"database {shown(database.url)} can't be upgraded: {said}: its user needs the right to create tables"
        ) from error
    finally:
        engine.dispose()


def _copy(database: Database, revision: str | None, scripts: Path) -> Path | None:
    if not database.is_sqlite or revision in (None, _head(scripts)):
        return None
    return back_up(Path(database.url.database or ""), f"schema-{revision}")


def _check_references(database: Database, connection: Connection) -> None:
    if database.is_sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise DatabaseError(f"{database.url.database} can't be upgraded: rows without their parents, nothing changed")
