"""UIS, CoMagic and Novofon's Data API: `talk/COMMUNICATION_ID/32 hexadecimal digits`, as folders or joined in the name.

The address says which talk it is and nothing else; who and when come by the report (`communication_id`). Two files of
one talk, `wav_call_records`, are its two legs.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions

_TALK = re.compile(r"(?:.*/)?(?:talk/)?(?P<id>\d{4,19})[/_-](?P<key>[0-9a-f]{32})(?:/[^/]*)?", re.IGNORECASE)


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a UIS, CoMagic or Novofon download gives, or None where it isn't one."""
    match = _TALK.fullmatch(path.with_suffix("").as_posix())
    return CallDetails(convention="uis", unique_id=match["id"]) if match else None
