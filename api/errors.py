"""How every failure of a request becomes one answer: JSON for programs, a page for people, never a traceback."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.pages.error import error_page
from api.problems import ApiError, Problem, explain_validation
from api.security import SECURITY_HEADERS
from models import DatabaseError
from pipeline.embedding import MeaningError

_FOR_PROGRAMS = ("/api/", "/healthz", "/readyz", "/openapi.json")
_CODES = {404: "not_found", 405: "method_not_allowed"}


def register(app: FastAPI) -> None:
    """Let the application answer its failures in the shapes of this module."""

    @app.exception_handler(ApiError)
    def _api_error(request: Request, error: ApiError) -> Response:
        return _answer(request, error.status, error.problem)

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, 422, explain_validation(error))

    @app.exception_handler(HTTPException)
    def _http_error(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "http_error")
        message = f"{HTTPStatus(error.status_code).phrase}: {request.method} {request.url.path}"
        answer = _answer(request, error.status_code, Problem(code=code, message=message))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(DatabaseError)
    def _database(request: Request, error: DatabaseError) -> Response:
        return _answer(request, 503, Problem(code="database_unavailable", message=str(error)))

    @app.exception_handler(MeaningError)
    def _no_sentence_model(request: Request, error: MeaningError) -> Response:
        return _answer(request, 503, Problem(code="sentence_model_unavailable", message=str(error)))

    @app.exception_handler(Exception)
    def _broken(request: Request, error: Exception) -> Response:
        message = "something broke in Callgrade; the output of `callgrade serve` says what"
        answer = _answer(request, 500, Problem(code="internal_error", message=message))
        # This answer is given outside the middleware that adds them to all others.
        answer.headers.update(SECURITY_HEADERS)
        return answer


def _answer(request: Request, status: int, problem: Problem) -> Response:
    if request.url.path.startswith(_FOR_PROGRAMS):
        return JSONResponse(problem.model_dump(), status_code=status)
    return error_page(request, status, problem)
