"""Real databases for tests: each test that asks for one gets a fresh one, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from models import Database
from models.schema import open_database, upgrade

HERE = "postgresql://postgres@127.0.0.1:5432/postgres"
HOW = (
    "no PostgreSQL answers at {server}: start one (apt-get install postgresql; user postgres needs trust on 127.0.0.1) "
    "or name another in CALLGRADE_TEST_POSTGRES"
)


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """URL of a server on which databases may be made; without one the test fails under CI and is skipped elsewhere."""
    server = os.environ.get("CALLGRADE_TEST_POSTGRES", HERE)
    try:
        psycopg.connect(server, connect_timeout=5).close()
    except psycopg.OperationalError:
        line = HOW.format(server=make_url(server).render_as_string(hide_password=True))
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)
    return server


@contextmanager
def _postgres_database(server: str, template: str = "template1") -> Iterator[str]:
    name = f"callgrade_test_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(make.format(sql.Identifier(name), sql.Identifier(template)))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """Name of a PostgreSQL database with all tables, to copy: faster than running the migrations for each test."""
    with _postgres_database(postgres_server) as url:
        upgrade(url)
        yield make_url(url).database or ""


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to copy."""
    path = tmp_path_factory.mktemp("template") / "callgrade.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """URL of an empty PostgreSQL database, which is dropped afterwards."""
    with _postgres_database(postgres_server) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """URL of an SQLite database that is not there yet."""
    return f"sqlite:///{tmp_path / 'callgrade.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of an empty database, of each kind in turn."""
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    assert isinstance(url, str)
    return url


@pytest.fixture
def sqlite_database(sqlite_url: str, sqlite_template: Path) -> Iterator[Database]:
    """An SQLite database with all tables and no rows."""
    shutil.copyfile(sqlite_template, make_url(sqlite_url).database or "")
    opened = open_database(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_server: str, postgres_template: str) -> Iterator[Database]:
    """A PostgreSQL database with all tables and no rows."""
    with _postgres_database(postgres_server, postgres_template) as url:
        opened = open_database(url)
        yield opened
        opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Database:
    """A database of each kind in turn, with all tables and no rows."""
    opened = request.getfixturevalue("sqlite_database" if request.param == "sqlite" else "postgres_database")
    assert isinstance(opened, Database)
    return opened
