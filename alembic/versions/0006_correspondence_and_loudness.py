"""Chats and letters beside calls, and how loud each side spoke."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LEVELS = ("loudness_agent", "loudness_client", "clipping_agent", "clipping_client")


def upgrade() -> None:
    with op.batch_alter_table("calls") as calls:
        calls.add_column(sa.Column("written", sa.String(length=8), nullable=True))
        calls.add_column(sa.Column("levels", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("analyses") as analyses:
        for name in _LEVELS:
            analyses.add_column(sa.Column(name, sa.Double(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("analyses") as analyses:
        for name in _LEVELS:
            analyses.drop_column(name)
    with op.batch_alter_table("calls") as calls:
        calls.drop_column("levels")
        calls.drop_column("written")
