"""What becomes of one recording? Decoded, heard, judged and stored in one transaction, or failed for a reason.

`process` is what the command line and every worker call; two of them at one recording store it once.
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from models import CallRow, Database, DatabaseError
from pipeline.analysis import Analysis, analyse
from pipeline.attribution import sides_margin
from pipeline.audio import Audio, AudioError
from pipeline.audio.listening import write_listening_copy
from pipeline.audio.loudness import measure
from pipeline.choosing import choose_campaign
from pipeline.finding import at_hand
from pipeline.hearing import Heard, hear
from pipeline.meaning import Meaning
from pipeline.memory import is_shortage, shortage
from pipeline.pbx import CallDetails, read_name
from pipeline.recognition import Progress, Recogniser, RecogniserError
from pipeline.remote import RemoteError
from pipeline.settings import Settings, SettingsError
from pipeline.storing import StoredSound, load_transcript, store_analysis, store_call
from pipeline.storing.copies import copy_path
from pipeline.storing.journals import complete_details
from pipeline.storing.recordings import (
    Begun,
    KnownRecording,
    begin_attempt,
    find_recording,
    mark_done,
    mark_failed,
    readable,
)
from pipeline.texts import Desk, is_text, take_text
from scripts_library.campaign import Campaign

log = logging.getLogger(__name__)


class ProcessError(RuntimeError):
    """The work can't go on, whatever the recording; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages work with: the database, the ear, the scripts, the settings, the clock, and who works.

    `meaning` is the sentence model that has a say in the script's steps, where one is set.
    """

    database: Database
    recogniser: Recogniser
    campaigns: Sequence[Campaign]
    settings: Settings
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    worker: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}")
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of a recording: its call and score, or why it failed.

    `already` says that it was done before, or by another run meanwhile; `seconds` of audio were heard now. `sides`
    tells of a stereo call how much better agent and client fit as they are than changed over (-1 to 1).
    """

    recording_id: int
    call_id: int | None = None
    campaign: str | None = None
    score: float | None = None
    why_unscored: str | None = None
    seconds: float = 0.0
    already: bool = False
    reason_code: str | None = None
    reason: str | None = None
    attempts: int = 0
    direction: str | None = None
    sides: float | None = None

    @property
    def is_failed(self) -> bool:
        """Whether the recording has failed."""
        return self.reason_code is not None


@dataclass(frozen=True, slots=True)
class _Judged:
    campaign: Campaign | None
    analysis: Analysis | None
    why_unscored: str | None


@dataclass(frozen=True, slots=True)
class _Work:
    recording_id: int
    details: CallDetails
    began: float


def process(path: Path, recording_id: int, tools: Tools, progress: Progress | None = None) -> Processed:
    """Take a registered recording through every stage and store what came out, or why nothing did.

    `progress` is called with the seconds of the call that are done. Raises DatabaseError, SettingsError and
    ProcessError, where the cause is not the recording: it then stays waiting and can be begun again.
    """
    if is_text(path):
        desk = Desk(tools.database, tools.campaigns, tools.settings, tools.now, tools.worker, tools.meaning)
        take_text(path, recording_id, desk)
        return _as_stored(recording_id, tools.database)
    began = time.monotonic()
    with tools.database.writing() as session:
        begun = begin_attempt(session, recording_id, tools.worker, tools.now())
    if begun is None:
        return _as_stored(recording_id, tools.database)
    details = CallDetails()
    try:
        with at_hand(path, begun.other_leg, tools.settings) as (here, second):
            details = _told(path, here, tools)
            heard = hear(here, details, tools.settings, tools.recogniser, progress, tools.campaigns, second)
        if heard.transcript.id != begun.content_hash:
            raise AudioError("changed", "the file changed while it was read: ingest it again when it is whole", path)
        judged = _judge(heard, tools)
        sound = _keep_sound(heard.audio, details, begun.content_hash, tools.settings.data_dir)
        work = _Work(recording_id, details, began)
        return _store(work, heard, judged, sound, tools)
    except (DatabaseError, SettingsError, ProcessError):
        raise
    except RemoteError as error:
        raise ProcessError(f"{error}: then start again, it goes on where it stopped") from error
    except Exception as error:
        return replace(_fail(recording_id, path, error, details, begun, tools), attempts=begun.attempts)


def _told(path: Path, here: Path, tools: Tools) -> CallDetails:
    """What is known of a call before it is heard: by its name, its sidecar, and the PBX's journal."""
    details = _readable(read_name(path, tools.settings, here))
    with tools.database.reading() as session:
        return complete_details(session, details, readable(path.name))


def judge_again(
    call_id: int, database: Database, campaigns: Sequence[Campaign], now: datetime, meaning: Meaning | None = None
) -> int | None:
    """Judge a stored call by the campaigns as they are now, beside what it was judged before; gives the analysis' id.

    None for a call that is gone, whose words are erased, or that no campaign is for. Raises DatabaseError.
    """
    with database.reading() as session:
        call = session.get(CallRow, call_id)
        if call is None or call.erased_at is not None:
            return None
        transcript = load_transcript(session, call_id)
    choice = choose_campaign(transcript, campaigns)
    if choice.campaign is None:
        return None
    analysis = analyse(transcript, choice.campaign, meaning)
    with database.writing() as session:
        return store_analysis(session, call_id, analysis, choice.campaign, now)


