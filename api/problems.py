"""What a client of the JSON interface is told when a request can't be answered: one shape, a code and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field


class Problem(BaseModel):
    """Why a request wasn't answered."""

    code: str = Field(description="a short name that programs can test for", examples=["call_not_found"])
    message: str = Field(description="one sentence for a person", examples=["there is no call 17"])


class ApiError(Exception):
    """A request can't be answered: `status` is the HTTP status, `code` and `message` go to the client."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem(code=code, message=message)


def not_found(what: str, name: object) -> ApiError:
    """A 404 for a thing that isn't there: not_found("call", 17)."""
    return ApiError(404, f"{what}_not_found", f"there is no {what} {name}")


def invalid(name: str, message: str) -> ApiError:
    """A 422 for a parameter whose value can't be used."""
    return ApiError(422, "invalid_request", f"{name}: {message}")


def explain_validation(error: RequestValidationError) -> Problem:
    """Every refused parameter with what is allowed there, in one sentence each."""
    sentences = [_explain_one(entry) for entry in error.errors()]
    return Problem(code="invalid_request", message="; ".join(sentences))


def _explain_one(entry: dict[str, Any]) -> str:  # pydantic's own error entries are untyped
    name = str(entry["loc"][-1]) if entry["loc"] else "request"
    if entry["type"] == "extra_forbidden":
        return f"{name}: there is no such parameter"
    given = entry.get("input")
    value = f", not {given!r}" if isinstance(given, str | int | float) else ""
    return f"{name}: {_allowed(entry)}{value}"


def _allowed(entry: dict[str, Any]) -> str:
    context = entry.get("ctx") or {}
    if entry["type"] in ("literal_error", "enum"):
        return f"must be {context['expected']}"
    message = str(entry["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI's description of the errors that an endpoint can answer with."""
    meanings = {
        400: "The request could not be understood.",
        403: "Only a page of Callgrade itself may ask for this.",
        404: "There is no such thing.",
        409: "It exists, but not in a state that allows this.",
        416: "The audio has no such bytes.",
        422: "A parameter can't be used; the message says what is allowed.",
        503: "Not ready; the message says why.",
    }
    return {status: {"model": Problem, "description": meanings[status]} for status in statuses}


def joined(reasons: Sequence[str]) -> str:
    """Several reasons as one line."""
    return "; ".join(reasons)
