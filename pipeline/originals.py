"""What becomes of the PBX's own file once its call is stored? It is left, moved or deleted, as set; never before.

Nothing is overwritten: a file of the same name and other content at the place of the move gets a number. Sidecars go
with their recording.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pipeline.pbx.sidecar import sidecar_of
from pipeline.recordings import fingerprint
from pipeline.remote import RemoteError, Storage, address, is_remote
from pipeline.settings import Settings, SettingsError


def check_rights(folder: Path, settings: Settings) -> None:
    """Say by SettingsError, before any work, that files could not be moved or deleted as set."""
    if settings.after_success == "leave":
        return
    if is_remote(folder) or (settings.done_dir is not None and is_remote(settings.done_dir)):
        _check_remote(folder, settings)
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


def _check_remote(folder: Path, settings: Settings) -> None:
    target = settings.done_dir if settings.after_success == "move" else None
    if target is not None and target.parts[0] != folder.parts[0]:
        raise SettingsError(
            f"done_dir {target} and {address(folder)} lie apart: recordings are moved within one storage; name a "
            "place there, or set after_success = leave"
        )
    if target is not None and target.is_relative_to(folder):
        raise SettingsError(f"done_dir {address(target)} lies in {address(folder)}: name a place outside of it")
    for place in (folder, target):
        if place is not None:
            try:
                Storage(place, settings).check_rights(place)
            except OSError as error:
                raise SettingsError(
                    f"after_success = {settings.after_success}, but {address(place)} can't be written to "
                    f"({error.strerror}): give this key the right, or set after_success = leave"
                ) from error


def put_away(files: Iterable[Path], folder: Path, settings: Settings) -> list[str]:
    """Do with the files of a stored call as set; gives a line for each that could not be moved or deleted."""
    if settings.after_success == "leave":
        return []
    problems = []
    for file in files:
        try:
            (_put_away_remote if is_remote(file) else _put_away)(file, folder, settings)
        except (OSError, RemoteError) as error:
            why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            problems.append(f"{file} is stored, but could not be put away: {why}")
    return problems


def _put_away(file: Path, folder: Path, settings: Settings) -> None:
    for path in (sidecar_of(file), file):
        if path is None or not path.exists():
            continue
        target = _target(path, folder, settings)
        if target is None:
            path.unlink(missing_ok=True)
        else:
            _move(path, target)


def _put_away_remote(file: Path, folder: Path, settings: Settings) -> None:
    storage = Storage(file, settings)
    if not storage.is_there(file):
        return
    for path in (*storage.sidecars(file), file):
        target = _target(path, folder, settings)
        if target is None:
            storage.delete(path)
        else:
            storage.move(path, target)


def _target(path: Path, folder: Path, settings: Settings) -> Path | None:
    """Where a file is moved to; None where it is deleted."""
    if settings.after_success == "delete" or settings.done_dir is None:
        return None
    return settings.done_dir / (path.relative_to(folder) if path.is_relative_to(folder) else path.name)


def lying_at(path: Path, content_hash: str, settings: Settings) -> list[Path]:
    """Where a PBX's file still lies: where it was, or where it was moved to once its call was stored."""
    if is_remote(path):
        # Whether it is still there only the storage knows: it is named to be looked for.
        moved = settings.done_dir / path.name if settings.done_dir is not None else None
        return [path] if moved is None else [path, moved]
    places = [path] if path.exists() else []
    if settings.done_dir is not None and not is_remote(settings.done_dir) and settings.done_dir.is_dir():
        # A file that met another of its name there got a number: its content tells which it is, save of two legs.
        alike = sorted(settings.done_dir.rglob(f"{glob.escape(path.stem)}*{glob.escape(path.suffix)}"))
        own = [one for one in alike if fingerprint(one) == content_hash]
        places += own or [one for one in alike if one.name == path.name]
    return places


def delete_original(path: Path, settings: Settings) -> None:
    """Delete a PBX's file with its sidecar, wherever it lies; raises OSError and RemoteError."""
    if not is_remote(path):
        sidecar = sidecar_of(path)
        if sidecar is not None:
            sidecar.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    elif (storage := Storage(path, settings)).is_there(path):
        storage.delete(path)


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
