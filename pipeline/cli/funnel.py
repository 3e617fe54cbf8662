"""How many recordings become reviewed calls, and why don't the others? `callgrade funnel` counts each stage."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.funnel import Stage

_WORDS = {
    "ru": {
        "recorded": "записано", "transcribed": "расшифровано", "eligible": "подходит для оценки",
        "scored": "оценено", "reviewed": "проверено человеком",
    },
    "en": {
        "recorded": "recorded", "transcribed": "transcribed", "eligible": "fit to be scored",
        "scored": "scored", "reviewed": "reviewed by a person",
    },
}  # fmt: skip


def funnel(
    campaign: Annotated[str | None, typer.Option(help="Only calls that this campaign judged.")] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day, as 2026-11-01.")
    ] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day, included.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Count recordings that were transcribed, fit, scored and reviewed, with the reasons why the others were not."""
    from zoneinfo import ZoneInfo

    from models.schema import open_database
    from pipeline.funnel import Chosen, read_funnel
    from pipeline.settings import load_settings

    settings = load_settings()
    days = (since.date() if since else None, until.date() if until else None)
    database = open_database(settings.database_url)
    try:
        with database.reading() as session:
            stages = read_funnel(session, Chosen(ZoneInfo(settings.time_zone), *days, campaign))
    finally:
        database.close()
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in stages], ensure_ascii=False, indent=1))
    else:
        _print(stages, settings.interface_language)


def _print(stages: Sequence[Stage], language: str) -> None:
    from pipeline.reasons import explain_reason

    recorded, wide = max(1, stages[0].count), len(str(stages[0].count))
    for stage in stages:
        words = _WORDS[language][stage.name]
        typer.echo(f"{stage.count:>{wide}}  {100 * stage.count / recorded:3.0f} %  {words}")
        for code, count in stage.dropped.items():
            typer.echo(f"{'':{wide}}         − {count} {explain_reason(code, language)}")
