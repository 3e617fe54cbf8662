"""What of a folder is new, and what came of it? Each recording once, however often and by how many it is ingested."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models import Database
from pipeline.audio import probe
from pipeline.finding import Failure, find, place, read_arrival
from pipeline.originals import check_rights, put_away
from pipeline.process import Processed, ProcessError, Tools, as_processed, process
from pipeline.recognition import RecogniserError
from pipeline.settings import Settings
from pipeline.side_by_side import SideBySide
from pipeline.storing.arrivals import SeenFile, find_known, register
from pipeline.storing.copies import sweep_copies
from pipeline.storing.recordings import KnownRecording, unbegun

# Reasons that lie outside the recording, so that the next run tries again by itself.
PASSING = frozenset({"recogniser", "memory", "changed", "vanished", "unreadable"})
# So many of these times in a row, and it is the settings, not the recordings.
DEAF = frozenset({"recogniser", "memory"})
_RECOGNISER_FAULTS = 3
# No codec that PBXs write is thriftier.
_LEAST_BYTES_A_SECOND = 600


@dataclass(frozen=True, slots=True)
class Found:
    """So many recordings lie below the folder; `known` of them are done or failed before and left alone."""

    files: int
    known: int


@dataclass(frozen=True, slots=True)
class Started:
    """A recording is begun."""

    path: Path


@dataclass(frozen=True, slots=True)
class Advanced:
    """So many seconds of the recording that was begun are heard."""

    path: Path
    seconds: float


@dataclass(frozen=True, slots=True)
class Finished:
    """A recording is done, failed, or turned out to be known under another name (`result.already`)."""

    path: Path
    result: Processed


Event = Found | Started | Advanced | Finished


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one run did; `skipped` were done before, `failed_before` failed then and were not tried again."""

    done: tuple[Finished, ...]
    skipped: tuple[Path, ...]
    failed: tuple[Failure, ...]
    failed_before: tuple[Failure, ...]

    @property
    def seconds(self) -> float:
        """Seconds of audio that were heard."""
        return sum(one.result.seconds for one in self.done)


def ingest(
    folder: Path, tools: Tools, *, retry_failed: bool = False, on_event: Callable[[Event], None] = lambda event: None
) -> IngestReport:
    """Process every recording below a folder that isn't done yet; stopped at any moment, the next run goes on.

    Recordings that failed before are named, and tried again with `retry_failed` or when the cause may have passed.
    Raises RecordingsError, RemoteError, RecogniserError, SettingsError, DatabaseError and ProcessError, where no
    recording is at fault.
    """
    run = Ingest(folder, tools, retry_failed, on_event)
    run.prepare()
    files, failures = find(run.folder, tools.settings)
    run.failed += failures
    run.take_all(files)
    return run.report()


def prepare_data_dir(settings: Settings, database: Database) -> None:
    """Make sure of the data folder before any work, and clear what killed runs left there; raises ProcessError."""
    data_dir = settings.data_dir
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=data_dir).close()
        sweep_copies(data_dir, database)
    except OSError as error:
        raise ProcessError(
            f"cannot write to the data folder {data_dir}: {error.strerror}: check its rights, or set data_dir"
        ) from error


