"""How do chats and mail come in? `callgrade ingest-text FOLDER` stores and scores exported correspondence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def ingest_text(
    folder: Annotated[
        Path, typer.Argument(help="A folder of exported chats and letters: .txt, .eml, .json; or one file.")
    ],
    agent: Annotated[
        list[str] | None,
        typer.Option(help="A manager's name or address in them, or a part of it (@company.ru); once or several times."),
    ] = None,
    campaign: Annotated[
        str | None, typer.Option(help="The campaign's id; found out by the words if not given.")
    ] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.", file_okay=False)] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed files again.")] = False,
) -> int:
    """Store and score every new chat and letter below a folder; the files themselves are only read."""
    import os
    import socket
    from datetime import UTC, datetime

    from models.schema import open_database
    from pipeline.cli.run_ingest import error_console, scored, usable_campaigns
    from pipeline.embedding import sentence_model
    from pipeline.settings import load_settings
    from pipeline.texts import Desk, take_texts
    from scripts_library.loading import load_library

    settings = load_settings(library_dir=library, text_agents=tuple(agent) if agent else None)
    console = error_console()
    campaigns = usable_campaigns(settings, console)
    if campaign is not None:
        campaigns = (load_library(settings.library_dir).campaign(campaign, settings.interface_language),)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.database_url)
    done = known = failed = 0
    try:
        worker = f"{socket.gethostname()}:{os.getpid()}"
        meaning = sentence_model(settings.meaning_model)
        desk = Desk(database, campaigns, settings, lambda: datetime.now(UTC), worker, meaning)
        for text in take_texts(folder, desk, retry_failed=retry_failed):
            if text.reason is not None:
                failed += 1
                console.print(f"callgrade: failed: {text.path}: {text.reason}", markup=False)
            elif text.already:
                known += 1
            else:
                done += 1
                result = scored(text.score, text.why_unscored, settings)
                console.print(f"{text.path.name}: call {text.call_id}, {result}", markup=False)
    finally:
        database.close()
    console.print(f"{done} done, {known} known already, {failed} failed", markup=False)
    return 1 if failed else 0
