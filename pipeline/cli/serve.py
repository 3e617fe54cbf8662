"""Where can the calls be reviewed? `callgrade serve` starts the API and the pages."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; this machine only, for now.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
) -> None:
    """Serve the review API and pages until stopped."""
    from api.server import serve as start
    from pipeline.settings import load_settings

    start(load_settings(host=host, port=port))
