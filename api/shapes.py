"""What the JSON interface answers with, beyond the transcript and the analysis that have contracts of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.analysis import Analysis
from pipeline.funnel import StageName
from pipeline.outcome import OutcomeKind
from pipeline.transcript import Direction, Transcript, Written
from scripts_library.campaign import Language

Kind = Literal["steps", "forbidden", "facts", "objections", "policy", "topics"]


class Shape(BaseModel):
    """The parent of every answer: read-only, built from keyword arguments."""

    model_config = ConfigDict(frozen=True)


class Named(Shape):
    """A thing of the script library by its id, with the title that people read."""

    id: str = Field(examples=["greeting"])
    title: str = Field(examples=["Приветствие"])


class CallSummary(Shape):
    """One call as the list shows it: who, when, how long, and how it was judged."""

    id: int = Field(description="the call's number", examples=[17])
    started_at: datetime | None = Field(description="with the zone of the telephone system; null when unknown")
    agent: str | None = Field(description="extension or name", examples=["101"])
    client: str | None = Field(description="telephone number in E.164", examples=["+79161234567"])
    direction: Direction | None
    written: Written | None = Field(description="chat or mail where it is correspondence; null for a call")
    queue: str | None = Field(examples=["sales"])
    duration: float | None = Field(description="seconds", examples=[93.2])
    language: str | None = Field(examples=["ru"])
    campaign: Named | None = Field(description="what it was judged by; null when no campaign fits")
    eligible: bool | None = Field(description="false: no sales talk (see why_not); null: not judged")
    why_not: str | None = Field(description="reason code of a call that has no score", examples=["too_short"])
    score: float | None = Field(description="0–100", examples=[74.5])
    passed: bool | None
    missed_critical: list[Named] = Field(description="critical steps that were missed")
    objections: int = Field(description="how many doubts the client raised", examples=[2])
    objections_unhandled: int = Field(description="how many of them stayed unanswered", examples=[1])
    outcome: OutcomeKind | None


class CallPage(Shape):
    """One page of the list; `next` and `previous` are cursors, null at the ends."""

    calls: list[CallSummary]
    total: int = Field(description="how many calls match the filters", examples=[1240])
    next: str | None = Field(description="give it as `cursor` for the page after this one")
    previous: str | None = Field(description="give it as `cursor` for the page before this one")


class SheetStep(Named):
    """A step of the script as it stood when the call was judged."""

    stage: str | None = None
    weight: float = 1
    required: bool = True
    critical: bool = False


class SheetForbidden(Named):
    """A forbidden phrase as it stood when the call was judged."""

    penalty: float = 0
    critical: bool = False


class Sheet(Named):
    """The campaign that a call was judged by, in the version of that day: titles and weights."""

    language: Language
    pass_score: float = 70
    steps: list[SheetStep] = []
    forbidden: list[SheetForbidden] = []
    facts: list[Named] = []
    objections: list[Named] = []
    policy: list[Named] = []
    topics: list[Named] = []

    def titles(self) -> dict[Kind, dict[str, str]]:
        """Titles by kind and id; ids of different kinds may be the same."""
        kinds: dict[Kind, Sequence[Named]] = {
            "steps": self.steps,
            "forbidden": self.forbidden,
            "facts": self.facts,
            "objections": self.objections,
            "policy": self.policy,
            "topics": self.topics,
        }
        return {kind: {entry.id: entry.title for entry in entries} for kind, entries in kinds.items()}


class RecordingSummary(Shape):
    """The recording that a call was heard from."""

    name: str = Field(description="file name as the telephone system wrote it", examples=["out-79161234567-101.wav"])
    fingerprint: str = Field(description="SHA-256 of the content: the recording's identity")


class CallDetail(Shape):
    """One call with all that is known of it; `transcript` and `analysis` have the shapes of the command line."""

    id: int = Field(examples=[17])
    recording: RecordingSummary
    audio: str | None = Field(
        description="where the sound can be had; null when it is gone", examples=["/api/v1/calls/17/audio"]
    )
    transcript: Transcript
    analysis: Analysis | None = Field(description="null when no campaign fits")
    why_unscored: str | None = Field(description="reason code when no campaign could be chosen")
    campaign: Sheet | None


class RecordingState(Shape):
    """A recording and what became of it; a failed one says why."""

    id: int
    name: str
    path: str
    state: str = Field(description="waiting, done or failed", examples=["failed"])
    reason_code: str | None = Field(examples=["not_audio"])
    reason: str | None = Field(description="one line for a person")
    attempts: int
    first_seen: datetime
    finished: datetime | None
    call: int | None = Field(description="the call's number when there is one")


class WorkProgress(BaseModel):
    """How far the work is; rates are of the last hour, `clear_seconds` is null where nothing was done in it."""

    waiting: int
    done: int
    failed: int
    failures: dict[str, int]
    oldest_seconds: float | None
    done_last_hour: int
    real_time_factor: float | None
    clear_seconds: float | None
    workers: list[str]


class RecordingPage(Shape):
    """One page of recordings, newest first."""

    recordings: list[RecordingState]
    total: int
    next: str | None = Field(description="give it as `cursor` for the page after this one")
    previous: str | None = Field(description="give it as `cursor` for the page before this one")


class FunnelStage(Shape):
    """How many came so far; `dropped` counts by reason code those of the stage before that did not."""

    stage: StageName = Field(examples=["eligible"])
    count: int = Field(examples=[1180])
    dropped: dict[str, int] = Field(examples=[{"voicemail": 41, "too_short": 19}])


class Funnel(Shape):
    """The way from recordings to reviewed calls, in order; a stage's count is the one before less its drops."""

    stages: list[FunnelStage]


class Health(Shape):
    """Whether the program runs, or is ready; `reasons` say what is wrong, each in one line."""

    status: str = Field(description="ok or unavailable", examples=["ok"])
    reasons: list[str] = Field(default=[], examples=[[]])
    version: str = Field(description="the program's version", examples=["0.1.0"])
