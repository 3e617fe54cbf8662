"""What is known about a call before anyone listens to it: direction, agent, client, time, as far as the PBX tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipeline.settings import NamePattern, Side
from pipeline.transcript import Direction
from pipeline.transfers import Shift


class NameOptions(Protocol):
    """The settings that a name is read with; `pipeline.settings.Settings` is one."""

    @property
    def phone_region(self) -> str:
        """Country of numbers written without a country code, as two letters."""

    @property
    def time_zone(self) -> str:
        """IANA name of the zone of times that carry none."""

    @property
    def name_patterns(self) -> Sequence[NamePattern]:
        """The company's own rules for names, tried before all others."""


@dataclass(frozen=True, slots=True)
class CallDetails:
    """What a name, its folder and a sidecar say of a call; what they don't say is None, never guessed.

    `convention` names the rule that read the name ("unknown": none did), `client` is E.164, `started_at` has a zone,
    `agent_side` is set where the PBX always puts the agent on that channel, `notes` are one-line remarks for a person,
    `shifts` tell who was at the telephone from which second, in a call that was passed on.
    """

    convention: str = "unknown"
    direction: Direction | None = None
    agent: str | None = None
    client: str | None = None
    started_at: datetime | None = None
    unique_id: str | None = None
    queue: str | None = None
    agent_side: Side | None = None
    notes: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
