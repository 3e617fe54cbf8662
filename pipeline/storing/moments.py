"""How is a moment kept so that a person reads it in the zone it was told in? In UTC, with that zone's minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def offset_minutes(moment: datetime | None) -> int | None:
    """Minutes that a moment's own clock is ahead of UTC."""
    offset = moment.utcoffset() if moment else None
    return None if offset is None else round(offset / timedelta(minutes=1))


def in_zone(moment: datetime | None, minutes: int | None) -> datetime | None:
    """The same moment on a clock so many minutes ahead of UTC."""
    if moment is None or minutes is None:
        return moment
    return moment.astimezone(timezone(timedelta(minutes=minutes)))


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The moment in UTC at which a day of a zone begins."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)
