"""Sipuni's downloads: the record's id, `EPOCH.N`, as the API's address has it (`record?id=1772435966.432495&…`).

Such an id looks like Asterisk's, so a name that is nothing but the id counts only below a folder called after Sipuni.
Numbers and direction come by its statistics (CSV with `;`); its own two pages contradict one another about direction.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.times import from_epoch

_ADDRESS = re.compile(r"record[?@_]id=(?P<id>(?P<epoch>1\d{9})\.\d+)(?:&.*)?")
_ID = re.compile(r"(?P<id>(?P<epoch>1\d{9})\.\d+)")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Sipuni download gives, or None where it isn't one."""
    is_ours = any("sipuni" in part.lower() for part in path.parts[:-1])
    match = _ADDRESS.match(path.name) or (_ID.fullmatch(path.stem) if is_ours else None)
    if match is None:
        return None
    return CallDetails(
        convention="sipuni",
        started_at=from_epoch(int(match["epoch"]), options.time_zone),
        unique_id=re.sub(r"\.(mp3|wav)$", "", match["id"]),
    )
