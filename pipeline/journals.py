"""What does a journal change? Its records are kept, calls completed, and sides set right by the direction.

Whether the agent is left or right hangs on the direction. Where it becomes known only now and the sides were the other
way, the speakers change places and the call is judged again; nothing is heard again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import case, update
from sqlalchemy.orm import Session

from models import CallRow, Database, SegmentRow, StretchRow
from models.schema import open_database
from pipeline.cdr import read_journal
from pipeline.embedding import sentence_model
from pipeline.hearing import agent_side
from pipeline.pbx import CallDetails
from pipeline.process import judge_again
from pipeline.settings import Settings
from pipeline.storing.journals import Completed, complete_calls, in_batches, store_records
from pipeline.transcript import Direction
from scripts_library.loading import load_library


@dataclass(frozen=True, slots=True)
class Taken:
    """What a journal brought: records read and new, calls completed, and those whose sides changed places."""

    read: int
    new: int
    completed: int
    turned: int


def take_journal(source: str, settings: Settings) -> Taken:
    """Read a journal into the database; raises CdrError, SettingsError and DatabaseError."""
    with closing(open_database(settings.database_url)) as database:
        read = new = completed = 0
        turned: list[int] = []
        for batch in in_batches(read_journal(source, settings)):
            with database.writing() as session:
                fresh = store_records(session, source.rpartition("@")[2], batch, datetime.now(UTC))
                changed = complete_calls(session, fresh)
                turned += _set_right(session, changed, settings)
            read, new, completed = read + len(batch), new + len(fresh), completed + len(changed)
        _judge_again(database, turned, settings)
        return Taken(read, new, completed, len(turned))


def _set_right(session: Session, changed: Sequence[Completed], settings: Settings) -> list[int]:
    """Let speakers change places where the direction that became known puts the agent on the other side."""
    turned = []
    for one in changed:
        if not one.turned:
            continue
        call = session.get_one(CallRow, one.call_id)
        told = CallDetails(direction=cast("Direction | None", call.direction))
        if call.lanes != 2 or agent_side(told, settings) == agent_side(CallDetails(), settings):
            continue
        for table in (SegmentRow, StretchRow):
            other = case((table.speaker == "agent", "client"), (table.speaker == "client", "agent"))
            session.execute(update(table).where(table.call_id == call.id).values(speaker=other))
        turned.append(call.id)
    return turned


def _judge_again(database: Database, calls: Sequence[int], settings: Settings) -> None:
    if not calls:
        return
    campaigns = load_library(settings.library_dir).campaigns
    meaning = sentence_model(settings.meaning_model)
    for call in calls:
        judge_again(call, database, campaigns, datetime.now(UTC), meaning)
