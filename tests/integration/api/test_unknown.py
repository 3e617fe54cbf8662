"""What the library doesn't know yet, over JSON."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from pipeline.transcript import Segment
from tests.integration.api.seeding import TRANSCRIPT, Seeder


def test_unknown_matters_come_with_examples_and_an_entry(client: TestClient, seed: Seeder) -> None:
    seed.call(name="good.wav")
    found = client.get("/api/v1/unknown", params={"campaign": "windows-ru", "top": 3})
    assert found.status_code == 200
    assert all(one["entry"].startswith("- id: ") and one["examples"] for one in found.json())


def test_a_campaign_that_is_not_there_is_a_404(client: TestClient) -> None:
    assert client.get("/api/v1/unknown", params={"campaign": "doors"}).status_code == 404


QUESTION = replace(
    TRANSCRIPT,
    segments=(
        *TRANSCRIPT.segments[:3],
        Segment(13.4, 19.8, "А москитные сетки на балкон вы тоже делаете?", "client"),
        *TRANSCRIPT.segments[4:],
    ),
)


def test_the_page_lists_matters_with_calls_to_play_and_the_entry(client: TestClient, seed: Seeder) -> None:
    call = seed.call(QUESTION)
    page = client.get("/unknown", params={"campaign": "windows-ru", "lang": "en"})
    assert page.status_code == 200
    assert f'href="/calls/{call}#t=13.40"' in page.text
    assert "- id: " in page.text
    assert "asked:" in page.text


def test_the_page_begins_with_the_campaign_that_has_calls(client: TestClient, seed: Seeder) -> None:
    call = seed.call(QUESTION)
    assert f"/calls/{call}#t=" in client.get("/unknown", params={"lang": "en"}).text


def test_the_page_of_a_campaign_that_is_not_there_is_a_404(client: TestClient) -> None:
    assert client.get("/unknown", params={"campaign": "doors"}).status_code == 404
