"""How surely agent and client were told apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("calls") as calls:
        calls.add_column(sa.Column("attributed_by", sa.String(length=16), nullable=True))
        calls.add_column(sa.Column("attribution_sure", sa.Double(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("calls") as calls:
        calls.drop_column("attribution_sure")
        calls.drop_column("attributed_by")
