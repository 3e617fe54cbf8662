"""3CX up to v18: `[NAME]_CALLER-CALLEE_YYYYMMDDHHMMSS(ID)`; the direction shows in which end is an extension."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import parties
from pipeline.pbx.times import in_zone, parse_local

_NAME = re.compile(r"\[.*\]_(?P<caller>[^-_]*)-(?P<callee>[^_]*)_(?P<time>\d{14})\((?P<id>\d+)\)")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a 3CX name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    who = parties(match["caller"], match["callee"], options.phone_region)
    return CallDetails(
        convention="3cx",
        direction=who.direction,
        agent=who.agent,
        client=who.client,
        started_at=in_zone(parse_local(match["time"], "%Y%m%d%H%M%S"), options.time_zone),
        unique_id=match["id"],
    )
