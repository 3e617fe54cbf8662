"""Workers on one queue: each recording once, whatever becomes of workers, database, disk and files meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models import Database, RecordingRow
from pipeline.settings import ROOT
from tests.faults.proxy import Relay
from tests.faults.trial import (
    Crew,
    copy_sample,
    crew,
    each_once,
    jobs,
    kill_trial,
    near_silent,
    quiet_folder,
    states,
    wait_for,
)

pytestmark = pytest.mark.postgres
SAMPLES = ROOT / "samples" / "recordings"


def url_of(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


def row(database: Database, name: str) -> RecordingRow:
    with database.reading() as session:
        return session.scalars(select(RecordingRow).where(RecordingRow.name == name)).one()


@pytest.fixture
def workers(postgres_database: Database, tmp_path: Path) -> Iterator[Crew]:
    with crew(url_of(postgres_database), tmp_path) as made:
        yield made


def test_workers_killed_in_the_middle_lose_nothing_and_do_nothing_twice(
    postgres_database: Database, tmp_path: Path
) -> None:
    kill_trial(postgres_database, tmp_path, recordings=40, workers=2, kills=2)


def test_a_recording_that_kills_its_worker_is_set_aside_after_three_tries_and_the_rest_goes_on(
    postgres_database: Database, workers: Crew, tmp_path: Path
) -> None:
    # Long enough to be caught at it: as if it crashed the decoder, its worker dies each time.
    poison = copy_sample(SAMPLES, "out-89005550123-*.wav", tmp_path / "pbx" / "0-poison.wav")
    quiet_folder(tmp_path / "pbx" / "rest", 5)
    assert workers.command("ingest", "--queue", tmp_path / "pbx").returncode == 0
    for death in (1, 2, 3):
        worker = workers.start()
        wait_for(lambda death=death: row(postgres_database, poison.name).attempts == death, 90, "it is begun")  # type: ignore[misc]
        workers.kill(worker)
    workers.start()
    wait_for(lambda: states(postgres_database)["waiting"] == 0, 90, "nothing waits")
    set_aside = row(postgres_database, poison.name)
    assert (set_aside.state, set_aside.reason_code, set_aside.attempts) == ("failed", "crashed", 3)
    assert "died 3 times" in (set_aside.reason or "")
    assert states(postgres_database) == {"done": 5, "failed": 1}
    wait_for(lambda: jobs(postgres_database) == 0, 30, "the queue is empty")


def test_a_database_that_goes_away_and_connections_that_are_cut_cost_nothing_but_time(
    postgres_database: Database, tmp_path: Path
) -> None:
    server = postgres_database.url
    relay = Relay(server.host or "127.0.0.1", server.port or 5432)
    through = server.set(host="127.0.0.1", port=relay.port).render_as_string(hide_password=False)
    stop = threading.Event()

    def cut_again_and_again() -> None:
        while not stop.wait(1.2):
            relay.cut()

    count = 30
    quiet_folder(tmp_path / "pbx", count)
    with crew(url_of(postgres_database), tmp_path) as direct:
        assert direct.command("ingest", "--queue", tmp_path / "pbx").returncode == 0
    with crew(through, tmp_path) as made:
        for _ in range(2):
            made.start()
        wait_for(lambda: states(postgres_database)["done"] >= 5, 90, "five are done")
        with relay.away():
            time.sleep(3)
        cutting = threading.Thread(target=cut_again_and_again)
        cutting.start()
        try:
            wait_for(lambda: states(postgres_database)["done"] >= 20, 240, "twenty are done in spite of the cuts")
        finally:
            stop.set()
            cutting.join()
        wait_for(lambda: states(postgres_database)["waiting"] == 0, 120, "nothing waits")
        each_once(postgres_database, count)
    relay.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no small disk to fill: {made.stderr}")
        pytest.skip(f"no small disk to fill: {made.stderr.strip()}: run the tests as root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_makes_recordings_wait_and_uses_up_no_attempt(
    postgres_database: Database, tmp_path: Path, small_disk: Path
) -> None:
    full = small_disk / "filler"
    with crew(url_of(postgres_database), tmp_path, CALLGRADE_DATA_DIR=str(small_disk)) as made:
        quiet_folder(tmp_path / "pbx", 3)
        assert made.command("ingest", "--queue", tmp_path / "pbx").returncode == 0
        made.start()
        wait_for(lambda: states(postgres_database)["done"] == 3, 90, "three are done")
        full.write_bytes(bytes(shutil.disk_usage(small_disk).free))
        near = near_silent(tmp_path / "pbx" / "late.wav", 99, seconds=20)
        assert made.command("ingest", "--queue", tmp_path / "pbx").returncode == 0
        wait_for(lambda: "No space left" in made.log(), 60, "it is told")
        full.unlink()
        wait_for(lambda: states(postgres_database)["done"] == 4, 120, "all are done")
        each_once(postgres_database, 4)
        assert {row(postgres_database, path.name).attempts for path in near.parent.rglob("*.wav")} == {1}
