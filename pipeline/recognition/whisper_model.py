"""How does faster-whisper run on this machine? Device and number type are chosen, and its failures become one line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import ctranslate2
from faster_whisper import BatchedInferencePipeline, WhisperModel

from pipeline.audio import Samples
from pipeline.recognition.model_files import model_folder
from pipeline.recognition.recogniser import RecogniserError
from pipeline.settings import Settings

_BATCH = 8


class WhisperWord(Protocol):
    """A word as faster-whisper gives it, in seconds of what was decoded."""

    start: float
    end: float
    word: str
    probability: float


class WhisperSegment(Protocol):
    """A segment as faster-whisper gives it, in seconds of what was decoded."""

    start: float
    end: float
    text: str
    words: Sequence[WhisperWord] | None
    avg_logprob: float
    no_speech_prob: float
    compression_ratio: float


class LoadedModel:
    """A Whisper model in memory."""

    def __init__(self, model: WhisperModel, beam_size: int, name: str) -> None:
        self._model = model
        self._beam_size = beam_size
        self._name = name

    def knows(self, language: str) -> bool:
        """Whether the model was trained on a language, given by its two letters."""
        if not self._model.model.is_multilingual:
            return language == "en"
        return self._model.hf_tokenizer.token_to_id(f"<|{language}|>") is not None

    def language_shares(self, window: Samples) -> dict[str, float]:
        """How likely each language is in up to 30 seconds of speech."""
        with _told(self._name):
            _, _, shares = self._model.detect_language(audio=window)
        return dict(shares)

    @property
    def window_seconds(self) -> float:
        """The longest window that the model was made for: 30 s for Whisper's own."""
        features = self._model.feature_extractor
        return float(features.nb_max_frames * features.time_per_frame)

    def segments(
        self, speech: Samples, windows: Sequence[tuple[float, float]], language: str
    ) -> Iterator[WhisperSegment]:
        """What was said in each window (seconds) of speech at 16,000 Hz, several of them decoded at once.

        One segment a window: where a window ends is not left to the model, which would hear its tail twice.
        """
        with _told(self._name):
            found, _ = BatchedInferencePipeline(self._model).transcribe(
                speech,
                language=language,
                beam_size=self._beam_size,
                temperature=0.0,
                clip_timestamps=[{"start": start, "end": end} for start, end in windows],
                word_timestamps=True,
                without_timestamps=True,
                batch_size=_BATCH,
            )
            yield from found


@contextmanager
def _told(name: str, doing: str = "stopped") -> Iterator[None]:
    """The failures of CTranslate2 and the tokenizer as one line with the setting to change."""
    try:
        yield
    except Exception as error:  # tokenizers raises Exception itself
        reason = " ".join(str(error).split())
        if "compute type" in reason or "float16" in reason:
            cure = "set compute_type to default (CALLGRADE_COMPUTE_TYPE)"
        elif "cuda" in reason.lower() or "libcu" in reason:
            cure = "set device to cpu (CALLGRADE_DEVICE), or take a smaller model (CALLGRADE_MODEL)"
        else:
            cure = "check its files, or take another model (CALLGRADE_MODEL)"
        raise RecogniserError(f"speech model {name!r} {doing}: {reason}: {cure}") from error


def load_model(settings: Settings) -> LoadedModel:
    """The model that the settings name, in memory; raises RecogniserError with the setting to change.

    int8 on CPU and float16 on CUDA unless compute_type says otherwise.
    """
    folder = model_folder(settings.model)
    device = settings.device if settings.device != "auto" else ("cuda" if _has_cuda() else "cpu")
    number_type = settings.compute_type
    if number_type == "default":
        number_type = "float16" if device == "cuda" else "int8"
    with _told(settings.model, "can't be loaded"):
        model = WhisperModel(
            str(folder),
            device=device,
            compute_type=number_type,
            cpu_threads=settings.cpu_threads or _cores(),
            local_files_only=True,
        )
    return LoadedModel(model, settings.beam_size, settings.model)


def _has_cuda() -> bool:
    try:
        return int(ctranslate2.get_cuda_device_count()) > 0
    except RuntimeError:
        return False


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
