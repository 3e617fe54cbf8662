"""Which database does a URL name? SQLite in a file, or PostgreSQL; anything else is answered in one line."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

FORMS = "write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"


class DatabaseError(Exception):
    """The database can't be used; the message is one line that says why and what to do."""


def read_url(text: str) -> URL:
    """The SQLAlchemy URL of a database, PostgreSQL's with psycopg as its driver.

    Takes `sqlite:///FILE`, `postgresql://…`, `postgres://…` and `postgresql+psycopg://…`; raises DatabaseError else.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        # The text may hold a password, so it is not repeated.
        raise DatabaseError(f"database_url is not a URL: {FORMS}") from error
    match url.drivername:
        case "postgresql" | "postgres" | "postgresql+psycopg":
            return url.set(drivername="postgresql+psycopg")
        case "sqlite" | "sqlite+pysqlite":
            if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
                raise DatabaseError(f"database_url {text} names no file: {FORMS}")
            return url.set(drivername="sqlite")
        case other:
            raise DatabaseError(f"database_url starts with {other}://, which Callgrade can't use: {FORMS}")


def shown(url: URL) -> str:
    """The URL as it may be shown to people: without the password and the driver's name."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)
