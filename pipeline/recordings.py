"""Which files below a folder are recordings of calls, and which recording is this? Content, not name, is identity."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WITH_HEADER = "wav wav16 wav48 wav49 mp3 ogg oga opus flac m4a mp4 webm aac amr 3gp wma au aif aiff mka spx"
# Telephone codecs and samples without a header, by the extensions that Asterisk gives them.
_BARE = "gsm g722 g729 ulaw ul ulw mu pcm alaw al alw raw sln slin sln8 sln12 sln16 sln24 sln32 sln44 sln48 sln96"
EXTENSIONS = frozenset(f"{_WITH_HEADER} {_BARE}".split())
_SKIPPED_FOLDERS = frozenset({"@eadir", "@recycle", "#recycle", "conversion-tasks", "orig", "lost+found"})
_UNFINISHED = (".part", ".tmp", ".lock", ".crdownload", ".partial")
# One leg of a call, or a step of joining legs: `x_in.wav`, `x-out.wav`, `x.wav-in.wav`, `x_merged_123.wav`.
_LEG = re.compile(r"(?P<mix>.+)(?:[-_](?:in|out)|_merged_\d+)", re.IGNORECASE)
# Looked at first: most names of a large folder are no legs, and this is found out quickly.
_MAY_BE_LEG = re.compile(r"(?:[-_](?:in|out)|_merged_\d+)$", re.IGNORECASE)
_LEG_MARK = 24
_LEG_NAME = re.compile(r"[-_](?:in|out)\.\w+$", re.IGNORECASE)
_SIDE = re.compile(r"(?P<mix>.+)(?P<mark>[-_])(?P<side>in|out)", re.IGNORECASE)
_OTHER = {"in": "out", "out": "in"}
# Names with a PBX's unique id in them: two formats of one such name are one call, caught while it was converted.
_UNIQUE = re.compile(r"(?<!\d)\d{9,10}[._]\d+")
_ONE_CALL = re.compile(r"(?<!\d)\d{9,10}[._]\d+|(?<!\d)20\d{6}[-_]?\d{6}(?!\d)")
_PREFERRED = ("webm", "wav", "wav16", "wav48", "flac", "ogg", "opus", "m4a", "mp3")
_CHUNK = 1 << 20


class RecordingsError(ValueError):
    """The folder of recordings can't be read at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place below the folder whose recordings can't be had, with the reason in one line."""

    path: Path
    reason: str


def fingerprint(path: Path, other_leg: Path | None = None) -> str:
    """SHA-256 of a file's content as 64 hexadecimal digits, or of both legs' where a call lies in two files.

    Raises OSError.
    """
    return _sha256(path) if other_leg is None else joint_fingerprint(_sha256(path), _sha256(other_leg))


def joint_fingerprint(first: str, second: str) -> str:
    """The fingerprint of a call of two files, by those of the files."""
    return hashlib.sha256(f"{first} {second}".encode()).hexdigest()


def legs_of(path: Path) -> tuple[Path, Path] | None:
    """Where both legs of a call lie, the first one first, if the name is that of one leg; nothing is looked at.

    Only names that carry a unique id or a time to the second are taken for legs: `79161234567_in` and `…_out` in a
    folder may well be two calls.
    """
    # Most names are no legs, and this is found out quickly.
    if not _LEG_NAME.search(path.name):
        return None
    match = _SIDE.fullmatch(path.stem)
    if match is None or not _ONE_CALL.search(match["mix"]):
        return None
    other = path.with_name(f"{match['mix']}{match['mark']}{_OTHER[match['side'].lower()]}{path.suffix}")
    return (path, other) if _is_first(match) else (other, path)


def other_leg(path: Path) -> Path | None:
    """The file of the second leg of the call whose first leg lies at `path`, where a PBX writes a file a leg."""
    legs = legs_of(path)
    return legs[1] if legs is not None and legs[0] == path and legs[1].is_file() else None


def wanted(names: Iterable[str]) -> list[str]:
    """Which of the files in one folder are recordings, in order of name; what holds the same call again is left out."""
    files = {name for name in names if not is_skipped(name) and _is_audio_name(name)}
    return sorted(files - _doubles(files))


def _is_first(match: re.Match[str]) -> bool:
    # Asterisk's `in` is what came from the recorded channel, the caller; MikoPBX's `out` is the other party.
    return match["side"].lower() == ("out" if "mikopbx" in match["mix"] else "in")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def find_recordings(folder: Path) -> Iterator[Path | Unreadable]:
    """Every recording below a folder (or that one file), folder by folder in order of name.

    A subfolder that can't be read and a link that leads out of the folder are yielded as Unreadable, and the rest goes
    on; links are never followed. Raises RecordingsError where the folder itself can't be read.
    """
    if folder.is_file():
        yield folder
        return
    if not folder.is_dir():
        raise RecordingsError(f"{folder} is not a folder: name the folder that your PBX writes recordings to")
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise RecordingsError(f"cannot read {folder}: {error.strerror}: give this user the right to read it") from error
    yield from _walk(folder, folder.resolve())


def _walk(folder: Path, root: Path) -> Iterator[Path | Unreadable]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(folder, f"cannot read the folder: {error.strerror}")
        return
    plain = [entry for entry in entries if not is_skipped(entry.name)]
    files = set(wanted(entry.name for entry in plain))
    for entry in plain:
        if entry.is_symlink():
            yield from _link(folder / entry.name, root)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, root)
        elif entry.name in files and entry.is_file(follow_symlinks=False):
            yield folder / entry.name


def _link(path: Path, root: Path) -> Iterable[Unreadable]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return
    # What a link inside the folder leads to is found at its own place.
    if target.is_relative_to(root) or not (target.is_dir() or _is_audio_name(path.name)):
        return
    yield Unreadable(path, f"the link leads out of the folder, to {target}: ingest that folder by its own name")


def is_skipped(name: str) -> bool:
    """Whether a file or folder of that name is passed by: hidden, a PBX's workshop, or not finished."""
    low = name.lower()
    return low.startswith(".") or low in _SKIPPED_FOLDERS or low.endswith(_UNFINISHED)


