"""How far is the work? `callgrade status`: what waits, the rate, when it is done, and what failed why."""

from __future__ import annotations

from typing import Annotated

import typer


def status(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try every failed recording again.")] = False,
) -> None:
    """Show the backlog, the rate of the last hour and the failed recordings with their reasons."""
    from datetime import UTC, datetime

    from models.schema import open_database
    from pipeline.again import try_again
    from pipeline.cli.run_status import as_data, print_status
    from pipeline.progress import read_failures, read_progress
    from pipeline.settings import load_settings

    settings = load_settings()
    database = open_database(settings.database_url)
    try:
        if retry:
            typer.echo(f"{try_again(database)} recordings wait again")
        found, failures = read_progress(database, datetime.now(UTC)), read_failures(database, 20)
    finally:
        database.close()
    if as_json:
        import json

        typer.echo(json.dumps(as_data(found, failures), ensure_ascii=False, indent=1))
    else:
        print_status(found, failures)
