"""How does a recording's file become sound: decoding, lanes, loudness, clips and the copy that reviewers play."""

from pipeline.audio.decoded import RATE, Audio, AudioError, Notice, Samples
from pipeline.audio.decoding import Probe, decode, probe
from pipeline.audio.legs import join_legs

__all__ = ["RATE", "Audio", "AudioError", "Notice", "Probe", "Samples", "decode", "join_legs", "probe"]
