"""Which manager speaks in a call that was passed on from one to another, as far as the PBX tells?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.transcript import Segment

# The clocks of a journal and of a recording agree no better than that, in seconds.
_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Shift:
    """From this second of the call on, this manager is at the telephone."""

    start: float
    agent: str


def shifts_of(answered: Sequence[Shift]) -> tuple[Shift, ...]:
    """The managers of a call in their order, each once for each time in a row; nothing where only one took part."""
    kept: list[Shift] = []
    for shift in sorted(answered, key=lambda one: (one.start, one.agent)):
        if not kept or kept[-1].agent != shift.agent:
            kept.append(shift)
    return tuple(kept) if len(kept) > 1 else ()


def agent_at(shifts: Sequence[Shift], second: float) -> str | None:
    """Who is at the telephone at a second: the first one also before the journal says so; None without shifts."""
    if not shifts:
        return None
    place = bisect_right(shifts, second + _SLACK, key=lambda one: one.start)
    return shifts[max(0, place - 1)].agent


def with_agents(segments: Sequence[Segment], shifts: Sequence[Shift]) -> tuple[Segment, ...]:
    """The segments with the manager of each remark that is a manager's."""
    return tuple(
        replace(segment, agent=agent_at(shifts, segment.start) if segment.speaker == "agent" else None)
        for segment in segments
    )
