"""Are agent and client changed over? Told over many calls, cured for all stored ones by one command.

One call proves little; where over many the script is spoken mostly by the "client", the setting of the sides is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models import Database
from pipeline.attribution import sides_margin
from pipeline.meaning import Meaning
from pipeline.process import judge_again
from pipeline.storing import load_transcript
from pipeline.storing.sides import stereo_calls, swap_speakers
from pipeline.transcript import Direction
from scripts_library.campaign import Campaign

_LEAST_CALLS = 5
_MOST_SWAPPED = 0.7
_CLEARLY = 0.2

Told = tuple[str | None, float | None]
"""A call's direction, and how much better its sides fit as they are than swapped (-1 to 1)."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Of the stereo calls of one direction that tell anything, how many look swapped."""

    direction: str
    telling: int
    swapped: int

    @property
    def look_swapped(self) -> bool:
        """Whether enough calls say so."""
        return self.telling >= _LEAST_CALLS and self.swapped >= _MOST_SWAPPED * self.telling

    @property
    def setting(self) -> str:
        """The setting that says which side is the agent's in this direction."""
        return "agent_side_inbound" if self.direction == "inbound" else "agent_side_outbound"

    @property
    def advice(self) -> str | None:
        """One line that says so and how it is cured; None where they don't look swapped."""
        if not self.look_swapped:
            return None
        return (
            f"agent and client look changed over in {self.swapped} of {self.telling} {self.direction} calls: "
            f"change {self.setting}, then callgrade sides --swap {self.direction}"
        )


def sides_of(told: Iterable[Told]) -> tuple[Sides, ...]:
    """The sides by direction; a call whose direction is unknown is taken as outgoing, as it is when it is heard."""
    margins: dict[str, list[float]] = {}
    for direction, margin in told:
        if margin is not None and abs(margin) >= _CLEARLY:
            margins.setdefault("inbound" if direction == "inbound" else "outbound", []).append(margin)
    return tuple(
        Sides(direction, len(found), sum(margin < 0 for margin in found))
        for direction, found in sorted(margins.items())
    )


def examine(database: Database, campaigns: Sequence[Campaign], latest: int = 200) -> tuple[Sides, ...]:
    """How the sides of the latest stored stereo calls look."""
    told: list[Told] = []
    with database.reading() as session:
        for call in stereo_calls(session, None, latest):
            transcript = load_transcript(session, call)
            told.append((transcript.direction, sides_margin(transcript, campaigns)))
    return sides_of(told)


def swap(
    database: Database,
    direction: Direction,
    campaigns: Sequence[Campaign],
    now: Callable[[], datetime],
    progress: Callable[[int, int], None] = lambda done, total: None,
    meaning: Meaning | None = None,
) -> int:
    """Change agent and client over in all stored stereo calls of a direction and judge them again; gives how many.

    Earlier judgements stay beside the new ones. Raises DatabaseError.
    """
    with database.reading() as session:
        calls = stereo_calls(session, direction)
    for done, call in enumerate(calls, start=1):
        with database.writing() as session:
            swap_speakers(session, call)
        judge_again(call, database, campaigns, now(), meaning)
        progress(done, len(calls))
    return len(calls)
