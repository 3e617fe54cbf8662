"""How are calls erased? `callgrade erase NUMBER` for a client, `callgrade retention` for those whose days are over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.settings import Settings

_DRY = Annotated[bool, typer.Option("--dry-run", help="Say what would go, erase nothing.")]
_JSON = Annotated[bool, typer.Option("--json", help="The receipt as JSON.")]


def erase(
    number: Annotated[str, typer.Argument(help="The client's phone number, mail address, or name as a chat has it.")],
    originals: Annotated[bool, typer.Option("--originals", help="Delete the PBX's own files of them too.")] = False,
    dry_run: _DRY = False,
    as_json: _JSON = False,
) -> None:
    """Erase all that is kept of one client: sound, words, quotes, number; figures stay, and a receipt."""
    from models.schema import open_database
    from pipeline.forgetting import forget_client
    from pipeline.settings import load_settings

    settings = load_settings()
    database = open_database(settings.database_url)
    try:
        receipt = forget_client(database, settings, number, datetime.now(UTC), dry_run=dry_run)
    finally:
        database.close()
    lying = list(receipt.originals)
    if originals and not dry_run:
        lying = _delete(receipt.originals, settings)
    if as_json:
        typer.echo(json.dumps({**receipt.as_data(), "originals": lying}, ensure_ascii=False, indent=1))
        return
    _say(receipt.number, receipt.subject or "", receipt.counts)
    for path in lying:
        typer.echo(f"still lies in the PBX's folder (--originals deletes it): {path}")
    for path in receipt.left:
        typer.echo(f"could not be deleted, the next ingest tries again: {path}")


def _delete(originals: Sequence[str], settings: Settings) -> list[str]:
    """Delete the PBX's own files; gives those that could not be deleted, each of them told."""
    from pipeline.originals import delete_original
    from pipeline.remote import RemoteError

    left = []
    for path in originals:
        try:
            delete_original(Path(path), settings)
        except (OSError, RemoteError) as error:
            left.append(path)
            typer.echo(f"callgrade: could not be deleted: {path}: {error}", err=True)
    return left


def retention(dry_run: _DRY = False, as_json: _JSON = False) -> None:
    """Erase the sound and words of calls whose days are over (settings retention_days, retention_days_of)."""
    from models.schema import open_database
    from pipeline.forgetting import keep_to_retention
    from pipeline.settings import load_settings

    settings = load_settings()
    database = open_database(settings.database_url)
    try:
        receipt = keep_to_retention(database, settings, datetime.now(UTC), dry_run=dry_run)
    finally:
        database.close()
    if as_json:
        typer.echo(json.dumps(receipt.as_data() if receipt else None, ensure_ascii=False, indent=1))
    elif receipt is None:
        typer.echo("nothing is due" if _is_set(settings.retention_days, settings.retention_days_of) else _NOT_SET)
    else:
        _say(receipt.number, "calls whose days are over", receipt.counts)


_NOT_SET = "no time is set: retention_days in callgrade.toml says after how many days sound and words are erased"


def _is_set(days: int, days_of: dict[str, int]) -> bool:
    return days > 0 or any(value > 0 for value in days_of.values())


def _say(number: int | None, subject: str, counts: dict[str, int]) -> None:
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    typer.echo(f"{'would erase' if number is None else f'receipt {number}: erased'} {subject}: {told}")
