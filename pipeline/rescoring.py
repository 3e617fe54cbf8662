"""What does a change of the library make of calls that are stored? Some calls judged anew from their words.

The campaign that a call was judged by is kept where the library still has it; a call that had none is chosen one for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, Database, StepRow
from pipeline.analysis import Analysis, analyse, made_by
from pipeline.choosing import choose_campaign
from pipeline.meaning import Meaning
from pipeline.storing import Judged, load_transcripts, store_analyses
from pipeline.storing.promises import settle_promises, tie_promises
from pipeline.transcript import Transcript
from scripts_library.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Result:
    """What one judging gave: score 0–100 and the status of each step, None and empty where nothing was scored."""

    campaign: str | None = None
    score: float | None = None
    passed: bool | None = None
    steps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rescored:
    """One call before and after."""

    call: int
    agent: str | None
    before: Result
    after: Result


@dataclass(frozen=True, slots=True)
class Plan:
    """The stored calls by their numbers: those to judge anew, and those whose result these very versions made."""

    waiting: tuple[int, ...]
    settled: tuple[int, ...]


def plan_rescoring(
    session: Session, campaigns: Sequence[Campaign], only: str | None = None, meaning: Meaning | None = None
) -> Plan:
    """Which calls a library asks to be judged anew; `only` leaves out those that weren't judged by one campaign.

    Another sentence model than the one that had a say before is a reason too.
    """
    wanted = made_by(meaning)
    versions = {campaign.id: campaign.version for campaign in campaigns}
    row = AnalysisRow
    query = (
        select(CallRow.id, row.campaign_id, row.library_version, row.program_version)
        .outerjoin(row, (row.call_id == CallRow.id) & row.current)
        .order_by(CallRow.id)
    )
    if only is not None:
        query = query.where(row.campaign_id == only)
    waiting: list[int] = []
    settled: list[int] = []
    for call, campaign, version, program in session.execute(query):
        made_so = program == wanted and versions.get(campaign) == version
        (settled if made_so else waiting).append(call)
    return Plan(tuple(waiting), tuple(settled))


def rescore_calls(
    database: Database,
    calls: Sequence[int],
    campaigns: Sequence[Campaign],
    now: Callable[[], datetime] | None,
    meaning: Meaning | None = None,
) -> list[Rescored]:
    """Some calls judged anew; stored as their current results, in one transaction, where a clock is given."""
    by_id = {campaign.id: campaign for campaign in campaigns}
    rescored: list[Rescored] = []
    made: list[Judged] = []
    with database.reading() as session:
        before = stored_results(session, calls)
        transcripts = load_transcripts(session, calls)
    for call, transcript in transcripts.items():
        campaign = _campaign(before[call].campaign, transcript, by_id)
        analysis = analyse(transcript, campaign, meaning) if campaign is not None else None
        rescored.append(Rescored(call, transcript.agent, before[call], _result(analysis)))
        if analysis is not None and campaign is not None:
            made.append(Judged(call, analysis, campaign))
    if now is not None and made:
        with database.writing() as session:
            numbers = dict(zip([one.call for one in made], store_analyses(session, made, now()), strict=True))
            again = {one.call for one in made if before[one.call].campaign is not None}
            tie_promises(session, {call: number for call, number in numbers.items() if call in again})
            for call in sorted(numbers.keys() - again):
                settle_promises(session, call)
    return rescored


def stored_results(session: Session, calls: Sequence[int]) -> dict[int, Result]:
    """The current result of each call; an empty one where it was never judged."""
    row = AnalysisRow
    query = select(row.id, row.call_id, row.campaign_id, row.score, row.passed).where(
        row.call_id.in_(calls), row.current
    )
    heads = session.execute(query).all()
    steps: dict[int, list[tuple[str, str]]] = {head.id: [] for head in heads}
    told = select(StepRow.analysis_id, StepRow.step_id, StepRow.status).where(StepRow.analysis_id.in_(list(steps)))
    for analysis, step, status in session.execute(told.order_by(StepRow.analysis_id, StepRow.position)):
        steps[analysis].append((step, status))
    found = {h.call_id: Result(h.campaign_id, h.score, h.passed, tuple(steps[h.id])) for h in heads}
    return {call: found.get(call, Result()) for call in calls}


def _campaign(before: str | None, transcript: Transcript, by_id: Mapping[str, Campaign]) -> Campaign | None:
    kept = by_id.get(before) if before is not None else None
    if kept is not None:
        return kept
    return choose_campaign(transcript, list(by_id.values())).campaign


def _result(analysis: Analysis | None) -> Result:
    if analysis is None:
        return Result()
    steps = tuple((step.id, step.status) for step in analysis.steps)
    return Result(analysis.campaign, analysis.score, analysis.passed, steps)
