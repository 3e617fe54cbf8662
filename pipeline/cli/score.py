"""How does one transcript fare against a campaign? `callgrade score` prints the analysis and stores nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def score(
    transcript_file: Annotated[
        Path,
        typer.Argument(
            metavar="TRANSCRIPT",
            help="A transcript as JSON (- reads standard input), or a chat or letter (.txt, .eml).",
        ),
    ],
    campaign: Annotated[str, typer.Option(help="The campaign's id.")],
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.", file_okay=False)] = None,
    agent: Annotated[str | None, typer.Option(help="The manager's name in a chat or letter.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the analysis as JSON.")] = False,
) -> None:
    """Score one transcript, chat or letter by a campaign; stores nothing."""
    from pipeline.analysis import analyse
    from pipeline.cli.show import explain
    from pipeline.correspondence import is_correspondence, read_correspondence
    from pipeline.embedding import sentence_model
    from pipeline.settings import load_settings
    from pipeline.transcript import parse_transcript, read_transcript
    from scripts_library.loading import load_library

    settings = load_settings(library_dir=library)
    piped = str(transcript_file) == "-"
    if piped:
        transcript = parse_transcript(sys.stdin.read())
    elif is_correspondence(transcript_file):
        transcript = read_correspondence(transcript_file, (agent,) if agent else settings.text_agents)
    else:
        transcript = read_transcript(transcript_file)
    chosen = load_library(settings.library_dir).campaign(campaign)
    analysis = analyse(transcript, chosen, sentence_model(settings.meaning_model))
    if as_json:
        typer.echo(analysis.to_json())
    else:
        explain(analysis, chosen, settings.interface_language)
