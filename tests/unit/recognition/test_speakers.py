"""Whose voice is it in a lane that two people share? Asked on the samples, whose truth is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import RATE, Samples, decode
from pipeline.recognition.remarks import split_at_voices
from pipeline.recognition.speakers import VoiceTurn, tell_apart
from pipeline.recognition.voice import find_voice
from pipeline.transcript import Transcript, Word, read_transcript

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
TRUTH = {path.stem: path for path in (SAMPLES / "truth").glob("*.json")}
RECORDINGS = {
    path.stem: path for path in (SAMPLES / "recordings").rglob("*") if path.stem in TRUTH and path.suffix != ".json"
}
MONO = ("external-206-79005550157-20261112-180540-1794495940.3310", "[Галина]_79005550139-303_20261116105233(41)")
STEREO = ("out-89005550123-203-20261103-101530-1793690130.12", "304_79005550199_2026-11-13-16-05-10")


@cache
def lanes(name: str) -> tuple[Samples, ...]:
    return decode(RECORDINGS[name]).lanes


def share_right(turns: tuple[VoiceTurn, ...], spoken: Transcript) -> float:
    """Share of the time in which the voices fit the true speakers, whichever of the two is which."""
    seconds = {(who, speaker): 0.0 for who in (0, 1) for speaker in ("agent", "client")}
    for turn in turns:
        shared = {"agent": 0.0, "client": 0.0}
        for segment in spoken.segments:
            if segment.speaker:
                shared[segment.speaker] += max(0.0, min(turn.end, segment.end) - max(turn.start, segment.start))
        seconds[turn.who, max(shared, key=lambda speaker: shared[speaker])] += turn.end - turn.start
    straight = seconds[0, "agent"] + seconds[1, "client"]
    return max(straight, sum(seconds.values()) - straight) / sum(seconds.values())


@pytest.mark.parametrize("name", MONO)
def test_two_people_in_one_channel_are_told_apart(name: str) -> None:
    (lane,) = lanes(name)
    assert share_right(tell_apart(lane, find_voice(lane)), read_transcript(TRUTH[name])) > 0.95


@pytest.mark.parametrize("name", STEREO)
def test_two_channels_mixed_into_one_are_told_apart(name: str) -> None:
    left, right = lanes(name)
    mixed = np.asarray(left + right, np.float32)
    assert share_right(tell_apart(mixed, find_voice(mixed)), read_transcript(TRUTH[name])) > 0.95


@pytest.mark.parametrize("name", STEREO)
def test_one_person_alone_is_not_made_two(name: str) -> None:
    assert [tell_apart(lane, find_voice(lane)) for lane in lanes(name)] == [(), ()]


def test_too_little_voice_tells_nothing() -> None:
    lane = np.zeros(3 * RATE, np.float32)
    assert tell_apart(lane, find_voice(lane)) == ()


def test_the_first_to_speak_is_the_first_voice() -> None:
    (lane,) = lanes(MONO[0])
    assert tell_apart(lane, find_voice(lane))[0].who == 0


def test_a_remark_is_cut_where_the_voice_changes_and_unsure_voices_are_nobodys() -> None:
    turns = (VoiceTurn(0.0, 1.0, 0, 0.99), VoiceTurn(1.1, 2.0, 1, 0.97), VoiceTurn(2.1, 2.4, 0, 0.55))
    said = [Word(0.1, 0.8, " алло"), Word(1.2, 1.6, " добрый"), Word(1.6, 2.0, " день"), Word(2.1, 2.4, " да")]
    segments, voices = split_at_voices(said, turns)
    assert [segment.text for segment in segments] == ["алло", "добрый день", "да"]
    assert voices == (0, 1, None)
