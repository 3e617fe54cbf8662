"""Is the library written right? `callgrade library check` names every mistake with file, line and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The scripts library.")


@app.callback()
def _library() -> None:
    """The scripts library."""


@app.command("check")
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The folder of campaigns.")] = None,
) -> None:
    """Find the mistakes in a library: exit code 2 when there are errors, 0 with warnings only."""
    from pipeline.settings import load_settings
    from scripts_library.checking import check_library, format_problem

    settings = load_settings(library_dir=folder)
    problems = check_library(settings.library_dir)
    for problem in problems:
        typer.echo(format_problem(problem, settings.interface_language))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if settings.interface_language == "ru":
        typer.echo(f"{settings.library_dir}: ошибок {errors}, предупреждений {warnings}")
    else:
        typer.echo(f"{settings.library_dir}: {errors} errors, {warnings} warnings")
    if errors:
        raise typer.Exit(2)
