"""Is the program up, and can it work? Probes that tell the truth when something breaks while it runs."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient
from sqlalchemy import text

from api.app import create_app
from models import Database
from models.schema import VERSION_TABLE
from pipeline.settings import Settings
from pipeline.version import __version__
from tests.integration.api.conftest import HERE


def test_a_running_program_is_up_and_ready(client: TestClient) -> None:
    for probe in ("/healthz", "/readyz"):
        response = client.get(probe)
        assert response.status_code == 200, response.text
        assert response.json() == {"status": "ok", "reasons": [], "version": __version__}


def test_a_schema_of_another_version_is_not_ready_and_says_so(client: TestClient, database: Database) -> None:
    with database.writing() as session:
        session.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"
    assert len(response.json()["reasons"]) == 1
    assert "9999" in response.json()["reasons"][0]
    assert client.get("/healthz").status_code == 200


def test_a_library_without_campaigns_is_not_ready_and_says_so(settings: Settings, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "absent"):
        app = create_app(settings.model_copy(update={"library_dir": folder}))
        with TestClient(app, base_url=HERE) as client:
            response = client.get("/readyz")
        assert response.status_code == 503
        assert str(folder) in response.json()["reasons"][0]
