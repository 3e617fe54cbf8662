"""Which ear do the settings ask for?"""

from __future__ import annotations

from pipeline.recognition.lanes import LaneRecogniser
from pipeline.settings import Settings


def recogniser_for(settings: Settings) -> LaneRecogniser:
    """The recogniser that the settings name; nothing is loaded yet."""
    if settings.engine == "onnx":
        from pipeline.recognition.onnx import OnnxRecogniser

        return OnnxRecogniser(settings)
    from pipeline.recognition.whisper import WhisperRecogniser

    return WhisperRecogniser(settings)
