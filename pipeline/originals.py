"""What becomes of the PBX's own file once its call is stored? It is left, moved or deleted, as set; never before.

Nothing is overwritten: a file of the same name and other content at the place of the move gets a number. Sidecars go
with their recording.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pipeline.pbx.sidecar import sidecar_of
from pipeline.recordings import fingerprint
from pipeline.settings import Settings, SettingsError


def check_rights(folder: Path, settings: Settings) -> None:
    """Say by SettingsError, before any work, that files could not be moved or deleted as set."""
    if settings.after_success == "leave":
        return
    try:
        tempfile.TemporaryFile(dir=folder if folder.is_dir() else folder.parent).close()
    except OSError as error:
        raise SettingsError(
            f"after_success = {settings.after_success}, but {folder} can't be written to ({error.strerror}): "
            "give this user the right, or set after_success = leave"
        ) from error
    if settings.done_dir is not None:
        try:
            settings.done_dir.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=settings.done_dir).close()
        except OSError as error:
            raise SettingsError(f"done_dir {settings.done_dir} can't be written to: {error.strerror}") from error
        if settings.done_dir.resolve().is_relative_to(folder.resolve()):
            raise SettingsError(f"done_dir {settings.done_dir} lies in {folder}: name a folder outside of it")


def put_away(files: Iterable[Path], folder: Path, settings: Settings) -> list[str]:
    """Do with the files of a stored call as set; gives a line for each that could not be moved or deleted."""
    if settings.after_success == "leave":
        return []
    problems = []
    for file in files:
        for path in (sidecar_of(file), file):
            if path is None or not path.exists():
                continue
            try:
                _put_away(path, folder, settings)
            except OSError as error:
                problems.append(f"{path} is stored, but could not be put away: {error.strerror or error}")
    return problems


def _put_away(path: Path, folder: Path, settings: Settings) -> None:
    if settings.after_success == "delete" or settings.done_dir is None:
        path.unlink(missing_ok=True)
        return
    inside = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    _move(path, settings.done_dir / inside)


def _move(path: Path, wanted: Path) -> None:
    wanted.parent.mkdir(parents=True, exist_ok=True)
    target, number = wanted, 1
    while target.exists():
        if fingerprint(target) == fingerprint(path):
            path.unlink()
            return
        number += 1
        target = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    # Another disk can't take a file by renaming: it is copied whole, made sure of, and only then deleted here.
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    os.close(handle)
    half = Path(name)
    try:
        try:
            os.link(path, target)
        except OSError:
            shutil.copy2(path, half)
            with half.open("rb") as file:
                os.fsync(file.fileno())
            if fingerprint(half) != fingerprint(path):
                raise OSError(None, "the copy is not equal to the original") from None
            half.rename(target)
        path.unlink()
    finally:
        with contextlib.suppress(FileNotFoundError):
            half.unlink()
