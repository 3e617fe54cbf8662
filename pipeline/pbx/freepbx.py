"""FreePBX 12+: `KIND-DEST-FROM-YYYYMMDD-HHMMSS-UNIQUEID`; what DEST and FROM are depends on KIND.

Source: FreePBX/callrecording functions.inc.php. Issabel keeps the order and has kinds of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipeline.pbx.details import CallDetails, NameOptions
from pipeline.pbx.numbers import Parties, is_extension, parties, to_e164
from pipeline.pbx.times import beside_epoch, parse_local

_KINDS = "in|out|external|internal|q|rg|exten|force|generic|parked|ondemand|conf|page"
_NAME = re.compile(
    rf"(?P<kind>{_KINDS})-(?P<dest>[^-]*)-(?P<source>[^-]*)-(?P<time>\d{{8}}-\d{{6}})-(?P<uid>.+)",
    re.IGNORECASE,
)
_LEG = re.compile(r"(?:\.\w+)?[-_](?:in|out)$")
_EPOCH = re.compile(r"(\d{9,10})\.\d+$")


def _who(kind: str, dest: str, source: str, region: str) -> Parties:
    if kind in ("conf", "page"):
        return Parties()
    if kind == "internal":
        return Parties("internal")
    if kind == "out":
        return Parties("outbound", agent=source if is_extension(source) else None, client=to_e164(dest, region))
    if kind in ("parked", "ondemand", "force"):
        return parties(source, dest, region)
    if is_extension(source):
        return Parties("internal")
    # The extension that answered stands in the name only when the rule is the extension's own; in `in`, `q`, `rg`
    # and `generic` DEST is a trunk number, a queue or a group.
    answered = kind in ("external", "exten") and is_extension(dest)
    return Parties("inbound", agent=dest if answered else None, client=to_e164(source, region))


def read(path: PurePath, options: NameOptions) -> CallDetails | None:
    """The details that a FreePBX name gives, or None where it isn't one."""
    stem = _LEG.sub("", path.stem)
    match = _NAME.fullmatch(stem)
    if match is None:
        return None
    parts = match.groupdict()
    kind = parts["kind"].lower()
    epoch = _EPOCH.search(parts["uid"])
    started = parse_local(parts["time"], "%Y%m%d-%H%M%S")
    who = _who(kind, parts["dest"], parts["source"], options.phone_region)
    details = CallDetails(
        convention="freepbx",
        direction=who.direction,
        agent=who.agent,
        client=who.client,
        started_at=beside_epoch(started, int(epoch[1]) if epoch else None, options.time_zone),
        unique_id=parts["uid"],
    )
    return replace(details, queue=parts["dest"]) if kind == "q" and parts["dest"] else details
