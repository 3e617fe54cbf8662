"""Which agent speaks in each remark of a call that was passed on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("segments", sa.Column("agent", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("segments") as segments:
        segments.drop_column("agent")
