"""Migrations and the tables say the same; no database is changed without a way back, or used when it doesn't fit."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, Inspector, create_engine, inspect, text

from models import CallRow, Database, DatabaseError, RecordingRow, Table
from models.address import read_url
from models.backup import check_room
from models.database import make_engine
from models.queue_tables import LATEST
from models.schema import MIGRATIONS, VERSION_TABLE, check_schema, configuration, is_ours, open_database, upgrade

NEXT = '''
"""A later version, for tests."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None
def upgrade():
    rebuild = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("recordings", recreate=rebuild) as table:
        table.add_column(sa.Column("colour", sa.Text))
    {more}
def downgrade():
    with op.batch_alter_table("recordings") as table:
        table.drop_column("colour")
'''


def head_of(scripts: Path) -> str:
    return max(path.name[:4] for path in (scripts / "versions").glob("*.py"))


def later_migrations(folder: Path, more: str = "pass") -> Path:
    """A copy of the migrations with one more at the end."""
    scripts = folder / "later"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_later.py").write_text(NEXT.format(head=head_of(MIGRATIONS), more=more))
    return scripts


@pytest.fixture
def later(tmp_path: Path) -> Path:
    return later_migrations(tmp_path)


def store_a_call(database: Database) -> None:
    with database.writing() as session:
        now = datetime(2026, 11, 24, tzinfo=UTC)
        recording = RecordingRow(
            content_hash="0" * 64, path="/a.wav", name="a.wav", size=1, mtime_ns=1, state="done", first_seen=now
        )
        session.add(recording)
        session.flush()
        session.add(CallRow(recording_id=recording.id, heard_at=now))


def count(database: Database, table: str) -> int:
    with database.reading() as session:
        return session.scalar(text(f"SELECT count(*) FROM {table}")) or 0  # noqa: S608


def test_autogenerate_finds_nothing_that_the_tables_have_and_the_migrations_have_not(database: Database) -> None:
    with database.engine.connect() as connection:
        options: dict[str, object] = {
            "version_table": VERSION_TABLE,
            "compare_server_default": True,
            "render_as_batch": True,
        }
        options["include_name"] = is_ours
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata) == []


def checks(engine: Engine) -> dict[str, list[tuple[str | None, str]]]:
    inspector: Inspector = inspect(engine)
    tables = sorted(set(inspector.get_table_names()) - {VERSION_TABLE})
    return {t: sorted((c["name"], c["sqltext"]) for c in inspector.get_check_constraints(t)) for t in tables}


def test_checks_of_the_migrations_are_those_of_the_tables(sqlite_url: str, tmp_path: Path) -> None:
    migrated = open_database(sqlite_url)
    made = create_engine(f"sqlite:///{tmp_path}/made.db")
    Table.metadata.create_all(made)
    assert checks(migrated.engine) == checks(made)
    assert any(checks(made).values())
    migrated.close()
    made.dispose()


@pytest.fixture
def migrating(database_url: str) -> Iterator[Connection]:
    engine = make_engine(read_url(database_url), foreign_keys=False, writing=True)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_migrations_go_down_to_nothing_and_up_again(migrating: Connection) -> None:
    command.upgrade(configuration(MIGRATIONS, migrating), "head")
    command.downgrade(configuration(MIGRATIONS, migrating), "base")
    assert set(inspect(migrating).get_table_names()) <= {VERSION_TABLE}
    command.upgrade(configuration(MIGRATIONS, migrating), "head")
    assert set(Table.metadata.tables) <= set(inspect(migrating).get_table_names())


def fill(connection: Connection) -> None:
    """A recording with its call and a word of it, by columns that every revision has."""
    connection.execute(
        text(
            "INSERT INTO recordings"
            " (id, content_hash, path, name, size, mtime_ns, state, attempts, first_seen, details)"
            " VALUES (7, 'f', '/a.wav', 'a.wav', 1, 1, 'done', 1, '2026-11-24 10:00:00', '{}')"
        )
    )
    connection.execute(
        text(
            "INSERT INTO calls (id, recording_id, agent, diagnosed, loudness, warnings, heard_at)"
            " VALUES (9, 7, '203', :no, '[]', '[]', '2026-11-24 10:00:00')"
        ),
        {"no": False},
    )
    remark = (
        "INSERT INTO segments (call_id, position, start, \"end\", speaker, text) VALUES (9, 0, 0, 1, 'agent', 'да')"
    )
    word = (
        'INSERT INTO words (call_id, segment, position, start, "end", text, probability)'
        " VALUES (9, 0, 0, 0, 1, 'да', 0.9)"
    )
    for statement in (remark, word):
        connection.execute(text(statement))


@pytest.mark.parametrize("earlier", [path.name[:4] for path in sorted((MIGRATIONS / "versions").glob("*.py"))])
def test_data_of_every_earlier_revision_survives_the_way_up_and_down_and_up_again(
    migrating: Connection, earlier: str
) -> None:
    scripts = configuration(MIGRATIONS, migrating)
    command.upgrade(scripts, earlier)
    fill(migrating)
    for turn in (command.upgrade, command.downgrade, command.upgrade):
        turn(scripts, earlier if turn is command.downgrade else "head")
        kept = migrating.execute(text("SELECT r.name, c.agent FROM calls c JOIN recordings r ON r.id = c.recording_id"))
        assert kept.all() == [("a.wav", "203")]
        said = "SELECT s.text, w.text FROM segments s JOIN words w ON w.call_id = s.call_id AND w.segment = s.position"
        assert migrating.execute(text(said)).all() == [("да", "да")]


def test_the_queues_tables_are_those_of_the_queue_library_in_use() -> None:
    deltas = files("procrastinate") / "sql" / "migrations"
    newest = max(entry.name for entry in deltas.iterdir() if entry.name.endswith(".sql"))
    assert newest.startswith(LATEST), "the queue library has newer deltas: add a migration that applies them"


def test_every_table_migration_has_a_number_of_four_digits_and_follows_the_one_before() -> None:
    names = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("*.py"))
    assert names == [f"{number:04}" for number in range(1, len(names) + 1)]


def test_the_embedded_database_is_made_at_first_start_with_its_folder(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/new/place/callgrade.db")
    assert count(database, "calls") == 0
    database.close()
    assert [path.name for path in (tmp_path / "new" / "place").iterdir()] == ["callgrade.db"]


def test_an_older_embedded_database_is_upgraded_after_a_copy_and_keeps_its_rows(
    sqlite_url: str, tmp_path: Path, later: Path
) -> None:
    first = open_database(sqlite_url)
    store_a_call(first)
    first.close()
    database = open_database(sqlite_url, later)
    # Rebuilding the recordings must not take the calls that point to them along.
    assert (count(database, "recordings"), count(database, "calls")) == (1, 1)
    database.close()
    with closing(sqlite3.connect(tmp_path / f"callgrade.db.schema-{head_of(MIGRATIONS)}.bak")) as copy:
        assert copy.execute("SELECT count(*) FROM calls").fetchone() == (1,)
        assert "colour" not in copy.execute("SELECT sql FROM sqlite_master WHERE name = 'recordings'").fetchone()[0]


def test_a_migration_that_fails_half_way_changes_nothing(database_url: str, tmp_path: Path) -> None:
    upgrade(database_url)
    broken = later_migrations(tmp_path, "raise RuntimeError('half-way')")
    with pytest.raises(RuntimeError, match="half-way"):
        upgrade(database_url, broken)
    database = open_database(database_url)
    check_schema(database)
    with database.engine.connect() as connection:
        assert "colour" not in [column["name"] for column in inspect(connection).get_columns("recordings")]
    database.close()


def test_no_room_for_the_copy_stops_an_upgrade_before_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "big.db"
    path.write_bytes(bytes(4 << 20))
    check_room(path, 12 << 20)
    with pytest.raises(DatabaseError, match=r"needs 12 MB free, there are 1 MB"):
        check_room(path, 1 << 20)


def test_a_database_of_a_newer_callgrade_is_refused_in_one_line(database_url: str, later: Path) -> None:
    upgrade(database_url, later)
    with pytest.raises(DatabaseError, match=r"^[^\n]*newer Callgrade \(schema 9999\): update this program$"):
        open_database(database_url)
    with pytest.raises(DatabaseError, match="update this program"):
        upgrade(database_url)


@pytest.mark.postgres
def test_a_postgresql_without_tables_or_behind_is_refused_until_db_upgrade(postgres_url: str, later: Path) -> None:
    with pytest.raises(DatabaseError, match=r"has no tables yet: run callgrade db upgrade$"):
        open_database(postgres_url)
    upgrade(postgres_url)
    open_database(postgres_url).close()
    with pytest.raises(DatabaseError, match=r"this program needs 9999: run callgrade db upgrade$"):
        open_database(postgres_url, later)
    assert "9999" in upgrade(postgres_url, later)
    open_database(postgres_url, later).close()


def test_an_upgrade_says_what_it_did_and_that_there_is_nothing_more_to_do(database_url: str, later: Path) -> None:
    head = head_of(MIGRATIONS)
    assert upgrade(database_url).endswith(f"schema none -> {head}")
    assert upgrade(database_url).endswith(f"has schema {head} already")
    assert f"{head} -> 9999" in upgrade(database_url, later)


def test_another_programs_sqlite_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE cats (name TEXT)")
        other.commit()
    with pytest.raises(DatabaseError, match="another program's database: name another file"):
        open_database(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("cats",)]


OPEN = "import sys; from models.schema import upgrade; print(upgrade(sys.argv[1]))"


def test_several_programs_that_start_at_once_make_the_database_once(database_url: str) -> None:
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, database_url], stdout=subprocess.PIPE, text=True, cwd=MIGRATIONS.parent
        )
        for _ in range(4)
    ]
    said = [start.communicate(timeout=600)[0] for start in starts]
    assert [start.returncode for start in starts] == [0] * 4, said
    database = open_database(database_url)
    check_schema(database)
    database.close()
