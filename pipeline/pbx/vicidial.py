"""VICIdial: a name of the campaign's own making, as a rule `YYYYMMDD-HHMMSS_PHONE-all`; stereo begins with S_.

The agent is always on the left (STEREO_CALL_RECORDINGS.txt); the direction is not in the name.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import to_e164
from pipeline.pbx.times import in_zone, parse_local

_NAME = re.compile(r"(?:(?P<stereo>S|CO|CM|FR)_)?(?P<rest>.*?)(?P<leg>-all|-in|-out)?")
_TIME = re.compile(r"(?<!\d)(\d{8}-\d{6})(?!\d)")
_PHONE = re.compile(r"(?:^|[_-])(\d{10,15})(?=$|[_-])")
_DATED = re.compile(r"(?:.*_)?\d{8}(?:-\d{6})?[_-].+")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a VICIdial name gives, or None where it isn't one."""
    match = _NAME.fullmatch(path.stem)
    if match is None or not (match["stereo"] or match["leg"]) or not _DATED.fullmatch(match["rest"]):
        return None
    time = _TIME.search(match["rest"])
    phone = _PHONE.search(match["rest"])
    return CallDetails(
        convention="vicidial",
        client=to_e164(phone[1], options.phone_region) if phone else None,
        started_at=in_zone(parse_local(time[1], "%Y%m%d-%H%M%S"), options.time_zone) if time else None,
        unique_id=match["rest"],
        agent_side="left",
    )
