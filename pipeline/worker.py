"""How do many machines share the work? Each runs workers, which take recordings from the queue in PostgreSQL.

The queue is Procrastinate's, in the same database as the recordings, so that a recording is registered and queued in
one transaction. Nobody else knows that library. Tasks are plain functions in the worker's thread: the model stays in
this process, and heartbeats go on while it works. What a worker that died had begun is taken up by another.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.types import JSONValue
from procrastinate.worker import Worker
from sqlalchemy import text
from sqlalchemy.orm import Session

from models import Database, DatabaseError
from pipeline.settings import Settings
from pipeline.storing.recordings import forgotten
from pipeline.work import Again, Desk

log = logging.getLogger(__name__)

FRESH, BACKLOG = 10, 0
_UPKEEP_LOCK = 7_210_541_264
_RECONNECT_SECONDS = 1.0
_LONGEST_WAIT = 600.0
_REGISTER_AT_ONCE = 500


_Answer = TypeVar("_Answer")
# An ingest that hears for itself may be at a recording for hours.
_FORGOTTEN_AFTER = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class PostgresQueue:
    """The queue as those see it who put work into it."""

    def add(self, session: Session, recordings: Sequence[int], folder: Path, *, fresh: bool) -> None:
        """Queue some recordings for `transcribe`, in the session's transaction."""
        self._defer(session, "transcribe", FRESH if fresh else BACKLOG, "recording", recordings, folder=str(folder))

    def add_calls(self, session: Session, calls: Sequence[int]) -> None:
        """Queue some calls for `analyse`, in the session's transaction."""
        self._defer(session, "analyse", BACKLOG, "call", calls)

    def missing(self, session: Session, recordings: Sequence[int]) -> list[int]:
        """Those of the recordings that nothing is queued for."""
        if not recordings:
            return []
        query = (
            "SELECT CAST(args->>'recording' AS bigint) FROM procrastinate_jobs"
            " WHERE task_name = 'transcribe' AND status IN ('todo', 'doing')"
        )
        queued = set(session.scalars(text(query)))
        return [number for number in recordings if number not in queued]

    @staticmethod
    def _defer(session: Session, task: str, priority: int, name: str, numbers: Sequence[int], **others: str) -> None:
        deferrer = _PUTTING.configure_task(task, queue=task, priority=priority, connection=_driver(session))
        for start in range(0, len(numbers), _REGISTER_AT_ONCE):
            some = numbers[start : start + _REGISTER_AT_ONCE]
            given: list[dict[str, JSONValue]] = [{name: number, **others} for number in some]
            try:
                deferrer.batch_defer(*given)
            except ConnectorException as error:
                raise DatabaseError(f"the queue can't be written to: {error.__cause__ or error}") from error


# Never opened: it only writes on the connections that it is given.
_PUTTING = App(connector=SyncPsycopgConnector())


def _driver(session: Session) -> psycopg.Connection[Any]:  # rows of whatever a query asks for
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101 - commands refuse a queue on SQLite before
    return driver


def check_queue(database: Database) -> None:
    """Say by DatabaseError that there is no queue in an embedded database."""
    if database.is_sqlite:
        raise DatabaseError("the queue needs PostgreSQL: set database_url; on one machine callgrade ingest is enough")


class _PatientConnector(PsycopgConnector):
    """Waits for a PostgreSQL that restarts or is out of reach, so that neither heartbeats nor results are lost."""

    def __init__(self, settings: Settings, conninfo: str) -> None:
        super().__init__(conninfo=conninfo, min_size=1, max_size=6, timeout=10.0, kwargs={"connect_timeout": 10})
        self._patience = settings.outage_seconds

    async def execute_query_async(self, query: Any, **arguments: Any) -> None:
        """See the library; tried again while the server is away."""
        ask = super().execute_query_async
        await self._patiently(lambda: ask(query, **arguments))

    async def execute_query_one_async(self, query: Any, **arguments: Any) -> dict[str, Any]:
        """See the library; tried again while the server is away."""
        ask = super().execute_query_one_async
        return await self._patiently(lambda: ask(query, **arguments))

    async def execute_query_all_async(self, query: Any, **arguments: Any) -> list[dict[str, Any]]:
        """See the library; tried again while the server is away."""
        ask = super().execute_query_all_async
        return await self._patiently(lambda: ask(query, **arguments))

    async def listen_notify(self, on_notification: Any, channels: Any) -> None:
        """See the library; listens anew when the connection was lost."""
        while True:
            with contextlib.suppress(ConnectorException):
                await super().listen_notify(on_notification, channels)
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def _patiently(self, ask: Callable[[], Awaitable[_Answer]]) -> _Answer:
        until = asyncio.get_running_loop().time() + self._patience
        while True:
            try:
                return await ask()
            except ConnectorException as error:
                is_away = isinstance(error.__cause__, psycopg.OperationalError)
                if not is_away or asyncio.get_running_loop().time() > until:
                    raise
                log.warning("the queue is out of reach, trying again: %s", error.__cause__)
                await asyncio.sleep(_RECONNECT_SECONDS)


@dataclass(frozen=True, slots=True)
class _Patience(BaseRetryStrategy):
    """When a job is tried again: a fault of its recording after longer and longer, one outside of it for ever."""

    seconds: float
    now: Callable[[], datetime]

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """See the library."""
        tries = exception.attempts - 1 if isinstance(exception, Again) else job.attempts
        wait = min(self.seconds * 4 ** min(tries, 10), _LONGEST_WAIT)
        return RetryDecision(retry_at=self.now() + timedelta(seconds=wait))


