"""The real application over real databases, and over a real socket where HTTP itself is what is tested."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from models import Database
from pipeline.settings import Settings
from tests.integration.api.seeding import Seeder, seeder
from tests.integration.api.serving import serving

HERE = "http://127.0.0.1"


@pytest.fixture
def settings(database: Database, tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", database_url=database.url.render_as_string(hide_password=False))


@pytest.fixture
def seed(database: Database, settings: Settings) -> Seeder:
    return seeder(database, settings.data_dir)


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=HERE) as opened:
        yield opened


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """The application behind uvicorn, on a port of its own."""
    with serving(app) as where:
        yield where
