"""What do a campaign's corrected calls teach, and what would it bring on calls that were not learnt from?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AnalysisRow, Database, StepRow
from pipeline.analysis import analyse
from pipeline.learnt import Reviewed, learn
from pipeline.meaning import Meaning
from pipeline.storing import load_transcript
from pipeline.storing.corrections import corrected_places, corrections_in_force
from scripts_library.campaign import Campaign, LearntWords


@dataclass(frozen=True, slots=True)
class Lesson:
    """What would be learnt, and of how many steps of the reviewed calls the machine says what people said.

    `agreed_after` is counted call by call, each judged by what the others teach.
    """

    calls: int
    learnt: LearntWords | None
    steps: int
    agreed_before: int
    agreed_after: int


def lesson(database: Database, campaign: Campaign, meaning: Meaning | None = None) -> Lesson:
    """What the corrected calls of a campaign teach; raises DatabaseError."""
    with database.reading() as session:
        calls = _reviewed(session, campaign.id)
    plain = campaign.model_copy(update={"learnt": None})
    steps = before = after = 0
    for number, call in enumerate(calls):
        wiser = campaign.model_copy(update={"learnt": learn([*calls[:number], *calls[number + 1 :]], plain)})
        told, agreed = _agreed(call, plain, meaning)
        steps, before, after = steps + told, before + agreed, after + _agreed(call, wiser, meaning)[1]
    return Lesson(len(calls), learn(calls, plain), steps, before, after)


def _agreed(call: Reviewed, campaign: Campaign, meaning: Meaning | None) -> tuple[int, int]:
    """How many steps are judged done or missed, and how many of them as the person said."""
    judged = [one for one in analyse(call.transcript, campaign, meaning).steps if one.status in ("done", "missed")]
    return len(judged), sum((one.status == "done") == (one.id in call.done) for one in judged)


def _reviewed(session: Session, campaign_id: str) -> Sequence[Reviewed]:
    """The calls that a person corrected; what was not corrected in them counts as confirmed."""
    found = []
    for call in sorted({one.call_id for one in corrections_in_force(session, campaign_id)}):
        query = select(StepRow.step_id, StepRow.status, StepRow.segment).join(
            AnalysisRow, StepRow.analysis_id == AnalysisRow.id
        )
        judged = session.execute(query.where(AnalysisRow.call_id == call, AnalysisRow.current)).all()
        done = {step: segment if status == "done" else None for step, status, segment in judged}
        done |= {
            step: segment if person == "done" else None for step, person, segment in corrected_places(session, call)
        }
        places = {step: frozenset({segment}) for step, segment in done.items() if segment is not None}
        found.append(Reviewed(load_transcript(session, call), places))
    return found