class WorkerProgram:
    """The workers of one process: one that hears, one recording at a time, and one for light work."""

    def __init__(self, settings: Settings, desk: Desk) -> None:
        self._settings = settings
        self._desk = desk
        self._running: set[int] = set()
        self._orphans: set[int] = set()
        self._workers: dict[str, Worker] = {}
        url = desk.tools.database.url.set(drivername="postgresql")
        self._connector = _PatientConnector(settings, url.render_as_string(hide_password=False))
        self._app = App(connector=self._connector)
        retry = _Patience(settings.retry_seconds, desk.tools.now)

        @self._app.task(name="transcribe", queue="transcribe", retry=retry)
        def transcribe(recording: int, folder: str) -> None:
            try:
                desk.transcribe(recording, Path(folder))
            finally:
                if desk.deaf() is not None:
                    self.stop()

        @self._app.task(name="analyse", queue="analyse", retry=retry)
        def analyse(call: int) -> None:
            desk.analyse(call)

    def run(self, *, until_empty: bool = False) -> None:
        """Work until stopped by a signal, or until nothing is queued; raises RecogniserError."""
        asyncio.run(self._run(until_empty))
        error = self._desk.deaf()
        if error is not None:
            raise error

    def stop(self) -> None:
        """Take nothing new; what is begun is finished."""
        self._desk.stopping.set()
        for worker in self._workers.values():
            worker.stop()  # type: ignore[no-untyped-call]

    async def _run(self, until_empty: bool) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # A second signal finds the system's own handler: it ends the process, and another takes the work up.
            loop.add_signal_handler(number, self._stop_once, number)
        async with self._app.open_async():
            upkeep = asyncio.create_task(self._keep_up())
            try:
                await asyncio.gather(*(self._work(queue, until_empty) for queue in ("transcribe", "analyse")))
            finally:
                upkeep.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await upkeep

    def _stop_once(self, number: signal.Signals) -> None:
        asyncio.get_running_loop().remove_signal_handler(number)
        log.info("stopping after the recording that is being heard; the same signal again ends at once")
        self.stop()

    async def _work(self, queue: str, until_empty: bool) -> None:
        while not self._desk.stopping.is_set():
            worker = Worker(
                self._app,
                queues=[queue],
                name=f"{self._desk.tools.worker}/{queue}",
                wait=not until_empty,
                fetch_job_polling_interval=2.0,
                delete_jobs="always",
                install_signal_handlers=False,
                update_heartbeat_interval=self._settings.heartbeat_seconds,
                stalled_worker_timeout=self._settings.stalled_seconds,
                worker_middleware=[self._note_running],
            )
            self._workers[queue] = worker
            try:
                await worker.run()  # type: ignore[no-untyped-call]
            except ConnectorException as error:
                log.warning("the queue is out of reach, starting anew: %s", error.__cause__ or error)
                await asyncio.sleep(_RECONNECT_SECONDS)
                continue
            if until_empty:
                return

    async def _note_running(self, call_next: Callable[[], Awaitable[Any]], context: JobContext, _worker: Worker) -> Any:
        number = context.job.id or 0
        self._running.add(number)
        try:
            return await call_next()
        finally:
            self._running.discard(number)

    async def _keep_up(self) -> None:
        """Again and again: what dead workers had begun is given back to the queue, and nothing waits unqueued."""
        turn = 0
        while True:
            await asyncio.sleep(self._settings.heartbeat_seconds)
            try:
                await self._take_up_stalled()
                if turn % 12 == 0:
                    await asyncio.to_thread(self._queue_forgotten)
                turn += 1
            except (ConnectorException, DatabaseError, psycopg.Error) as error:
                log.warning("upkeep of the queue has to wait: %s", error)

    async def _take_up_stalled(self) -> None:
        # One worker at a time: two would each send the same job back, the second perhaps after it was begun again.
        async with self._connector.pool.connection() as connection:
            cursor = await connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (_UPKEEP_LOCK,))
            if await cursor.fetchone() != (True,):
                return
            manager = self._app.job_manager
            stalled = await manager.get_stalled_jobs(seconds_since_heartbeat=self._settings.stalled_seconds)
            for job in [*stalled, *await self._own_orphans()]:
                await self._take_up(job)

    async def _own_orphans(self) -> list[Job]:
        """Jobs that count as begun by this process and aren't: the answer that gave them was lost on the way."""
        begun: dict[int, Job] = {}
        for worker in self._workers.values():
            if worker.worker_id is not None:
                jobs = await self._app.job_manager.list_jobs_async(status="doing", worker_id=worker.worker_id)
                begun |= {job.id: job for job in jobs if job.id is not None and job.id not in self._running}
        orphans = [job for number, job in begun.items() if number in self._orphans]
        self._orphans = set(begun)
        return orphans

    async def _take_up(self, job: Job) -> None:
        manager, number = self._app.job_manager, job.id
        if number is None:
            return
        recording = job.task_kwargs.get("recording")
        if isinstance(recording, int) and not await asyncio.to_thread(self._desk.may_go_on, recording):
            await manager.finish_job_by_id_async(job_id=number, status=Status.FAILED, delete_job=True)
            return
        log.warning("job %s (%s) is taken up again: its worker is gone", number, job.task_kwargs)
        wait = min(self._settings.retry_seconds * 4 ** min(job.attempts, 10), _LONGEST_WAIT)
        await manager.retry_job_by_id_async(job_id=number, retry_at=self._desk.tools.now() + timedelta(seconds=wait))

    def _queue_forgotten(self) -> None:
        """Queue recordings that wait without a job, as an ingest of this machine's own leaves them when stopped."""
        database = self._desk.tools.database
        with database.writing() as session:
            queue = PostgresQueue()
            lost = queue.missing(session, forgotten(session, self._desk.tools.now() - _FORGOTTEN_AFTER))
            if lost:
                queue.add(session, lost, Path(), fresh=False)
