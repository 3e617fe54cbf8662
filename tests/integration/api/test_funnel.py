"""The funnel over JSON and as a page."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.integration.api.seeding import UNSCORED, Seeder


def test_each_stage_comes_with_its_count_and_drops(client: TestClient, seed: Seeder) -> None:
    seed.call()
    seed.call(analysis=UNSCORED)
    stages = client.get("/api/v1/funnel").json()["stages"]
    assert [(one["stage"], one["count"]) for one in stages] == [
        ("recorded", 2), ("transcribed", 2), ("eligible", 1), ("scored", 1), ("reviewed", 0),
    ]  # fmt: skip
    assert stages[2]["dropped"] == {"too_short": 1}


def test_days_and_campaign_choose(client: TestClient, seed: Seeder) -> None:
    seed.call()
    day = {"from": "2026-11-23", "to": "2026-11-23", "campaign": "windows-ru"}
    assert client.get("/api/v1/funnel", params=day).json()["stages"][0]["count"] == 1
    assert client.get("/api/v1/funnel", params={"to": "2026-11-22"}).json()["stages"][0]["count"] == 0


def test_days_in_the_wrong_order_are_refused_with_a_sentence(client: TestClient) -> None:
    refused = client.get("/api/v1/funnel", params={"from": "2026-11-23", "to": "2026-11-22"})
    assert refused.status_code == 422
    assert "to must not be before from" in refused.json()["message"]


def test_the_page_says_each_reason_in_words_and_is_linked_from_the_list(client: TestClient, seed: Seeder) -> None:
    seed.call(analysis=UNSCORED)
    assert "/funnel?campaign=windows-ru" in client.get("/calls", params={"campaign": "windows-ru"}).text
    page = client.get("/funnel", params={"lang": "ru"}).text
    assert "Разговор короче, чем требует кампания." in page
    assert "Подходит для оценки" in page
