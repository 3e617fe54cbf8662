"""What came of the talks? Deals won and lost, invoices and payments, by a CRM's table (CSV) or its calls (API)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, get_args

from pipeline.cdr.record import first, moment
from pipeline.pbx.details import NameOptions
from pipeline.pbx.numbers import to_e164

CrmKind = Literal["won", "lost", "invoice", "payment"]
KINDS: tuple[CrmKind, ...] = get_args(CrmKind)
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "key": ("id", "key", "deal_id", "number", "номер", "№", "ид"),
    "kind": ("kind", "type", "event", "status", "событие", "тип", "статус", "этап"),
    "at": ("at", "date", "happened_at", "closed_at", "created_at", "дата", "дата закрытия", "дата оплаты"),
    "client": ("client", "phone", "client_phone", "телефон", "клиент", "номер клиента", "рабочий телефон"),
    "agent": ("agent", "manager", "responsible", "менеджер", "ответственный"),
    "amount": ("amount", "sum", "price", "budget", "сумма", "бюджет"),
    "currency": ("currency", "валюта"),
}
_KIND_WORDS: Mapping[str, CrmKind] = {
    "won": "won", "sale": "won", "success": "won", "успешно реализовано": "won", "выиграна": "won", "продажа": "won",
    "lost": "lost", "failed": "lost", "закрыто и не реализовано": "lost", "проиграна": "lost", "отказ": "lost",
    "invoice": "invoice", "счёт": "invoice", "счет": "invoice", "счёт выставлен": "invoice",
    "payment": "payment", "paid": "payment", "оплата": "payment", "оплачено": "payment", "оплачен": "payment",
}  # fmt: skip


class CrmError(ValueError):
    """Events of a CRM can't be read; the message is one line that says which and why."""


@dataclass(frozen=True, slots=True)
class CrmEvent:
    """One event, known by the CRM's own number; money in hundredths of a currency's unit."""

    key: str
    kind: CrmKind
    happened_at: datetime
    client: str | None = None
    agent: str | None = None
    amount_cents: int | None = None
    currency: str | None = None


def read_crm(path: Path, options: NameOptions) -> Iterator[CrmEvent | CrmError]:
    """The events of an exported table, each line that can't be used as the error that says so; raises CrmError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CrmError(f"{path} can't be read: {error.strerror}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
    lines = text.splitlines()
    delimiter = max(",;\t", key=(lines[0] if lines else "").count)
    rows = csv.DictReader(lines, delimiter=delimiter)
    names = {name.strip().lower(): name for name in rows.fieldnames or ()}
    columns = {field: [names[one] for one in known if one in names] for field, known in _COLUMNS.items()}
    lacking = [field for field in ("key", "kind", "at") if not columns[field]]
    if lacking:
        wanted = "; ".join(f"{field}: {', '.join(_COLUMNS[field])}" for field in lacking)
        raise CrmError(f"{path}: no column for {wanted}")
    for row in rows:
        told = {field: first(row, *found) for field, found in columns.items()}
        try:
            yield as_event(told, options)
        except CrmError as error:
            yield CrmError(f"{path}:{rows.line_num}: {error}")


def as_event(told: Mapping[str, str], options: NameOptions) -> CrmEvent:
    """An event of what was told of it (key, kind, at, client, agent, amount, currency); raises CrmError."""
    kind = _KIND_WORDS.get(told.get("kind", "").strip().lower())
    happened = moment(told.get("at", ""), options) or moment(f"{told.get('at', '')} 00:00:00", options)
    if not told.get("key"):
        raise CrmError("no number of the event")
    if kind is None:
        raise CrmError(f"kind {told.get('kind')!r} is not {', '.join(KINDS)}")
    if happened is None:
        raise CrmError(f"{told.get('at')!r} is no moment: write it as 2026-11-23T10:15:30+03:00")
    amount = _cents(told.get("amount", ""))
    return CrmEvent(
        key=told["key"],
        kind=kind,
        happened_at=happened,
        client=to_e164(told.get("client", ""), options.phone_region),
        agent=told.get("agent") or None,
        amount_cents=amount,
        currency=(told.get("currency") or "RUB").upper()[:3] if amount is not None else None,
    )


def _cents(text: str) -> int | None:
    plain = "".join(letter for letter in text if letter.isdigit() or letter in ".,-").replace(",", ".")
    if not plain:
        return None
    try:
        return int((Decimal(plain) * 100).to_integral_value())
    except (InvalidOperation, ValueError) as error:
        raise CrmError(f"{text!r} is no amount of money") from error
