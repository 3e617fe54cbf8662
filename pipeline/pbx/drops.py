"""Folders filled by hand or by a provider: numbers, a date and perhaps a word for the direction, in any order.

As Russian call centres drop them: `79005550123_201_20260313-151817-x` (incoming, the caller stands first),
`9301_79005550123_2025-10-13-10-28-03_x` (outgoing), `вход_x_с_79005550123_на_74951234567_от_2025_10_20`.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import Parties, is_extension, to_e164
from pipeline.pbx.times import in_zone, parse_local
from pipeline.transcript import Direction

_DAY = r"(?<!\d)(?P<year>20\d\d)[-._]?(?P<month>\d\d)[-._]?(?P<day>\d\d)"
_CLOCK = r"(?:[-._ T]{0,3}(?P<hour>[01]\d|2[0-3])[-.:_]?(?P<minute>[0-5]\d)[-.:_]?(?P<second>[0-5]\d))?(?!\d)"
_TIME = re.compile(_DAY + _CLOCK)
_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d ()-]*\d(?![\w.])|(?<!\d)\+?\d{2,15}(?!\d)")
_WORDS: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    ("inbound", re.compile(r"(?<![a-zа-я])(?:вход\w*|вх|incoming|inbound|in)(?![a-zа-я])", re.IGNORECASE)),
    ("outbound", re.compile(r"(?<![a-zа-я])(?:исход\w*|исх|outgoing|outbound|out)(?![a-zа-я])", re.IGNORECASE)),
)


def _direction_word(text: str) -> Direction | None:
    found = [direction for direction, words in _WORDS if words.search(text.replace("_", " "))]
    return found[0] if len(found) == 1 else None


def _who(numbers: list[str], word: Direction | None, region: str) -> Parties:
    phones = [number for number in (to_e164(text, region) for text in numbers) if number]
    agent = next((number for number in numbers if is_extension(number)), None)
    direction = word
    if direction is None and phones and agent:
        direction = "outbound" if numbers.index(agent) == 0 else "inbound"
    # Of two outside numbers one is the company's own line: the caller stands first, so the client does when calling in.
    client = phones[-1] if direction == "outbound" and phones else next(iter(phones), None)
    if len(set(phones)) > 1 and direction is None:
        client = None
    return Parties(direction, agent if phones else None, client)


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a dropped file's name gives, or None where it holds neither a phone number nor a time."""
    stem = path.stem
    found = _TIME.search(stem)
    local = None
    if found:
        fields = [found[name] or "" for name in ("year", "month", "day", "hour", "minute", "second")]
        local = parse_local("".join(fields), "%Y%m%d%H%M%S") if all(fields) else None
        stem = f"{stem[: found.start()]} {stem[found.end() :]}"
    numbers = [number for part in re.split(r"[_ ]", stem) for number in _NUMBER.findall(part)]
    who = _who(numbers, _direction_word(stem), options.phone_region)
    if who.client is None and local is None:
        return None
    return CallDetails(
        convention="folder",
        direction=who.direction,
        agent=who.agent,
        client=who.client,
        started_at=in_zone(local, options.time_zone),
    )
