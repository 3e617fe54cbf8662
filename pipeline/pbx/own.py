"""A company's own way of naming recordings: a regular expression in the settings, groups named after what they hold.

[[name_patterns]]
name = "our switch"
pattern = '(?P<caller>\\d+)_(?P<callee>\\d+)_(?P<time>\\d{14})_(?P<direction>[IO])'
time = "%Y%m%d%H%M%S"
directions = {I = "inbound", O = "outbound"}
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import Parties, is_extension, parties, to_e164
from pipeline.pbx.times import from_epoch, in_zone, parse_local
from pipeline.settings import NamePattern
from pipeline.transcript import Direction

_WORDS: dict[str, Direction] = {
    "inbound": "inbound", "incoming": "inbound", "in": "inbound", "вход": "inbound", "входящий": "inbound",
    "outbound": "outbound", "outgoing": "outbound", "out": "outbound", "исход": "outbound", "исходящий": "outbound",
    "internal": "internal", "внутренний": "internal",
}  # fmt: skip


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that the first of the settings' patterns gives that fits the path, or None where none does."""
    for pattern in options.name_patterns:
        match = re.search(pattern.pattern, path.with_suffix("").as_posix())
        if match:
            return _details(match.groupdict(), pattern, options)
    return None


def _details(found: dict[str, str | None], pattern: NamePattern, options: NameOptions) -> CallDetails:
    direction = _direction(found.get("direction"), pattern)
    who = _who(found, direction, options.phone_region)
    details = CallDetails(
        convention=pattern.name,
        direction=direction or who.direction,
        agent=found.get("agent") or who.agent,
        client=to_e164(found.get("client") or "", options.phone_region) or who.client,
        unique_id=found.get("id"),
        queue=found.get("queue"),
        agent_side=pattern.agent_side,
    )
    epoch = found.get("epoch")
    if epoch and epoch.isascii() and epoch.isdigit() and len(epoch) <= 10:
        return replace(details, started_at=from_epoch(int(epoch), options.time_zone))
    local = parse_local(found.get("time") or "", pattern.time)
    return replace(details, started_at=in_zone(local, pattern.time_zone or options.time_zone))


def _direction(said: str | None, pattern: NamePattern) -> Direction | None:
    if said is None:
        return None
    return pattern.directions.get(said) or _WORDS.get(said.lower())


def _who(found: dict[str, str | None], direction: Direction | None, region: str) -> Parties:
    caller, callee = found.get("caller") or "", found.get("callee") or ""
    if direction is None:
        return parties(caller, callee, region)
    if direction == "internal":
        return Parties("internal")
    ours, theirs = (caller, callee) if direction == "outbound" else (callee, caller)
    return Parties(direction, ours if is_extension(ours) else None, to_e164(theirs, region))
