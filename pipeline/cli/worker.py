"""How does a machine take part? `callgrade worker` hears what the queue in PostgreSQL holds, until it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def worker(
    model: Annotated[str | None, typer.Option(help="Whisper size, a model's folder, or demo.")] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.")] = None,
    until_empty: Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is queued.")] = False,
) -> int:
    """Take recordings from the queue, one at a time; start one on each machine, or one a GPU."""
    from pipeline.cli.run_worker import run_worker
    from pipeline.settings import load_settings

    run_worker(load_settings(model=model, library_dir=library), until_empty=until_empty)
    return 0


def exporter(
    port: Annotated[int, typer.Option(help="The port to answer on.")] = 9400,
    host: Annotated[
        str, typer.Option(help="The address to listen on; it tells no names, numbers or words.")
    ] = "127.0.0.1",
) -> None:
    """Answer Prometheus with the state of the work, until stopped."""
    import threading

    from models.schema import open_database
    from pipeline.metrics import serve_metrics
    from pipeline.settings import load_settings

    database = open_database(load_settings().database_url)
    try:
        serve_metrics(port, database, host)
        typer.echo(f"http://{host}:{port}/metrics (Ctrl+C stops)")
        threading.Event().wait()
    finally:
        database.close()
