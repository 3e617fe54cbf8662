"""How fast does a folder come in? 100,000 recordings registered and queued, and looked through again with nothing new.

`python -m benchmarks.intake_speed [FILES]` makes the files (64 bytes each, so that hashing isn't bound by the disk) and
a PostgreSQL database of its own, and prints files a second, by the clock and by this process's own time.
"""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from models.schema import open_database, upgrade
from pipeline.enlisting import Enlisting
from pipeline.settings import load_settings
from pipeline.watching import Watching
from pipeline.worker import PostgresQueue

SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
A_FOLDER = 200


def make_files(folder: Path, count: int) -> None:
    for number in range(count):
        if number % A_FOLDER == 0:
            place = folder / f"2026/{number // A_FOLDER // 31 + 1:02}/{number // A_FOLDER % 31 + 1:02}"
            place.mkdir(parents=True, exist_ok=True)
        name = f"out-8900{number:07}-203-20261103-101530-{1793690130 + number}.{number % 97}.wav"
        (place / name).write_bytes(f"{number:064}".encode())


@contextmanager
def database_url() -> Iterator[str]:
    name = f"callgrade_speed_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield SERVER.rpartition("/")[0] + f"/{name}"
    finally:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def timed(what: str, count: int, work: Callable[[], object]) -> None:
    wall, own = time.perf_counter(), time.process_time()
    work()
    wall, own = time.perf_counter() - wall, time.process_time() - own
    print(f"{what}: {count / wall:,.0f} a second by the clock, {count / own:,.0f} by own time", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as place, database_url() as url:
        folder = Path(place) / "pbx"
        make_files(folder, count)
        upgrade(url)
        settings = load_settings(database_url=url, data_dir=Path(place) / "data", settle_seconds=0)
        database = open_database(url)
        intake = Enlisting(folder, database, PostgresQueue(), settings, lambda: datetime.now(UTC))
        intake.prepare()
        timed("registered and queued", count, intake.once)
        assert intake.queued == count, intake.queued
        timed("looked through by a new ingest", count, intake.once)
        watching = Watching(intake, settings, print)
        watching.look()
        watching.look()
        timed("looked through by a running watch", count, watching.look)
        database.close()


if __name__ == "__main__":
    main()
