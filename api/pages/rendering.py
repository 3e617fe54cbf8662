"""How a template becomes a page: everything from outside is escaped, words come from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.context import Context
from api.pages import formats, strings
from api.pages.language import COOKIE, chosen_language, page_language
from api.pages.strings import Language
from pipeline.reasons import explain_reason

_YEAR = 365 * 24 * 3600

templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
templates.filters["clock"] = formats.clock


def render(request: Request, template: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """The page that a template makes of these values, in the reader's language."""
    context = cast(Context, request.app.state.context)
    language = page_language(request, context.settings.interface_language)
    known = _words(language, context) | {"language": language, "switch": _switch(request)}
    page = HTMLResponse(templates.get_template(template).render({**known, **values}), status_code=status)
    page.headers["Content-Language"] = language
    page.headers["Vary"] = "Accept-Language, Cookie"
    if (chosen := chosen_language(request)) is not None:
        page.set_cookie(COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="lax")
    return page


def _words(language: Language, context: Context) -> dict[str, object]:
    """What templates say things with; each function knows the reader's language."""

    def t(key: str, **values: object) -> str:
        return strings.text(key, language, **values)

    def counted(key: str, number: int) -> str:
        return strings.count(key, number, language)

    def number(value: float, digits: int = 1) -> str:
        return formats.number(value, language, digits)

    def percent(share: float) -> str:
        return formats.percent(share, language)

    def moment(value: datetime) -> str:
        return formats.moment(value, language)

    def reason(code: str) -> str:
        return explain_reason(code, language)

    def money(cents: int, currency: str) -> str:
        return formats.money(cents, currency, language)

    def due(value: datetime) -> str:
        return formats.due(value, language)

    return {
        "t": t, "counted": counted, "number": number, "percent": percent, "moment": moment, "due": due, "money": money,
        "reason": reason,
    }  # fmt: skip


def _switch(request: Request) -> dict[Language, str]:
    """The address of this very page in each language."""
    return {language: address(request, lang=language) for language in strings.LANGUAGES}


def address(request: Request, **changes: str | None) -> str:
    """This page's path and query with some parameters changed; None or empty takes one away."""
    query = {name: value for name, value in request.query_params.items() if value}
    query |= {name: value or "" for name, value in changes.items()}
    kept = urlencode({name: value for name, value in query.items() if value})
    return f"{request.url.path}?{kept}" if kept else request.url.path
