"""The long faults: `python -m benchmarks.faults` kills 20 workers over 200 recordings, and stops PostgreSQL for 30 s.

Both are the trials of tests/faults, in full size; each says what it found and ends with an error where something was
lost or done twice.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from sqlalchemy import make_url

from benchmarks.intake_speed import database_url
from models.schema import open_database, upgrade
from tests.faults.proxy import Relay
from tests.faults.trial import crew, each_once, kill_trial, quiet_folder, states, wait_for


def killed() -> None:
    with tempfile.TemporaryDirectory() as place, database_url() as url:
        upgrade(url)
        database = open_database(url)
        found = kill_trial(database, Path(place), recordings=200, workers=3, kills=20)
        database.close()
    told = ", ".join(f"{name} {value:.0f}" for name, value in found.items())
    print(f"20 workers of 3 killed over 200 recordings: every one done once ({told})", flush=True)


def stopped(seconds: float = 30.0) -> None:
    with tempfile.TemporaryDirectory() as place, database_url() as url:
        upgrade(url)
        database = open_database(url)
        server = make_url(url)
        relay = Relay(server.host or "127.0.0.1", server.port or 5432)
        through = server.set(port=relay.port).render_as_string(hide_password=False)
        quiet_folder(Path(place) / "pbx", 100)
        with crew(url, Path(place)) as direct:
            assert direct.command("ingest", "--queue", Path(place) / "pbx").returncode == 0
        with crew(through, Path(place)) as made:
            for _ in range(3):
                made.start()
            wait_for(lambda: states(database)["done"] >= 20, 300, "twenty are done")
            with relay.away():
                time.sleep(seconds)
            wait_for(lambda: states(database)["waiting"] == 0, 300, "nothing waits")
            each_once(database, 100)
        relay.close()
        database.close()
    print(f"PostgreSQL away for {seconds:.0f} s in the middle of 100 recordings: every one done once")


if __name__ == "__main__":
    killed()
    stopped()
