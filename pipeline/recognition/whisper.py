"""The default ear: Whisper models by faster-whisper, on the speech of each lane alone.

Decoding is at temperature 0 only: Whisper's usual second tries draw at random, and the same call must always give the
same words.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from faster_whisper import __version__ as engine_version

from pipeline.audio import RATE, Samples
from pipeline.recognition.model_files import model_folder, short_hash
from pipeline.recognition.recogniser import LaneText, Progress, RecogniserError, Recognition
from pipeline.recognition.remarks import split_at_pauses
from pipeline.recognition.voice import Clock, Voice, find_voice
from pipeline.recognition.whisper_model import LoadedModel, WhisperSegment, load_model
from pipeline.settings import Settings
from pipeline.transcript import RecogniserVersion, Segment, Stretch, Word

# Between these "auto" decides: a noisy start must not turn a Russian call into a Bulgarian one.
_LANGUAGES = ("ru", "en")
_WINDOW = 30 * RATE
_WINDOWS_A_LANE = 3
# Whisper's own limits for a window that it should not be believed (openai/whisper transcribe.py).
_LEAST_LOG_PROBABILITY = -1.0
_MOST_COMPRESSION = 2.4
_MOST_NO_SPEECH = 0.6


class WhisperRecogniser:
    """Hears with a Whisper model; the model is loaded once, when it is first needed, and may be shared by threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._model: LoadedModel | None = None
        self._version: RecogniserVersion | None = None

    @property
    def version(self) -> RecogniserVersion:
        """Engine, model with a hash of its weights, and version; raises RecogniserError where there is no model."""
        if self._version is None:
            folder = model_folder(self._settings.model)
            name = Path(self._settings.model).name
            self._version = RecogniserVersion("faster-whisper", f"{name}@{short_hash(folder)}", engine_version)
        return self._version

    def recognise(self, lanes: Sequence[Samples], progress: Progress | None = None) -> Recognition:
        """The words of each lane; see `Recogniser.recognise`."""
        with self._lock:
            if self._model is None:
                self._model = load_model(self._settings)
        model = self._model
        voices = [find_voice(lane) for lane in lanes]
        spoken = [voice.samples(lane) for voice, lane in zip(voices, lanes, strict=True)]
        language = self._language(model, [speech for speech in spoken if speech.size])
        texts = []
        for index, (voice, speech) in enumerate(zip(voices, spoken, strict=True)):
            share = _Share(progress, index, len(lanes), lanes[index].size / RATE)
            texts.append(_lane_text(model, speech, voice, language, share) if language else LaneText())
            share.report(1.0)
        return Recognition(tuple(texts), language)

    def _language(self, model: LoadedModel, spoken: Sequence[Samples]) -> str | None:
        if not spoken:
            return None
        wanted = self._settings.language
        if wanted != "auto":
            if model.knows(wanted):
                return wanted
            raise RecogniserError(
                f"the speech model {self._settings.model!r} does not know the language {wanted!r} "
                "(setting language in callgrade.toml, CALLGRADE_LANGUAGE, or --language)"
            )
        return _most_likely(model, spoken)


class _Share:
    """One lane's part of a call's progress, in seconds of the call."""

    def __init__(self, progress: Progress | None, index: int, lanes: int, duration: float) -> None:
        self._progress = progress
        self._begin = index / lanes * duration
        self._length = duration / lanes
        self._done = 0.0

    def report(self, fraction: float) -> None:
        self._done = max(self._done, min(1.0, fraction))
        if self._progress is not None:
            self._progress(self._begin + self._done * self._length)


def _most_likely(model: LoadedModel, spoken: Sequence[Samples]) -> str:
    known = [language for language in _LANGUAGES if model.knows(language)] or ["en"]
    if len(known) == 1:
        return known[0]
    votes = dict.fromkeys(known, 0.0)
    for speech in spoken:
        for start in range(0, min(speech.size, _WINDOW * _WINDOWS_A_LANE), _WINDOW):
            window = speech[start : start + _WINDOW]
            shares = model.language_shares(window)
            for language in known:
                votes[language] += shares.get(language, 0.0) * window.size
    return max(known, key=lambda language: votes[language])


def _lane_text(model: LoadedModel, speech: Samples, voice: Voice, language: str, share: _Share) -> LaneText:
    if not voice.stretches:
        return LaneText()
    clock = voice.clock()
    remarks: list[Segment] = []
    dropped: list[Stretch] = []
    doubtful: list[Stretch] = []
    for segment in model.segments(speech, voice.windows(model.window_seconds), language):
        share.report(segment.end / voice.seconds)
        words = _words(segment, clock)
        if not words:
            continue
        start, end = words[0].start, words[-1].end
        if segment.no_speech_prob > _MOST_NO_SPEECH and segment.avg_logprob < _LEAST_LOG_PROBABILITY:
            dropped.append(Stretch(start, end, "no_voice"))
            continue
        remarks.extend(split_at_pauses(words))
        if reason := _why_doubtful(segment):
            doubtful.append(Stretch(start, end, reason))
    return LaneText(tuple(remarks), tuple(dropped), tuple(doubtful))


def _words(segment: WhisperSegment, clock: Clock) -> list[Word]:
    if segment.words:
        return [_word(clock, word.start, word.end, word.word, float(word.probability)) for word in segment.words]
    return [_word(clock, segment.start, segment.end, segment.text, 0.0)] if segment.text.strip() else []


def _word(clock: Clock, start: float, end: float, text: str, probability: float) -> Word:
    begin, finish = clock.interval(float(start), float(end))
    return Word(round(begin, 3), round(max(begin, finish), 3), text, round(probability, 4))


def _why_doubtful(segment: WhisperSegment) -> str | None:
    if segment.compression_ratio > _MOST_COMPRESSION:
        return "repetition"
    return "low_probability" if segment.avg_logprob < _LEAST_LOG_PROBABILITY else None
