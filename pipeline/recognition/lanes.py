"""What was said in each lane? The way from sound to words that all engines share.

The speech of all lanes is found, cut into full windows and decoded as one job; what comes back gets the call's clock
again, and what was never said is dropped and told.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field

import numpy as np

from pipeline.audio import RATE, Samples
from pipeline.recognition.engine import Decoded, Engine, EngineLoader
from pipeline.recognition.guards import guard
from pipeline.recognition.leaks import without_leaks
from pipeline.recognition.recogniser import LaneText, Progress, RecogniserError, Recognition
from pipeline.recognition.remarks import split_at_pauses, split_at_voices
from pipeline.recognition.shared_batches import SharedBatches
from pipeline.recognition.speakers import TellApart, VoiceTurn, tell_apart
from pipeline.recognition.voice import Clock, Voice, find_voice
from pipeline.recognition.windows import Window, fill_windows
from pipeline.settings import Settings
from pipeline.transcript import RecogniserVersion, Stretch, Word

# Between these "auto" decides: a noisy start must not turn a Russian call into a Bulgarian one.
_LANGUAGES = ("ru", "en")
_VOTES_A_LANE = 3
# Whisper's own limits for a window that it should not be believed (openai/whisper transcribe.py).
_LEAST_LOG_PROBABILITY = -1.0
_MOST_COMPRESSION = 2.4
_MOST_NO_SPEECH = 0.6


class LaneRecogniser:
    """Hears with any engine; it is loaded once, when it is first needed, and may be shared by threads.

    What several threads bring at the same time is decoded in common batches.
    """

    def __init__(self, settings: Settings, loader: EngineLoader) -> None:
        self._settings = settings
        self._loader = loader
        self._lock = threading.Lock()
        self._engine: SharedBatches | None = None
        self._version: RecogniserVersion | None = None
        self._tell_apart = _teller(settings)

    @property
    def version(self) -> RecogniserVersion:
        """Engine, model with a hash of its weights, and version; raises RecogniserError where there is no model."""
        if self._version is None:
            self._version = self._loader.version()
        return self._version

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """The words of each lane; see `Recogniser.recognise`."""
        engine = self._loaded()
        voices = []
        for lane in lanes:
            if progress is not None:
                progress(0.0)
            voices.append(find_voice(lane))
        own = without_leaks(lanes, voices)
        texts = [_Lane(voice, voice.clock()) for voice, _ in own]
        if len(lanes) == 1:
            texts[0].turns = self._tell_apart(lanes[0], texts[0].voice)
        for text, (_, leaks) in zip(texts, own, strict=True):
            text.dropped += [Stretch(start / RATE, end / RATE, "cross_talk") for start, end in leaks]
        windows = fill_windows(lanes, [text.voice for text in texts], engine.window_seconds)
        language = self._language(engine, windows)
        if language is not None:
            duration = max(lane.size for lane in lanes) / RATE
            decoded = engine.decode((window.samples for window in windows), language, ", ".join(hotwords))
            # A call that ends before its time takes its windows out of the common batches at once.
            with closing(decoded):
                for number, (window, found) in enumerate(zip(windows, decoded, strict=True), start=1):
                    texts[window.lane].add(window, found)
                    if progress is not None:
                        progress(duration * number / len(windows))
        return Recognition(tuple(text.finished() for text in texts), language)

    def warm_up(self) -> None:
        """Load the model and let it hear a second of nothing, so that the first call does not wait for it."""
        engine = self._loaded()
        language = self._settings.language if self._settings.language != "auto" else _LANGUAGES[0]
        if engine.knows(language):
            deque(engine.decode([np.zeros(RATE, np.float32)], language), maxlen=0)

    def _loaded(self) -> SharedBatches:
        with self._lock:
            if self._engine is None:
                self._engine = SharedBatches(self._loader.load())
            return self._engine

    def _language(self, engine: Engine, windows: Sequence[Window]) -> str | None:
        if not windows:
            return None
        wanted = self._settings.language
        if wanted != "auto":
            if engine.knows(wanted):
                return wanted
            raise RecogniserError(
                f"the speech model {self._settings.model!r} does not know the language {wanted!r} "
                "(setting language in callgrade.toml, CALLGRADE_LANGUAGE, or --language)"
            )
        return _most_likely(engine, windows)


def _teller(settings: Settings) -> TellApart:
    if settings.voices == "own":
        return tell_apart
    from pipeline.recognition.pyannote import PyannoteVoices

    return PyannoteVoices(settings)


def _most_likely(engine: Engine, windows: Sequence[Window]) -> str:
    """The language of most of the speech, asked at the beginning, the middle and the end of every lane."""
    known = [language for language in _LANGUAGES if engine.knows(language)] or ["en"]
    if len(known) == 1:
        return known[0]
    votes = dict.fromkeys(known, 0.0)
    for lane in sorted({window.lane for window in windows}):
        spoken = [window for window in windows if window.lane == lane]
        step = max(1, (len(spoken) - 1) // (_VOTES_A_LANE - 1))
        for window in spoken[::step][:_VOTES_A_LANE]:
            samples = window.samples
            shares = engine.language_shares(samples)
            for language in known:
                votes[language] += shares.get(language, 0.0) * samples.size
    return max(known, key=lambda language: votes[language])


@dataclass
class _Lane:
    """What has been heard of one lane so far."""

    voice: Voice
    clock: Clock
    words: list[Word] = field(default_factory=list)
    dropped: list[Stretch] = field(default_factory=list)
    doubtful: list[Stretch] = field(default_factory=list)
    turns: tuple[VoiceTurn, ...] = ()

    def add(self, window: Window, decoded: Decoded) -> None:
        words = [self._on_the_calls_clock(window.start, word) for word in decoded.words]
        if not words:
            return
        start, end = words[0].start, words[-1].end
        if decoded.no_speech > _MOST_NO_SPEECH and decoded.log_probability < _LEAST_LOG_PROBABILITY:
            self.dropped.append(Stretch(start, end, "no_voice"))
            return
        guarded = guard(words, self.voice)
        self.words += guarded.words
        self.dropped += guarded.dropped
        if reason := _why_doubtful(decoded):
            self.doubtful.append(Stretch(start, end, reason))

    def finished(self) -> LaneText:
        dropped, doubtful = _in_order(self.dropped), _in_order(self.doubtful)
        if not self.turns:
            return LaneText(split_at_pauses(self.words), dropped, doubtful)
        segments, voices = split_at_voices(self.words, self.turns)
        return LaneText(segments, dropped, doubtful, voices)

    def _on_the_calls_clock(self, start: float, word: Word) -> Word:
        begin, finish = self.clock.interval(start + word.start, start + word.end)
        return Word(round(begin, 3), round(max(begin, finish), 3), word.text, round(word.probability, 4))


def _in_order(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(stretches, key=lambda stretch: (stretch.start, stretch.end, stretch.reason)))


def _why_doubtful(decoded: Decoded) -> str | None:
    if decoded.compression > _MOST_COMPRESSION:
        return "repetition"
    return "low_probability" if decoded.log_probability < _LEAST_LOG_PROBABILITY else None
