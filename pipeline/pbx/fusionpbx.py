"""FusionPBX and FreeSWITCH: `DOMAIN/archive/YYYY/Mon/DD/UUID`, or a name that a dialplan's author made.

The archive's folders give a day but no time, so the start stays unknown. FusionPBX swaps the channels of outgoing
calls, so its agent is always on the right (dialplans 050_record_all.xml, 050_user_record.xml).
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import is_extension, to_e164
from pipeline.pbx.times import in_zone, parse_local

_UUID = r"(?P<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
_ARCHIVED = re.compile(rf".*/archive/\d{{4}}/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/\d\d/{_UUID}")
_DOWNLOADED = re.compile(rf"(?P<day>\d{{8}})\.(?P<time>[\d:-]{{6,8}})\.(?P<caller>\+?\d+)\.{_UUID}")
_VANILLA = re.compile(r"(?P<caller>\+?\d+)\.(?P<time>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)")


def _by_caller(caller: str, options: NameOptions, time: str, form: str, uuid: str | None) -> CallDetails:
    ours = is_extension(caller)
    return CallDetails(
        convention="fusionpbx" if uuid else "freeswitch",
        direction=None if ours else "inbound",
        agent=caller if ours else None,
        client=None if ours else to_e164(caller, options.phone_region),
        started_at=in_zone(parse_local(time, form), options.time_zone),
        unique_id=uuid,
        agent_side="right" if uuid else None,
    )


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a FusionPBX archive or a plain FreeSWITCH name gives, or None where it is neither."""
    archived = _ARCHIVED.fullmatch(path.with_suffix("").as_posix())
    if archived:
        return CallDetails(convention="fusionpbx", unique_id=archived["uuid"], agent_side="right")
    downloaded = _DOWNLOADED.fullmatch(path.stem)
    if downloaded:
        time = downloaded["day"] + re.sub(r"\D", "", downloaded["time"])
        return _by_caller(downloaded["caller"], options, time, "%Y%m%d%H%M%S", downloaded["uuid"])
    vanilla = _VANILLA.fullmatch(path.stem)
    if vanilla:
        return _by_caller(vanilla["caller"], options, vanilla["time"], "%Y-%m-%d-%H-%M-%S", None)
    return None
