"""What must an engine do to be Callgrade's ear? Lanes of speech in, words with times and probabilities out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.audio import Samples
from pipeline.transcript import RecogniserVersion, Segment, Stretch

Progress = Callable[[float], None]


class RecogniserError(RuntimeError):
    """The recogniser can't work as it is set; the message names the setting to change."""


@dataclass(frozen=True, slots=True)
class LaneText:
    """What was said in one lane, in order of time; segments carry no speaker yet.

    In a lane that two people share, `voices` say for each segment which of the two it is (0 speaks first), None where
    that is unsure; it is empty where one voice was heard. `dropped` are stretches whose text was thrown away as
    invented, `badly_heard` those whose text is doubtful.
    """

    segments: tuple[Segment, ...] = ()
    dropped: tuple[Stretch, ...] = ()
    badly_heard: tuple[Stretch, ...] = ()
    voices: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was said in every lane given, in the lanes' order; `language` as two letters, None where nobody spoke."""

    lanes: tuple[LaneText, ...]
    language: str | None


class Recogniser(Protocol):
    """A speech recogniser; faster-whisper is the default."""

    @property
    def version(self) -> RecogniserVersion:
        """What hears: engine, model and version; raises RecogniserError where the model can't be had."""

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """The words of each lane: float32 samples in [-1, 1] at 16,000 Hz; the same lanes always give the same words.

        `progress` is called with the seconds of the call that are done; `hotwords` are names that may come up, heeded
        by engines that can. Raises RecogniserError.
        """
