"""Who said what in a recording? Its lanes are given to a recogniser, and each lane's speaker a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.attribution import tell_roles, with_roles
from pipeline.audio import RATE, Audio, Samples, decode, join_legs
from pipeline.audio.loudness import speech_level
from pipeline.hotwords import hotwords
from pipeline.pbx import CallDetails
from pipeline.recognition import Progress, Recogniser, Recognition
from pipeline.recordings import fingerprint
from pipeline.settings import Settings, Side
from pipeline.transcript import CUT_OFF, Attribution, Diagnostics, Segment, Speaker, SpeechLevel, Stretch, Transcript
from pipeline.transfers import with_agents
from scripts_library.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Heard:
    """A call in words, with the sound that the words were heard in; correspondence has a sound without lanes."""

    transcript: Transcript
    audio: Audio


def hear(
    path: Path,
    details: CallDetails,
    settings: Settings,
    recogniser: Recogniser,
    progress: Progress | None = None,
    campaigns: Sequence[Campaign] = (),
    other_leg: Path | None = None,
) -> Heard:
    """The transcript of a recording, or of two legs of one call; raises AudioError and RecogniserError.

    `progress` is called with the seconds of the call that are done. The first file of two goes left. `campaigns` give
    the names that may come up, and the script by which the agent is known where both sides share one channel.
    """
    audio = decode(path) if other_leg is None else join_legs(decode(path), decode(other_leg))
    recognition = recogniser.recognise(audio.lanes, progress, hotwords(campaigns, settings.language))
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
        diagnostics=_diagnostics(recognition, speakers, audio),
        attribution=Attribution("channels", 1.0) if len(audio.lanes) > 1 else None,
    )
    told_apart = _with_voices(transcript, recognition, campaigns)
    segments = with_agents(told_apart.segments, details.shifts)
    return Heard(replace(told_apart, segments=segments, levels=_levels(segments, audio.lanes, speakers)), audio)


def _with_voices(transcript: Transcript, recognition: Recognition, campaigns: Sequence[Campaign]) -> Transcript:
    """The speakers of a call in one channel, as far as its voices and the script tell them."""
    voices = recognition.lanes[0].voices if len(recognition.lanes) == 1 else ()
    if not voices:
        return transcript
    spoken = sorted(zip(recognition.lanes[0].segments, voices, strict=True), key=lambda one: (one[0].start, one[0].end))
    ordered = replace(transcript, segments=tuple(segment for segment, _ in spoken))
    whose = [voice for _, voice in spoken]
    roles = tell_roles(ordered, whose, campaigns)
    segments = with_roles(ordered.segments, whose, roles.agent)
    return replace(ordered, segments=segments, attribution=Attribution("voices", roles.sure))


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


def _levels(
    segments: Sequence[Segment], lanes: Sequence[Samples], speakers: Sequence[Speaker | None]
) -> tuple[SpeechLevel, ...]:
    """How loud each side spoke, in the lane that is its own, or in the one that all share."""
    found = []
    for side in ("agent", "client", None):
        lane = lanes[speakers.index(side)] if side in speakers else lanes[0]
        spoken = [lane[int(s.start * RATE) : int(s.end * RATE)] for s in segments if s.speaker == side]
        level = speech_level(spoken)
        if level is not None:
            found.append(SpeechLevel(side, *level))
    return tuple(found)


def _by_time(recognition: Recognition, speakers: tuple[Speaker | None, ...]) -> tuple[Segment, ...]:
    spoken = [
        replace(segment, speaker=speaker)
        for lane, speaker in zip(recognition.lanes, speakers, strict=True)
        for segment in lane.segments
    ]
    return tuple(sorted(spoken, key=lambda segment: (segment.start, segment.end, segment.speaker or "")))


def _diagnostics(recognition: Recognition, speakers: tuple[Speaker | None, ...], audio: Audio) -> Diagnostics:
    lanes = tuple(zip(recognition.lanes, speakers, strict=True))
    end = round(audio.duration, 3)
    # What came after the end of a file that is cut off was heard worst of all: a moment at its end stands for it.
    cut = (Stretch(end, end, CUT_OFF),) if any(notice.code == CUT_OFF for notice in audio.warnings) else ()
    return Diagnostics(
        dropped=_named([(lane.dropped, speaker) for lane, speaker in lanes]),
        badly_heard=(*_named([(lane.badly_heard, speaker) for lane, speaker in lanes]), *cut),
    )


def _named(stretches: list[tuple[tuple[Stretch, ...], Speaker | None]]) -> tuple[Stretch, ...]:
    named = [replace(stretch, speaker=speaker) for lane, speaker in stretches for stretch in lane]
    return tuple(sorted(named, key=lambda stretch: (stretch.start, stretch.end, stretch.speaker or "")))
