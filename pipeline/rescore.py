"""How is the history judged anew? Batch by batch in several processes; stopped at any moment, the next run goes on."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from models import Database
from pipeline.comparison import Comparing, Comparison, by_call
from pipeline.embedding import sentence_model
from pipeline.rescoring import Plan, Rescored, plan_rescoring, rescore_calls, stored_results
from pipeline.storing.corrections import corrections_in_force
from scripts_library.campaign import Campaign

_BATCH = 25
_OBJECTS_BETWEEN_COLLECTIONS = 200_000
_AHEAD = 3
_WORTH_A_PROCESS = 60


@dataclass(frozen=True, slots=True)
class Rescoring:
    """What came of a rescoring: the comparison, how many calls were judged anew, and those that couldn't be."""

    comparison: Comparison
    judged: int
    failed: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How to rescore: one campaign's calls only, without storing, in so many processes (0: one a core).

    `meaning_model` names the sentence model that has a say, as the setting does; each process loads its own.
    """

    campaign: str | None = None
    dry_run: bool = False
    jobs: int = 0
    meaning_model: str = ""


def rescore(
    database: Database,
    campaigns: Sequence[Campaign],
    options: Options,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Rescoring:
    """Every stored call that a library change concerns, judged anew; `progress` is told the calls done and to do.

    Calls whose current result these versions made are only counted, so that a run that was stopped goes on. With
    `dry_run` nothing is stored. Raises DatabaseError, and MeaningError where the sentence model can't be used.
    """
    with database.reading() as session:
        plan = plan_rescoring(session, campaigns, options.campaign, sentence_model(options.meaning_model))
        corrections = by_call(corrections_in_force(session, options.campaign))
    comparing = Comparing(corrections)
    _settled(database, plan, comparing)
    failed: list[tuple[int, str]] = []
    done = 0
    progress(0, len(plan.waiting))
    with _seldom_collecting():
        for judged, faults in _judged(database, plan, campaigns, options):
            for one in judged:
                comparing.add(one)
            failed += faults
            done += len(judged) + len(faults)
            progress(done, len(plan.waiting))
    return Rescoring(comparing.whole(), done - len(failed), tuple(sorted(failed)))


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Without a search for rings of objects at every few hundred words read: a call makes none."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


_Batch = tuple[list[Rescored], list[tuple[int, str]]]


def _settled(database: Database, plan: Plan, comparing: Comparing) -> None:
    """Calls that stay as they are count on both sides; only those that a person reviewed are looked up."""
    reviewed = [call for call in plan.settled if call in comparing.corrections]
    with database.reading() as session:
        for call, result in stored_results(session, reviewed).items():
            comparing.add(Rescored(call, None, result, result))
    comparing.calls += len(plan.settled) - len(reviewed)


def _judged(database: Database, plan: Plan, campaigns: Sequence[Campaign], options: Options) -> Iterator[_Batch]:
    batches = [plan.waiting[first : first + _BATCH] for first in range(0, len(plan.waiting), _BATCH)]
    jobs = min(options.jobs or os.cpu_count() or 1, max(1, len(plan.waiting) // _WORTH_A_PROCESS))
    if jobs == 1:
        for batch in batches:
            yield _batch(database, batch, campaigns, options)
        return
    url = database.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), _set_up, (url, tuple(campaigns), options)
    ) as pool:
        running: set[Future[_Batch]] = set()
        try:
            for batch in batches:
                if len(running) >= _AHEAD * jobs:
                    finished, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in finished)
                running.add(pool.submit(_work, batch))
            while running:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in finished)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_worker: list[tuple[Database, tuple[Campaign, ...], Options]] = []


def _set_up(url: str, campaigns: tuple[Campaign, ...], options: Options) -> None:
    """A worker's own connection and scripts."""
    _worker[:] = [(Database(url), campaigns, options)]
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *gc.get_threshold()[1:])


def _work(calls: Sequence[int]) -> _Batch:
    database, campaigns, options = _worker[0]
    return _batch(database, calls, campaigns, options)


def _batch(database: Database, calls: Sequence[int], campaigns: Sequence[Campaign], options: Options) -> _Batch:
    """A batch judged; where a call can't be, the others of its batch one by one."""
    now = None if options.dry_run else _now
    try:
        return rescore_calls(database, calls, campaigns, now, sentence_model(options.meaning_model)), []
    except LookupError as error:
        if len(calls) == 1:
            return [], [(calls[0], str(error))]
    judged: list[Rescored] = []
    failed: list[tuple[int, str]] = []
    for call in calls:
        more, faults = _batch(database, [call], campaigns, options)
        judged += more
        failed += faults
    return judged, failed


def _now() -> datetime:
    return datetime.now(UTC)
