"""What does the JSON file beside a recording add? `call.json` or `call.wav.json` overrides what the name says.

Keys: direction, agent, client, started_at, queue, unique_id, agent_side, and the names that Yandex SpeechSense and
T-Bank's TQM give them (operator_name, client_id, date, direction_outgoing, CallDirection, StartDate, ...).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import to_e164
from pipeline.pbx.times import in_zone
from pipeline.settings import Side
from pipeline.transcript import Direction

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "direction": ("direction", "call_direction", "calldirection"),
    "agent": ("agent", "operator", "operator_name", "operator_id"),
    "client": ("client", "client_phone", "client_number", "phone", "client_id"),
    "started_at": ("started_at", "start", "date_from", "date", "startdate"),
    "queue": ("queue",),
    "unique_id": ("unique_id", "uniqueid", "id"),
    "agent_side": ("agent_side",),
}
_DIRECTIONS: Mapping[str, Direction] = {
    "inbound": "inbound",
    "incoming": "inbound",
    "in": "inbound",
    "outbound": "outbound",
    "outgoing": "outbound",
    "out": "outbound",
    "internal": "internal",
}
_LARGEST = 1_000_000
_DAY_ALONE = 10


def sidecar_of(path: Path) -> Path | None:
    """The JSON file that lies beside a recording, or None."""
    candidates = (path.with_suffix(".json"), path.with_name(path.name + ".json"))
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _values(content: object) -> dict[str, str]:
    if not isinstance(content, dict):
        raise ValueError("it holds no JSON object")
    given = {str(key).lower(): value for key, value in content.items() if isinstance(value, str | int | float | bool)}
    if "direction" not in given and "direction_outgoing" in given:
        given["direction"] = "outbound" if str(given["direction_outgoing"]).lower() == "true" else "inbound"
    found = {
        field: next((str(given[alias]).strip() for alias in aliases if given.get(alias) not in (None, "")), "")
        for field, aliases in _ALIASES.items()
    }
    return {field: value for field, value in found.items() if value}


def _time(text: str, zone_name: str) -> datetime | None:
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= _DAY_ALONE:  # a day without a time would become midnight, which nobody said
        return None
    return given if given.tzinfo else in_zone(given, zone_name)


def _override(details: CallDetails, values: Mapping[str, str], options: NameOptions, where: str) -> CallDetails:
    notes: list[str] = []
    read: dict[str, object] = {key: values[key] for key in ("agent", "queue", "unique_id") if key in values}
    understood: tuple[tuple[str, object, str], ...] = (
        ("direction", _DIRECTIONS.get(values.get("direction", "").lower()), "inbound, outbound or internal"),
        ("client", to_e164(values.get("client", ""), options.phone_region), "a phone number"),
        ("started_at", _time(values.get("started_at", ""), options.time_zone), "a time as 2026-11-23T10:15:30+03:00"),
        ("agent_side", _side(values.get("agent_side", "")), "left or right"),
    )
    for key, value, wanted in understood:
        if value is not None:
            read[key] = value
        elif key in values:
            notes.append(f"{where}: {key} {values[key]!r} is not {wanted}, so it was left out")
    return _replaced(replace(details, notes=(*details.notes, *notes)), read)


def _side(text: str) -> Side | None:
    return cast(Side, text) if text in ("left", "right") else None


def _replaced(details: CallDetails, read: Mapping[str, object]) -> CallDetails:
    return replace(details, **read)  # type: ignore[arg-type]


def apply_sidecar(details: CallDetails, path: Path, options: NameOptions) -> CallDetails:
    """The details with what the JSON file beside the recording says instead; a broken file becomes a note."""
    sidecar = sidecar_of(path)
    if sidecar is None:
        return details
    try:
        if sidecar.stat().st_size > _LARGEST:
            raise ValueError("it is larger than 1 MB")
        values = _values(json.loads(sidecar.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else " ".join(str(error).split())
        return replace(details, notes=(*details.notes, f"{sidecar.name} was not used: {reason}"))
    return _override(details, values, options, sidecar.name)
