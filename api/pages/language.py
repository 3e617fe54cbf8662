"""In which language does a reader want the page? As its address says, as chosen before, or as the browser asks."""

from __future__ import annotations

from fastapi import Request

from api.pages.strings import LANGUAGES, Language

COOKIE = "callgrade_lang"


def chosen_language(request: Request) -> Language | None:
    """The language that the address asks for by `?lang=`, if it is one of ours."""
    return _known(request.query_params.get("lang"))


def page_language(request: Request, default: Language) -> Language:
    """The language of a page: `?lang=`, else the cookie of an earlier choice, else the browser's, else the default."""
    return chosen_language(request) or _known(request.cookies.get(COOKIE)) or _accepted(request) or default


def _known(name: str | None) -> Language | None:
    return next((language for language in LANGUAGES if language == name), None)


def _accepted(request: Request) -> Language | None:
    """The one of our languages that Accept-Language likes best (RFC 9110, 12.5.4)."""
    best: tuple[float, Language | None] = (0.0, None)
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, parameters = part.partition(";")
        language = _known(tag.strip().lower().partition("-")[0])
        quality = _quality(parameters)
        if language is not None and quality > best[0]:
            best = (quality, language)
    return best[1]


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
