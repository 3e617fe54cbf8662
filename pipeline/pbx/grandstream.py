"""Grandstream UCM: `auto-EPOCH-CALLER-CALLEE`; the direction shows in which end is an extension."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import parties
from pipeline.pbx.times import from_epoch

_NAME = re.compile(r"auto-(?P<epoch>\d{9,10})-(?P<caller>[^-]+)-(?P<callee>[^-]+)")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Grandstream name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    who = parties(match["caller"], match["callee"], options.phone_region)
    return CallDetails(
        convention="grandstream",
        direction=who.direction,
        agent=who.agent,
        client=who.client,
        started_at=from_epoch(int(match["epoch"]), options.time_zone),
        unique_id=path.stem,
    )
