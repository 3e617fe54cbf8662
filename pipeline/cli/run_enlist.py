"""How does a folder come to the workers' queue? Its recordings are registered, counted on the way, and left to them."""

from __future__ import annotations

import signal
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from models.schema import open_database
from pipeline.cli.run_ingest import error_console
from pipeline.enlisting import Enlisting
from pipeline.finding import find
from pipeline.settings import Settings
from pipeline.watching import Watching
from pipeline.worker import PostgresQueue, check_queue


def run_enlist(folder: Path, settings: Settings, *, retry_failed: bool, watch: bool) -> int:
    """Queue a folder's new recordings, once or for ever; the exit code."""
    errors = error_console()
    database = open_database(settings.database_url)
    try:
        check_queue(database)
        began, total = time.monotonic(), 0

        def show(count: int) -> None:
            nonlocal total
            total += count
            errors.print(f"{total} queued", markup=False, end="\r" if errors.is_terminal and not watch else "\n")

        intake = Enlisting(folder, database, PostgresQueue(), settings, lambda: datetime.now(UTC), show)
        intake.prepare()
        if watch:
            find(intake.folder, settings)
            errors.print(f"watching {intake.folder} for the workers (Ctrl+C stops)", markup=False)
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            tell = lambda line: errors.print(f"callgrade: {line}", markup=False)  # noqa: E731
            Watching(intake, settings, tell).run(threading.Event())
            return 0
        done = intake.once(retry_failed=retry_failed)
    finally:
        database.close()
    for failure in done.failures:
        errors.print(f"callgrade: failed: {failure.path}: {failure.reason}", markup=False)
    seconds = time.monotonic() - began
    errors.print(f"{done.files} found, {done.queued} queued, {done.known} known already, in {seconds:.1f} s")
    return 1 if done.failures else 0
