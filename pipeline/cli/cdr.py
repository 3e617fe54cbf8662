"""How do a PBX's journals come in? `callgrade cdr SOURCE` keeps their records and completes their calls."""

from __future__ import annotations

from typing import Annotated

import typer


def cdr(
    source: Annotated[str, typer.Argument(help="A journal's file or folder, or the SQL address of Asterisk's cdr.")],
) -> None:
    """Read a PBX's journal: agent, client, direction and queue of calls, before or after their audio came."""
    from pipeline.journals import take_journal
    from pipeline.settings import load_settings

    settings = load_settings()
    done = take_journal(source, settings)
    typer.echo(
        f"{done.read} records read, {done.new} new, {done.completed} calls completed, {done.turned} judged again"
    )
