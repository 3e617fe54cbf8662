"""Real recordings through the real faster-whisper into a real database, and read back by the API."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pipeline.transcript import parse_transcript, read_transcript
from pipeline.word_errors import WordErrors, transcript_errors
from tests.acceptance.program import Program

pytestmark = pytest.mark.speech

Ingested = tuple[Program, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Ingested:
    folder = tmp_path_factory.mktemp("ingested")
    shutil.copytree(samples / "recordings", folder / "pbx")
    (folder / "pbx" / "3cx" / "fax.wav").write_bytes(b"this is no sound at all" * 20)
    program = Program(folder)
    return program, program("ingest", "pbx")


@pytest.fixture(scope="module")
def api(ingested: Ingested) -> Iterator[httpx.Client]:
    program, _ = ingested
    server = program.start("serve", "--port", "0")
    try:
        assert server.stdout is not None
        said = server.stdout.readline()
        address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        with httpx.Client(base_url=address, timeout=30) as client:
            yield client
    finally:
        server.terminate()
        server.communicate(timeout=20)


def test_all_samples_are_done_and_what_cannot_be_decoded_is_named(
    ingested: Ingested,
) -> None:
    _, ran = ingested
    assert ran.returncode == 1, ran.stderr
    assert "12 done" in ran.stderr
    assert "synthetic speech only" in ran.stderr
    failed = [line for line in ran.stderr.splitlines() if "failed: " in line and line.startswith("callgrade")]
    assert len(failed) == 1
    assert "fax.wav" in failed[0]


def test_a_second_ingest_does_nothing_and_still_names_the_failure(ingested: Ingested, api: httpx.Client) -> None:
    program, _ = ingested
    before = api.get("/api/v1/calls", params={"limit": 200}).json()
    ran = program("ingest", "pbx")
    assert ran.returncode == 1
    assert "0 done, 12 known already" in ran.stderr
    assert "fax.wav" in ran.stderr
    assert api.get("/api/v1/calls", params={"limit": 200}).json() == before


def test_the_api_gives_back_what_was_heard_and_judged(api: httpx.Client) -> None:
    calls = api.get("/api/v1/calls", params={"sort": "score", "limit": 200}).json()["calls"]
    assert len(calls) == 12
    best = max((call for call in calls if call["score"] is not None), key=lambda call: call["score"])
    call = api.get(f"/api/v1/calls/{best['id']}").json()
    segments, steps = call["transcript"]["segments"], call["analysis"]["steps"]
    done = [step for step in steps if step["status"] == "done"]
    assert done
    for step in done:
        assert step["quote"]
        assert step["start"] <= segments[step["segment"]]["end"]
    words = [word for segment in segments for word in segment["words"]]
    assert all(0 <= word["probability"] <= 1 and word["start"] <= word["end"] for word in words)
    assert len(words) > 50


def test_the_sound_of_a_call_can_be_played_from_any_second(api: httpx.Client) -> None:
    call = api.get("/api/v1/calls", params={"limit": 1}).json()["calls"][0]
    whole = api.get(f"/api/v1/calls/{call['id']}/audio")
    part = api.get(f"/api/v1/calls/{call['id']}/audio", headers={"Range": "bytes=100-199"})
    assert whole.status_code == 200
    assert (part.status_code, part.content) == (206, whole.content[100:200])


def test_transcribe_agrees_with_what_was_really_said(callgrade: Program, samples: Path) -> None:
    total = WordErrors(0, 0)
    for recording in sorted((samples / "recordings").rglob("out-*")):
        ran = callgrade("transcribe", recording, "--json")
        assert ran.returncode == 0, ran.stderr
        heard = parse_transcript(ran.stdout)
        assert {segment.speaker for segment in heard.segments} == {"agent", "client"}
        assert heard.recogniser is not None
        total += transcript_errors(read_transcript(samples / "truth" / f"{recording.stem}.json"), heard)
    assert total.spoken > 200
    assert total.rate < 0.2


def test_the_same_recording_gives_the_same_transcript_byte_for_byte(callgrade: Program, samples: Path) -> None:
    recording = next((samples / "recordings").rglob("out-*.mp3"))
    first, second = (callgrade("transcribe", recording, "--json").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["segments"]


def test_the_demo_prints_scored_calls_and_one_explained(callgrade: Program, tmp_path: Path) -> None:
    ran = callgrade("demo", "--no-serve", "--data", tmp_path / "demo")
    assert ran.returncode == 0, ran.stderr
    assert "windows-ru" in ran.stdout
    assert "courses-ru" in ran.stdout
    assert "Приветствие" in ran.stdout
    assert "synthetic speech only" in ran.stdout


def test_a_model_that_is_not_there_is_told_in_one_line_naming_the_setting(callgrade: Program, samples: Path) -> None:
    recording = next((samples / "recordings").rglob("out-*.mp3"))
    ran = callgrade("transcribe", recording, "--model", "/nowhere/large-v3")
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert "model" in ran.stderr
