"""One call over JSON: the contract's shapes, the titles of that day's script, and what it costs."""

from __future__ import annotations

import json
from dataclasses import replace

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from pipeline.analysis import Analysis
from pipeline.transcript import parse_transcript
from tests.integration.api.seeding import ANALYSIS, CAMPAIGN, TRANSCRIPT, Seeder, segment
from tests.integration.api.test_call_list import statements


def test_a_call_has_its_transcript_and_analysis_in_the_contracts_shapes(client: TestClient, seed: Seeder) -> None:
    number = seed.call(name="out-79161234567-201.wav")
    response = client.get(f"/api/v1/calls/{number}")
    assert response.status_code == 200
    call = response.json()
    fingerprint = call["recording"]["fingerprint"]
    assert call["recording"]["name"] == "out-79161234567-201.wav"
    assert parse_transcript(json.dumps(call["transcript"])) == replace(TRANSCRIPT, id=fingerprint)
    assert call["transcript"]["started_at"] == "2026-11-23T10:15:30+03:00"
    assert TypeAdapter(Analysis).validate_python(call["analysis"]) == ANALYSIS
    assert call["audio"] is None


def test_every_claim_points_at_the_remark_that_it_quotes(client: TestClient, seed: Seeder) -> None:
    call = client.get(f"/api/v1/calls/{seed.call()}").json()
    analysis, segments = call["analysis"], call["transcript"]["segments"]
    claims = analysis["steps"] + analysis["facts"] + analysis["objections"] + analysis["forbidden"]
    quoted = [claim for claim in claims if claim["quote"]]
    assert len(quoted) == 11
    for claim in quoted:
        remark = segments[claim["segment"]]
        assert claim["quote"] in remark["text"]
        assert (claim["start"], claim["end"]) == (remark["start"], remark["end"])


def test_titles_and_weights_are_those_of_the_script_that_judged_the_call(client: TestClient, seed: Seeder) -> None:
    old = seed.call()
    renamed = CAMPAIGN.model_copy(
        update={"version": "newer", "steps": (CAMPAIGN.steps[0].model_copy(update={"title": "Здравствуйте"}),)}
    )
    new = seed.call(analysis=replace(ANALYSIS, library_version="newer"), campaign=renamed)
    titles = [client.get(f"/api/v1/calls/{number}").json()["campaign"]["steps"][0]["title"] for number in (old, new)]
    assert titles == ["Приветствие, компания и имя", "Здравствуйте"]
    campaign = client.get(f"/api/v1/calls/{old}").json()["campaign"]
    assert campaign["steps"][6] == {
        "id": "measure",
        "title": "Предложить бесплатный замер",
        "stage": None,
        "weight": 14.0,
        "required": True,
        "critical": True,
    }
    assert campaign["objections"][0] == {"id": "expensive", "title": "Дорого"}
    assert (campaign["title"], campaign["pass_score"]) == ("Пластиковые окна", 70.0)


def test_a_call_that_was_never_judged_has_its_transcript_alone(client: TestClient, seed: Seeder) -> None:
    call = client.get(f"/api/v1/calls/{seed.call(analysis=None)}").json()
    assert (call["analysis"], call["campaign"]) == (None, None)
    assert len(call["transcript"]["segments"]) == len(TRANSCRIPT.segments)


def test_a_call_that_is_not_there_is_a_problem_in_one_shape(client: TestClient) -> None:
    response = client.get("/api/v1/calls/17")
    assert response.status_code == 404
    assert response.json() == {"code": "call_not_found", "message": "there is no call 17"}
    for number in ("0", "seventeen", str(2**63)):
        refused = client.get(f"/api/v1/calls/{number}")
        assert refused.status_code == 422
        assert set(refused.json()) == {"code", "message"}


def test_an_hours_call_costs_no_more_questions_than_a_short_one(app: FastAPI, client: TestClient, seed: Seeder) -> None:
    short = seed.call()
    remarks = tuple(segment(2.0 * i, 2.0 * i + 1.5, "agent", "и так далее и тому подобное") for i in range(900))
    long = seed.call(replace(TRANSCRIPT, segments=remarks, duration=1800.0))
    client.get(f"/api/v1/calls/{short}")
    counted = []
    for number in (short, long):
        with statements(app) as sent:
            assert client.get(f"/api/v1/calls/{number}").status_code == 200
        counted.append(sum(statement.startswith("SELECT") for statement in sent))
    assert counted[0] == counted[1]
    assert counted[0] <= 14
