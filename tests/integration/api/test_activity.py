"""What came of the calls: over JSON, as a page and by the command, on both databases."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime

import pytest
from fastapi.testclient import TestClient

from models import Database
from pipeline.cli.app import run
from pipeline.outcome import Outcome
from tests.integration.api.seeding import ANALYSIS, MOSCOW, TRANSCRIPT, UNSCORED, Seeder

ACTIVITY = "/api/v1/activity"
IVAN, OLGA = "+79005550101", "+79005550202"


def at(day: int, hour: int = 10, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=MOSCOW)


def talked(
    seed: Seeder, when: datetime, agent: str | None, client: str | None, score: float = 80.0, kind: str = "next_step"
) -> None:
    analysis = replace(ANALYSIS, score=score, outcome=Outcome(kind))  # type: ignore[arg-type]
    seed.call(replace(TRANSCRIPT, started_at=when, agent=agent, client=client), analysis)


def told(client: TestClient, *events: tuple[str, datetime, str | None, str]) -> None:
    """Events of the CRM: kind, moment, client, amount."""
    body = [
        {"id": str(number), "kind": kind, "at": when.isoformat(), "client": who, "amount": amount}
        for number, (kind, when, who, amount) in enumerate(events)
    ]
    assert client.post("/api/v1/crm-events", json={"source": "crm", "events": body}).status_code == 200


def groups(client: TestClient, **query: str) -> dict[str | None, dict[str, object]]:
    answer = client.get(ACTIVITY, params=query)
    assert answer.status_code == 200, answer.text
    return {one["key"]: one for one in answer.json()["groups"]}


@pytest.fixture
def month(client: TestClient, seed: Seeder) -> TestClient:
    """Two managers' calls with two clients, and what the CRM has of them."""
    talked(seed, at(2), "101", IVAN, 60)
    talked(seed, at(9), "102", IVAN, 90, "sale")
    talked(seed, at(10), "101", OLGA, 70, "refusal")
    seed.call(replace(TRANSCRIPT, started_at=at(11), agent="101", client=None), UNSCORED)
    told(
        client,
        ("invoice", at(3), IVAN, "24 900,50"),
        ("won", at(9, 18), IVAN, "24900"),
        ("payment", at(12), IVAN, "10000"),
        ("lost", at(10, 12), OLGA, ""),
        ("won", at(1), IVAN, "1"),
        ("payment", at(5), "+79005550999", "7"),
    )
    return client


def test_each_manager_has_the_calls_scores_and_ends_of_his_own(month: TestClient) -> None:
    found = groups(month)
    assert {key: (one["calls"], one["eligible"], one["scored"], one["mean_score"]) for key, one in found.items()} == {
        "101": (3, 2, 2, 65.0), "102": (1, 1, 1, 90.0),
    }  # fmt: skip
    assert (found["101"]["next_steps"], found["102"]["sales"]) == (1, 1)


def test_an_event_goes_to_the_last_call_with_the_client_before_it(month: TestClient) -> None:
    found = groups(month)
    assert (found["101"]["invoices"], found["101"]["invoice_cents"]) == (1, {"RUB": 2490050})
    assert (found["102"]["won"], found["102"]["won_cents"], found["102"]["payments"]) == (1, {"RUB": 2490000}, 1)
    assert found["101"]["lost"] == 1


def test_events_before_any_call_or_of_strangers_are_counted_apart(month: TestClient) -> None:
    answer = month.get(ACTIVITY).json()
    assert answer["events_without_call"] == 2
    assert (answer["total"]["calls"], answer["total"]["won"]) == (4, 1)


def test_an_event_too_long_after_the_call_is_not_its_doing(month: TestClient) -> None:
    assert groups(month, days="1")["102"]["payments"] == 0


def test_days_choose_calls_and_what_followed_them_and_earlier_calls_keep_theirs(month: TestClient) -> None:
    answer = month.get(ACTIVITY, params={"from": "2026-11-03", "to": "2026-11-09"}).json()
    assert [(one["key"], one["calls"], one["won"], one["payments"]) for one in answer["groups"]] == [("102", 1, 1, 1)]
    # The invoice of the 3rd belongs to the call of the 2nd: neither of these days' calls nor without one.
    assert answer["total"]["invoices"] == 0
    assert answer["events_without_call"] == 1


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("campaign", ["windows-ru"]),
        ("day", ["2026-11-02", "2026-11-09", "2026-11-10", "2026-11-11"]),
        ("week", ["2026-W45", "2026-W46"]),
        ("month", ["2026-11"]),
    ],
)
def test_figures_are_grouped_as_asked(month: TestClient, by: str, keys: list[str]) -> None:
    assert list(groups(month, by=by)) == keys


def test_a_day_is_that_of_the_settings_zone(client: TestClient, seed: Seeder) -> None:
    talked(seed, at(1, 0), "101", IVAN)
    assert list(groups(client, by="day")) == ["2026-11-01"]
    assert client.get(ACTIVITY, params={"to": "2026-10-31"}).json()["total"]["calls"] == 0


def test_what_cannot_be_asked_is_refused_in_a_sentence(client: TestClient) -> None:
    assert "agent" in client.get(ACTIVITY, params={"by": "mood"}).json()["message"]
    wrong = client.get(ACTIVITY, params={"from": "2026-11-23", "to": "2026-11-22"})
    assert (wrong.status_code, "to must not be before from" in wrong.json()["message"]) == (422, True)


def test_the_page_shows_the_table_with_its_sums_in_the_readers_language(month: TestClient) -> None:
    page = month.get("/activity", params={"lang": "ru"}).text
    assert "Итоги звонков" in page
    assert "24\u00a0900,50\u00a0RUB" in page
    assert "2 события CRM не подошли" in page
    assert "windows-ru" not in month.get("/activity", params={"lang": "en", "by": "campaign"}).text.split("<tbody")[1]


def test_the_page_without_calls_says_so(client: TestClient) -> None:
    assert "No calls" in client.get("/activity", params={"lang": "en"}).text


def test_the_command_gives_the_same_figures(
    month: TestClient, database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", database.url.render_as_string(hide_password=False))
    assert run(["report", "activity", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == month.get(ACTIVITY).json()
    assert run(["report", "activity", "--csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert [row[0] for row in rows] == ["менеджер", "101", "102", "всего"]
    assert run(["report", "activity"]) == 0
    assert "событий CRM без звонка с этим клиентом: 2" in capsys.readouterr().out
    assert run(["report", "activity", "--from", "1.11.2026"]) == 2
    assert "--from 1.11.2026 is no day" in capsys.readouterr().err
