"""A page speaks as its address says, as was chosen before, as the browser asks, or as set, in this order."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from api.pages.language import page_language


def request(query: str = "", cookie: str = "", accept: str = "") -> Request:
    headers = [(b"cookie", cookie.encode()), (b"accept-language", accept.encode())]
    return Request({"type": "http", "query_string": query.encode(), "headers": [(k, v) for k, v in headers if v]})


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ({}, "ru"),
        ({"accept": "en"}, "en"),
        ({"accept": "en-GB,en;q=0.9,ru;q=0.8"}, "en"),
        ({"accept": "en;q=0.3, ru;q=0.8"}, "ru"),
        ({"accept": "de-DE,de;q=0.9,en;q=0.5"}, "en"),
        ({"accept": "de, *;q=0.5"}, "ru"),
        ({"accept": "en;q=0"}, "ru"),
        ({"accept": "en;q=much, ,;;"}, "ru"),
        ({"accept": "en", "cookie": "callgrade_lang=ru"}, "ru"),
        ({"accept": "ru", "cookie": "callgrade_lang=en"}, "en"),
        ({"cookie": "callgrade_lang=xx"}, "ru"),
        ({"query": "lang=en", "cookie": "callgrade_lang=ru", "accept": "ru"}, "en"),
        ({"query": "lang=xx", "accept": "en"}, "en"),
    ],
)
def test_the_nearest_wish_decides(asked: dict[str, str], language: str) -> None:
    assert page_language(request(**asked), "ru") == language


def test_where_nobody_wishes_the_setting_decides() -> None:
    assert page_language(request(accept="de"), "en") == "en"
