"""How are several calls worked at at once on one machine? While one is decoded by the model, the next are made ready.

Each call has a thread of its own; the speech of all goes into the model's common batches. Only so much audio is at
hand at a time, a call that is longer than that goes alone, and what was given first is given back first.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pipeline.recognition import Progress

Key = TypeVar("Key")
Result = TypeVar("Result")
Work = Callable[[Progress], Result]

# Of this many seconds of stereo sound take 230 MiB; longer calls lie on disk while they are worked at.
MOST_SECONDS = 30 * 60.0


class _Stopped(BaseException):
    """The run is over: whatever would come of a call now isn't wanted. No failure of the call."""


@dataclass(slots=True, eq=False)
class _Job(Generic[Key, Result]):
    """One call at work: what came of it, or the error that ended it."""

    key: Key
    seconds: float
    thread: threading.Thread | None = None
    results: list[Result] = field(default_factory=list)
    error: BaseException | None = None
    is_over: bool = False


class SideBySide(Generic[Key, Result]):
    """Works at up to `most` calls at once; `on_progress` is called in the thread that gives the work.

    Used as a context: what is unfinished at its end is stopped at its next sign of progress, and waited for.
    """

    def __init__(self, most: int, on_progress: Callable[[Key, float], None]) -> None:
        self._most = most
        self._on_progress = on_progress
        self._jobs: deque[_Job[Key, Result]] = deque()
        self._told: queue.SimpleQueue[tuple[_Job[Key, Result], float | None]] = queue.SimpleQueue()
        self._stopping = threading.Event()

    def __enter__(self) -> SideBySide[Key, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for job in self._jobs:
            if job.thread is not None:
                job.thread.join()

    def make_room(self, seconds: float) -> Iterator[tuple[Key, Result]]:
        """Wait until a call of so many seconds may be begun; gives what was finished meanwhile, in the order given."""
        while self._jobs and (
            len(self._jobs) >= self._most or sum(job.seconds for job in self._jobs) + seconds > MOST_SECONDS
        ):
            yield self._first()

    def finish(self) -> Iterator[tuple[Key, Result]]:
        """Wait for all that was begun; raises what ended a call."""
        while self._jobs:
            yield self._first()

    def begin(self, key: Key, seconds: float, work: Work[Result]) -> None:
        """Begin the work at a call; a long one, or one at a time, is done in this thread."""
        job: _Job[Key, Result] = _Job(key, seconds)
        self._jobs.append(job)
        if self._most == 1 or seconds > MOST_SECONDS:
            try:
                job.results.append(work(lambda done: self._on_progress(key, done)))
            except BaseException:
                self._jobs.remove(job)
                raise
            job.is_over = True
            return
        job.thread = threading.Thread(target=self._run, args=(job, work), name="call")
        job.thread.start()

    def _run(self, job: _Job[Key, Result], work: Work[Result]) -> None:
        def advanced(seconds: float) -> None:
            if self._stopping.is_set():
                raise _Stopped
            self._told.put((job, seconds))

        try:
            job.results.append(work(advanced))
        except BaseException as error:  # raised again where the result is waited for
            job.error = error
        self._told.put((job, None))

    def _first(self) -> tuple[Key, Result]:
        """What came of the call that was begun first, once it is there."""
        first = self._jobs[0]
        while not first.is_over:
            job, seconds = self._told.get()
            if seconds is None:
                job.is_over = True
            else:
                self._on_progress(job.key, seconds)
        self._jobs.popleft()
        if first.thread is not None:
            first.thread.join()
        if first.error is not None:
            raise first.error
        return first.key, first.results[0]
