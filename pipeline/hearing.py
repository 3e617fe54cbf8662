"""Who said what in a recording? Its lanes are given to a recogniser, and each lane's speaker a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.audio import Audio, decode, join_legs
from pipeline.pbx import CallDetails
from pipeline.recognition import Progress, Recogniser, Recognition
from pipeline.recordings import fingerprint
from pipeline.settings import Settings, Side
from pipeline.transcript import Diagnostics, Segment, Speaker, Stretch, Transcript


@dataclass(frozen=True, slots=True)
class Heard:
    """A call in words, with the sound that the words were heard in."""

    transcript: Transcript
    audio: Audio


def hear(
    path: Path,
    details: CallDetails,
    settings: Settings,
    recogniser: Recogniser,
    progress: Progress | None = None,
    other_leg: Path | None = None,
) -> Heard:
    """The transcript of a recording, or of two legs of one call; raises AudioError and RecogniserError.

    `progress` is called with the seconds of the call that are done. The first file of two goes left.
    """
    audio = decode(path) if other_leg is None else join_legs(decode(path), decode(other_leg))
    recognition = recogniser.recognise(audio.lanes, progress)
    speakers = lane_speakers(len(audio.lanes), details, settings)
    transcript = Transcript(
        segments=_by_time(recognition, speakers),
        id=fingerprint(path, other_leg),
        language=recognition.language,
        duration=round(audio.duration, 3),
        direction=details.direction,
        agent=details.agent,
        client=details.client,
        started_at=details.started_at,
        queue=details.queue,
        recogniser=recogniser.version,
        diagnostics=_diagnostics(recognition, speakers),
    )
    return Heard(transcript, audio)


def agent_side(details: CallDetails, settings: Settings) -> Side:
    """The agent's channel in a stereo recording: where the PBX always puts it, else as set for the direction.

    A call whose direction is unknown is taken as outgoing.
    """
    if details.agent_side is not None:
        return details.agent_side
    return settings.agent_side_inbound if details.direction == "inbound" else settings.agent_side_outbound


def lane_speakers(lanes: int, details: CallDetails, settings: Settings) -> tuple[Speaker | None, ...]:
    """Who speaks in each lane, left first; None where the speakers share one."""
    if lanes != 2:
        return (None,) * lanes
    return ("agent", "client") if agent_side(details, settings) == "left" else ("client", "agent")


def _by_time(recognition: Recognition, speakers: tuple[Speaker | None, ...]) -> tuple[Segment, ...]:
    spoken = [
        replace(segment, speaker=speaker)
        for lane, speaker in zip(recognition.lanes, speakers, strict=True)
        for segment in lane.segments
    ]
    return tuple(sorted(spoken, key=lambda segment: (segment.start, segment.end, segment.speaker or "")))


def _diagnostics(recognition: Recognition, speakers: tuple[Speaker | None, ...]) -> Diagnostics:
    lanes = tuple(zip(recognition.lanes, speakers, strict=True))
    return Diagnostics(
        dropped=_named([(lane.dropped, speaker) for lane, speaker in lanes]),
        badly_heard=_named([(lane.badly_heard, speaker) for lane, speaker in lanes]),
    )


def _named(stretches: list[tuple[tuple[Stretch, ...], Speaker | None]]) -> tuple[Stretch, ...]:
    named = [replace(stretch, speaker=speaker) for lane, speaker in stretches for stretch in lane]
    return tuple(sorted(named, key=lambda stretch: (stretch.start, stretch.end, stretch.speaker or "")))
