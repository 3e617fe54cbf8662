"""How does a machine take part? `callgrade worker` hears what the queue in PostgreSQL holds, until it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def worker(
    model: Annotated[str | None, typer.Option(help="Whisper size, a model's folder, or demo.")] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.")] = None,
    until_empty: Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is queued.")] = False,
    metrics_port: Annotated[int | None, typer.Option(help="Answer Prometheus on this port of this machine.")] = None,
) -> int:
    """Take recordings from the queue, one at a time; start one on each machine, or one a GPU."""
    from pipeline.cli.run_worker import run_worker
    from pipeline.settings import load_settings

    run_worker(load_settings(model=model, library_dir=library), until_empty=until_empty, metrics_port=metrics_port)
    return 0
