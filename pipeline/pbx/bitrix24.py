"""Bitrix24's own telephony, as it lies on the portal's disk: `YYYY-MM-DD_HH-MM-SS__PHONE` below a folder a month.

The folder is «Телефония - записи звонков/YYYY-MM» (disk.file answers of real portals). The name has the client's number
alone; records that another PBX attached keep that PBX's name and are read by its rule.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import to_e164
from pipeline.pbx.times import in_zone, parse_local

_NAME = re.compile(r"(?P<time>20\d\d-\d\d-\d\d_\d\d-\d\d-\d\d)__(?P<phone>\+?\d{2,15})(?:[ _(].*)?")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Bitrix24 name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    return CallDetails(
        convention="bitrix24",
        client=to_e164(match["phone"], options.phone_region),
        started_at=in_zone(parse_local(match["time"], "%Y-%m-%d_%H-%M-%S"), options.time_zone),
    )
