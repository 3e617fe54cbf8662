"""Plain Asterisk, whose names the dialplan's author chose: what most of them hold is the channel's unique id.

Around the id, `[SYSTEMNAME-]EPOCH.SEQ`, may stand a date and a time, a queue's name and the two numbers, caller first
(apps/app_mixmonitor.c has no names of its own; OmniLeads writes `q-QUEUE-YYYYMMDD-HHMMSS-UNIQUEID`).
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import Parties, parties, to_e164
from pipeline.pbx.times import beside_epoch, from_epoch, parse_local

_UNIQUE = re.compile(r"(?<![\d.])(?P<epoch>1\d{9})\.\d{1,9}(?![\d.])")
_TIME = re.compile(r"(?<!\d)(?P<day>20\d{6})[-_]?(?P<clock>[0-2]\d[0-5]\d[0-5]\d)(?!\d)")
_QUEUE = re.compile(r"q-(?P<queue>[^-]+)-")
_NUMBER = re.compile(r"(?:^|[-_ ])(\+?\d{2,15})(?=[-_ ]|$)")
_LEG = re.compile(r"[-_](?:in|out)$")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a name with a channel's unique id gives, or None where there is none."""
    stem = _LEG.sub("", path.stem)
    unique = _UNIQUE.search(stem)
    if unique is None:
        return None
    time = _TIME.search(stem)
    local = parse_local(time["day"] + time["clock"], "%Y%m%d%H%M%S") if time else None
    epoch = int(unique["epoch"])
    started = beside_epoch(local, epoch, options.time_zone) if local else from_epoch(epoch, options.time_zone)
    queue = _QUEUE.match(stem)
    rest = _TIME.sub("-", stem.replace(unique[0], "-"))
    who = Parties() if queue else _who(_NUMBER.findall(rest), options.phone_region)
    return CallDetails(
        convention="asterisk",
        direction="inbound" if queue else who.direction,
        agent=who.agent,
        client=who.client,
        started_at=started,
        unique_id=unique[0],
        queue=queue["queue"] if queue else None,
    )


def _who(numbers: list[str], region: str) -> Parties:
    if len(numbers) == 2:
        return parties(numbers[0], numbers[1], region)
    # One number alone says nothing of the direction.
    return Parties(client=to_e164(numbers[0], region)) if len(numbers) == 1 else Parties()
