"""How the two sides shared the talk: who spoke how much, how fast, and who cut in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.heard import Heard
from pipeline.transcript import Segment, Speaker

_MONOLOGUE_PAUSE = 2.0
_INTERRUPTION = 0.2
_LEAST_SPEECH_FOR_PACE = 3.0


@dataclass(frozen=True, slots=True)
class Conduct:
    """Figures of one call; shares 0–1, times in seconds, pace in words a minute; None where it can't be known."""

    talk_share_agent: float | None
    longest_monologue_agent: float | None
    longest_monologue_client: float | None
    interruptions_by_agent: int | None
    interruptions_by_client: int | None
    silence_share: float | None
    longest_silence: float | None
    reaction_time_agent: float | None
    pace_agent: float | None
    pace_client: float | None
    fillers_per_minute_agent: float | None


def measure_conduct(heard: Heard) -> Conduct:
    """The figures of one call; what needs to know who speaks is None where speakers aren't known."""
    segments = [heard.transcript.segments[index] for index in heard.order if heard.tokens[index]]
    silence_share, longest_silence = _silence(segments, heard.transcript.length)
    if not heard.speakers_known:
        return Conduct(None, None, None, None, None, silence_share, longest_silence, None, None, None, None)
    agent, client = _speech(segments, "agent"), _speech(segments, "client")
    both = agent + client
    return Conduct(
        talk_share_agent=round(agent / both, 3) if both else None,
        longest_monologue_agent=_longest_monologue(segments, "agent"),
        longest_monologue_client=_longest_monologue(segments, "client"),
        interruptions_by_agent=_interruptions(segments, "agent"),
        interruptions_by_client=_interruptions(segments, "client"),
        silence_share=silence_share,
        longest_silence=longest_silence,
        reaction_time_agent=_reaction_time(segments),
        pace_agent=_per_minute(heard.words("agent"), agent),
        pace_client=_per_minute(heard.words("client"), client),
        fillers_per_minute_agent=_per_minute(_fillers(heard), agent),
    )


def _speech(segments: Sequence[Segment], speaker: Speaker) -> float:
    return sum(max(0.0, segment.end - segment.start) for segment in segments if segment.speaker == speaker)


def _silence(segments: Sequence[Segment], length: float) -> tuple[float | None, float | None]:
    if length <= 0:
        return None, None
    reached, silent, longest = 0.0, 0.0, 0.0
    for start, end in [(segment.start, segment.end) for segment in segments] + [(length, length)]:
        pause = max(0.0, start - reached)
        silent += pause
        longest = max(longest, pause)
        reached = max(reached, end)
    return round(min(1.0, silent / length), 3), round(longest, 2)


def _longest_monologue(segments: Sequence[Segment], speaker: Speaker) -> float | None:
    longest, start, end = 0.0, None, 0.0
    for segment in segments:
        if segment.speaker != speaker:
            start = None
            continue
        if start is None or segment.start - end > _MONOLOGUE_PAUSE:
            start = segment.start
        end = segment.end
        longest = max(longest, end - start)
    return round(longest, 2)


def _interruptions(segments: Sequence[Segment], speaker: Speaker) -> int:
    """How often one side began before the other had ended, and spoke on after it."""
    count = 0
    for before, segment in pairwise(segments):
        cut_in = segment.start < before.end - _INTERRUPTION and segment.end > before.end
        count += segment.speaker == speaker and before.speaker not in (speaker, None) and cut_in
    return count


def _reaction_time(segments: Sequence[Segment]) -> float | None:
    waits = sorted(
        max(0.0, segment.start - before.end)
        for before, segment in pairwise(segments)
        if before.speaker == "client" and segment.speaker == "agent"
    )
    if not waits:
        return None
    middle = len(waits) // 2
    return round(waits[middle] if len(waits) % 2 else (waits[middle - 1] + waits[middle]) / 2, 2)


def _per_minute(count: int, seconds: float) -> float | None:
    return round(60 * count / seconds, 1) if seconds >= _LEAST_SPEECH_FOR_PACE else None


def _fillers(heard: Heard) -> int:
    return sum(
        token.word in heard.grammar.fillers
        for index in heard.order
        if heard.transcript.segments[index].speaker == "agent"
        for token in heard.tokens[index]
    )
