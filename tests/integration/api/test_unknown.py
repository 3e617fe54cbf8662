"""What the library doesn't know yet, over JSON."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.integration.api.seeding import Seeder


def test_unknown_matters_come_with_examples_and_an_entry(client: TestClient, seed: Seeder) -> None:
    seed.call(name="good.wav")
    found = client.get("/api/v1/unknown", params={"campaign": "windows-ru", "top": 3})
    assert found.status_code == 200
    assert all(one["entry"].startswith("- id: ") and one["examples"] for one in found.json())


def test_a_campaign_that_is_not_there_is_a_404(client: TestClient) -> None:
    assert client.get("/api/v1/unknown", params={"campaign": "doors"}).status_code == 404
