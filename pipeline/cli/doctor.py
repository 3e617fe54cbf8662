"""Would it work, before anything is done? `callgrade doctor` tries this machine, `doctor FOLDER` reads each name."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.settings import Settings


def doctor(
    folder: Annotated[
        Path | None, typer.Argument(help="The folder that your PBX writes recordings to; none: this machine.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Whisper size, a model's folder, or demo.")] = None,
    engine: Annotated[str | None, typer.Option(help="whisper, or onnx for GigaAM, T-one, Parakeet.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Open every file and print every name.")] = False,
) -> int:
    """Try what the work needs on this machine, or show how a folder would be read; changes nothing.

    Without a folder: rights, disk, database, clock, library, model, a line each with the remedy. With one: what an
    ingest would take, how it reads each name, and what it would refuse.
    """
    from pipeline.settings import load_settings

    settings = load_settings(model=model, engine=engine)
    return _machine(settings, as_json) if folder is None else _folder(folder, settings, as_json, every)


def _machine(settings: Settings, as_json: bool) -> int:
    # To look must not begin a download of gigabytes: a model that isn't here is told so.
    os.environ["HF_HUB_OFFLINE"] = "1"
    from dataclasses import asdict

    from pipeline.fitness import look_over

    marks = {"good": "ok  ", "note": "note", "bad": "MEND"}
    found = []
    for one in look_over(settings):
        found.append(one)
        if not as_json:
            typer.echo(f"{marks[one.verdict]}  {one.about}: {one.said}")
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    bad = sum(one.verdict == "bad" for one in found)
    if bad and not as_json:
        typer.echo(f"to mend: {bad}")
    return 1 if bad else 0


def _folder(folder: Path, settings: Settings, as_json: bool, every: bool) -> int:
    from pipeline.cli.run_doctor import as_data, print_inspection, stored_sides
    from pipeline.inspection import PROBED, inspect

    found = inspect(folder, settings, 1 << 60 if every else PROBED)
    sides = [one.advice for one in stored_sides(settings) if one.advice is not None]
    if as_json:
        typer.echo(json.dumps({**as_data(found), "sides": sides}, ensure_ascii=False, indent=1))
    else:
        print_inspection(found, every=every)
        for advice in sides:
            typer.echo(f"stored calls: {advice}")
    return 1 if found.refused or found.unreadable else 0
