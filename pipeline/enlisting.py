"""How do recordings of a folder come to the workers? Registered and queued in one transaction, many at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import Database, RecordingRow
from pipeline.finding import Failure, find, place, read_arrival
from pipeline.ingest import PASSING, prepare_data_dir
from pipeline.originals import check_rights, put_away
from pipeline.settings import Settings
from pipeline.storing.arrivals import AT_ONCE, Arrival, SeenFile, find_known, register_all
from pipeline.storing.legs import LATE
from pipeline.storing.recordings import KnownRecording

# Hashing waits for the disk: a few files at a time keep it busy.
_READERS = 4
# A call that ended less than a day ago comes before the backlog of years.
FRESH_SECONDS = 86_400


class Queue(Protocol):
    """Where work for other machines is put."""

    def add(self, session: Session, recordings: Sequence[int], folder: Path, *, fresh: bool) -> None:
        """Queue some recordings of a folder, in the session's transaction."""

    def missing(self, session: Session, recordings: Sequence[int]) -> list[int]:
        """Those of the recordings that nothing is queued for."""


@dataclass(frozen=True, slots=True)
class Enlisted:
    """What a look at a folder put into the queue."""

    files: int
    queued: int
    known: int
    failures: tuple[Failure, ...]


class Enlisting:
    """A folder whose recordings are left to the workers; `on_queued` is called with the number after each batch."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        queue: Queue,
        settings: Settings,
        now: Callable[[], datetime],
        on_queued: Callable[[int], None] = lambda count: None,
    ) -> None:
        self.folder = place(folder)
        self._database = database
        self._queue = queue
        self._settings = settings
        self._now = now
        self._on_queued = on_queued
        self.queued = 0
        self.failures: list[Failure] = []

    def prepare(self) -> None:
        """Make sure of the folders; raises ProcessError and SettingsError."""
        prepare_data_dir(self._settings, self._database)
        check_rights(self.folder, self._settings)

    def once(self, *, retry_failed: bool = False) -> Enlisted:
        """Look through the folder once; raises RecordingsError."""
        files, failures = find(self.folder, self._settings)
        self.failures += failures
        self.take_all(files, retry_failed=retry_failed)
        return Enlisted(len(files), self.queued, len(files) - self.queued, tuple(self.failures))

    def take_all(self, files: Sequence[SeenFile], *, retry_failed: bool = False) -> list[Path]:
        """Queue those of the files that are new; gives those that could not be read this time."""
        unread: list[Path] = []
        with self._database.reading() as session:
            known = find_known(session, files)
        new = [file for file in files if file.path not in known]
        self._requeue([(file, known[file.path]) for file in files if file.path in known], retry_failed)
        with ThreadPoolExecutor(_READERS) as readers:
            arrivals = readers.map(self._read, new)
            while batch := list(islice(arrivals, AT_ONCE)):
                unread += [one.path for one in batch if isinstance(one, Failure)]
                self.failures += [one for one in batch if isinstance(one, Failure)]
                self._register([one for one in batch if isinstance(one, Arrival)])
        return unread

    def _read(self, file: SeenFile) -> Arrival | Failure:
        try:
            return read_arrival(file, self._settings)
        except OSError as error:
            return Failure(file.path, "unreadable", f"cannot be read: {error.strerror}")

    def turned_back(self) -> list[Path]:
        """None: what is tried again is queued in the same moment."""
        return []

    def _register(self, arrivals: Sequence[Arrival]) -> None:
        if not arrivals:
            return
        with self._database.writing() as session:
            registered = register_all(session, arrivals, self._now())
            both = list(zip(registered, arrivals, strict=True))
            new = [(one.recording.id, arrival) for one, arrival in both if one.is_new]
            # A recording that a late leg has joined may have its job still.
            joined = self._queue.missing(session, [one.recording.id for one in registered if one.is_joined])
            new += [(one.recording.id, arrival) for one, arrival in both if one.recording.id in joined]
            for fresh, numbers in _by_freshness(new):
                self._queue.add(session, numbers, self.folder, fresh=fresh)
        self._count(len(new))
        for one, arrival in both:
            if one.recording.reason_code == LATE:
                self.failures.append(Failure(arrival.file.path, LATE, one.recording.reason or ""))
            if one.recording.state == "done":
                self._put_away([file.path for file in arrival.file.files])

    def _requeue(self, known: Sequence[tuple[SeenFile, KnownRecording]], retry_failed: bool) -> None:
        """Put failed recordings into the queue again; whoever turns the state round is the one who queues."""
        wanted = [one.id for _, one in known if one.state == "failed" and (retry_failed or one.reason_code in PASSING)]
        for start in range(0, len(wanted), AT_ONCE):
            with self._database.writing() as session:
                # One that failed and is to be tried again by itself has its job still.
                idle = self._queue.missing(session, wanted[start : start + AT_ONCE])
                numbers = turn_back(session, idle)
                if numbers:
                    self._queue.add(session, numbers, self.folder, fresh=False)
            self._count(len(numbers))
        for file, one in known:
            if one.state == "done":
                self._put_away([leg.path for leg in file.files])

    def _put_away(self, paths: Sequence[Path]) -> None:
        problems = put_away(paths, self.folder, self._settings)
        self.failures += [Failure(paths[0], "not_put_away", problem) for problem in problems]

    def _count(self, queued: int) -> None:
        self.queued += queued
        if queued:
            self._on_queued(queued)


def turn_back(session: Session, recordings: Sequence[int]) -> list[int]:
    """Set failed recordings waiting again, with their attempts counted anew; gives those that were failed."""
    row = RecordingRow
    chosen = select(row.id).where(row.id.in_(recordings), row.state == "failed", row.erased.is_(None))
    locked = session.scalars(chosen.order_by(row.id).with_for_update()).all()
    session.execute(
        update(row)
        .where(row.id.in_(locked))
        .values(state="waiting", reason_code=None, reason=None, finished=None, begun=None, attempts=0)
    )
    return list(locked)


def _by_freshness(new: Sequence[tuple[int, Arrival]]) -> Iterator[tuple[bool, list[int]]]:
    oldest = time.time() - FRESH_SECONDS
    for fresh in (True, False):
        numbers = [number for number, arrival in new if (arrival.file.mtime_ns / 1e9 >= oldest) == fresh]
        if numbers:
            yield fresh, numbers
