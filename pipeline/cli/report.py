"""What came of the calls? `callgrade report activity` shows it by manager, campaign or period."""

from __future__ import annotations

import csv
import json
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:
    from pipeline.activity import Activity, Report

app = typer.Typer(help="Reports over the stored calls.", no_args_is_help=True, rich_markup_mode=None)
_HEADS = {
    "ru": "звонков годных оценено балл шагов сделок отказов счетов оплат выиграно выставлено оплачено".split(),  # noqa: SIM905
    "en": "calls eligible scored score steps won lost invoices payments won-sum invoiced paid".split(),  # noqa: SIM905
}
_FIRST = {
    "ru": {"agent": "менеджер", "campaign": "кампания", "day": "день", "week": "неделя", "month": "месяц"},
    "en": {"agent": "manager", "campaign": "campaign", "day": "day", "week": "week", "month": "month"},
}
_ALL = {"ru": ("всего", "неизвестно"), "en": ("all", "unknown")}


@app.callback()
def _reports() -> None:
    """Reports over the stored calls."""


@app.command("activity")
def activity(
    by: Annotated[str, typer.Option(help="agent, campaign, day, week or month.")] = "agent",
    since: Annotated[str | None, typer.Option("--from", help="First day, as 2026-11-01.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day, included.")] = None,
    campaign: Annotated[str | None, typer.Option(help="Only calls that this campaign judged.")] = None,
    days: Annotated[int, typer.Option(min=1, help="Days from a call to a deal or payment that it is credited with.")]
    = 30,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON; sums in hundredths.")] = False,
) -> None:  # fmt: skip
    """Calls, scores, next steps, deals won, invoices and payments; events go to the client's last call before them."""
    from models.schema import open_database
    from pipeline.activity import BYS, Wanted, read_activity
    from pipeline.settings import load_settings

    settings = load_settings()
    zone = ZoneInfo(settings.time_zone)
    chosen = next((one for one in BYS if one == by), None)
    if chosen is None:
        raise typer.BadParameter(f"--by {by} is not {', '.join(BYS)}")
    end = _day("--to", until, zone)
    wanted = Wanted(chosen, _day("--from", since, zone), end and end + timedelta(days=1), campaign, days)
    database = open_database(settings.database_url)
    try:
        report = read_activity(database, wanted, zone)
    finally:
        database.close()
    if as_json:
        typer.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=1))
        return
    _show(report, settings.interface_language, as_csv)


def _day(option: str, text: str | None, zone: ZoneInfo) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=zone)
    except ValueError:
        raise typer.BadParameter(f"{option} {text} is no day: write it as 2026-11-01") from None


def _show(report: Report, language: str, as_csv: bool) -> None:
    from pipeline.activity import lines

    everything, unknown = _ALL[language]
    heads = [_FIRST[language][report.by], *_HEADS[language]]
    rows = [[everything if one is report.total else one.key or unknown, *_cells(one)] for one in lines(report)]
    if as_csv:
        csv.writer(sys.stdout).writerows([heads, *rows])
        return
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    for row in [heads, *rows]:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        typer.echo("  ".join(cells).rstrip())
    if report.events_without_call:
        told = {
            "ru": "событий CRM без звонка с этим клиентом",
            "en": "events of the CRM without a call with their client",
        }
        typer.echo(f"{told[language]}: {report.events_without_call}")


def _cells(one: Activity) -> list[str]:
    from pipeline.activity import money

    counts = [one.calls, one.eligible, one.scored]
    score = "—" if one.mean_score is None else f"{one.mean_score:.1f}"
    after = [one.next_steps, one.won, one.lost, one.invoices, one.payments]
    sums = [money(one.won_cents), money(one.invoice_cents), money(one.payment_cents)]
    return [*map(str, counts), score, *map(str, after), *sums]
