"""What is taken from a line of any journal, and how do its two numbers become agent, client and direction?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.pbx.details import NameOptions
from pipeline.pbx.numbers import Parties, is_extension, parties, to_e164
from pipeline.pbx.times import from_epoch, in_zone, parse_local
from pipeline.transcript import Direction

_FORMS = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M",
    "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%Y-%m-%d %H:%M", "%Y%m%d%H%M%S",
)  # fmt: skip
_EPOCH = re.compile(r"1\d{9}(?:\.\d+)?")
_LONG_EPOCH = re.compile(r"1\d{12}(?:\d{3})?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d\d)")
# PJSIP/201-0000ab, SIP/201-..., Local/201@from-queue-...: whose telephone the channel is.
_CHANNEL = re.compile(r"(?:PJSIP|SIP|IAX2|SCCP|Local)/(\d{1,5})(?=[-@;/]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CdrRecord:
    """One leg of a call as its journal has it; `client` is E.164, seconds are from the first ring and of talk."""

    unique_id: str | None = None
    linked_id: str | None = None
    recording: str | None = None
    started_at: datetime | None = None
    direction: Direction | None = None
    agent: str | None = None
    client: str | None = None
    queue: str | None = None
    answered: bool | None = None
    duration: float | None = None
    talk_seconds: float | None = None


def moment(text: str, options: NameOptions, form: str = "") -> datetime | None:
    """The moment that a journal writes: Unix time, ISO with a zone, or wall-clock time in the settings' zone."""
    text = text.strip()
    if _LONG_EPOCH.fullmatch(text):
        text = text[:10]
    if _EPOCH.fullmatch(text):
        return from_epoch(int(float(text)), options.time_zone)
    if form:
        return in_zone(parse_local(text, form), options.time_zone)
    given = _iso(text) or next((found for one in _FORMS if (found := parse_local(text, one))), None)
    return given if given is not None and given.tzinfo is not None else in_zone(given, options.time_zone)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def seconds(text: str | None) -> float | None:
    """So many seconds, written as a number or as [h:]mm:ss; None for anything else."""
    text = (text or "").strip().replace(",", ".")
    clock = _CLOCK.fullmatch(text)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 <= found < 1e6 else None


def extension_of(channel: str | None) -> str | None:
    """The extension that an Asterisk channel belongs to."""
    match = _CHANNEL.search(channel or "")
    return match[1] if match else None


def who(caller: str, callee: str, region: str, answered_by: str | None = None) -> Parties:
    """Who called whom; `answered_by` is the extension that took an incoming call, where the journal has it."""
    found = parties(caller, callee, region)
    if found.direction is None and not is_extension(caller) and answered_by:
        return Parties("inbound", answered_by, to_e164(caller, region))
    if found.direction == "inbound" and answered_by:
        return Parties("inbound", answered_by, found.client)
    return found


def first(row: Mapping[str, str], *names: str) -> str:
    """The first of those columns that holds something."""
    return next((row[name].strip() for name in names if (row.get(name) or "").strip()), "")
