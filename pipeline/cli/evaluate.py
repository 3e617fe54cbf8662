"""How well does Callgrade hear on this customer's own line? `callgrade evaluate wer REFERENCE_DIR`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Measure on your own calls.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _measure() -> None:
    """Measure on your own calls."""


@app.command("wer")
def word_error_rate(
    folder: Annotated[
        Path,
        typer.Argument(help="Corrected transcripts (.json) or texts (.txt).", exists=True),
    ],
    recordings: Annotated[Path | None, typer.Option(help="Where the recordings lie, if not there too.")] = None,
    ears: Annotated[
        list[str] | None,
        typer.Option("--ear", help="What hears: small, onnx:gigaam-v3-ctc, a folder …; once or several times."),
    ] = None,
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> int:
    """Word error rate on your own recordings: by lane and campaign, on names and numbers, with the commonest errors."""
    from pipeline.cli.run_evaluate import run_word_error_rate
    from pipeline.settings import load_settings

    return run_word_error_rate(folder, recordings or folder, ears or [], load_settings(library_dir=library), as_json)
