"""A second ear: GigaAM, T-one, Parakeet and other models that onnx-asr runs, by name or by folder.

On Russian telephone calls T-one's authors measured far fewer word errors for these than for Whisper (19.4 % for
large-v3, 10.2 % for GigaAM, 8.6 % for T-one: T-one's README). onnx-asr is the extra `onnx`; it needs no PyTorch.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.audio import RATE, Samples
from pipeline.recognition.engine import Decoded
from pipeline.recognition.lanes import LaneRecogniser
from pipeline.recognition.recogniser import RecogniserError
from pipeline.settings import DEMO_LETTERS_MODEL, Settings
from pipeline.transcript import RecogniserVersion, Word

if TYPE_CHECKING:
    from onnx_asr.adapters import TimestampedResultsAsrAdapter
    from onnx_asr.asr import TimestampedResult

_SETTING = "(setting model, CALLGRADE_MODEL, or --model)"
_WINDOW_SECONDS = 20.0
# Models that write one language only, by what their names hold.
_ONE_LANGUAGE = {"gigaam-v": "ru", "t-one": "ru", "-ru": "ru", "vosk-model-small-ru": "ru", "parakeet-ctc": "en"}
_LAST_TOKEN_SECONDS = 0.08


class OnnxModel:
    """A model of onnx-asr in memory; see `Engine`."""

    def __init__(self, model: TimestampedResultsAsrAdapter, name: str, window_seconds: float = _WINDOW_SECONDS) -> None:
        self._model = model
        self._name = name
        self._window_seconds = window_seconds

    @property
    def window_seconds(self) -> float:
        """The longest window that is decoded at once."""
        return self._window_seconds

    @property
    def windows_at_once(self) -> int:
        """One: a shorter window would be padded, and many of these models hear the padding."""
        return 1

    def knows(self, language: str) -> bool:
        """Whether the model can write a language; a model whose name doesn't tell is believed to."""
        return next((only == language for part, only in _ONE_LANGUAGE.items() if part in self._name.lower()), True)

    def language_shares(self, window: Samples) -> dict[str, float]:
        """Nothing: these models don't tell which language they hear."""
        return {}

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Iterator[Decoded]:
        """What was said in each window; these models take no hotwords and are told no language."""
        for window in windows:
            try:
                written = self._model.recognize(window)  # at 16,000 Hz, as ours are
            except Exception as error:
                reason = " ".join(str(error).split())
                raise RecogniserError(
                    f"speech model {self._name!r} stopped: {reason}: check its files {_SETTING}"
                ) from error
            yield _decoded(written, window.size / RATE)


def _decoded(written: TimestampedResult, seconds: float) -> Decoded:
    tokens, times = written.tokens or [], written.timestamps or []
    chances = written.logprobs or [0.0] * len(tokens)
    words: list[Word] = []
    letters: list[tuple[str, float, float]] = []
    for token, time, chance in zip(tokens, times, chances, strict=False):
        if token.startswith(" ") and letters:
            words.append(_word(letters, seconds))
            letters = []
        if token.strip():
            letters.append((token.strip(), time, chance))
    if letters:
        words.append(_word(letters, seconds))
    mean = float(np.mean(chances)) if chances else 0.0
    return Decoded(tuple(word for word in words if word.text.strip()), mean)


def _word(letters: list[tuple[str, float, float]], seconds: float) -> Word:
    """One word; CTC tells when a token begins, so its last one is given a fixed length."""
    text = "".join(letter for letter, _, _ in letters)
    start, end = letters[0][1], min(seconds, letters[-1][1] + _LAST_TOKEN_SECONDS)
    return Word(start, max(start, end), " " + text, float(np.exp(np.mean([chance for _, _, chance in letters]))))


class OnnxLoader:
    """Finds and loads the onnx-asr model that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def version(self) -> RecogniserVersion:
        """Engine, model (with a hash of its weights where it is a folder), and version."""
        engine = _engine_version()
        name = f"{self._folder.name}@{_hash(self._folder)}" if self._folder else self._settings.model
        return RecogniserVersion("onnx-asr", name, engine)

    @cached_property
    def _folder(self) -> Path | None:
        path = DEMO_LETTERS_MODEL if self._settings.model == "demo" else Path(self._settings.model).expanduser()
        return path if path.is_dir() else None

    def load(self) -> OnnxModel:
        """The model in memory."""
        _engine_version()
        import onnxruntime
        from onnx_asr.loader import Manager

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._settings.cpu_threads or len(os.sched_getaffinity(0))
        providers = ["CUDAExecutionProvider"] if self._settings.device == "cuda" else ["CPUExecutionProvider"]
        name = None if self._folder else self._settings.model
        try:
            model = Manager(options, providers).create_asr(name, self._folder).with_timestamps()
        except Exception as error:
            reason = " ".join(str(error).split())
            raise RecogniserError(
                f"no onnx-asr model {self._settings.model!r} ({reason}): name one that onnx-asr knows, such as "
                f"gigaam-v3-ctc or t-tech/t-one, or a folder whose config.json has its model_type {_SETTING}"
            ) from error
        name = self._folder.name if self._folder else self._settings.model
        return OnnxModel(model, name, _window_seconds(self._folder))


class OnnxRecogniser(LaneRecogniser):
    """Hears with a model that onnx-asr runs."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, OnnxLoader(settings))


def _engine_version() -> str:
    try:
        return metadata.version("onnx-asr")
    except metadata.PackageNotFoundError as error:
        raise RecogniserError(
            "engine onnx needs the package onnx-asr: pip install 'callgrade[onnx]', or set engine to whisper "
            "(CALLGRADE_ENGINE)"
        ) from error


def _window_seconds(folder: Path | None) -> float:
    """What the model's config.json says of the longest window it was trained on, else what suits all that are known."""
    if folder is None or not (folder / "config.json").is_file():
        return _WINDOW_SECONDS
    told = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("window_seconds", _WINDOW_SECONDS)
    return float(told)


def _hash(folder: Path) -> str:
    weights = hashlib.sha256()
    for file in sorted(folder.glob("*.onnx")):
        with file.open("rb") as opened:
            weights.update(hashlib.file_digest(opened, "sha256").digest())
    return weights.hexdigest()[:12]
