"""Are the sample recordings what their dialogues say? `python -m samples.check` prints a table and fails if not.

Looks at the length, the loudest sample, what the name gives, and how far the voice detector of faster-whisper agrees
with the true text on where each side speaks.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC

import numpy as np
from faster_whisper.audio import decode_audio
from faster_whisper.vad import VadOptions, get_speech_timestamps
from numpy.typing import NDArray

from pipeline.pbx import CallDetails, read_name
from pipeline.settings import Settings
from pipeline.transcript import Speaker, Transcript, read_transcript
from samples.dialogue import Dialogue, read_dialogues

Samples = NDArray[np.float32]
_HEARD_RATE, _STEPS = 16_000, 100  # samples, and steps of the comparison, in a second
_JOINED = 0.6  # seconds: shorter pauses between words count as speech, as the detector has it
_LEAST_AGREEMENT = 0.85


@dataclass(frozen=True)
class Lane:
    """One channel: what is to be heard in it, its samples at 16 kHz."""

    speakers: tuple[Speaker, ...]
    samples: Samples


@dataclass(frozen=True)
class Agreement:
    """Shares 0–1: of the true speech that was detected, and of the detected speech that is true."""

    found: float
    right: float


def lanes(dialogue: Dialogue) -> list[Lane]:
    """The channels of a recording with the side that speaks in each."""
    path = str(dialogue.recording_path)
    if dialogue.agent_side is None:
        return [Lane(("agent", "client"), np.asarray(decode_audio(path)))]
    left, right = decode_audio(path, split_stereo=True)
    sides: list[Speaker] = ["agent", "client"] if dialogue.agent_side == "left" else ["client", "agent"]
    return [Lane((side,), np.asarray(channel)) for side, channel in zip(sides, (left, right), strict=True)]


def agreement(truth: Transcript, lane: Lane) -> Agreement:
    """How far the voice detector and the true text agree on when this lane speaks."""
    steps = int(len(lane.samples) / _HEARD_RATE * _STEPS) + 2 * _STEPS
    spoken, detected = np.zeros(steps, bool), np.zeros(steps, bool)
    for segment in truth.segments:
        if segment.speaker in lane.speakers:
            words = segment.words
            ends = [*(word.start for word in words[1:]), segment.end]
            for word, following in zip(words, ends, strict=True):
                end = following if following - word.end < _JOINED else word.end
                spoken[round(word.start * _STEPS) : round(end * _STEPS)] = True
    for found in get_speech_timestamps(lane.samples, VadOptions(min_silence_duration_ms=300, speech_pad_ms=60)):
        detected[found["start"] * _STEPS // _HEARD_RATE : found["end"] * _STEPS // _HEARD_RATE] = True
    both = float((spoken & detected).sum())
    return Agreement(both / max(1.0, float(spoken.sum())), both / max(1.0, float(detected.sum())))


def wrong_details(dialogue: Dialogue, details: CallDetails) -> list[str]:
    """What the name and the sidecar tell otherwise than the dialogue; a time is right within a minute."""
    told = {"direction": details.direction, "agent": details.agent, "client": details.client}
    wrong = [f"{key} {value}" for key, value in told.items() if value != getattr(dialogue, key)]
    if details.started_at is None:
        return [*wrong, "no time"]
    apart = abs((details.started_at.astimezone(UTC) - dialogue.started_at.astimezone(UTC)).total_seconds())
    return wrong if apart < 60 else [*wrong, f"started_at {details.started_at}"]


def faults(dialogue: Dialogue) -> list[str]:
    """What is wrong with one sample; prints its line of the table."""
    truth = read_transcript(dialogue.truth_path)
    found = wrong_details(dialogue, read_name(dialogue.recording_path, Settings()))
    line = [f"{dialogue.name:22} {truth.length:6.1f} s"]
    for lane in lanes(dialogue):
        side = "+".join(lane.speakers)
        seconds, peak = len(lane.samples) / _HEARD_RATE, float(np.max(np.abs(lane.samples)))
        speaks = any(segment.speaker in lane.speakers for segment in truth.segments)
        agreed = agreement(truth, lane)
        line.append(f"{side} peak {peak:.2f} found {agreed.found:.2f} right {agreed.right:.2f}")
        if abs(seconds - truth.length) > 0.3:
            found.append(f"{side}: {seconds:.2f} s long")
        if speaks and not (0.1 < peak < 0.999):
            found.append(f"{side}: loudest sample {peak:.3f}")
        if speaks and min(agreed.found, agreed.right) < _LEAST_AGREEMENT:
            found.append(f"{side}: the voice detector disagrees")
    print(" | ".join(line))
    return [f"{dialogue.name}: {fault}" for fault in found]


def main() -> None:
    """Check all samples; exit code 1 when one is wrong."""
    found = [fault for dialogue in read_dialogues() for fault in faults(dialogue)]
    for fault in found:
        print(fault, file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
