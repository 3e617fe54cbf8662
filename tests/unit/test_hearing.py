"""Who is given which lane, and how lanes become one transcript; the ear repeats the words that it was given."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import Samples
from pipeline.hearing import agent_side, hear, lane_speakers
from pipeline.pbx import CallDetails
from pipeline.recognition import LaneText, Progress, Recognition
from pipeline.recordings import fingerprint
from pipeline.settings import Settings, load_settings
from pipeline.transcript import Direction, RecogniserVersion, Segment, Stretch, parse_transcript


@dataclass(frozen=True)
class Parrot:
    """An ear of fixed words; a second engine behind the same interface."""

    lanes: tuple[LaneText, ...]

    @property
    def version(self) -> RecogniserVersion:
        return RecogniserVersion("parrot", "none", "1")

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        assert len(lanes) == len(self.lanes)
        if progress:
            progress(lanes[0].size / 16_000)
        return Recognition(self.lanes, "ru")


@pytest.fixture
def stereo(tmp_path: Path) -> Path:
    return recording(tmp_path / "call.wav", 2)


def recording(path: Path, channels: int) -> Path:
    noise = np.random.default_rng(1).normal(0, 3000, (8000, channels)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(noise.tobytes())
    return path


def settings(**others: object) -> Settings:
    return load_settings(**others)


@pytest.mark.parametrize(
    ("direction", "pbx_side", "expected"),
    [
        ("outbound", None, "left"),
        ("inbound", None, "right"),
        ("internal", None, "left"),
        (None, None, "left"),
        ("outbound", "right", "right"),
        ("inbound", "left", "left"),
    ],
)
def test_the_agents_side_is_the_pbx_own_or_that_of_the_direction(
    direction: Direction | None, pbx_side: str | None, expected: str
) -> None:
    assert agent_side(CallDetails(direction=direction, agent_side=pbx_side), settings()) == expected  # type: ignore[arg-type]


def test_the_settings_may_turn_the_sides_round() -> None:
    turned = settings(agent_side_outbound="right", agent_side_inbound="left")
    assert lane_speakers(2, CallDetails(direction="outbound"), turned) == ("client", "agent")
    assert lane_speakers(2, CallDetails(direction="inbound"), turned) == ("agent", "client")


def test_nobody_is_named_on_a_mono_recording(tmp_path: Path) -> None:
    ear = Parrot((LaneText((Segment(0.1, 0.4, "алло"),)),))
    heard = hear(recording(tmp_path / "mono.wav", 1), CallDetails(direction="outbound"), settings(), ear)
    assert [segment.speaker for segment in heard.transcript.segments] == [None]


def test_lanes_are_joined_by_time_and_keep_their_speakers(stereo: Path) -> None:
    left = LaneText((Segment(0.0, 0.2, "добрый день"), Segment(0.6, 0.8, "удобно говорить")))
    right = LaneText((Segment(0.3, 0.5, "слушаю"),), dropped=(Stretch(0.8, 0.9, "no_voice"),))
    heard = hear(stereo, CallDetails(direction="outbound", agent="203"), settings(), Parrot((left, right)))
    assert [(segment.speaker, segment.text) for segment in heard.transcript.segments] == [
        ("agent", "добрый день"),
        ("client", "слушаю"),
        ("agent", "удобно говорить"),
    ]
    assert heard.transcript.diagnostics is not None
    assert heard.transcript.diagnostics.dropped == (Stretch(0.8, 0.9, "no_voice", "client"),)


def test_the_transcript_carries_what_is_known_of_the_call(stereo: Path) -> None:
    done: list[float] = []
    details = CallDetails(direction="inbound", agent="203", client="+79005550123", queue="500")
    heard = hear(stereo, details, settings(), Parrot((LaneText(), LaneText())), done.append)
    transcript = heard.transcript
    assert (transcript.direction, transcript.agent, transcript.client, transcript.queue) == (
        *("inbound", "203"),
        *("+79005550123", "500"),
    )
    assert (transcript.id, transcript.duration, transcript.language) == (fingerprint(stereo), 1.0, "ru")
    assert transcript.recogniser == RecogniserVersion("parrot", "none", "1")
    assert parse_transcript(transcript.to_json()) == transcript
    assert done == [1.0]
    assert len(heard.audio.lanes) == 2


def test_each_side_has_its_loudness_and_what_of_it_clipped(tmp_path: Path) -> None:
    moments = np.arange(16_000) / 8000
    tone = np.sin(2 * np.pi * 300 * moments)
    quiet, hard = 0.05 * tone, np.clip(3 * tone, -1, 1)
    samples = np.stack([quiet, hard], axis=1)
    path = tmp_path / "levels.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes((samples * 32_767).astype("<i2").tobytes())
    said = LaneText((Segment(0.2, 1.8, "алло"),))
    levels = hear(path, CallDetails(direction="outbound"), settings(), Parrot((said, said))).transcript.levels
    agent, client = levels or ()
    assert (agent.speaker, client.speaker) == ("agent", "client")
    assert agent.loudness == pytest.approx(-29, abs=0.5)
    assert client.loudness == pytest.approx(-1, abs=0.6)
    assert agent.clipping == 0
    assert client.clipping > 0.5


def test_where_nobody_knows_who_speaks_the_loudness_is_nobodys(tmp_path: Path) -> None:
    ear = Parrot((LaneText((Segment(0.1, 0.4, "алло"),)),))
    levels = hear(recording(tmp_path / "mono.wav", 1), CallDetails(), settings(), ear).transcript.levels
    assert [level.speaker for level in levels or ()] == [None]


def test_a_file_that_is_cut_off_says_so_at_the_end_of_its_transcript(stereo: Path) -> None:
    whole = stereo.read_bytes()
    stereo.write_bytes(whole[: len(whole) // 2])
    heard = hear(stereo, CallDetails(), settings(), Parrot((LaneText(()), LaneText(()))))
    assert heard.transcript.diagnostics is not None
    (cut,) = heard.transcript.diagnostics.badly_heard
    assert (cut.start, cut.end, cut.reason) == (heard.transcript.duration, heard.transcript.duration, "cut_off")
