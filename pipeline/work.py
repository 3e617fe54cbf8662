"""What does a worker do with a recording or a call that it is given by number? And what when it goes wrong?

A fault of the recording is its state; one that may pass is tried again, three times at most; a fault outside of it
(database away, disk full) doesn't count as an attempt. None of this knows which queue the number came from.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import structlog

from models import DatabaseError
from pipeline.finding import is_there
from pipeline.ingest import DEAF, PASSING
from pipeline.originals import put_away
from pipeline.pbx import CallDetails
from pipeline.process import Processed, ProcessError, Tools, judge_again, process
from pipeline.recognition import RecogniserError
from pipeline.remote import RemoteError
from pipeline.settings import SettingsError
from pipeline.storing.arrivals import files_of
from pipeline.storing.recordings import find_recording, give_back_attempt, mark_failed, readable
from scripts_library.campaign import Campaign
from scripts_library.loading import load_library

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)

MOST_ATTEMPTS = 3
# So many times in a row, and it is this machine's recogniser, not the recordings.
RECOGNISER_FAULTS = 3
_LONGEST_REST = 60.0
_ASK_SECONDS = 1.0


class Again(Exception):  # noqa: N818 - no error, but an order to the queue
    """The recording failed by a cause that may pass; `attempts` were made so far."""

    def __init__(self, attempts: int, reason: str) -> None:
        super().__init__(reason)
        self.attempts = attempts


class Fault(Exception):  # noqa: N818 - so named beside Again
    """Something outside of the recording ended the attempt: it waits, and the attempt doesn't count."""


@dataclass(slots=True)
class Desk:
    """Where a worker does its work, with its tools at hand; `stopping` cuts its rests short."""

    tools: Tools
    stopping: threading.Event = field(default_factory=threading.Event)
    recogniser_faults: int = 0
    _faults: int = 0
    _library: tuple[float, Sequence[Campaign]] = (0.0, ())

    def transcribe(self, recording_id: int, folder: Path) -> Processed | None:
        """Take a recording through every stage; None where there is nothing to do. Raises Again and Fault."""
        with structlog.contextvars.bound_contextvars(recording=recording_id):
            return self._transcribe(recording_id, folder)

    def _transcribe(self, recording_id: int, folder: Path) -> Processed | None:
        name = None
        try:
            with self.tools.database.reading() as session:
                known = find_recording(session, recording_id)
                files = files_of(session, recording_id)
            if known is None or (known.state == "failed" and known.reason_code not in PASSING):
                return None
            result, name = None, readable(files[0].name)
            if known.state != "done":
                there = next((path for path in files if is_there(path, self.tools.settings)), files[0])
                result = process(there, recording_id, self._tools())
        except (DatabaseError, ProcessError, RemoteError, SettingsError) as error:
            log.warning("waits", file=name, reason=str(error))
            self._rest(recording_id)
            raise Fault(str(error)) from error
        self._faults = 0
        _tell(name, result)
        if result is not None and result.reason_code is not None:
            self._weigh(result)
            return result
        self.recogniser_faults = 0
        for problem in put_away(files, folder, self.tools.settings):
            log.warning("not put away", reason=problem)
        return result

    def analyse(self, call_id: int) -> None:
        """Judge a stored call again by the library as it is now; raises Fault."""
        try:
            judge_again(call_id, self.tools.database, self._campaigns(), self.tools.now(), self.tools.meaning)
        except (DatabaseError, ProcessError, SettingsError) as error:
            raise Fault(str(error)) from error

    def may_go_on(self, recording_id: int) -> bool:
        """After the death of the worker that was at it: may a recording be tried again, or is it set aside now?"""
        with self.tools.database.writing() as session:
            known = find_recording(session, recording_id)
            if known is None or (known.state == "failed" and known.reason_code not in PASSING):
                return False
            if known.state == "done" or known.attempts < MOST_ATTEMPTS:
                return True
            reason = (
                f"the worker died {known.attempts} times while it worked on it: too little memory for the model and "
                "this call, or a file that crashes the decoder; look at the worker's log, then retry"
            )
            mark_failed(session, recording_id, "crashed", reason, CallDetails(), self.tools.now())
            log.error("set aside", recording=recording_id, reason=reason)
            return False

    def _weigh(self, result: Processed) -> None:
        self.recogniser_faults = self.recogniser_faults + 1 if result.reason_code in DEAF else 0
        if result.reason_code in PASSING and result.attempts < MOST_ATTEMPTS:
            raise Again(result.attempts, result.reason or "")

    def _tools(self) -> Tools:
        return replace(self.tools, campaigns=self._campaigns())

    def _campaigns(self) -> Sequence[Campaign]:
        """The library's campaigns, read anew when a file of it has changed: a worker runs for months."""
        folder = self.tools.settings.library_dir
        newest = max((path.stat().st_mtime for path in folder.rglob("*.yaml")), default=0.0)
        if newest != self._library[0]:
            campaigns = load_library(folder).campaigns
            self._library = (newest, campaigns or self.tools.campaigns)
        return self._library[1] or self.tools.campaigns

    def _rest(self, recording_id: int) -> None:
        """Give the attempt back and wait: on a full disk the next recording would be heard in vain as well."""
        settings = self.tools.settings
        until = time.monotonic() + settings.outage_seconds
        while True:
            try:
                with self.tools.database.writing() as session:
                    give_back_attempt(session, recording_id)
                break
            except DatabaseError:
                if time.monotonic() > until or self.stopping.wait(_ASK_SECONDS):
                    break
        self._faults += 1
        self.stopping.wait(min(settings.retry_seconds * 2 ** (self._faults - 1), _LONGEST_REST))

    def deaf(self) -> RecogniserError | None:
        """The error to stop with once this machine's recogniser has failed at recording after recording."""
        if self.recogniser_faults < RECOGNISER_FAULTS:
            return None
        return RecogniserError(
            f"the recogniser failed at {self.recogniser_faults} recordings in a row: look at their reasons "
            "(callgrade status), mend this machine's model or device, then start the worker again"
        )


def _tell(name: str, result: Processed | None) -> None:
    if result is None or result.already:
        log.info("done before", file=name)
    elif result.reason_code is not None:
        log.warning("failed", file=name, code=result.reason_code, reason=result.reason, attempt=result.attempts)
    else:
        score = {"score": result.score} if result.score is not None else {"unscored": result.why_unscored}
        log.info("done", file=name, call=result.call_id, seconds=round(result.seconds, 1), **score)
