"""What happens when an administrator points Callgrade at a folder? `callgrade ingest FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def ingest(
    folder: Annotated[Path, typer.Argument(help="The folder that your PBX writes recordings to.")],
    model: Annotated[str | None, typer.Option(help="Whisper size, a model's folder, or demo.")] = None,
    engine: Annotated[str | None, typer.Option(help="whisper, or onnx for GigaAM, T-one, Parakeet.")] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.")] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed recordings again.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on for ever: take each recording when it is whole.")
    ] = False,
    queue: Annotated[bool, typer.Option("--queue", help="Leave the hearing to workers (PostgreSQL only).")] = False,
) -> int:
    """Transcribe and score every new recording below a folder; the recordings themselves are only read."""
    from pipeline.settings import load_settings

    settings = load_settings(model=model, engine=engine, library_dir=library)
    if queue:
        from pipeline.cli.run_enlist import run_enlist

        return run_enlist(folder, settings, retry_failed=retry_failed, watch=watch)
    from pipeline.cli.run_ingest import run_ingest, run_watch

    if watch:
        return run_watch(folder, settings, retry_failed=retry_failed)
    report = run_ingest(folder, settings, retry_failed=retry_failed)
    return 1 if report.failed or report.failed_before else 0
