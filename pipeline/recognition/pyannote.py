"""Whose voice is it, told by pyannote.audio? For those who have its weights; it needs PyTorch and is slower than ours.

The extra `voices`; read from a folder, or from the hub by the name that the setting gives. See its README for the API.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from pipeline.audio import RATE, Samples
from pipeline.recognition.recogniser import RecogniserError
from pipeline.recognition.speakers import VoiceTurn
from pipeline.recognition.voice import Voice
from pipeline.settings import Settings

_SETTING = "(setting voices_model in callgrade.toml or CALLGRADE_VOICES_MODEL)"
# It says who speaks, not how surely.
_SURE = 0.9
_LEAST_SECONDS = 0.2


class Span(Protocol):
    """A stretch of time as pyannote.core has it, in seconds."""

    start: float
    end: float


class PyannoteVoices:
    """Tells two voices apart by a diarization pipeline of pyannote.audio; see `TellApart`."""

    def __init__(self, settings: Settings) -> None:
        self._name = settings.voices_model

    def __call__(self, lane: Samples, voice: Voice) -> tuple[VoiceTurn, ...]:
        """Whose each stretch of voice is; empty where there is one voice only."""
        if not voice.spoken:
            return ()
        diarize, tensor = _loaded(self._name)
        try:
            found = diarize({"waveform": tensor(lane)[None, :], "sample_rate": RATE}, num_speakers=2)  # type: ignore[operator]
        except Exception as error:
            reason = " ".join(str(error).split())
            raise RecogniserError(f"{self._name!r} could not tell the voices apart: {reason} {_SETTING}") from error
        return voice_turns(_spans(found))


def voice_turns(spans: Iterable[tuple[Span, str]]) -> tuple[VoiceTurn, ...]:
    """pyannote's stretches as ours: who speaks first is 0, a third voice and mere breaths are left out."""
    ordered = sorted(((span.start, span.end, who) for span, who in spans), key=lambda one: one[:2])
    numbers: dict[str, int] = {}
    turns = []
    for start, end, who in ordered:
        if end - start < _LEAST_SECONDS:
            continue
        number = numbers.setdefault(who, len(numbers))
        if number < 2:
            turns.append(VoiceTurn(round(start, 3), round(end, 3), number, _SURE))
    return tuple(turns) if len(numbers) > 1 else ()


def _spans(found: object) -> Iterable[tuple[Span, str]]:
    # Version 4 gives an object with stretches of which no two overlap, version 3 an annotation with tracks.
    exclusive = getattr(found, "exclusive_speaker_diarization", None)
    if exclusive is not None:
        return [(span, str(who)) for span, who in exclusive]
    annotation = getattr(found, "speaker_diarization", found)
    return [(span, str(who)) for span, _, who in annotation.itertracks(yield_label=True)]  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _loaded(name: str) -> tuple[object, object]:
    os.environ["PYANNOTE_METRICS_ENABLED"] = "0"
    try:
        import torch
        from pyannote.audio import Pipeline
    except ImportError as error:
        raise RecogniserError(
            f'{error.name} is missing: pip install "callgrade[voices]", or set voices = "own" {_SETTING}'
        ) from error
    try:
        loaded = Pipeline.from_pretrained(name)
    except Exception as error:
        reason = " ".join(str(error).split())[:200]
        raise RecogniserError(f"{name!r} can't be loaded by pyannote.audio: {reason} {_SETTING}") from error
    if loaded is None:
        raise RecogniserError(f"{name!r} needs its licence to be accepted on the hub, or name a folder {_SETTING}")
    return loaded, torch.from_numpy
