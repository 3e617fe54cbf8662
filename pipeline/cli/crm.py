"""How do a CRM's deals, invoices and payments come in? `callgrade crm FILE` reads an exported table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def crm(
    file: Annotated[Path, typer.Argument(help="A table (CSV) with number, kind, date, phone, amount, manager.")],
    source: Annotated[str, typer.Option(help="Which CRM it is: numbers are told apart by it.")] = "crm",
) -> int:
    """Read what came of the talks: deals won and lost, invoices, payments; again and again, each kept once."""
    from datetime import UTC, datetime

    from models.schema import open_database
    from pipeline.crm import CrmError, read_crm
    from pipeline.settings import load_settings
    from pipeline.storing.crm import AT_ONCE, store_events

    settings = load_settings()
    read = list(read_crm(file, settings))
    events = [one for one in read if not isinstance(one, CrmError)]
    problems = [one for one in read if isinstance(one, CrmError)]
    database = open_database(settings.database_url)
    try:
        for start in range(0, len(events), AT_ONCE):
            with database.writing() as session:
                store_events(session, source, events[start : start + AT_ONCE], datetime.now(UTC))
    finally:
        database.close()
    for problem in problems:
        typer.echo(f"callgrade: left out: {problem}", err=True)
    typer.echo(f"{len(events)} events kept, {len(problems)} lines left out")
    return 1 if problems else 0