def as_processed(known: KnownRecording) -> Processed:
    """A recording that another run or an earlier one finished, as a result."""
    return Processed(known.id, known.call_id, already=True, reason_code=known.reason_code, reason=known.reason)


def _judge(heard: Heard, tools: Tools) -> _Judged:
    choice = choose_campaign(heard.transcript, tools.campaigns)
    if choice.campaign is None:
        return _Judged(None, None, choice.reason)
    return _Judged(choice.campaign, analyse(heard.transcript, choice.campaign, tools.meaning), None)


def _keep_sound(audio: Audio, details: CallDetails, content_hash: str, data_dir: Path) -> StoredSound:
    """Write the copy that reviewers play; what is known of the sound."""
    name = copy_path(content_hash)
    try:
        write_listening_copy(audio, data_dir / name)
    except OSError as error:
        raise ProcessError(
            f"cannot write the listening copy {data_dir / name}: {error.strerror or error}: "
            "check rights and free space, then start again: it goes on where it stopped"
        ) from error
    return StoredSound(
        lanes=len(audio.lanes),
        audio_path=name,
        loudness=[asdict(measure(lane)) for lane in audio.lanes],
        warnings=[{"code": notice.code, "message": readable(notice.message)} for notice in audio.warnings],
        telephony_id=details.unique_id,
    )


def _store(work: _Work, heard: Heard, judged: _Judged, sound: StoredSound, tools: Tools) -> Processed:
    now = tools.now()
    with tools.database.writing() as session:
        seconds, content_hash = round(time.monotonic() - work.began, 3), heard.transcript.id
        if not mark_done(session, work.recording_id, work.details, now, seconds, content_hash):
            call_id = None
        else:
            call_id = store_call(session, work.recording_id, heard.transcript, now, sound, judged.why_unscored)
            if judged.analysis is not None and judged.campaign is not None:
                store_analysis(session, call_id, judged.analysis, judged.campaign, now)
    if call_id is None:
        return _as_stored(work.recording_id, tools.database)
    return Processed(
        work.recording_id,
        call_id,
        campaign=judged.campaign.id if judged.campaign else None,
        score=judged.analysis.score if judged.analysis else None,
        why_unscored=judged.why_unscored or (judged.analysis.why_not if judged.analysis else None),
        seconds=heard.audio.duration,
        direction=heard.transcript.direction,
        sides=_sides(heard, judged, tools),
    )


def _sides(heard: Heard, judged: _Judged, tools: Tools) -> float | None:
    """How much better a stereo call's sides fit as they are, by its own script where it has one."""
    if len(heard.audio.lanes) < 2:
        return None
    return sides_margin(heard.transcript, [judged.campaign] if judged.campaign else tools.campaigns)


def _fail(
    recording_id: int, path: Path, error: Exception, details: CallDetails, begun: Begun, tools: Tools
) -> Processed:
    code, reason = _cause(error, path)
    with tools.database.writing() as session:
        failed = mark_failed(session, recording_id, code, reason, details, tools.now(), begun.content_hash)
    if not failed:
        return _as_stored(recording_id, tools.database)
    return Processed(recording_id, reason_code=code, reason=reason)


def _cause(error: Exception, path: Path) -> tuple[str, str]:
    if isinstance(error, AudioError):
        return error.code, error.reason
    if is_shortage(error):
        return "memory", shortage(path)
    if isinstance(error, RecogniserError):
        return "recogniser", str(error)
    if isinstance(error, FileNotFoundError):
        return "vanished", "the file is no longer there"
    if isinstance(error, OSError):
        return "unreadable", f"cannot be read: {error.strerror or error}"
    log.error("%s: a fault of the program", path, exc_info=error)
    told = " ".join(str(error).split())
    return "unexpected", f"a fault of the program, please report it: {type(error).__name__}: {told}"


def _as_stored(recording_id: int, database: Database) -> Processed:
    with database.reading() as session:
        known = find_recording(session, recording_id)
    if known is None:
        return Processed(recording_id, reason_code="vanished", reason="other content took the file's place")
    if known.state == "waiting":
        return Processed(recording_id, reason_code="changed", reason="the call's other leg came: heard again with it")
    return as_processed(known)


def _readable(details: CallDetails) -> CallDetails:
    return replace(
        details,
        agent=_readable_or_none(details.agent),
        client=_readable_or_none(details.client),
        unique_id=_readable_or_none(details.unique_id),
        queue=_readable_or_none(details.queue),
        notes=tuple(readable(note) for note in details.notes),
    )


def _readable_or_none(text: str | None) -> str | None:
    return None if text is None else readable(text)
