"""The server as a process of its own: it says where it is, stops when told, and refuses in one line."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.security import BindError
from api.server import ServeError, serve
from pipeline.settings import Settings

PROGRAM = """
import sys
from pathlib import Path
from api.server import serve
from pipeline.settings import Settings
serve(Settings(data_dir=Path(sys.argv[1]), host=sys.argv[2], port=int(sys.argv[3])))
"""


@contextmanager
def program(data_dir: Path, host: str = "127.0.0.1") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server in a process of its own on a free port, with the first line that it says."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(data_dir), host, "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


def test_port_0_takes_a_free_one_and_says_which(tmp_path: Path) -> None:
    with program(tmp_path) as (_, line):
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert found, line
        assert int(found[1]) > 0
        answer = httpx.get(f"{found[0]}/calls", timeout=60)
        assert answer.status_code == 200
        assert "server" not in answer.headers


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_the_address_of_ipv6_is_one_that_a_browser_takes(tmp_path: Path) -> None:
    with program(tmp_path, "::1") as (_, line):
        found = re.search(r"http://\[::1\]:\d+", line)
        assert found, line
        assert httpx.get(f"{found[0]}/healthz", timeout=60).status_code == 200


def test_ctrl_c_stops_it_without_a_word_of_python(tmp_path: Path) -> None:
    with program(tmp_path) as (process, line):
        assert "http://" in line
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=120)
        assert (process.returncode, complaint) == (0, "")


def test_it_stops_though_a_player_still_holds_its_connection(tmp_path: Path) -> None:
    with program(tmp_path) as (process, line):
        port = int(line.partition("127.0.0.1:")[2].split()[0])
        with socket.create_connection(("127.0.0.1", port)) as held:
            held.sendall(b"GET /calls HTTP/1.1\r\nHost: localhost\r\n")
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=120)
            assert time.monotonic() - began < 60


def test_a_port_that_is_taken_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServeError) as caught:
            serve(Settings(data_dir=tmp_path, port=port))
    assert str(caught.value) == (
        f"port {port} on 127.0.0.1 is taken: stop what uses it, or choose another (--port 0 takes a free one)"
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "callgrade.example", ""])  # noqa: S104
def test_other_addresses_than_this_machines_own_are_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(BindError, match="no accounts yet") as caught:
        serve(Settings(data_dir=tmp_path, host=host, port=0))
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir()), "nothing was opened"
