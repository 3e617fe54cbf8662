"""MikoPBX: `mikopbx-EPOCH.N_XXXXXX` below `YYYY/MM/DD/HH`; the time is in the name, the numbers are not.

Source: mikopbx/Core WorkerCallEvents.php.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.times import from_epoch

_NAME = re.compile(r"(?:pickup_)?mikopbx-(?P<epoch>\d{9,10})\.\d+(?:_[A-Za-z0-9]+)*?(?:_in|_out)?")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a MikoPBX name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    return CallDetails(
        convention="mikopbx",
        started_at=from_epoch(int(match["epoch"]), options.time_zone),
        unique_id=path.stem,
    )
