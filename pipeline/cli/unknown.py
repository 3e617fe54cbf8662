"""What do clients ask and object that the library doesn't know yet? `callgrade unknown` tells it over stored calls."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

_WORDS = {
    "ru": {
        "question": "вопрос", "objection": "возражение", "calls": "звонков", "call": "звонок",
        "none": "Всё, что спрашивают и возражают клиенты, в библиотеке уже есть.",
        "add": "Добавить в {file}:",
    },
    "en": {
        "question": "question", "objection": "objection", "calls": "calls", "call": "call",
        "none": "The library knows all that clients ask and object.",
        "add": "To add to {file}:",
    },
}  # fmt: skip
_FILES = {"question": "products.yaml (facts)", "objection": "objections.yaml (objections)"}


def unknown(
    campaign: Annotated[str, typer.Option(help="The campaign's id.")],
    library: Annotated[Path | None, typer.Option(help="The folder of campaigns.", file_okay=False)] = None,
    most: Annotated[int, typer.Option("--top", help="How many groups to show.", min=1)] = 12,
    latest: Annotated[int, typer.Option(help="Over so many of the latest calls.", min=1)] = 2000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the groups as JSON.")] = False,
) -> None:
    """Clients' questions and refusals that no fact or objection covers, with an entry to add for each."""
    from models.schema import open_database
    from pipeline.cli.show import said
    from pipeline.settings import load_settings
    from pipeline.storing.talks import campaign_talks
    from pipeline.unknown import find_unknown
    from scripts_library.loading import load_library

    settings = load_settings(library_dir=library)
    chosen = load_library(settings.library_dir).campaign(campaign)
    database = open_database(settings.database_url)
    try:
        with database.reading() as session:
            found = find_unknown(campaign_talks(session, chosen.id, latest), chosen, most)
    finally:
        database.close()
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    words = _WORDS[settings.interface_language]
    for one in found:
        typer.echo(f"{words[one.kind].capitalize()}: {one.title} — {words['calls']}: {one.calls}")
        for example in one.examples:
            typer.echo(f"    {words['call']} {example.call}  {said(example.quote, example.start)}")
        typer.echo(f"  {words['add'].format(file=_FILES[one.kind])}")
        typer.echo("\n".join(f"    {line}" for line in one.entry.splitlines()) + "\n")
    if not found:
        typer.echo(words["none"])
