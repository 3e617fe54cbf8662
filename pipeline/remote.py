"""How are recordings reached that lie on storage instead of a disk: S3-compatible, or what else fsspec knows?

Such a file's path is its address with one slash less (`s3:/bucket/2026/a.wav`), so that names, folders and the
database take it as any other. Nothing is downloaded to see what is new: size, time and the storage's own mark of the
content (ETag) tell. To be heard a file is brought here for as long as that takes.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import re
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from pipeline.recordings import EXTENSIONS, Unreadable, is_skipped, legs_of, wanted
from pipeline.settings import Settings
from pipeline.storing.arrivals import SeenFile

_PROTOCOL = re.compile(r"[a-z][a-z0-9+]+:")
_CHUNK = 1 << 20
_LONGEST_NAME = 200
_SECOND = 10**9
PREFIX = "callgrade-fetched-"


class RemoteError(RuntimeError):
    """Storage can't be reached or used, whatever the file; the message is one line that says what to do."""


def is_remote(path: PurePath) -> bool:
    """Whether a path is an address of storage."""
    return not path.is_absolute() and bool(path.parts) and _PROTOCOL.fullmatch(path.parts[0]) is not None


def address(path: PurePath) -> str:
    """The address as people and storage write it, `s3://bucket/2026/a.wav`."""
    return path.as_posix().replace(":/", "://", 1)


class Storage:
    """The storage that an address names, reached as the settings say; raises RemoteError where it can't be."""

    def __init__(self, place: PurePath, settings: Settings) -> None:
        # Half a second that only those pay who have such storage.
        import fsspec

        self._protocol = place.parts[0].rstrip(":")
        options: dict[str, Any] = _s3_options(settings) if self._protocol == "s3" else {}
        try:
            self._files = fsspec.filesystem(self._protocol, **options)
        except ImportError as error:
            extra = "pip install 'callgrade[s3]'" if self._protocol == "s3" else str(error)
            raise RemoteError(f"{self._protocol}:// needs a package that is not installed: {extra}") from error
        except ValueError as error:
            raise RemoteError(
                f"{self._protocol}:// is no storage that is known here: write s3://bucket/path"
            ) from error

    def recordings(self, folder: Path) -> Iterator[SeenFile | Unreadable]:
        """Every recording below an address, folder by folder, as `find_recordings` gives those on a disk."""
        with self._told(folder):
            if folder.suffix[1:].lower() in EXTENSIONS and self._files.isfile(self._key(folder)):
                yield self.seen(folder)
                return
            self._files.invalidate_cache()
            for root, folders, files in self._files.walk(self._key(folder), detail=True, on_error="raise"):
                for name in [name for name in folders if is_skipped(name)]:
                    del folders[name]
                yield from self._in_folder(self._path(root), files)

    def _in_folder(self, place: Path, files: Mapping[str, dict[str, Any]]) -> Iterator[SeenFile | Unreadable]:
        for name in wanted(name for name, told in files.items() if told.get("type") == "file"):
            path = place / name
            if self._key(path) != files[name]["name"]:
                yield Unreadable(path, "the name can't be used: it holds an empty or a dotted folder")
                continue
            legs = legs_of(path)
            second = legs[1] if legs is not None and legs[0] == path and legs[1].name in files else None
            other = _seen(second, files[second.name]) if second is not None else None
            yield _seen(path, files[name], other)

    def seen(self, path: Path) -> SeenFile:
        """A file as it lies there; raises OSError."""
        with self._told(path):
            return _seen(path, self._files.info(self._key(path)))

    def is_there(self, path: Path) -> bool:
        """Whether a file lies at an address."""
        with self._told(path):
            return bool(self._files.isfile(self._key(path)))

    def sha256(self, path: Path) -> str:
        """SHA-256 of a file's content as `fingerprint` gives it, read through once; raises OSError."""
        digest = hashlib.sha256()
        with self._told(path), self._files.open(self._key(path), "rb", cache_type="readahead") as file:
            while piece := file.read(_CHUNK):
                digest.update(piece)
        return digest.hexdigest()

    def fetch(self, path: Path, folder: Path) -> Path:
        """Bring a file and the JSON beside it into a folder here; gives where it lies now; raises OSError."""
        here = folder / (path.name if len(path.name.encode()) <= _LONGEST_NAME else f"recording{path.suffix}")
        with self._told(path):
            self._files.get_file(self._key(path), str(here))
        for sidecar in self.sidecars(path):
            with self._told(sidecar):
                self._files.get_file(self._key(sidecar), str(folder / sidecar.name))
        return here

    def sidecars(self, path: Path) -> list[Path]:
        """The JSON files that lie beside a recording."""
        candidates = (path.with_suffix(".json"), path.with_name(path.name + ".json"))
        return [one for one in candidates if self.is_there(one)]

    def delete(self, path: Path) -> None:
        """Remove a file; raises OSError."""
        with self._told(path):
            self._files.rm_file(self._key(path))

    def move(self, path: Path, wanted_at: Path) -> None:
        """Move a file within the storage, by its own means; what lies at the place stays, the new one gets a number."""
        target, number = wanted_at, 1
        while self.is_there(target):
            if self.sha256(target) == self.sha256(path):
                self.delete(path)
                return
            number += 1
            target = wanted_at.with_name(f"{wanted_at.stem} ({number}){wanted_at.suffix}")
        with self._told(path):
            self._files.copy(self._key(path), self._key(target))
        if self.seen(target).size != self.seen(path).size:
            raise OSError(errno.EIO, "the copy is not equal to the original")
        self.delete(path)

    def check_rights(self, folder: Path) -> None:
        """Write and delete a mark below an address; raises OSError where that is not allowed."""
        mark = folder / f".callgrade-{uuid.uuid4().hex}"
        with self._told(mark):
            self._files.pipe_file(self._key(mark), b"")
        self.delete(mark)

    def _key(self, path: Path) -> str:
        return str(self._files._strip_protocol(address(path)))

    def _path(self, key: str) -> Path:
        return Path(f"{self._protocol}:/{key.strip('/')}")

    @contextlib.contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        """What the storage's library raises, as OSError of the one file or RemoteError of all."""
        try:
            yield
        except FileNotFoundError as error:
            raise FileNotFoundError(errno.ENOENT, "it is not there", address(path)) from error
        except PermissionError as error:
            raise PermissionError(errno.EACCES, f"the storage refuses it ({_line(error)})", address(path)) from error
        except RemoteError:
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                room = f"no room in {tempfile.gettempdir()} to bring recordings to: make room, or set TMPDIR"
                raise RemoteError(room) from error
            remedy = "check s3_endpoint, s3_key, s3_secret and the network" if self._protocol == "s3" else "try later"
            raise RemoteError(f"{address(path)} is out of reach: {_line(error)}: {remedy}") from error


