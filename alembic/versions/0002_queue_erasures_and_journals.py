"""How long work took, legs, erasures, journals of PBX and CRM, and the queue."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.queue_tables import create_queue, drop_queue

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cdr",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=True),
        sa.Column("linked_id", sa.Text(), nullable=True),
        sa.Column("recording", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("utc_offset_minutes", sa.Integer(), nullable=True),
        sa.Column("direction", sa.String(length=16), nullable=True),
        sa.Column("agent", sa.Text(), nullable=True),
        sa.Column("client", sa.Text(), nullable=True),
        sa.Column("queue", sa.Text(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=True),
        sa.Column("duration", sa.Double(), nullable=True),
        sa.Column("talk_seconds", sa.Double(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cdr")),
        sa.UniqueConstraint("key", name=op.f("uq_cdr_key")),
    )
    with op.batch_alter_table("cdr", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cdr_client_started_at"), ["client", "started_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cdr_linked_id"), ["linked_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cdr_recording"), ["recording"], unique=False)
        batch_op.create_index(batch_op.f("ix_cdr_unique_id"), ["unique_id"], unique=False)

    op.create_table(
        "crm_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("client", sa.Text(), nullable=True),
        sa.Column("agent", sa.Text(), nullable=True),
        sa.Column("amount_cents", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crm_events")),
        sa.UniqueConstraint("source", "key", name=op.f("uq_crm_events_source_key")),
    )
    with op.batch_alter_table("crm_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_crm_events_client_happened_at"), ["client", "happened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_crm_events_kind_happened_at"), ["kind", "happened_at"], unique=False)

    op.create_table(
        "erasures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("erased_why", sa.String(length=16), nullable=True))

    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("begun", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("worker", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("work_seconds", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("other_leg", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("erased", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_recordings_state_finished"), ["state", "finished"], unique=False)
    create_queue(op.get_bind())


def downgrade() -> None:
    drop_queue(op.get_bind())
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recordings_state_finished"))
        batch_op.drop_column("erased")
        batch_op.drop_column("other_leg")
        batch_op.drop_column("work_seconds")
        batch_op.drop_column("worker")
        batch_op.drop_column("begun")

    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_column("erased_why")
        batch_op.drop_column("erased_at")

    op.drop_table("erasures")
    with op.batch_alter_table("crm_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_crm_events_kind_happened_at"))
        batch_op.drop_index(batch_op.f("ix_crm_events_client_happened_at"))

    op.drop_table("crm_events")
    with op.batch_alter_table("cdr", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cdr_unique_id"))
        batch_op.drop_index(batch_op.f("ix_cdr_recording"))
        batch_op.drop_index(batch_op.f("ix_cdr_linked_id"))
        batch_op.drop_index(batch_op.f("ix_cdr_client_started_at"))

    op.drop_table("cdr")
