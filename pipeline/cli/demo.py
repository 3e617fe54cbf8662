"""What does Callgrade do? `callgrade demo` takes the sample calls through every stage and shows the result."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages afterwards.")] = True,
    port: Annotated[int | None, typer.Option(help="Port of the pages; 0 takes a free one.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder of the demo's database; .demo when not given.")] = None,
) -> int:
    """Sample recordings through the whole pipeline, a table of scored calls, one explained, then the pages."""
    from pipeline.cli.run_demo import demo_settings, run_demo

    settings = demo_settings(port, data)
    report = run_demo(settings)
    if serve:
        from api.server import serve as start

        start(settings)
    return 1 if report.failed or report.failed_before else 0
