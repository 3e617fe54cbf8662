"""Zadarma and Novofon downloads: `N-EPOCH.FRACTION-EXT-YYYY-MM-DD-HHMMSS`; the client is not in the name.

The epoch and the date of Zadarma's own example disagree by years, so no offset is read from them.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.times import in_zone, parse_local

_NAME = re.compile(r"\d+-\d{9,10}\.\d+-(?P<agent>\d{1,5})-(?P<time>\d{4}-\d\d-\d\d-\d{6})")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Zadarma name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    return CallDetails(
        convention="zadarma",
        agent=match["agent"],
        started_at=in_zone(parse_local(match["time"], "%Y-%m-%d-%H%M%S"), options.time_zone),
        unique_id=path.stem,
    )
