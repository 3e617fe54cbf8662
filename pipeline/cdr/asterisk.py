"""Asterisk's and FreePBX's call detail records: `Master.csv` without a header, an export with one, or the `cdr` table.

Columns and their order: Asterisk cdr/cdr_csv.c, FreePBX/cdr functions.inc.php. A call has several rows, one a leg, with
one `linkedid`; who took an incoming call shows in the `dstchannel` of the leg that was answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.cdr.record import CdrRecord, extension_of, first, moment, seconds, who
from pipeline.pbx.details import NameOptions
from pipeline.pbx.numbers import Parties, is_extension, to_e164

_COLUMNS = """accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec
disposition amaflags uniqueid userfield peeraccount linkedid sequence"""
_MASTER = _COLUMNS.split()
LEAST_COLUMNS = 16


def from_master(row: Sequence[str], options: NameOptions) -> CdrRecord | None:
    """A record of a line of Master.csv, which has 16 to 21 columns by its settings; None for other lines."""
    if not LEAST_COLUMNS <= len(row) <= len(_MASTER):
        return None
    return from_row(dict(zip(_MASTER, row, strict=False)), options)


def from_row(row: Mapping[str, str], options: NameOptions) -> CdrRecord | None:
    """A record of a row with names of columns; None where it is none of a call."""
    started = moment(first(row, "calldate", "start"), options)
    if started is None:
        return None
    answered = first(row, "disposition").upper() == "ANSWERED"
    found = _who(row, answered, options.phone_region)
    recording = first(row, "recordingfile").replace("\\", "/").rpartition("/")[2]
    return CdrRecord(
        unique_id=first(row, "uniqueid") or None,
        linked_id=first(row, "linkedid") or None,
        recording=recording or None,
        started_at=started,
        direction=found.direction,
        agent=found.agent,
        client=found.client,
        queue=first(row, "dst") or None if first(row, "lastapp").lower() == "queue" else None,
        answered=answered,
        duration=seconds(row.get("duration")),
        talk_seconds=seconds(row.get("billsec")),
    )


def _who(row: Mapping[str, str], answered: bool, region: str) -> Parties:
    # `src` may be the trunk's number that outgoing calls show; `cnum` and the channel know the telephone.
    src, dst = first(row, "src"), first(row, "dst")
    ours = next(
        (one for one in (first(row, "cnum"), src, extension_of(row.get("channel"))) if is_extension(one or "")), None
    )
    if ours and not is_extension(dst) and to_e164(dst, region):
        return Parties("outbound", ours, to_e164(dst, region))
    taken = extension_of(row.get("dstchannel")) if answered else None
    return who(src, dst, region, answered_by=taken)