@contextlib.contextmanager
def brought_here(path: Path, other_leg: Path | None, settings: Settings) -> Iterator[tuple[Path, Path | None]]:
    """A recording's file, and the second leg's, where programs can open them; gone again afterwards.

    Raises OSError and RemoteError.
    """
    storage = Storage(path, settings)
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        here = storage.fetch(path, Path(name))
        yield here, storage.fetch(other_leg, Path(name)) if other_leg is not None else None


def _s3_options(settings: Settings) -> dict[str, Any]:
    # What is not set comes from AWS's own variables and files, as for any other program.
    told = {"key": settings.s3_key, "secret": settings.s3_secret, "endpoint_url": settings.s3_endpoint}
    region = {"region_name": settings.s3_region} if settings.s3_region else {}
    patience = {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 3}}
    return {
        **{name: value for name, value in told.items() if value},
        "client_kwargs": region,
        "config_kwargs": patience,
        "use_listings_cache": False,
    }


def _seen(path: Path, told: Mapping[str, Any], other: SeenFile | None = None) -> SeenFile:
    """A file as storage tells of it; within the second of its time stands what tells its content from another."""
    moment = told.get("LastModified") or told.get("mtime") or told.get("created") or 0
    seconds = int(moment.timestamp() if isinstance(moment, datetime) else moment)
    mark = str(told.get("ETag") or told.get("etag") or moment).encode()
    within = int.from_bytes(hashlib.sha256(mark).digest()[:8], "big") % _SECOND
    return SeenFile(path, int(told.get("size") or 0), seconds * _SECOND + within, other)


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