def _is_audio_name(name: str) -> bool:
    return name.rpartition(".")[2].lower() in EXTENSIONS and not name.startswith(".")


def _doubles(names: set[str]) -> set[str]:
    """The names that hold what another name in the folder holds too: legs beside their mix, formats of one call."""
    stems: dict[str, list[str]] = {}
    for name in sorted(names):
        stems.setdefault(name.rpartition(".")[0], []).append(name)
    doubles = set()
    for stem, same in stems.items():
        leg = _LEG.fullmatch(stem) if _MAY_BE_LEG.search(stem, max(0, len(stem) - _LEG_MARK)) else None
        if leg and (any(mix in stems for mix in _mixes(leg["mix"])) or _is_second_of(stem, stems)):
            doubles.update(same)
        elif len(same) > 1 and _UNIQUE.search(stem):
            doubles.update(sorted(same, key=_preference)[1:])
    return doubles


def _mixes(stem: str) -> tuple[str, ...]:
    """The stems that a leg's whole call may have: `x.wav-in.wav` lies beside `x.wav`; a unique id has a dot as well."""
    head, _, extension = stem.rpartition(".")
    plain = (head,) if extension.lower() in EXTENSIONS else ()
    return (stem, f"{stem}-all", *plain)


def _is_second_of(stem: str, stems: Container[str]) -> bool:
    """Whether the name is the second leg of a call whose first leg lies beside it."""
    match = _SIDE.fullmatch(stem)
    if match is None or _is_first(match) or not _ONE_CALL.search(match["mix"]):
        return False
    return f"{match['mix']}{match['mark']}{_OTHER[match['side'].lower()]}" in stems


def _preference(name: str) -> tuple[int, str]:
    extension = name.rpartition(".")[2].lower()
    return (_PREFERRED.index(extension) if extension in _PREFERRED else len(_PREFERRED), name)
