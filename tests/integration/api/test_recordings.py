"""What became of recordings over JSON: which failed, why, page by page."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.integration.api.seeding import Seeder

RECORDINGS = "/api/v1/recordings"


def test_failed_recordings_say_why(client: TestClient, seed: Seeder) -> None:
    call = seed.call(name="good.wav")
    seed.failed("bad.mp3", "not_audio", "this is a web page, not audio")
    page = client.get(RECORDINGS, params={"state": "failed"}).json()
    assert page["total"] == 1
    failed = page["recordings"][0]
    assert (failed["name"], failed["state"], failed["call"]) == ("bad.mp3", "failed", None)
    assert (failed["reason_code"], failed["reason"]) == ("not_audio", "this is a web page, not audio")
    everything = client.get(RECORDINGS).json()
    assert [(row["name"], row["call"]) for row in everything["recordings"]] == [("bad.mp3", None), ("good.wav", call)]


def test_recordings_are_paged_newest_first_both_ways(client: TestClient, seed: Seeder) -> None:
    for number in range(5):
        seed.failed(f"{number}.wav", "empty", "no sound")
    first = client.get(RECORDINGS, params={"limit": 2}).json()
    second = client.get(RECORDINGS, params={"limit": 2, "cursor": first["next"]}).json()
    third = client.get(RECORDINGS, params={"limit": 2, "cursor": second["next"]}).json()
    names = [[row["name"] for row in page["recordings"]] for page in (first, second, third)]
    assert names == [["4.wav", "3.wav"], ["2.wav", "1.wav"], ["0.wav"]]
    assert (first["previous"], third["next"]) == (None, None)
    assert client.get(RECORDINGS, params={"limit": 2, "cursor": second["previous"]}).json() == first


def test_a_state_that_does_not_exist_is_refused_with_those_that_do(client: TestClient) -> None:
    response = client.get(RECORDINGS, params={"state": "lost"})
    assert response.status_code == 422
    assert response.json()["message"] == "state: must be 'waiting', 'done' or 'failed', not 'lost'"
    assert client.get(RECORDINGS, params={"cursor": "AAAA"}).status_code == 422


def test_the_progress_of_the_work_is_told(client: TestClient, seed: Seeder) -> None:
    seed.call(name="good.wav")
    seed.failed("bad.mp3", "not_audio", "this is a web page, not audio")
    told = client.get(f"{RECORDINGS}/progress").json()
    assert (told["waiting"], told["done"], told["failed"]) == (0, 1, 1)
    assert (told["failures"], told["clear_seconds"]) == ({"not_audio": 1}, 0.0)


def test_a_failed_recording_is_tried_again_on_demand_and_only_a_failed_one(client: TestClient, seed: Seeder) -> None:
    seed.failed("bad.mp3", "not_audio", "this is a web page, not audio")
    number = client.get(RECORDINGS).json()["recordings"][0]["id"]
    assert client.post(f"{RECORDINGS}/{number}/retry").status_code == 204
    again = client.get(RECORDINGS).json()["recordings"][0]
    assert (again["state"], again["reason"], again["attempts"]) == ("waiting", None, 0)
    assert client.post(f"{RECORDINGS}/{number}/retry").status_code == 409


def test_the_page_has_a_button_that_tries_again(client: TestClient, seed: Seeder) -> None:
    seed.failed("bad.mp3", "not_audio", "this is a web page, not audio")
    number = client.get(RECORDINGS).json()["recordings"][0]["id"]
    page = client.get("/recordings", params={"lang": "en"}).text
    assert f'action="/recordings/{number}/retry"' in page
    assert "0 recordings done" in page
    moved = client.post(f"/recordings/{number}/retry", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (303, "/recordings")
    assert "bad.mp3" not in client.get("/recordings").text


def test_a_foreign_page_cannot_press_the_button(client: TestClient, seed: Seeder) -> None:
    seed.failed("bad.mp3", "not_audio", "this is a web page, not audio")
    number = client.get(RECORDINGS).json()["recordings"][0]["id"]
    foreign = ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"})
    for headers in foreign:
        assert client.post(f"/recordings/{number}/retry", headers=headers).status_code == 403
        assert client.post("/recordings/retry", headers=headers).status_code == 403
    assert client.get(RECORDINGS).json()["recordings"][0]["state"] == "failed"
