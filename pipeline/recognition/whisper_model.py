"""How does faster-whisper run on this machine? Device and number type are chosen, and its failures become one line."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import ctranslate2
import numpy as np
from faster_whisper import BatchedInferencePipeline, WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import TranscriptionOptions, get_suppressed_tokens, merge_punctuations
from numpy.typing import NDArray

from pipeline.audio import RATE, Samples
from pipeline.recognition.engine import Decoded
from pipeline.recognition.model_files import model_folder
from pipeline.recognition.recogniser import RecogniserError
from pipeline.settings import Settings
from pipeline.transcript import Word

_BATCH = 8
_LEAST_SAMPLES = RATE // 10
_WHISPERS_WINDOW = 30.0
_BEFORE_WORDS, _AFTER_WORDS = "\"'“¿([{-«", "\"'.。,，!！?？:：”)]}、»"


class WhisperModelInMemory:
    """A Whisper model in memory; see `Engine`."""

    def __init__(self, model: WhisperModel, beam_size: int, name: str) -> None:
        self._model = model
        self._beam_size = beam_size
        self._name = name
        self._is_on_cpu = model.model.device == "cpu"
        # In whole numbers a row of a product is the same whatever rows stand beside it. In float it may differ in its
        # last digits, by how many there are; a graphics card is worth that, a CPU gains little by batches.
        keeps = not self._is_on_cpu or model.model.compute_type in ("int8", "int8_float32")
        self._batch = _BATCH if keeps else 1

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

    @property
    def windows_at_once(self) -> int:
        """How many windows are decoded together."""
        return self._batch

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Iterator[Decoded]:
        """What was said in each window (16,000 Hz), in their order, several of them decoded at once.

        A batch that is too large for the graphics card is halved. `hotwords` are names that may come up.
        """
        tokenizer = Tokenizer(
            self._model.hf_tokenizer, self._model.model.is_multilingual, task="transcribe", language=language
        )
        options = self._options(tokenizer, hotwords)
        waiting = iter(windows)
        batch: list[Samples] = []
        while batch := [*batch, *islice(waiting, self._batch - len(batch))]:
            try:
                with _told(self._name):
                    found = self._decoded(batch[: self._batch], tokenizer, options)
            except RecogniserError as error:
                if "out of memory" not in str(error).lower() or self._batch == 1:
                    raise
                self._batch = max(1, min(len(batch), self._batch) // 2)
                continue
            yield from found
            batch = batch[len(found) :]

    def _options(self, tokenizer: Tokenizer, hotwords: str) -> TranscriptionOptions:
        takes_hotwords = bool(hotwords) and self.window_seconds == _WHISPERS_WINDOW
        return TranscriptionOptions(
            beam_size=self._beam_size,
            best_of=1,
            patience=1,
            length_penalty=1,
            repetition_penalty=1,
            no_repeat_ngram_size=0,
            log_prob_threshold=None,
            no_speech_threshold=None,
            compression_ratio_threshold=None,
            condition_on_previous_text=False,
            prompt_reset_on_temperature=0.5,
            temperatures=[0.0],
            initial_prompt=None,
            prefix=None,
            suppress_blank=True,
            suppress_tokens=list(get_suppressed_tokens(tokenizer, [-1])),
            without_timestamps=True,
            max_initial_timestamp=0.0,
            word_timestamps=True,
            prepend_punctuations=_BEFORE_WORDS,
            append_punctuations=_AFTER_WORDS,
            multilingual=False,
            max_new_tokens=None,
            clip_timestamps=[],
            hallucination_silence_threshold=None,
            hotwords=hotwords if takes_hotwords else None,
        )

    def _decoded(
        self, windows: Sequence[Samples], tokenizer: Tokenizer, options: TranscriptionOptions
    ) -> list[Decoded]:
        features = np.stack([self._features(window) for window in windows])
        sound, written = BatchedInferencePipeline(self._model).generate_segment_batched(features, tokenizer, options)
        texts = [[token for token in one["tokens"] if token < tokenizer.eot] for one in written]
        aligned = self._aligned(tokenizer, texts, sound, [self._frames(window) for window in windows])
        return [
            Decoded(
                _words(places, window.size / RATE),
                float(one["avg_logprob"]),
                float(one["no_speech_prob"]),
                _compression(tokenizer.decode(tokens)),
            )
            for one, tokens, places, window in zip(written, texts, aligned, windows, strict=True)
        ]

    def _aligned(
        self, tokenizer: Tokenizer, texts: list[list[int]], sound: ctranslate2.StorageView, frames: list[int]
    ) -> list[list[dict[str, object]]]:
        """The places of each window's words. On a CPU one by one: padding to the longest changes the last digits."""
        if not self._is_on_cpu or len(texts) == 1:
            return list(self._model.find_alignment(tokenizer, texts, sound, frames))
        whole = np.asarray(sound)
        places: list[list[dict[str, object]]] = []
        for number, (text, count) in enumerate(zip(texts, frames, strict=True)):
            own = ctranslate2.StorageView.from_array(whole[number : number + 1])
            places += self._model.find_alignment(tokenizer, [text], own, [count])
        return places

    def _frames(self, window: Samples) -> int:
        features = self._model.feature_extractor
        return min(int(features.nb_max_frames), int(np.ceil(max(window.size, _LEAST_SAMPLES) / features.hop_length)))

    def _features(self, window: Samples) -> NDArray[np.float32]:
        """Log-mel frames of one window, padded as the model was trained: to the length it hears at once."""
        extract = self._model.feature_extractor
        # Speech without a pause may leave a last window of a few samples, and the extractor fails on those.
        whole = np.pad(window, (0, max(0, _LEAST_SAMPLES - window.size)))
        frames: NDArray[np.float32] = extract(whole)[..., : extract.nb_max_frames]
        return np.pad(frames, ((0, 0), (0, extract.nb_max_frames - frames.shape[-1])))


def _words(places: list[dict[str, object]], seconds: float) -> tuple[Word, ...]:
    merge_punctuations(places, _BEFORE_WORDS, _AFTER_WORDS)
    return tuple(
        Word(
            min(float(place["start"]), seconds),  # type: ignore[arg-type]
            min(float(place["end"]), seconds),  # type: ignore[arg-type]
            str(place["word"]),
            float(place["probability"]),  # type: ignore[arg-type]
        )
        for place in places
        if place["word"]
    )


def _compression(text: str) -> float:
    plain = text.encode()
    return len(plain) / len(zlib.compress(plain)) if plain else 0.0


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


def load_model(settings: Settings) -> WhisperModelInMemory:
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
    return WhisperModelInMemory(model, settings.beam_size, settings.model)


def _has_cuda() -> bool:
    try:
        return int(ctranslate2.get_cuda_device_count()) > 0
    except RuntimeError:
        return False


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
