"""What is said in one recording? `callgrade transcribe FILE` prints it and stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def transcribe(
    file: Annotated[Path, typer.Argument(help="A recording.", exists=True, dir_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the transcript as JSON.")] = False,
    form: Annotated[
        Literal["text", "json", "vtt", "srt"], typer.Option("--format", help="text, json, vtt or srt.")
    ] = "text",
    model: Annotated[str | None, typer.Option(help="Whisper size, a model's folder, or demo.")] = None,
    engine: Annotated[str | None, typer.Option(help="whisper, or onnx for GigaAM, T-one, Parakeet.")] = None,
    language: Annotated[str | None, typer.Option(help="ru, en or auto.")] = None,
) -> None:
    """Transcribe one recording; stores nothing."""
    from pipeline.cli.hearing import listen
    from pipeline.settings import load_settings
    from pipeline.subtitles import to_srt, to_vtt

    transcript = listen(file, load_settings(model=model, engine=engine, language=language))
    if as_json or form == "json":
        typer.echo(transcript.to_json())
    elif form == "vtt":
        typer.echo(to_vtt(transcript))
    elif form == "srt":
        typer.echo(to_srt(transcript))
    else:
        for segment in transcript.segments:
            typer.echo(f"{segment.start:7.1f}  {segment.speaker or '?':<6}  {segment.text.strip()}")
