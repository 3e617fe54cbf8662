"""A call's sound over a real socket: ranges as players ask for them, clips, and no way out of the data folder."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from models import Database
from tests.integration.api.seeding import Seeder


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is tested here does not depend on the kind of database."""
    return sqlite_database


@pytest.fixture
def browser(address: str) -> Iterator[httpx.Client]:
    """A client over a real socket."""
    with httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


@pytest.fixture
def sound(seed: Seeder) -> str:
    """Path of the sound of a call of four seconds."""
    return f"/api/v1/calls/{seed.call(audio_path=seed.sound(seconds=4))}/audio"


def test_the_whole_sound_comes_with_its_type_and_says_that_it_takes_ranges(
    browser: httpx.Client, sound: str, seed: Seeder
) -> None:
    stored = (seed.data_dir / "sound/call.mp3").read_bytes()
    answer = browser.get(sound)
    assert answer.status_code == 200
    assert answer.content == stored
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("inline")
    head = browser.head(sound)
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == len(stored)


def test_a_player_gets_the_very_bytes_that_it_asks_for(browser: httpx.Client, sound: str, seed: Seeder) -> None:
    stored = (seed.data_dir / "sound/call.mp3").read_bytes()
    size = len(stored)
    for asked, first, last in (
        ("bytes=0-0", 0, 0),
        ("bytes=100-299", 100, 299),
        ("bytes=100-", 100, size - 1),
        ("bytes=-50", size - 50, size - 1),
        (f"bytes=100-{size + 1000}", 100, size - 1),
    ):
        answer = browser.get(sound, headers={"Range": asked})
        assert answer.status_code == 206, asked
        assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
        assert answer.content == stored[first : last + 1]


def test_bytes_beyond_the_end_are_answered_by_the_size(browser: httpx.Client, sound: str, seed: Seeder) -> None:
    size = (seed.data_dir / "sound/call.mp3").stat().st_size
    answer = browser.get(sound, headers={"Range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"


def test_a_range_of_an_older_file_gets_the_whole_new_one(browser: httpx.Client, sound: str) -> None:
    answer = browser.get(sound, headers={"Range": "bytes=0-9", "If-Range": '"of another file"'})
    assert answer.status_code == 200


def test_a_call_without_sound_says_so(browser: httpx.Client, seed: Seeder) -> None:
    kept, gone = seed.call(), seed.call(audio_path="sound/gone.mp3")
    for number in (kept, gone):
        answer = browser.get(f"/api/v1/calls/{number}/audio")
        assert answer.status_code == 404
        assert answer.json()["code"] == "audio_not_found"
        assert browser.get(f"/api/v1/calls/{number}").json()["audio"] is None
    assert browser.get("/api/v1/calls/999/audio").json()["code"] == "call_not_found"


def test_no_path_in_the_database_leads_out_of_the_data_folder(
    browser: httpx.Client, seed: Seeder, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.mp3"
    secret.write_bytes(b"secret")
    seed.data_dir.mkdir(exist_ok=True)
    (seed.data_dir / "link.mp3").symlink_to(secret)
    (seed.data_dir / "folder.mp3").mkdir()
    for path in ("../secret.mp3", str(secret), "sound/../../secret.mp3", "link.mp3", "folder.mp3", "", "."):
        number = seed.call(audio_path=path)
        answer = browser.get(f"/api/v1/calls/{number}/audio")
        assert answer.status_code == 404, path
        assert b"secret" not in answer.content


def test_a_clip_is_as_long_as_asked_and_keeps_both_sides(client: TestClient, sound: str) -> None:
    clip = client.get(sound.replace("/audio", "/clip"), params={"start": 1.0, "end": 2.5})
    assert clip.status_code == 200
    assert clip.headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(clip.content)) as file:
        assert file.getnchannels() == 2
        assert file.getnframes() / file.getframerate() == pytest.approx(1.5, abs=0.01)


def test_a_clip_comes_as_mp3_where_asked(client: TestClient, sound: str) -> None:
    clip = client.get(sound.replace("/audio", "/clip"), params={"start": 0, "end": 1, "format": "mp3"})
    assert clip.headers["content-type"] == "audio/mpeg"
    assert clip.content[:3] == b"ID3" or clip.content[0] == 0xFF


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"start": "2", "end": "1"}, "end: must be after start, 2"),
        ({"start": "0", "end": "601"}, "end: a clip is 600 s at most: take the whole call from /audio"),
        ({"start": "50", "end": "60"}, "start: there is nothing from 50 s to 60 s"),
        ({"start": "-1", "end": "1"}, "start: input should be greater than or equal to 0"),
        ({"start": "nan", "end": "1"}, "start: input should be a finite number"),
        ({"start": "1"}, "end: field required"),
        ({"start": "0", "end": "1", "format": "exe"}, "format: must be 'wav' or 'mp3', not 'exe'"),
    ],
)
def test_a_clip_that_cannot_be_cut_says_why(client: TestClient, sound: str, query: dict[str, str], said: str) -> None:
    answer = client.get(sound.replace("/audio", "/clip"), params=query)
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_request"
    assert said in answer.json()["message"]
