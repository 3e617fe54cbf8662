"""How much do more workers bring, and what does the queue cost? Three workers against one, with hearing of fixed cost.

`python -m benchmarks.workers_speed [RECORDINGS]` stands a sleep of a quarter of a second in for the model, since three
models would only show how many cores the machine has; decoding, judging, storing and the queue are real. What a
recording takes beside its stages (the queue, the database, who asks for the next) is the clock's time for it less the
time that the program itself notes for its stages.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.intake_speed import database_url
from models import Database, RecordingRow
from models.schema import open_database, upgrade
from pipeline.audio import Samples
from pipeline.enlisting import Enlisting
from pipeline.process import Tools
from pipeline.recognition import LaneText, Progress, Recognition
from pipeline.settings import load_settings
from pipeline.transcript import RecogniserVersion
from pipeline.work import Desk
from pipeline.worker import PostgresQueue, WorkerProgram
from tests.faults.trial import quiet_folder, states

COST_SECONDS = 0.25


class FixedCost:
    """Hears nothing, and takes its time for it."""

    version = RecogniserVersion("sleep", str(COST_SECONDS), "1")

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """Nothing, after COST_SECONDS."""
        time.sleep(COST_SECONDS)
        return Recognition(tuple(LaneText(()) for _ in lanes), "ru")


def work(url: str, data_dir: str) -> None:
    """One worker, until it is stopped."""
    settings = load_settings(database_url=url, data_dir=Path(data_dir))
    desk = Desk(Tools(open_database(url), FixedCost(), [], settings))
    WorkerProgram(settings, desk).run()


def enlist(database: Database, folder: Path, url: str, data_dir: Path) -> None:
    settings = load_settings(database_url=url, data_dir=data_dir)
    intake = Enlisting(folder, database, PostgresQueue(), settings, lambda: datetime.now(UTC))
    intake.prepare()
    intake.once()


def seconds_of(workers: int, recordings: int) -> tuple[float, float]:
    """Seconds from the tenth recording done to the last but ten, scaled to all, so that starts don't count.

    And the mean seconds that a recording spent in its stages.
    """
    with tempfile.TemporaryDirectory() as place, database_url() as url:
        upgrade(url)
        database = open_database(url)
        folder, data_dir = quiet_folder(Path(place) / "pbx", recordings), Path(place) / "data"
        data_dir.mkdir()
        line = [sys.executable, "-m", "benchmarks.workers_speed", "--work", url, str(data_dir)]
        programs = [subprocess.Popen(line) for _ in range(workers)]
        time.sleep(20)
        enlist(database, folder, url, data_dir)
        marks = []
        for wanted in (10, recordings - 10):
            while states(database)["done"] < wanted:
                time.sleep(0.02)
            marks.append(time.perf_counter())
        for program in programs:
            program.terminate()
            program.wait()
        with database.reading() as session:
            stages = session.scalar(select(func.avg(RecordingRow.work_seconds))) or 0.0
        database.close()
    return (marks[1] - marks[0]) * recordings / (recordings - 20), float(stages)


def main() -> None:
    if sys.argv[1:2] == ["--work"]:
        work(*sys.argv[2:])
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    one, stages = seconds_of(1, count)
    print(
        f"one worker: {one:.1f} s; a recording {1000 * one / count:.0f} ms: {1000 * stages:.0f} ms in its stages "
        f"({1000 * COST_SECONDS:.0f} ms of them the model) and {1000 * (one / count - stages):.0f} ms outside of them",
        flush=True,
    )
    three, _ = seconds_of(3, count)
    print(f"three workers: {three:.1f} s, {one / three:.2f} times as fast")


if __name__ == "__main__":
    main()
