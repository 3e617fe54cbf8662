"""Workers as processes of their own over a real PostgreSQL, recordings made for them, and what must hold afterwards."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import wave
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sqlalchemy import func, select, text

from models import AnalysisRow, CallRow, Database, RecordingRow

PROGRAM = str(Path(sys.executable).with_name("callgrade"))
QUICK = {
    "CALLGRADE_HEARTBEAT_SECONDS": "0.5",
    "CALLGRADE_STALLED_SECONDS": "3",
    "CALLGRADE_RETRY_SECONDS": "0.2",
    "CALLGRADE_CPU_THREADS": "1",
}


def near_silent(path: Path, number: int, seconds: float = 0.2) -> Path:
    """A recording with a content of its own in which nobody speaks, so that it costs the recogniser nothing."""
    chance = np.random.default_rng(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(chance.integers(-20, 20, int(seconds * 8000)).astype("<i2").tobytes())
    return path


def quiet_folder(folder: Path, count: int) -> Path:
    """A PBX folder of near-silent recordings."""
    for number in range(count):
        near_silent(folder / f"{number % 7}" / f"{number:05}.wav", number)
    return folder


@dataclass
class Crew:
    """Some workers on one database, started and killed at will."""

    url: str
    data_dir: Path
    variables: dict[str, str] = field(default_factory=dict)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CALLGRADE_")}
        own = {"CALLGRADE_DATABASE_URL": self.url, "CALLGRADE_DATA_DIR": str(self.data_dir)}
        return {**kept, **own, **QUICK, **self.variables}

    def command(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """One command of the program, to its end."""
        line = [PROGRAM, *map(str, arguments)]
        return subprocess.run(
            line,
            cwd=self.data_dir.parent,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """One more worker; its log goes to a file."""
        with (self.data_dir.parent / "workers.log").open("ab") as log:
            worker = subprocess.Popen(
                [PROGRAM, "worker", *arguments], cwd=self.data_dir.parent, env=self.environment, stdout=log, stderr=log
            )
        self.workers.append(worker)
        return worker

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """End a worker as by kill -9."""
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        self.workers.remove(worker)

    def stop(self) -> list[int]:
        """Stop all workers by SIGTERM, the way an administrator does; their exit codes."""
        for worker in self.workers:
            worker.terminate()
        codes = []
        for worker in self.workers:
            try:
                codes.append(worker.wait(60))
            except subprocess.TimeoutExpired:
                worker.kill()
                codes.append(worker.wait())
        self.workers.clear()
        return codes

    def log(self) -> str:
        """What the workers said."""
        path = self.data_dir.parent / "workers.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""


@contextmanager
def crew(url: str, folder: Path, **variables: str) -> Iterator[Crew]:
    """A crew whose workers are gone when the block ends."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    made = Crew(url, folder / "data", variables)
    try:
        yield made
    finally:
        for worker in list(made.workers):
            with suppress(ProcessLookupError):
                made.kill(worker)


def states(database: Database) -> Counter[str]:
    """How many recordings are in which state."""
    with database.reading() as session:
        rows = session.execute(select(RecordingRow.state, func.count()).group_by(RecordingRow.state)).all()
    return Counter({str(state): count for state, count in rows})


def jobs(database: Database) -> int:
    """How many jobs the queue holds."""
    with database.reading() as session:
        return session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) or 0


def wait_for(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait until something holds; fails after so many seconds."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"after {seconds} s still not: {what}"
        time.sleep(0.1)


def each_once(database: Database, count: int) -> None:
    """Every recording is done, has one call and at most one current analysis, and nothing is queued any more."""
    assert states(database) == {"done": count}
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CallRow)) == count
        assert session.scalar(select(func.count(CallRow.recording_id.distinct()))) == count
        double = select(AnalysisRow.call_id).where(AnalysisRow.current).group_by(AnalysisRow.call_id)
        assert session.scalars(double.having(func.count() > 1)).all() == []
    wait_for(lambda: jobs(database) == 0, 30, "the queue is empty")


def kill_trial(database: Database, folder: Path, *, recordings: int, workers: int, kills: int) -> dict[str, float]:
    """Kill workers at random while they work, start others, and see that every recording is done once.

    Gives how many recordings were begun more than once, and the seconds that it took.
    """
    quiet = quiet_folder(folder / "pbx", recordings)
    chance = random.Random(kills)  # noqa: S311
    with crew(database.url.render_as_string(hide_password=False), folder) as made:
        assert made.command("ingest", "--queue", quiet).returncode == 0
        assert jobs(database) == recordings
        began = time.monotonic()
        for _ in range(workers):
            made.start()
        step = max(1, recordings // (kills + 2))
        for number in range(kills):
            wanted = min(recordings - 1, step * (number + 1))
            wait_for(lambda wanted=wanted: states(database)["done"] >= wanted, 600, f"{wanted} are done")  # type: ignore[misc]
            time.sleep(chance.random() * 0.2)
            made.kill(chance.choice(made.workers))
            made.start()
        wait_for(lambda: states(database)["waiting"] == 0, 600, "nothing waits")
        seconds = time.monotonic() - began
        each_once(database, recordings)
        # A worker that is still starting has no handler of its own yet.
        assert set(made.stop()) <= {0, -signal.SIGTERM}
    with database.reading() as session:
        again = session.scalar(select(func.count()).select_from(RecordingRow).where(RecordingRow.attempts > 1)) or 0
    return {"begun more than once": again, "seconds": seconds}


def copy_sample(samples: Path, name: str, path: Path) -> Path:
    """One of the sample recordings under another name."""
    found = next(samples.rglob(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(found, path))
