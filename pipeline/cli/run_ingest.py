"""How an ingest looks to the administrator: a bar while it runs, each failure named, what it came to."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from models import Database
from models.schema import open_database
from pipeline.cli.hearing import make_recogniser
from pipeline.embedding import sentence_model
from pipeline.finding import find
from pipeline.ingest import Advanced, Event, Finished, Found, Ingest, IngestReport, Started
from pipeline.ingest import ingest as ingest_folder
from pipeline.process import Tools
from pipeline.reasons import explain_reason
from pipeline.settings import Settings
from pipeline.sides import sides_of
from pipeline.watching import Watching
from scripts_library.campaign import Campaign
from scripts_library.checking import format_problem
from scripts_library.loading import LibraryError, load_library


def run_ingest(folder: Path, settings: Settings, *, retry_failed: bool = False) -> IngestReport:
    """Ingest a folder with a progress bar, and say what came of it."""
    errors = error_console()
    campaigns = usable_campaigns(settings, errors)
    database = open_database(settings.database_url)
    began = time.monotonic()
    try:
        tools = tools_for(settings, database, campaigns)
        with _bar(errors) as bar:
            show = _on_terminal(bar) if errors.is_terminal else _on_paper(errors, settings)
            report = ingest_folder(folder, tools, retry_failed=retry_failed, on_event=show)
    finally:
        database.close()
    _say(report, errors, time.monotonic() - began, settings.machine_price)
    return report


def run_watch(folder: Path, settings: Settings, *, retry_failed: bool = False) -> int:
    """Watch a folder and hear what comes, until stopped; a line for each recording."""
    errors = error_console()
    campaigns = usable_campaigns(settings, errors)
    database = open_database(settings.database_url)
    try:
        tools = tools_for(settings, database, campaigns)
        _ = tools.recogniser.version
        intake = Ingest(folder, tools, retry_failed, _as_log(errors, settings))
        intake.prepare()
        find(intake.folder, settings)
        errors.print(f"watching {intake.folder} (Ctrl+C stops)", markup=False)
        Watching(intake, settings, lambda line: errors.print(f"callgrade: {line}", markup=False)).run(_stop_on_signal())
    finally:
        database.close()
    return 0


def tools_for(settings: Settings, database: Database, campaigns: Sequence[Campaign]) -> Tools:
    """What recordings are processed with, as set; raises SettingsError, RecogniserError and MeaningError."""
    meaning = sentence_model(settings.meaning_model)
    return Tools(database, make_recogniser(settings), campaigns, settings, meaning=meaning)


def error_console() -> Console:
    """Standard error, for progress and complaints."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def usable_campaigns(settings: Settings, errors: Console) -> Sequence[Campaign]:
    """The library's campaigns, the broken ones named; raises LibraryError when none is left."""
    library = load_library(settings.library_dir)
    for problem in library.problems:
        if problem.disables:
            errors.print(f"callgrade: {format_problem(problem, settings.interface_language)}", markup=False)
    if not library.campaigns:
        raise LibraryError(
            f"{settings.library_dir}: no campaign can be used: run callgrade library check, or name another --library"
        )
    return library.campaigns


def _stop_on_signal() -> threading.Event:
    # Nothing is half-stored whenever it stops, so a long recording is not waited for.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return threading.Event()


def _as_log(console: Console, settings: Settings) -> Callable[[Event], None]:
    def show(event: Event) -> None:
        if isinstance(event, Finished):
            console.print(f"{event.path}: {_result(event, settings)}", markup=False)

    return show


def _bar(console: Console) -> Progress:
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        disable=not console.is_terminal,
    )


def _on_terminal(bar: Progress) -> Callable[[Event], None]:
    task: TaskID = bar.add_task("", total=None)

    def show(event: Event) -> None:
        match event:
            case Found(files, known):
                bar.update(task, total=files - known)
            case Started(path):
                bar.update(task, description=path.name)
            case Advanced(path, seconds):
                bar.update(task, description=f"{path.name}  {int(seconds) // 60}:{int(seconds) % 60:02d}")
            case Finished():
                bar.update(task, advance=1, description="")

    return show


def _on_paper(console: Console, settings: Settings) -> Callable[[Event], None]:
    """Without a terminal a log is wanted: a line for each recording when it is finished."""
    total = done = 0

    def show(event: Event) -> None:
        nonlocal total, done
        if isinstance(event, Found):
            total = event.files - event.known
            console.print(f"{event.files} recordings found, {total} to do", markup=False)
        elif isinstance(event, Finished):
            done += 1
            console.print(f"[{done}/{total}] {event.path.name}: {_result(event, settings)}", markup=False)

    return show


def scored(score: float | None, why_unscored: str | None, settings: Settings) -> str:
    """A call's score in words, or why it has none."""
    if score is not None:
        return f"score {score:g}"
    return f"not scored ({explain_reason(why_unscored or '', settings.interface_language).rstrip('.')})"


def _result(event: Finished, settings: Settings) -> str:
    result = event.result
    if result.reason is not None:
        return f"failed: {result.reason}"
    if result.already:
        return "known already"
    return scored(result.score, result.why_unscored, settings)


def _say(report: IngestReport, console: Console, seconds: float, price: float) -> None:
    for title, failures in (("failed", report.failed), ("failed before", report.failed_before)):
        for failure in failures:
            console.print(f"callgrade: {title}: {failure.path}: {failure.reason}", markup=False)
    counts = f"{len(report.done)} done, {len(report.skipped)} known already, {len(report.failed)} failed"
    if report.failed_before:
        counts += f", {len(report.failed_before)} failed before (--retry-failed tries them again)"
    console.print(f"{counts}{_cost(report.seconds, seconds, price)}", markup=False)
    for sides in sides_of((one.result.direction, one.result.sides) for one in report.done):
        if sides.advice is not None:
            console.print(f"callgrade: {sides.advice}", markup=False)


def _cost(audio: float, seconds: float, price: float) -> str:
    """What was heard in which time, by the hour of audio, with its price where the machine has one."""
    if not audio:
        return ""
    hourly = 3600 * seconds / audio
    money = f", {price * hourly / 3600:.2f} of money" if price else ""
    return f"; {audio / 60:.1f} minutes of audio in {seconds:.0f} s: {hourly:.0f} s of compute{money} an hour of audio"
