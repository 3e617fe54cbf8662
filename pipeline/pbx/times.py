"""When did a call start? Times in names carry no zone: the PBX's own offset is found, or the setting is used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.settings import SettingsError

_QUARTER = timedelta(minutes=15)
_FURTHEST = timedelta(hours=14)
# A recording's time is written when recording starts, the epoch when the channel was made: a queue lies between.
_LONGEST_WAIT = timedelta(minutes=45)
_CLOCK_SLIP = timedelta(minutes=1)


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name; raises SettingsError when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"setting time_zone: no zone {name!r}; write it as Europe/Moscow (callgrade.toml or CALLGRADE_TIME_ZONE)"
        ) from error


def parse_local(text: str, form: str) -> datetime | None:
    """The wall-clock time that text gives in a strptime form, or None where it is no date."""
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is found by the caller
    except ValueError:
        return None


def in_zone(local: datetime | None, zone_name: str) -> datetime | None:
    """A wall-clock time in the zone of the settings."""
    return None if local is None else local.replace(tzinfo=zone(zone_name))


def from_epoch(seconds: int, zone_name: str) -> datetime:
    """The instant of a Unix time, shown in the zone of the settings."""
    return datetime.fromtimestamp(seconds, tz=zone(zone_name))


def beside_epoch(local: datetime | None, epoch: int | None, zone_name: str) -> datetime | None:
    """A wall-clock time with the offset that the Unix time beside it betrays (Asterisk's unique id is one).

    Where the zone of the settings explains the difference it is used; else the offset is the difference rounded to a
    quarter of an hour; a difference beyond any zone says nothing, so the zone of the settings is used.
    """
    if local is None or epoch is None:
        return in_zone(local, zone_name)
    difference = local.replace(tzinfo=UTC) - datetime.fromtimestamp(epoch, tz=UTC)
    set_time = local.replace(tzinfo=zone(zone_name))
    wait = difference - (set_time.utcoffset() or timedelta())
    offset = round(difference / _QUARTER) * _QUARTER
    if -_CLOCK_SLIP <= wait <= _LONGEST_WAIT or abs(offset) > _FURTHEST:
        return set_time
    return local.replace(tzinfo=timezone(offset))
