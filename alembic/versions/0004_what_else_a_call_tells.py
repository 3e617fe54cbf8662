"""What else a call tells: policy, topics, conduct outside its norms, follow-ups, and how sure the findings are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_Kind = sa.Double[float] | sa.Text | sa.String | sa.Integer
_ADDED: dict[str, tuple[tuple[str, _Kind], ...]] = {
    "analyses": (
        ("outcome_start", sa.Double()),
        ("outcome_end", sa.Double()),
        ("outcome_confidence", sa.Double()),
        ("outcome_reason", sa.Text()),
        ("holds", sa.Integer()),
        ("pace_change_agent", sa.Double()),
        ("diminutives_per_minute_agent", sa.Double()),
        ("rude_remarks_agent", sa.Integer()),
        ("client_named", sa.Integer()),
    ),
    "fact_judgements": (("reply", sa.String(length=16)), ("reply_segment", sa.Integer()), ("reply_quote", sa.Text())),
    "objection_findings": (("again", sa.Integer()),),
}
_CONFIDENT = ("fact_judgements", "objection_findings")


def upgrade() -> None:
    for table, columns in _ADDED.items():
        for name, kind in columns:
            op.add_column(table, sa.Column(name, kind, nullable=True))
    for table in _CONFIDENT:
        op.add_column(table, sa.Column("confidence", sa.Double(), server_default="1", nullable=False))
    _claims(
        "policy_findings",
        sa.Column("policy_id", sa.Text(), nullable=False),
        *_place(nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=True),
        sa.Column("limit", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_policy_findings_policy_id"), "policy_findings", ["policy_id"])
    _claims(
        "topic_findings",
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        *_place(nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("followed_segment", sa.Integer(), nullable=True),
    )
    op.create_index(op.f("ix_topic_findings_topic_id_status"), "topic_findings", ["topic_id", "status"])
    _claims(
        "conduct_deviations",
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("at_least", sa.Double(), nullable=True),
        sa.Column("at_most", sa.Double(), nullable=True),
        *_place(nullable=True),
    )
    op.create_index(op.f("ix_conduct_deviations_measure"), "conduct_deviations", ["measure"])
    _claims(
        "follow_ups",
        sa.Column("deed", sa.String(length=16), nullable=False),
        *_place(nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_offset_minutes", sa.Integer(), nullable=True),
        sa.Column("fulfilled_by", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["fulfilled_by"], ["calls.id"], name=op.f("fk_follow_ups_fulfilled_by_calls"), ondelete="SET NULL"
        ),
    )
    op.create_index(op.f("ix_follow_ups_due"), "follow_ups", ["due"])
    op.create_index(op.f("ix_follow_ups_fulfilled_by"), "follow_ups", ["fulfilled_by"])


def downgrade() -> None:
    for table in ("follow_ups", "conduct_deviations", "topic_findings", "policy_findings"):
        op.drop_table(table)
    for table in _CONFIDENT:
        with op.batch_alter_table(table) as batch:
            batch.drop_column("confidence")
    for table, columns in _ADDED.items():
        with op.batch_alter_table(table) as batch:
            for name, _ in columns:
                batch.drop_column(name)


def _place(*, nullable: bool) -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("segment", sa.Integer(), nullable=nullable),
        sa.Column("start", sa.Double(), nullable=nullable),
        sa.Column("end", sa.Double(), nullable=nullable),
        sa.Column("quote", sa.Text(), nullable=nullable),
    )


def _claims(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("analysis_id", _NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analyses.id"], name=op.f(f"fk_{table}_analysis_id_analyses"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("analysis_id", "position", name=op.f(f"pk_{table}")),
    )
