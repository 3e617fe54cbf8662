"""How does sound become words? The recogniser's interface; engines live in files of their own."""

import os

from pipeline.recognition.recogniser import LaneText, Progress, Recogniser, RecogniserError, Recognition

# The hub's library, which faster-whisper imports, reads this once: nothing is to be told to anyone about its use.
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

__all__ = ["LaneText", "Progress", "Recogniser", "RecogniserError", "Recognition"]
