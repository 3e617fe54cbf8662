"""The interface shows what a library change would do, as the command does, and stores nothing."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from models import Database
from pipeline.rescore import Options, rescore
from pipeline.settings import Settings
from scripts_library.loading import load_library
from tests.integration.api.conftest import HERE
from tests.integration.rescore.test_rescore import analyses, fill


def test_the_comparison_is_the_commands_and_nothing_is_stored(
    client: TestClient, database: Database, settings: Settings
) -> None:
    fill(database, 2)
    before = analyses(database)
    campaigns = load_library(settings.library_dir).campaigns
    told = rescore(database, campaigns, Options(dry_run=True, jobs=1)).comparison
    answer = client.get("/api/v1/what-if")
    assert (answer.status_code, answer.json()) == (200, json.loads(json.dumps(asdict(told))))
    assert analyses(database) == before


def test_a_sentence_model_that_is_not_there_is_told(settings: Settings, tmp_path: Path) -> None:
    set_so = settings.model_copy(update={"meaning_model": str(tmp_path / "none")})
    with TestClient(create_app(set_so), base_url=HERE) as client:
        answer = client.get("/api/v1/what-if")
    assert (answer.status_code, answer.json()["code"]) == (503, "sentence_model_unavailable")
    assert "meaning_model" in answer.json()["message"]


def test_a_campaign_that_is_not_there_is_refused_with_a_hint(client: TestClient) -> None:
    answer = client.get("/api/v1/what-if", params={"campaign": "windows-en"})
    assert answer.status_code == 422
    assert "windows-ru" in answer.json()["message"]
