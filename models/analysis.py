"""How was a call judged, on what evidence, and by which versions? One row a claim; history is only added to.

Of a call's analyses one is current: `current` moves to the new one in the transaction that stores it, and the
database itself refuses two. Positions number the claims in the order in which the analysis gave them; `segment`
counts from 0 in the transcript; `start` and `end` are seconds.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, Double, ForeignKey, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables import Moment, Number, Table

if TYPE_CHECKING:
    from models.call import CallRow


def _index_of_current(name: str, *columns: str, unique: bool = False) -> Index:
    # As SQLAlchemy writes `AnalysisRow.current` on each: an index over a part serves only the very same condition.
    return Index(name, *columns, unique=unique, sqlite_where=text("current = 1"), postgresql_where=text("current"))


class AnalysisRow(Table):
    """One judging of one call; `score` 0–100, null when the call can't be scored (`why_not` says why)."""

    __tablename__ = "analyses"
    __table_args__ = (
        ForeignKeyConstraint(
            ["campaign_id", "library_version"], ["library_versions.campaign_id", "library_versions.version"]
        ),
        Index(None, "call_id", "id"),
        _index_of_current("uq_analyses_current_of_a_call", "call_id", unique=True),
        _index_of_current("ix_analyses_current_score", "score", "call_id"),
        _index_of_current("ix_analyses_current_campaign_id", "campaign_id", "call_id"),
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    call_id: Mapped[int] = mapped_column(Number, ForeignKey("calls.id", ondelete="CASCADE"))
    current: Mapped[bool]
    campaign_id: Mapped[str] = mapped_column(Text)
    library_version: Mapped[str] = mapped_column(String(64))
    program_version: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(Moment)

    eligible: Mapped[bool]
    why_not: Mapped[str | None] = mapped_column(Text)
    score: Mapped[float | None] = mapped_column(Double)
    passed: Mapped[bool | None]

    outcome_kind: Mapped[str] = mapped_column(String(16))
    outcome_segment: Mapped[int | None]
    outcome_quote: Mapped[str | None] = mapped_column(Text)
    outcome_due: Mapped[datetime | None] = mapped_column(Moment)
    outcome_due_offset_minutes: Mapped[int | None]
    outcome_start: Mapped[float | None] = mapped_column(Double)
    outcome_end: Mapped[float | None] = mapped_column(Double)
    outcome_confidence: Mapped[float | None] = mapped_column(Double)
    outcome_reason: Mapped[str | None] = mapped_column(Text)

    talk_share_agent: Mapped[float | None] = mapped_column(Double)
    longest_monologue_agent: Mapped[float | None] = mapped_column(Double)
    longest_monologue_client: Mapped[float | None] = mapped_column(Double)
    interruptions_by_agent: Mapped[int | None]
    interruptions_by_client: Mapped[int | None]
    silence_share: Mapped[float | None] = mapped_column(Double)
    longest_silence: Mapped[float | None] = mapped_column(Double)
    reaction_time_agent: Mapped[float | None] = mapped_column(Double)
    pace_agent: Mapped[float | None] = mapped_column(Double)
    pace_client: Mapped[float | None] = mapped_column(Double)
    fillers_per_minute_agent: Mapped[float | None] = mapped_column(Double)
    holds: Mapped[int | None]
    pace_change_agent: Mapped[float | None] = mapped_column(Double)
    diminutives_per_minute_agent: Mapped[float | None] = mapped_column(Double)
    rude_remarks_agent: Mapped[int | None]
    client_named: Mapped[int | None]
    loudness_agent: Mapped[float | None] = mapped_column(Double)
    loudness_client: Mapped[float | None] = mapped_column(Double)
    clipping_agent: Mapped[float | None] = mapped_column(Double)
    clipping_client: Mapped[float | None] = mapped_column(Double)

    call: Mapped[CallRow] = relationship(viewonly=True, back_populates="analyses")


class StepRow(Table):
    """A script step's status; `nearest` are the passages that came near to a missed one."""

    __tablename__ = "step_judgements"
    __table_args__ = (Index(None, "step_id", "status"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    confidence: Mapped[float] = mapped_column(Double)
    segment: Mapped[int | None]
    start: Mapped[float | None] = mapped_column(Double)
    end: Mapped[float | None] = mapped_column(Double)
    quote: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    nearest: Mapped[list[dict[str, object]]] = mapped_column(JSON)


class ForbiddenRow(Table):
    """A forbidden phrase that was said."""

    __tablename__ = "forbidden_findings"
    __table_args__ = (Index(None, "forbidden_id"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    forbidden_id: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float] = mapped_column(Double)
    segment: Mapped[int]
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    quote: Mapped[str] = mapped_column(Text)


class FactRow(Table):
    """How a line of the product sheet fared; `expected` and `heard` are values in words."""

    __tablename__ = "fact_judgements"
    __table_args__ = (Index(None, "fact_id", "status"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    fact_id: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    segment: Mapped[int | None]
    start: Mapped[float | None] = mapped_column(Double)
    end: Mapped[float | None] = mapped_column(Double)
    quote: Mapped[str | None] = mapped_column(Text)
    expected: Mapped[str | None] = mapped_column(Text)
    heard: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float] = mapped_column(Double, server_default="1")
    reply: Mapped[str | None] = mapped_column(String(16))
    reply_segment: Mapped[int | None]
    reply_quote: Mapped[str | None] = mapped_column(Text)


class ObjectionRow(Table):
    """A client's doubt; `handled` is null when nobody can tell."""

    __tablename__ = "objection_findings"
    __table_args__ = (Index(None, "objection_id"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    objection_id: Mapped[str] = mapped_column(Text)
    segment: Mapped[int]
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    quote: Mapped[str] = mapped_column(Text)
    handled: Mapped[bool | None]
    handled_segment: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(String(16))
    confidence: Mapped[float] = mapped_column(Double, server_default="1")
    again: Mapped[int | None]


class PolicyRow(Table):
    """A promise outside the rules; `heard` and `limit` are values in words."""

    __tablename__ = "policy_findings"
    __table_args__ = (Index(None, "policy_id"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    policy_id: Mapped[str] = mapped_column(Text)
    segment: Mapped[int]
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    quote: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float] = mapped_column(Double)
    heard: Mapped[str | None] = mapped_column(Text)
    limit: Mapped[str | None] = mapped_column(Text)


class TopicRow(Table):
    """A topic that came up, or should have and didn't (`missing`)."""

    __tablename__ = "topic_findings"
    __table_args__ = (Index(None, "topic_id", "status"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    topic_id: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    segment: Mapped[int | None]
    start: Mapped[float | None] = mapped_column(Double)
    end: Mapped[float | None] = mapped_column(Double)
    quote: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float] = mapped_column(Double)
    followed_segment: Mapped[int | None]


class DeviationRow(Table):
    """A measure of the talk outside its norm."""

    __tablename__ = "conduct_deviations"
    __table_args__ = (Index(None, "measure"),)

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(String(40))
    value: Mapped[float] = mapped_column(Double)
    at_least: Mapped[float | None] = mapped_column(Double)
    at_most: Mapped[float | None] = mapped_column(Double)
    segment: Mapped[int | None]
    start: Mapped[float | None] = mapped_column(Double)
    end: Mapped[float | None] = mapped_column(Double)
    quote: Mapped[str | None] = mapped_column(Text)


class FollowUpRow(Table):
    """A promise of the manager's; a later call to the same client fulfils it (`fulfilled_by`)."""

    __tablename__ = "follow_ups"
    __table_args__ = (Index(None, "due"), Index(None, "fulfilled_by"))

    analysis_id: Mapped[int] = mapped_column(Number, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    deed: Mapped[str] = mapped_column(String(16))
    segment: Mapped[int]
    start: Mapped[float] = mapped_column(Double)
    end: Mapped[float] = mapped_column(Double)
    quote: Mapped[str] = mapped_column(Text)
    due: Mapped[datetime | None] = mapped_column(Moment)
    due_offset_minutes: Mapped[int | None]
    fulfilled_by: Mapped[int | None] = mapped_column(Number, ForeignKey("calls.id", ondelete="SET NULL"))
