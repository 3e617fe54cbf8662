"""3CX's journal, the statistics of Russian providers, and any other CSV with a header: columns found by their names.

A map in the settings (`cdr_columns`) names columns that are called otherwise. Names known here: 3CX's CDR fields, and
those of Mango Office, Sipuni, UIS and Zadarma as their statistics write them.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cdr.record import CdrRecord, first, moment, seconds, who
from pipeline.pbx.details import NameOptions
from pipeline.pbx.numbers import is_extension, to_e164
from pipeline.transcript import Direction

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "uniqueid", "unique_id", "callid", "call-id", "call id", "call_id", "historyid", "entry_id", "order_id",
        "communication_id", "id звонка", "id записи", "pbx_call_id", "session_id",
    ),
    "linked": ("linkedid", "linked_id", "chain"),
    "recording": ("recordingfile", "recording", "records", "record", "record_file", "filename", "запись", "файл"),
    "started": (
        "time-start", "start time", "start_time", "calldate", "callstart", "start", "call time", "datetime", "date",
        "время", "дата и время", "дата", "начало",
    ),
    "caller": (
        "from-no", "from_extension", "from_number", "from", "caller id", "caller", "src", "src_num",
        "contact_phone_number", "откуда", "кто звонил", "вызывающий",
    ),
    "caller_number": ("from_number",),
    "callee": (
        "to-no", "to_extension", "to_number", "final-number", "dial-no", "to", "destination", "callee", "dst",
        "dst_num", "virtual_phone_number", "куда", "кому звонил", "вызываемый",
    ),
    "callee_number": ("to_number",),
    "agent": ("agent", "to-dn", "final-dn", "employee", "employee_full_name", "operator", "кто ответил", "сотрудник"),
    "client": ("client", "client_number", "phone", "клиент", "номер клиента"),
    "direction": ("direction", "call type", "type", "направление", "тип"),
    "queue": ("queue", "queue_name", "очередь", "схема"),
    "talk": ("talking", "billsec", "talk_duration", "talk time", "длительность разговора", "разговор"),
    "duration": ("duration", "total_duration", "длительность"),
    "answered": ("status", "disposition", "result", "статус"),
}  # fmt: skip
_DIRECTIONS: Mapping[str, Direction] = {
    "in": "inbound", "inbound": "inbound", "incoming": "inbound", "входящий": "inbound", "вход": "inbound",
    "out": "outbound", "outbound": "outbound", "outgoing": "outbound", "исходящий": "outbound", "исход": "outbound",
    "internal": "internal", "внутренний": "internal",
}  # fmt: skip
_ANSWERED = frozenset({"answered", "answer", "success", "отвечен", "принят", "принятый", "completed"})


def column_map(header: list[str], own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which columns of a header hold which field, the settings' own names first."""
    names = {name.strip().lower(): name for name in header}
    found: dict[str, tuple[str, ...]] = {}
    for field, known in FIELDS.items():
        wanted = ((own[field].lower(),) if field in own else ()) + known
        columns = tuple(names[name] for name in wanted if name in names)
        if columns:
            found[field] = columns
    return found


def from_row(
    row: Mapping[str, str], columns: Mapping[str, tuple[str, ...]], options: NameOptions, form: str = ""
) -> CdrRecord | None:
    """A record of a row; None where it tells neither when nor which call."""

    def told(field: str) -> str:
        return first(row, *columns.get(field, ()))

    started = moment(told("started"), options, form) if told("started") else None
    if started is None and not told("id") and not told("recording"):
        return None
    agent = told("agent") or None
    found = who(told("caller"), told("callee"), options.phone_region, agent if is_extension(agent or "") else None)
    direction = _DIRECTIONS.get(told("direction").lower()) or found.direction
    client = to_e164(told("client"), options.phone_region) or found.client
    if client is None and direction in ("inbound", "outbound"):
        side = "caller" if direction == "inbound" else "callee"
        client = to_e164(told(f"{side}_number") or told(side), options.phone_region)
    status = told("answered").lower()
    talk = seconds(told("talk"))
    return CdrRecord(
        unique_id=told("id") or None,
        linked_id=told("linked") or None,
        recording=told("recording").strip("[]").replace("\\", "/").rpartition("/")[2].strip("@") or None,
        started_at=started,
        direction=direction,
        agent=found.agent or agent,
        client=client,
        queue=told("queue") or None,
        answered=status in _ANSWERED if status else (talk > 0 if talk is not None else None),
        duration=seconds(told("duration")),
        talk_seconds=talk,
    )
