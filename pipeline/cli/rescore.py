"""What becomes of the history after a change of the library? `callgrade rescore`, and with --dry-run what would."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def rescore(
    campaign: Annotated[str | None, typer.Option(help="Only calls that this campaign judged.")] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, store nothing.")] = False,
    jobs: Annotated[int, typer.Option(help="Processes; 0: one for each core.", min=0)] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
) -> int:
    """Judge stored calls anew after a library change; earlier results stay as history."""
    from models.schema import open_database
    from pipeline.cli.show_comparison import bar, show_comparison
    from pipeline.rescore import Options
    from pipeline.rescore import rescore as rescore_history
    from pipeline.settings import load_settings
    from scripts_library.loading import LibraryError, load_library

    settings = load_settings(library_dir=library)
    loaded = load_library(settings.library_dir)
    if campaign is not None:
        loaded.campaign(campaign)
    if not loaded.campaigns:
        raise LibraryError(f"{settings.library_dir}: no campaign can be used: run callgrade library check")
    options = Options(campaign, dry_run, jobs, settings.meaning_model)
    database = open_database(settings.database_url)
    try:
        with bar() as progress:
            rescoring = rescore_history(database, loaded.campaigns, options, progress)
    finally:
        database.close()
    if as_json:
        typer.echo(json.dumps(asdict(rescoring.comparison), ensure_ascii=False, indent=1))
    else:
        show_comparison(rescoring, settings.interface_language, dry_run=dry_run)
    for call, reason in rescoring.failed:
        typer.echo(f"callgrade: call {call}: {reason}", err=True)
    return 1 if rescoring.failed else 0
