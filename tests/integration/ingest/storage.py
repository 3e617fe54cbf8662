"""A real S3 server for tests: moto's, in this process, answered by HTTP on a port of its own."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fsspec
from moto.server import ThreadedMotoServer


@dataclass(frozen=True)
class Place:
    """Storage of one kind with a bucket of its own, and the settings that reach it."""

    protocol: str
    files: Any  # fsspec's file systems, which carry no types
    options: dict[str, str] = field(default_factory=dict)
    bucket: str = field(default_factory=lambda: f"calls-{uuid.uuid4().hex[:12]}")

    @property
    def folder(self) -> Path:
        """Where recordings are ingested from."""
        return Path(f"{self.protocol}://{self.bucket}/pbx")

    def put(self, name: str, content: bytes) -> Path:
        """Put a file below the folder."""
        self.files.pipe_file(f"{self.bucket}/pbx/{name}", content)
        return self.folder / name

    def remove(self, name: str) -> None:
        """Remove a file below the folder."""
        self.files.rm_file(f"{self.bucket}/pbx/{name}")

    def names(self) -> list[str]:
        """Every file in the bucket, by its name below it."""
        return sorted(name.strip("/").partition("/")[2] for name in self.files.find(self.bucket))


def in_memory() -> Place:
    """Storage that lies in this process."""
    place = Place("memory", fsspec.filesystem("memory"))
    place.files.mkdir(place.bucket)
    return place


@contextmanager
def s3_server() -> Iterator[dict[str, str]]:
    """The settings of a server that has no bucket yet."""
    logging.getLogger("werkzeug").setLevel(logging.INFO)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        port = server.get_host_and_port()[1]
        yield {"s3_endpoint": f"http://127.0.0.1:{port}", "s3_key": "key", "s3_secret": "secret"}
    finally:
        server.stop()


def s3_bucket(options: dict[str, str]) -> Place:
    """A bucket of its own on the server."""
    reached = {"endpoint_url": options["s3_endpoint"], "key": options["s3_key"], "secret": options["s3_secret"]}
    place = Place("s3", fsspec.filesystem("s3", use_listings_cache=False, **reached), options)
    place.files.mkdir(place.bucket)
    return place
