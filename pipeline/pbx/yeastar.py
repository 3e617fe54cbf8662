"""Yeastar S and P series: `YYYYMMDDHHMMSS-EPOCH.N-CALLER-CALLEE-Inbound|Outbound|Internal`, local time, UTC epoch."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import is_extension, to_e164
from pipeline.pbx.times import beside_epoch, parse_local
from pipeline.transcript import Direction

_NAME = re.compile(
    r"(?P<time>\d{14})-(?P<uid>(?P<epoch>\d{9,10})[._]\d+)-(?P<caller>[^-]*)-(?P<callee>[^-]*)"
    r"-(?P<direction>Inbound|Outbound|Internal)",
    re.IGNORECASE,
)
_DIRECTIONS: dict[str, Direction] = {"inbound": "inbound", "outbound": "outbound", "internal": "internal"}


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Yeastar name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    direction = _DIRECTIONS[match["direction"].lower()]
    ours, theirs = (match["caller"], match["callee"]) if direction == "outbound" else (match["callee"], match["caller"])
    started = parse_local(match["time"], "%Y%m%d%H%M%S")
    return CallDetails(
        convention="yeastar",
        direction=direction,
        agent=ours if direction != "internal" and is_extension(ours) else None,
        client=to_e164(theirs, options.phone_region) if direction != "internal" else None,
        started_at=beside_epoch(started, int(match["epoch"]), options.time_zone),
        unique_id=match["uid"],
    )
