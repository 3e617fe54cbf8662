"""How is a folder watched for nights on end? Looked through again and again; each recording is taken once it is whole.

Looking is the default: the system's own notices are silent on network shares. Where they work, they save the looking.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from watchfiles import watch as notices

from models import DatabaseError
from pipeline.arriving import Arrivals, wholeness
from pipeline.finding import Failure, find
from pipeline.process import ProcessError
from pipeline.recordings import RecordingsError
from pipeline.remote import RemoteError
from pipeline.settings import Settings
from pipeline.storing.arrivals import SeenFile

# Trouble that passes by itself is tried again after so many seconds, then after four times as many, ...
AGAIN_SECONDS = 60.0
AGAIN_TIMES = 3
# With the system's notices the folder is still looked through after so many quiet pauses.
_QUIET_PAUSES = 10
# Looking may take so much of the time at most.
_SHARE_OF_LOOKING = 0.1


class Intake(Protocol):
    """What is done with recordings that have arrived: heard here, or left to the workers."""

    @property
    def folder(self) -> Path:
        """The folder that is watched."""

    def take_all(self, files: Sequence[SeenFile]) -> list[Path]:
        """Take those of the files that are new; gives those that are to be tried again later."""

    def turned_back(self) -> Sequence[Path]:
        """Files that were dealt with and are to be taken anew, because a person wants it."""


@dataclass(slots=True)
class _Memory:
    """What the watching remembers: files that are dealt with, and when which are tried again."""

    dealt_with: dict[Path, tuple[int, ...]] = field(default_factory=dict)
    again: dict[Path, tuple[int, float]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def new_among(self, files: Sequence[SeenFile], now: float) -> list[SeenFile]:
        return [
            file
            for file in files
            if self.dealt_with.get(file.path) != file.state and self.again.get(file.path, (0, now))[1] <= now
        ]

    def note(self, files: Sequence[SeenFile], failed: set[Path], now: float) -> None:
        for file in files:
            tries = self.again.pop(file.path, (0, now))[0] + 1
            if file.path in failed and tries < AGAIN_TIMES:
                self.again[file.path] = (tries, now + AGAIN_SECONDS * 4 ** (tries - 1))
            else:
                self.dealt_with[file.path] = file.state

    def forget_all_but(self, files: Sequence[SeenFile]) -> None:
        there = {file.path for file in files}
        self.dealt_with = {path: state for path, state in self.dealt_with.items() if path in there}
        self.again = {path: state for path, state in self.again.items() if path in there}


class Watching:
    """One watched folder; `tell` gets a line about each thing that a person should know, once."""

    def __init__(self, intake: Intake, settings: Settings, tell: Callable[[str], None]) -> None:
        self._intake = intake
        self._settings = settings
        self._tell = tell
        self._arrivals = Arrivals(settings.settle_seconds, settings.unfinished_seconds, settings.leg_seconds)
        self._memory = _Memory()
        self._had_files = False

    def run(self, stop: threading.Event) -> None:
        """Watch until `stop` is set. Trouble with the folder, the database or the disk is told and waited out."""
        pause = self._noticed if self._settings.watch_by == "events" else self._paused
        while not stop.is_set():
            began = time.monotonic()
            self.look()
            pause(stop, max(self._settings.poll_seconds, (time.monotonic() - began) / _SHARE_OF_LOOKING))

    def look(self) -> None:
        """Look through the folder once and take what has arrived."""
        try:
            files, failures = find(self._intake.folder, self._settings)
        except (RecordingsError, RemoteError) as error:
            self._tell_once(str(error))
            return
        self._tell_failures(failures)
        if self._had_files and not files:
            self._tell_once(f"{self._intake.folder} was full and is empty now: is it mounted?")
        self._had_files = self._had_files or bool(files)
        try:
            for path in self._intake.turned_back():
                self._memory.dealt_with.pop(path, None)
        except DatabaseError as error:
            self._tell_once(f"{error} (trying again)")
            return
        new = self._memory.new_among(files, time.monotonic())
        arrived = self._arrivals.settled(new, time.monotonic(), wholeness)
        try:
            failed = set(self._intake.take_all(arrived)) if arrived else set()
        except (DatabaseError, ProcessError, RemoteError) as error:
            self._tell_once(f"{error} (trying again)")
            return
        self._memory.note(arrived, failed, time.monotonic())
        self._memory.forget_all_but(files)
        if arrived:
            self._memory.told.clear()

    def _tell_failures(self, failures: Sequence[Failure]) -> None:
        for failure in failures:
            self._tell_once(f"{failure.path}: {failure.reason}")

    def _tell_once(self, line: str) -> None:
        if line not in self._memory.told:
            self._memory.told.add(line)
            self._tell(line)

    def _paused(self, stop: threading.Event, seconds: float) -> None:
        stop.wait(seconds)

    def _noticed(self, stop: threading.Event, seconds: float) -> None:
        """Pause until the system tells of a change; while files are waited for, no longer than by looking."""
        pauses = 1 if self._arrivals.waiting or self._memory.again else _QUIET_PAUSES
        if not self._intake.folder.is_dir():
            stop.wait(seconds)
            return
        quiet = notices(
            self._intake.folder, stop_event=stop, yield_on_timeout=True, rust_timeout=int(seconds * 1000), debounce=500
        )
        for _, changes in zip(range(pauses), quiet, strict=False):
            if changes:
                return
