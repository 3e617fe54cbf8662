"""Would it work, before anything is done? `callgrade doctor FOLDER` reads each name and says what would be refused."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def doctor(
    folder: Annotated[Path, typer.Argument(help="The folder that your PBX writes recordings to.")],
    as_json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Open every file and print every name.")] = False,
) -> int:
    """Show what an ingest of a folder would take, how it reads each name, and what it would refuse; changes nothing."""
    from pipeline.cli.run_doctor import as_data, print_inspection
    from pipeline.inspection import PROBED, inspect
    from pipeline.settings import load_settings

    settings = load_settings()
    found = inspect(folder, settings, 1 << 60 if every else PROBED)
    if as_json:
        import json

        typer.echo(json.dumps(as_data(found), ensure_ascii=False, indent=1))
    else:
        print_inspection(found, every=every)
    return 1 if found.refused or found.unreadable else 0