class Ingest:
    """One ingest of a folder on this machine: what it works with, and what it has done so far."""

    def __init__(self, folder: Path, tools: Tools, retry_failed: bool, on_event: Callable[[Event], None]) -> None:
        self.folder = place(folder)
        self._tools = tools
        self._retry_failed = retry_failed
        self._on_event = on_event
        self._recogniser_faults = 0
        self._begun: set[int] = set()
        self.done: list[Finished] = []
        self.skipped: list[Path] = []
        self.failed: list[Failure] = []
        self.failed_before: list[Failure] = []

    def prepare(self) -> None:
        """Make sure that recordings can be stored and, where set, put away; raises ProcessError, SettingsError."""
        prepare_data_dir(self._tools.settings, self._tools.database)
        check_rights(self.folder, self._tools.settings)

    def take_all(self, files: Sequence[SeenFile]) -> list[Path]:
        """Process those of the files that need it; gives those whose cause of failure may pass."""
        with self._tools.database.reading() as session:
            known = find_known(session, files)
        waiting = [file for file in files if not self._settle(file, known.get(file.path))]
        self._on_event(Found(len(files), len(files) - len(waiting)))
        before = len(self.failed)
        at_once = self._tools.settings.calls_at_once
        with SideBySide[SeenFile, Processed](at_once, lambda file, s: self._on_event(Advanced(file.path, s))) as calls:
            for file in waiting:
                self._take(file, known.get(file.path), calls)
            self._note_all(calls.finish())
        return [failure.path for failure in self.failed[before:] if failure.code in PASSING]

    def turned_back(self) -> list[Path]:
        """Files of recordings that wait and that nobody has begun: a person wants them tried again."""
        with self._tools.database.reading() as session:
            return [path for path in unbegun(session) if path.is_relative_to(self.folder)]

    def report(self) -> IngestReport:
        """What was done so far."""
        return IngestReport(tuple(self.done), tuple(self.skipped), tuple(self.failed), tuple(self.failed_before))

    def _settle(self, file: SeenFile, known: KnownRecording | None) -> bool:
        """Note a recording that needs no work; False when it does."""
        if known is None or known.state == "waiting":
            return False
        if known.state == "done":
            self.skipped.append(file.path)
            self._put_away(file)
            return True
        code = known.reason_code or ""
        if self._retry_failed or code in PASSING:
            return False
        self.failed_before.append(Failure(file.path, code, known.reason or ""))
        return True

    def _take(self, file: SeenFile, known: KnownRecording | None, calls: SideBySide[SeenFile, Processed]) -> None:
        """Register a recording and begin with it, unless its content turns out to be known."""
        try:
            recording = known if known is not None and known.state == "waiting" else self._register(file)
            if recording.id in self._begun:
                # The same content under another name: what becomes of it is what becomes of the first.
                self._note_all(calls.finish())
                recording = self._register(file)
        except FileNotFoundError:
            return
        except OSError as error:
            self.failed.append(Failure(file.path, "unreadable", f"cannot be read: {error.strerror}"))
            return
        if self._settle(file, recording):
            self._on_event(Finished(file.path, as_processed(recording)))
            return
        # Raises RecogniserError before the first recording is begun when there is no model to hear it with.
        _ = self._tools.recogniser.version
        # What ended a run before goes alone, so that it can't do so again while others are begun.
        seconds = math.inf if recording.attempts else self._length(file)
        self._note_all(calls.make_room(seconds))
        self._on_event(Started(file.path))
        self._begun.add(recording.id)
        calls.begin(file, seconds, lambda progress: process(file.path, recording.id, self._tools, progress))

    def _register(self, file: SeenFile) -> KnownRecording:
        arrival = read_arrival(file, self._tools.settings)
        with self._tools.database.writing() as session:
            return register(session, arrival, self._tools.now())

    def _length(self, file: SeenFile) -> float:
        """Seconds of a recording as far as its header tells, else the most that its bytes can hold."""
        if self._tools.settings.calls_at_once == 1:
            return 0.0
        try:
            seconds = probe(file.path).seconds
        except Exception:  # whatever is wrong with it, its processing finds the same and says it
            seconds = None
        return file.size / _LEAST_BYTES_A_SECOND if seconds is None else seconds

    def _note_all(self, results: Iterable[tuple[SeenFile, Processed]]) -> None:
        for file, result in results:
            self._begun.discard(result.recording_id)
            self._note(file, Finished(file.path, result))
            self._on_event(Finished(file.path, result))

    def _note(self, file: SeenFile, finished: Finished) -> None:
        result = finished.result
        if result.reason_code is not None:
            self.failed.append(Failure(finished.path, result.reason_code, result.reason or ""))
        else:
            if result.already:
                self.skipped.append(finished.path)
            else:
                self.done.append(finished)
            self._put_away(file)
        self._recogniser_faults = self._recogniser_faults + 1 if result.reason_code in DEAF else 0
        if self._recogniser_faults >= _RECOGNISER_FAULTS:
            raise RecogniserError(result.reason)

    def _put_away(self, file: SeenFile) -> None:
        for problem in put_away([one.path for one in file.files], self.folder, self._tools.settings):
            self.failed.append(Failure(file.path, "not_put_away", problem))
