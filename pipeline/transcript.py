"""Who said what and when in one call, how sure the recogniser was, and what it could not hear.

This is the contract between hearing and judging: `callgrade transcribe --json` prints it, `callgrade score` reads
it. Only `segments` with start, end and text are required; all else may be missing in a transcript made elsewhere.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

Speaker = Literal["agent", "client"]
Direction = Literal["inbound", "outbound", "internal"]
Written = Literal["chat", "mail"]


class TranscriptError(ValueError):
    """The text given is not a transcript; the message says where and what to mend."""


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word; start and end in seconds from the start of the call, probability 0–1."""

    start: float
    end: float
    text: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One remark, or a part of it, by one speaker; start and end in seconds from the start of the call.

    `agent` says which manager it is, in a call that was passed on from one to another.
    """

    start: float
    end: float
    text: str
    speaker: Speaker | None = None
    words: tuple[Word, ...] = ()
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class RecogniserVersion:
    """What heard this call, so that the same audio can be heard the same way again."""

    engine: str
    model: str
    version: str


# The reason of the moment at the end of a recording that goes no further though the call did.
CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the call, in seconds, with the reason why it is named; `speaker` where it is one lane only."""

    start: float
    end: float
    reason: str
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """What the recogniser dropped as invented, and the stretches that it heard badly."""

    dropped: tuple[Stretch, ...] = ()
    badly_heard: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """How it was told who speaks, and how surely (0–1).

    By the channels of a stereo recording; or by the voices in one channel and by who of them speaks the script.
    """

    how: Literal["channels", "voices"]
    sure: float


@dataclass(frozen=True, slots=True)
class SpeechLevel:
    """How loud one side spoke: mean in dB below full scale (0 is the loudest), and the share of it that clipped (0–1).

    `speaker` is None where nobody can tell who speaks.
    """

    speaker: Speaker | None
    loudness: float
    clipping: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """One call in words. `duration` in seconds; `client` is a phone number in E.164 where it is known.

    `written` says that it is no call but a chat or a letter: its seconds only keep the order of what was written.
    `levels` tell of the sound, side by side, where there was any.
    """

    segments: tuple[Segment, ...]
    id: str | None = None
    language: str | None = None
    duration: float | None = None
    direction: Direction | None = None
    agent: str | None = None
    client: str | None = None
    started_at: datetime | None = None
    queue: str | None = None
    recogniser: RecogniserVersion | None = None
    diagnostics: Diagnostics | None = None
    attribution: Attribution | None = None
    written: Written | None = None
    levels: tuple[SpeechLevel, ...] | None = None

    @property
    def length(self) -> float:
        """Seconds of the call: the given duration, else the end of the last segment."""
        if self.duration is not None:
            return self.duration
        return max((segment.end for segment in self.segments), default=0.0)

    def to_json(self) -> str:
        """The transcript as JSON text, keys in a fixed order, Cyrillic letters as they are."""
        return json.dumps(_jsonable(self), ensure_ascii=False, indent=1)


_adapter: TypeAdapter[Transcript] = TypeAdapter(Transcript)


def _jsonable(transcript: Transcript) -> dict[str, object]:
    fields = {key: value for key, value in asdict(transcript).items() if value is not None}
    if transcript.started_at is not None:
        fields["started_at"] = transcript.started_at.isoformat()
    segments = fields.pop("segments")
    for segment in segments:
        if segment["agent"] is None:
            del segment["agent"]
    return {**fields, "segments": segments}


def parse_transcript(text: str) -> Transcript:
    """The transcript that JSON text holds; raises TranscriptError naming the first place that is wrong."""
    try:
        return _adapter.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise TranscriptError(f"not a transcript: {where}: {first['msg']}") from error


def read_transcript(path: Path) -> Transcript:
    """The transcript in a file; raises TranscriptError when the file can't be read or isn't one."""
    try:
        return parse_transcript(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TranscriptError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path} is not UTF-8 text: save the transcript as UTF-8 JSON") from error
    except TranscriptError as error:
        raise TranscriptError(f"{path}: {error}") from error
