"""How the demo goes: the sample calls through every stage, a table with the error rates, one call explained."""

from __future__ import annotations

from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import select

from models import CallRow, Database, RecordingRow
from models.schema import open_database
from pipeline.analysis import Analysis
from pipeline.cli.hearing import DEMO_WARNING
from pipeline.cli.run_ingest import run_ingest
from pipeline.cli.show import clock, explain, word
from pipeline.ingest import IngestReport
from pipeline.reasons import explain_reason
from pipeline.settings import ROOT, Settings, load_settings
from pipeline.storing import load_analysis, load_transcript
from pipeline.transcript import Transcript, read_transcript
from pipeline.word_errors import WordErrors, transcript_errors
from scripts_library.campaign import Campaign
from scripts_library.loading import load_library

SAMPLES = ROOT / "samples"


def run_demo(settings: Settings) -> IngestReport:
    """Ingest the samples, print the table of calls and explain one of them."""
    report = run_ingest(SAMPLES / "recordings", settings)
    database = open_database(settings.database_url)
    try:
        calls = _calls(database)
    finally:
        database.close()
    console = Console(highlight=False)
    campaigns = {campaign.id: campaign for campaign in load_library(settings.library_dir).campaigns}
    console.print(_table(calls, settings.interface_language))
    _explain_one(calls, campaigns, settings, console)
    console.print(Text(f"NB: {DEMO_WARNING}", style="yellow"))
    return report


def demo_settings(port: int | None, folder: Path | None = None) -> Settings:
    """Settings of the demo: its own model and data folder, whatever else is set.

    An administrator's own database must not get the sample calls.
    """
    folder = (folder or ROOT / ".demo").absolute()
    database_url = f"sqlite:///{folder / 'callgrade.db'}"
    return load_settings(model="demo", data_dir=folder, database_url=database_url, port=port)


class _Call:
    """One stored call with its analysis and the words that were really spoken, where they are known."""

    def __init__(self, name: str, transcript: Transcript, analysis: Analysis | None, spoken: Transcript | None) -> None:
        self.name = name
        self.transcript = transcript
        self.analysis = analysis
        self.errors = transcript_errors(spoken, transcript) if spoken is not None else None


def _calls(database: Database) -> list[_Call]:
    query = select(RecordingRow.path, CallRow.id).join(CallRow).order_by(CallRow.started_at, CallRow.id)
    with database.reading() as session:
        return [
            _Call(Path(path).name, load_transcript(session, call), load_analysis(session, call), _truth(Path(path)))
            for path, call in session.execute(query)
        ]


def _truth(path: Path) -> Transcript | None:
    file = SAMPLES / "truth" / f"{path.stem}.json"
    return read_transcript(file) if file.exists() else None


def _table(calls: list[_Call], language: str) -> Table:
    table = Table(header_style="bold", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in ("started", "agent", "campaign", "length", "score", "verdict", "outcome", "word errors"):
        right = heading in ("length", "score", "word errors")
        whole = heading in ("started", "agent", "length", "score")
        table.add_column(word(heading, language), justify="right" if right else "left", no_wrap=whole)
    total = WordErrors(0, 0)
    for call in calls:
        total += call.errors or WordErrors(0, 0)
        table.add_row(*_row(call, language))
    table.add_section()
    table.add_row("", "", "", "", "", "", "", f"{total.rate:.1%}")
    return table


def _row(call: _Call, language: str) -> list[str]:
    transcript, analysis = call.transcript, call.analysis
    started = transcript.started_at.strftime("%d.%m %H:%M") if transcript.started_at else "—"
    errors = f"{call.errors.rate:.0%}" if call.errors and call.errors.spoken else "—"
    row = [started, transcript.agent or "—", analysis.campaign if analysis else "—", clock(transcript.length)]
    if analysis is None or analysis.score is None:
        why = explain_reason(analysis.why_not or "", language) if analysis else "—"
        return [*row, "—", why, word(analysis.outcome.kind, language) if analysis else "—", errors]
    verdict = word("passed" if analysis.passed else "failed", language)
    return [*row, f"{analysis.score:g}", verdict, word(analysis.outcome.kind, language), errors]


def _explain_one(calls: list[_Call], campaigns: dict[str, Campaign], settings: Settings, console: Console) -> None:
    """The call with most to tell: scored, and with the most kinds of findings."""
    scored = [call for call in calls if call.analysis is not None and call.analysis.score is not None]
    if not scored:
        return
    call = max(scored, key=_interest)
    if call.analysis is None:
        return
    console.print(f"\n[bold]{call.name}[/bold]")
    explain(call.analysis, campaigns[call.analysis.campaign], settings.interface_language, console)


def _interest(call: _Call) -> tuple[int, float]:
    analysis = call.analysis
    if analysis is None:
        return 0, 0.0
    statuses = {step.status for step in analysis.steps} | {fact.status for fact in analysis.facts}
    return len(statuses) + len(analysis.objections) + len(analysis.forbidden), analysis.score or 0.0
