"""Who may reach Callgrade over HTTP, and what a browser may do with what it gets.

Until there are accounts, only programs on this machine may: the server binds to loopback addresses and answers only
requests that name one (a page elsewhere can't reach it by pointing its own name here).
"""

from __future__ import annotations

import ipaddress

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Nearly every answer holds personal data; static files say otherwise for themselves.
    "Cache-Control": "no-store",
}


class BindError(ValueError):
    """Callgrade must not listen on this address; the message says which it may."""


def check_bind(host: str) -> None:
    """Raise BindError unless `host` is this machine's loopback: nothing else is safe before there are accounts."""
    if host == "localhost":
        return
    try:
        loopback = ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise BindError(
            f"refusing to listen on {host}: there are no accounts yet, so anyone on the network could hear the calls; "
            "use host 127.0.0.1 (from another machine: ssh -L 8000:127.0.0.1:8000)"
        )


def host_names(host: str) -> list[str]:
    """The names by which a request may address a server bound to `host`; other names are refused."""
    bare = host.strip("[]")
    own = f"[{bare}]" if ":" in bare else bare
    return [*LOOPBACK_NAMES, own]


class SecurityHeaders:
    """ASGI middleware: every answer carries SECURITY_HEADERS, unless it sets one of them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to the start of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)
