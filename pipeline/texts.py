"""What becomes of chats and letters in a folder? Each is read, judged and stored beside the calls, once.

They are recordings without sound: the content's hash is their identity, and what can't be read has failed for a reason.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from models import Database
from pipeline.analysis import Analysis, analyse
from pipeline.choosing import choose_campaign
from pipeline.correspondence import CorrespondenceError, is_broken, is_correspondence, read_correspondence
from pipeline.meaning import Meaning
from pipeline.pbx import CallDetails
from pipeline.recordings import RecordingsError, fingerprint
from pipeline.settings import Settings
from pipeline.storing import store_analysis, store_call
from pipeline.storing.arrivals import Arrival, SeenFile, find_known, register
from pipeline.storing.recordings import begin_attempt, mark_done, mark_failed, readable
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign

ENDINGS = frozenset({".txt", ".eml", ".json"})


@dataclass(frozen=True, slots=True)
class Desk:
    """What texts are taken with: where they are stored, by what they are judged, whose they are, and the clock."""

    database: Database
    campaigns: Sequence[Campaign]
    settings: Settings
    now: Callable[[], datetime]
    worker: str = ""
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one text: its call and score, or why it has none; `already` where it was stored before."""

    path: Path
    call_id: int | None = None
    score: float | None = None
    why_unscored: str | None = None
    reason: str | None = None
    already: bool = False


def is_text(path: Path) -> bool:
    """Whether a file's ending is that of a chat or a letter."""
    return path.suffix.lower() in ENDINGS


def take_texts(folder: Path, desk: Desk, *, retry_failed: bool = False) -> Iterator[Taken]:
    """Read, judge and store every chat and letter below a folder (or that one file) that is new.

    What failed before is named again, and tried again with `retry_failed`. Raises RecordingsError where the folder
    can't be read, and DatabaseError.
    """
    for path in _texts(Path(os.path.abspath(folder))):  # noqa: PTH100  (resolve() would follow links)
        if isinstance(path, Taken):
            yield path
            continue
        try:
            file = SeenFile.at(path)
            with desk.database.reading() as session:
                known = find_known(session, [file]).get(path)
            if known is None:
                arrival = Arrival(file, fingerprint(path))
                with desk.database.writing() as session:
                    known = register(session, arrival, desk.now())
        except OSError as error:
            yield Taken(path, reason=f"cannot be read: {error.strerror or error}")
            continue
        if known.state == "done":
            yield Taken(path, known.call_id, already=True)
        elif known.state == "failed" and not retry_failed:
            yield Taken(path, reason=known.reason, already=True)
        else:
            yield take_text(path, known.id, desk)


def take_text(path: Path, recording_id: int, desk: Desk) -> Taken:
    """Read, judge and store one registered text, or note why it can't be; raises DatabaseError."""
    began = time.monotonic()
    with desk.database.writing() as session:
        begun = begin_attempt(session, recording_id, desk.worker, desk.now())
    if begun is None:
        return Taken(path, already=True)
    try:
        transcript = _read(path, desk.settings)
    except (CorrespondenceError, OSError) as error:
        reason = error.reason if isinstance(error, CorrespondenceError) else f"cannot be read: {error.strerror}"
        with desk.database.writing() as session:
            mark_failed(session, recording_id, "not_correspondence", reason, CallDetails("text"), desk.now())
        return Taken(path, reason=reason)
    choice = choose_campaign(transcript, desk.campaigns)
    analysis = analyse(transcript, choice.campaign, desk.meaning) if choice.campaign else None
    with desk.database.writing() as session:
        seconds = round(time.monotonic() - began, 3)
        if not mark_done(session, recording_id, _details(transcript), desk.now(), seconds):
            return Taken(path, already=True)
        why = None if choice.campaign else choice.reason
        call_id = store_call(session, recording_id, transcript, desk.now(), why_unscored=why)
        if analysis is not None and choice.campaign is not None:
            store_analysis(session, call_id, analysis, choice.campaign, desk.now())
    return _taken(path, call_id, analysis, why)


def _taken(path: Path, call_id: int, analysis: Analysis | None, why: str | None) -> Taken:
    if analysis is None:
        return Taken(path, call_id, why_unscored=why)
    return Taken(path, call_id, analysis.score, analysis.why_not)


def _read(path: Path, settings: Settings) -> Transcript:
    zone = ZoneInfo(settings.time_zone)
    found = read_correspondence(path, settings.text_agents, zone, settings.phone_region)
    return replace(
        found,
        id=fingerprint(path),
        agent=None if found.agent is None else readable(found.agent),
        client=None if found.client is None else readable(found.client),
        segments=tuple(replace(segment, text=readable(segment.text)) for segment in found.segments),
    )


def _details(transcript: Transcript) -> CallDetails:
    return CallDetails("text", agent=transcript.agent, client=transcript.client, started_at=transcript.started_at)


def _texts(folder: Path) -> Iterator[Path | Taken]:
    """Every chat and letter below a folder in order of name; a place that can't be read is named with its reason."""
    if folder.is_file():
        yield folder
        return
    if not folder.is_dir():
        raise RecordingsError(f"{folder} is not a folder: name the folder that holds the exported chats and letters")
    hindered: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=hindered.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place) / name for name in sorted(names) if not name.startswith(".")):
            if is_text(path) and path.is_file():
                if is_correspondence(path):
                    yield path
                elif is_broken(path):
                    yield Taken(path, reason="it is no whole JSON file: export the chat again")
    for error in hindered:
        yield Taken(Path(error.filename or folder), reason=f"cannot read the folder: {error.strerror}")
