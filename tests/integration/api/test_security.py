"""What stands around every answer: headers, names that are answered to, and nothing from a foreign server."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.security import SECURITY_HEADERS
from models import Database
from tests.integration.api.conftest import HERE
from tests.integration.api.seeding import Seeder

PATHS = (
    "/calls", "/calls?direction=up", "/calls/1", "/calls/999", "/recordings", "/nowhere", "/api/v1/calls",
    "/api/v1/calls/1", "/api/v1/calls/999", "/api/v1/nowhere", "/healthz", "/readyz", "/openapi.json",
)  # fmt: skip


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is tested here does not depend on the kind of database."""
    return sqlite_database


def test_every_answer_carries_the_headers_and_is_kept_nowhere(client: TestClient, seed: Seeder) -> None:
    seed.call()
    for path in PATHS:
        headers = client.get(path).headers
        assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS, path


def test_static_files_carry_them_too_but_may_be_kept(client: TestClient) -> None:
    for name, kind in (("base.css", "text/css"), ("call.js", "text/javascript"), ("icon.svg", "image/svg+xml")):
        answer = client.get(f"/static/{name}")
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert client.get(f"/static/{name}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    for outside in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"):
        assert client.get(outside).status_code == 404


def test_a_failure_of_ours_is_one_shape_with_the_headers_and_no_traceback(app: FastAPI) -> None:
    def broken() -> None:
        raise RuntimeError("the secret of the house")

    app.add_api_route("/api/v1/broken", broken)
    app.add_api_route("/broken", broken)
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/broken")
        page = client.get("/broken")
    assert (answer.status_code, page.status_code) == (500, 500)
    assert answer.json()["code"] == "internal_error"
    assert "secret" not in answer.text + page.text
    assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "www.localhost", "192.168.0.7", ""])
def test_requests_that_name_another_host_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/calls", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "localhost:1", "[::1]:8000", "LOCALHOST"])
def test_requests_that_name_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_nothing_changes_state_yet(app: FastAPI) -> None:
    methods = {method for route in app.routes if isinstance(route, APIRoute) for method in route.methods or ()}
    assert methods <= {"GET", "HEAD"}


def test_other_methods_are_refused_in_one_shape(client: TestClient) -> None:
    answer = client.post("/api/v1/calls")
    assert answer.status_code == 405
    assert answer.json()["code"] == "method_not_allowed"
    assert "GET" in answer.headers["allow"]


def test_pages_that_would_load_foreign_scripts_are_off(client: TestClient) -> None:
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_no_page_names_an_address_elsewhere(client: TestClient, seed: Seeder) -> None:
    number = seed.call(audio_path=seed.sound(seconds=1))
    for path in ("/calls", f"/calls/{number}", "/recordings", "/nowhere", "/static/base.css", "/static/call.css"):
        for address in re.findall(r"(?:https?:)?//[^\s\"'<>)]+", client.get(path).text):
            pytest.fail(f"{path} names {address}")


def test_the_interface_describes_all_of_itself(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert set(schema["paths"]) == {
        "/api/v1/calls", "/api/v1/calls/{call}", "/api/v1/calls/{call}/audio", "/api/v1/calls/{call}/clip",
        "/api/v1/recordings", "/api/v1/recordings/progress", "/api/v1/recordings/{recording}/retry",
        "/api/v1/activity", "/api/v1/crm-events", "/api/v1/funnel", "/api/v1/unknown",
        "/api/v1/what-if", "/healthz", "/readyz",
    }  # fmt: skip
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            assert operation["summary"], path
            assert operation["description"], path
            for parameter in operation.get("parameters", []):
                assert parameter.get("description"), f"{path}: {parameter['name']}"
            for status in ("404", "422"):
                content = operation["responses"].get(status, {}).get("content", {}).get("application/json")
                assert content in (None, {"schema": {"$ref": "#/components/schemas/Problem"}}), f"{path} {status}"
    assert [name for name, shape in schema["components"]["schemas"].items() if not shape.get("description")] == []
