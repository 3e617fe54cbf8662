"""What a person sees when a page can't be shown: what happened, and where to go on."""

from __future__ import annotations

from fastapi import Request, Response

from api.pages.rendering import render
from api.problems import Problem

_KINDS = {404: "not_found", 405: "not_found", 422: "invalid"}


def error_page(request: Request, status: int, problem: Problem) -> Response:
    """The page for a failed request; the problem's own sentence is shown where it helps."""
    kind = _KINDS.get(status, "internal")
    detail = None if kind == "not_found" or status == 500 else problem.message
    return render(request, "error.html", {"kind": kind, "detail": detail}, status=status)
