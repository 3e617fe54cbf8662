"""What do a campaign's corrected calls teach, and what would it bring on calls that were not learnt from?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AnalysisRow, Database, StepRow
from pipeline.analysis import analyse
from pipeline.leaning import Told, leaning_of, told
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
    judged = [_judged(call, plain, meaning) for call in calls]
    steps = before = after = 0
    for number, call in enumerate(calls):
        rest = [*calls[:number], *calls[number + 1 :]], [*judged[:number], *judged[number + 1 :]]
        wiser = campaign.model_copy(update={"learnt": taught_by(*rest, plain)})
        steps += len(judged[number])
        before += sum(one.judged == one.ticked for one in judged[number])
        after += sum(one.judged == one.ticked for one in _judged(call, wiser, meaning))
    return Lesson(len(calls), taught_by(calls, judged, plain), steps, before, after)


def taught_by(calls: Sequence[Reviewed], judged: Sequence[Sequence[Told]], campaign: Campaign) -> LearntWords | None:
    """What reviewed calls teach, of words and of what reviewers tick; `judged` is what was made of each without it."""
    learnt = learn(calls, campaign)
    if learnt is None:
        return None
    return learnt.model_copy(update={"leaning": leaning_of([one for call in judged for one in call])})


def _judged(call: Reviewed, campaign: Campaign, meaning: Meaning | None) -> list[Told]:
    return told(analyse(call.transcript, campaign, meaning).steps, call.done)


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
