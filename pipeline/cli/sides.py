"""Is the agent taken for the client? `callgrade sides` shows it, `--swap` cures it for all stored calls."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer


def sides(
    swap: Annotated[
        Literal["outbound", "inbound"] | None,
        typer.Option(help="Change agent and client over in all stereo calls of this direction; judge them again."),
    ] = None,
) -> None:
    """Show whether agent and client look changed over in the stored stereo calls; --swap cures it."""
    from models.schema import open_database
    from pipeline.cli.hearing import progress_bar
    from pipeline.cli.run_ingest import error_console, usable_campaigns
    from pipeline.embedding import sentence_model
    from pipeline.settings import load_settings
    from pipeline.sides import examine
    from pipeline.sides import swap as swap_sides

    settings = load_settings()
    campaigns = usable_campaigns(settings, error_console())
    meaning = sentence_model(settings.meaning_model) if swap is not None else None
    database = open_database(settings.database_url)
    try:
        if swap is not None:
            with progress_bar() as bar:
                task = bar.add_task("swapping")
                count = swap_sides(
                    database, swap, campaigns, lambda: datetime.now(UTC),
                    lambda done, total: bar.update(task, completed=done, total=total), meaning,
                )  # fmt: skip
            typer.echo(f"{count} calls changed over and judged again; set agent_side_{swap} for the calls to come")
        for found in examine(database, campaigns):
            said = f"{found.direction}: {found.swapped} of {found.telling} calls that tell anything look swapped"
            typer.echo(found.advice or said)
    finally:
        database.close()
