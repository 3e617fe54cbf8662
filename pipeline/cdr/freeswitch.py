"""FreeSWITCH's call detail records: mod_json_cdr, mod_xml_cdr, and FusionPBX's export of `v_xml_cdr`.

Both files hold the channel's variables, percent-encoded in XML and, by its settings, in JSON; `record_path` and
`record_name` lead to the audio, else the uuid is the audio's name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from defusedxml import ElementTree

from pipeline.cdr.record import CdrRecord, first, moment, seconds, who
from pipeline.pbx.details import NameOptions
from pipeline.pbx.numbers import is_extension, to_e164
from pipeline.transcript import Direction

_DIRECTIONS: dict[str, Direction] = {"inbound": "inbound", "outbound": "outbound", "local": "internal"}


def from_json(text: str, options: NameOptions) -> CdrRecord | None:
    """The record of one JSON file; None where it holds no channel's variables. Raises ValueError for no JSON."""
    data: Any = json.loads(text)
    if not isinstance(data, dict) or not isinstance(data.get("variables"), dict):
        return None
    flow = data.get("callflow")
    profile = flow[0].get("caller_profile", {}) if isinstance(flow, list) and flow and isinstance(flow[0], dict) else {}
    found = {str(key): unquote(str(value)) for key, value in {**_plain(profile), **_plain(data["variables"])}.items()}
    return from_variables(found, options)


def from_xml(text: str, options: NameOptions) -> CdrRecord | None:
    """The record of one XML file; None where it holds no variables. Raises ValueError for no XML."""
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise ValueError(f"no XML: {error}") from error
    variables, profile = root.find("variables"), root.find("callflow/caller_profile")
    if variables is None:
        return None
    found = {node.tag: unquote(node.text or "") for part in (profile, variables) if part is not None for node in part}
    return from_variables(found, options)


def from_variables(row: Mapping[str, str], options: NameOptions) -> CdrRecord | None:
    """A record of a channel's variables or of a row of v_xml_cdr."""
    started = moment(first(row, "start_epoch", "start_stamp"), options)
    uuid = first(row, "uuid", "xml_cdr_uuid", "call_uuid")
    if started is None or not uuid:
        return None
    caller, callee = first(row, "caller_id_number"), first(row, "destination_number", "caller_destination")
    agent = first(row, "cc_agent", "extension", "dialed_user", "user_name").partition("@")[0] or None
    found = who(caller, callee, options.phone_region, answered_by=agent if is_extension(agent or "") else None)
    # FreeSWITCH's own word is of the leg, not of the company: an extension that calls comes in to it.
    direction = found.direction or _DIRECTIONS.get(first(row, "call_direction", "direction"))
    client = found.client
    if client is None and direction in ("inbound", "outbound"):
        client = to_e164(caller if direction == "inbound" else callee, options.phone_region)
    talk = seconds(row.get("billsec"))
    return CdrRecord(
        unique_id=uuid,
        linked_id=first(row, "bridge_uuid") or None,
        recording=first(row, "record_name") or first(row, "record_path").rpartition("/")[2] or None,
        started_at=started,
        direction=direction,
        agent=found.agent or (agent if direction != "internal" else None),
        client=client,
        queue=first(row, "cc_queue").partition("@")[0] or None,
        answered=None if talk is None else talk > 0,
        duration=seconds(row.get("duration")),
        talk_seconds=talk,
    )


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if isinstance(value, str | int | float)}
