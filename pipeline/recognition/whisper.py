"""The default ear: Whisper models by faster-whisper.

Decoding is at temperature 0 only: Whisper's usual second tries draw at random, and the same call must always give the
same words. Earlier text is never given as a prompt, since that is how an invention spreads from window to window.
"""

from __future__ import annotations

from pathlib import Path

from faster_whisper import __version__ as engine_version

from pipeline.recognition.lanes import LaneRecogniser
from pipeline.recognition.model_files import model_folder, short_hash
from pipeline.recognition.whisper_model import WhisperModelInMemory, load_model
from pipeline.settings import Settings
from pipeline.transcript import RecogniserVersion


class WhisperLoader:
    """Finds and loads the Whisper model that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def version(self) -> RecogniserVersion:
        """Engine, model with a hash of its weights, and version."""
        folder = model_folder(self._settings.model)
        name = Path(self._settings.model).name
        return RecogniserVersion("faster-whisper", f"{name}@{short_hash(folder)}", engine_version)

    def load(self) -> WhisperModelInMemory:
        """The model in memory."""
        return load_model(self._settings)


class WhisperRecogniser(LaneRecogniser):
    """Hears with a Whisper model."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, WhisperLoader(settings))
