"""Mango Office's e-mail attachments and downloads: `YYYY.MM.DD__HH-MM-SS` with the numbers around it, caller first.

Mango's whole template was not found, so only its way of writing the moment is relied upon, and numbers are taken in
the order in which they stand (dasshit/Python-Mango-Office-API; a fragment of a real attachment).
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import Parties, parties, to_e164
from pipeline.pbx.times import in_zone, parse_local

_TIME = re.compile(r"(?<!\d)(20\d\d\.\d\d\.\d\d__\d\d-\d\d-\d\d)(?!\d)")
_NUMBER = re.compile(r"(?<![\d.])\+?\d{2,15}(?![\d.])")


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a Mango Office name gives, or None where it isn't one."""
    time = _TIME.search(path.stem)
    if time is None:
        return None
    numbers = _NUMBER.findall(path.stem.replace(time[0], "_"))
    who = Parties()
    if len(numbers) >= 2:
        who = parties(numbers[0], numbers[1], options.phone_region)
    elif numbers:
        who = Parties(client=to_e164(numbers[0], options.phone_region))
    return CallDetails(
        convention="mango",
        direction=who.direction,
        agent=who.agent,
        client=who.client,
        started_at=in_zone(parse_local(time[1], "%Y.%m.%d__%H-%M-%S"), options.time_zone),
    )
