"""A CRM's events by table and by API: each kept once, brought up to date, and nothing half-taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from models import CrmRow, Database
from pipeline.cli.app import run

EVENTS = "/api/v1/crm-events"


def kept(database: Database) -> list[tuple[str, str, str | None, int | None]]:
    with database.reading() as session:
        rows = session.scalars(select(CrmRow).order_by(CrmRow.key))
        return [(row.key, row.kind, row.client, row.amount_cents) for row in rows]


def test_events_told_over_the_api_are_kept_once_and_brought_up_to_date(client: TestClient, database: Database) -> None:
    event = {"id": "7", "kind": "invoice", "at": "2026-11-23T10:15:30+03:00", "client": "8 900 555-01-23"}
    first = client.post(EVENTS, json={"source": "amocrm", "events": [{**event, "amount": "24 900,50"}]})
    assert first.json() == {"kept": 1}
    client.post(EVENTS, json={"source": "amocrm", "events": [{**event, "kind": "payment"}]})
    assert kept(database) == [("7", "payment", "+79005550123", None)]


def test_one_event_that_cannot_be_used_keeps_all_out_and_is_named(client: TestClient, database: Database) -> None:
    good = {"id": "7", "kind": "won", "at": "2026-11-23T10:15:30+03:00"}
    answer = client.post(EVENTS, json={"source": "x", "events": [good, {**good, "id": "8", "at": "yesterday"}]})
    assert answer.status_code == 422
    assert "events[1]" in answer.json()["message"]
    assert kept(database) == []


def test_a_table_is_read_and_its_bad_lines_are_named(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", database.url.render_as_string(hide_password=False))
    table = tmp_path / "deals.csv"
    table.write_bytes(
        "Номер;Статус;Дата;Телефон;Бюджет\n1;Успешно реализовано;23.11.2026 10:15;89005550123;24900\n"
        "2;думает;23.11.2026 10:15;;\n3;Оплачено;2026-11-24;+79161234567;1 000,50 ₽\n".encode("cp1251", "replace")
    )
    assert run(["crm", str(table)]) == 1
    said = capsys.readouterr()
    assert "deals.csv:3: kind 'думает' is not won" in said.err
    assert "2 events kept, 1 lines left out" in said.out
    assert kept(database) == [("1", "won", "+79005550123", 2490000), ("3", "payment", "+79161234567", 100050)]
    table.write_text("a,b\n1,2\n")
    assert run(["crm", str(table)]) == 2
    assert "no column for key" in capsys.readouterr().err
