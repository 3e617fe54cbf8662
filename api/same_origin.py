"""May this request change something? Only when it comes from a page of ours: a foreign page can send forms too."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from api.problems import ApiError


def _check(request: Request) -> None:
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        # The browser's own word; beside it `Origin` may be "null", as where a page gives no referrer.
        foreign = site not in ("same-origin", "none")
    else:
        foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign:
        raise ApiError(403, "foreign_origin", "this may only be asked for by a page of Callgrade itself")


SameOrigin = Annotated[None, Depends(_check)]
