"""How a folder's inspection looks to the administrator: which PBX, each name as it is read, what would be refused."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rich.console import Console

from models import Database, DatabaseError
from models.schema import check_schema
from pipeline.inspection import Inspected, Inspection
from pipeline.pbx import CallDetails
from pipeline.settings import Settings
from pipeline.sides import Sides, examine
from pipeline.storing.recordings import as_json
from scripts_library.loading import LibraryError, load_library

# So many names of each folder and convention are shown without --all.
_SHOWN = 5


def as_data(found: Inspection) -> dict[str, object]:
    """The inspection as JSON takes it: each file with what its name tells, and what can't be read."""
    return {
        "folder": str(found.folder),
        "files": [
            {
                "path": str(one.path),
                "size": one.size,
                "seconds": one.seconds,
                "channels": one.channels,
                "refusal": one.refusal,
                "growing": one.is_growing,
                "opened": one.is_probed,
                "warnings": list(one.warnings),
                **as_json(one.details),
            }
            for one in found.files
        ],
        "unreadable": [{"path": str(one.path), "reason": one.reason} for one in found.unreadable],
    }


def print_inspection(found: Inspection, *, every: bool = False) -> None:
    """Print the inspection for people."""
    console = Console(highlight=False, soft_wrap=True)
    opened = [one for one in found.files if one.is_probed]
    counts = f"{len(found.files)} recordings"
    if len(opened) < len(found.files):
        counts += f", {len(opened)} of them opened (--all opens every one)"
    console.print(f"{found.folder}: {counts}", markup=False)
    if found.files:
        _print_names(console, found, every)
    _list(console, "would be refused", [(one, one.refusal or "") for one in found.refused])
    damaged = [(one, "; ".join(one.warnings)) for one in found.files if one.warnings]
    _list(console, "damaged, would be used", damaged)
    growing = [(one, "still being written: it is taken when it has stood still") for one in found.files]
    _list(console, "waited for", [pair for pair in growing if pair[0].is_growing])
    noted = [(one, "; ".join(one.details.notes)) for one in found.files if one.details.notes]
    _list(console, "noted", noted)
    for place in found.unreadable:
        console.print(f"can't be read: {place.path}: {place.reason}", markup=False)
    unknown = sum(one.details.convention == "unknown" for one in found.files)
    if unknown:
        console.print(
            f"{unknown} names follow no rule that is known here: they would be ingested without direction, agent and "
            "client; a [[name_patterns]] in callgrade.toml, a JSON file beside each or a CDR can tell them",
            markup=False,
        )


def stored_sides(settings: Settings) -> tuple[Sides, ...]:
    """How agent and client look in the calls that are stored already; nothing where there is no database to ask."""
    try:
        with closing(Database(settings.database_url)) as database:
            if database.is_sqlite and not Path(database.url.database or "").exists():
                return ()
            check_schema(database)
            return examine(database, load_library(settings.library_dir).campaigns)
    except (DatabaseError, LibraryError):
        # `callgrade doctor` without a folder tells what is wrong with these.
        return ()


def _print_names(console: Console, found: Inspection, every: bool) -> None:
    for parent, convention, count in found.conventions():
        console.print(f"\n{_plain(str(parent))}: {count}, named as by {convention}", markup=False, style="bold")
        same = [one for one in found.files if (one.path.parent, one.details.convention) == (parent, convention)]
        for one in same if every else same[:_SHOWN]:
            console.print(f"  {_plain(one.path.name)}\n      {_told(one)}", markup=False)
        if not every and count > _SHOWN:
            console.print(f"  … and {count - _SHOWN} more (--all)", markup=False)
    console.print()


def _told(one: Inspected) -> str:
    details: CallDetails = one.details
    started = f"{details.started_at:%Y-%m-%d %H:%M:%S %z}" if details.started_at else "start unknown"
    told = [
        details.direction or "direction unknown",
        f"agent {details.agent}" if details.agent else "agent unknown",
        f"client {details.client}" if details.client else "client unknown",
        started,
    ]
    if details.queue:
        told.append(f"queue {details.queue}")
    if one.seconds is not None:
        told.append(f"{int(one.seconds) // 60}:{int(one.seconds) % 60:02d}{' stereo' if one.channels == 2 else ''}")
    return _plain(", ".join(told))


def _plain(text: str) -> str:
    # A name may hold line feeds, marks that turn the writing direction, or halves of characters.
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _list(console: Console, title: str, entries: list[tuple[Inspected, str]]) -> None:
    for one, reason in entries:
        console.print(f"{title}: {_plain(str(one.path))}: {reason}", markup=False)
