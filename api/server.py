"""How the API and pages are served on this machine: one process, one address, said once it answers."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable

import uvicorn

from api.app import create_app
from api.security import check_bind
from pipeline.settings import Settings


class ServeError(RuntimeError):
    """The server can't start; the message is one line that says what to do."""


def serve(settings: Settings, announce: Callable[[str], None] | None = None) -> None:
    """Serve the API and pages until stopped by a signal.

    Calls `announce` with the address (by default prints it) as soon as requests are answered; port 0 takes a free
    port. Raises BindError for an address that isn't this machine's own, ServeError when the port can't be had.
    """
    check_bind(settings.host)
    app = create_app(settings)
    with _listen(settings.host, settings.port) as listener:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # addresses hold clients' phone numbers
            proxy_headers=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=3,
        )
        try:
            _Server(config, announce or _print_address).run(sockets=[listener])
        except KeyboardInterrupt:
            return


class _Server(uvicorn.Server):
    """uvicorn's server, which says its address once it answers."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[str], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            self._announce(address_of(sockets[0]))


def address_of(listener: socket.socket) -> str:
    """The address of a listening socket as a browser takes it."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _print_address(address: str) -> None:
    sys.stdout.write(f"Callgrade: {address} (Ctrl+C stops)\n")
    sys.stdout.flush()


def _listen(host: str, port: int) -> socket.socket:
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would share a port that is in use
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((bare, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ServeError(_why_not(host, port, error)) from error
    return listener


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is taken: stop what uses it, or choose another (--port 0 takes a free one)"
    if error.errno == errno.EACCES:
        return f"port {port} on {host} is not allowed to this user: choose one from 1024 up (--port 8000)"
    return f"cannot listen on {host}:{port}: {error.strerror}; choose another address or port"
