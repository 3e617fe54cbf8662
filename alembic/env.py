"""How a migration runs: on the connection and in the transaction that `models.schema` opened."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from models.schema import VERSION_TABLE, is_ours
from models.tables import Moment, Table


def plain_types(kind: str, item: object, _autogen: AutogenContext) -> str | Literal[False]:
    """A drafted migration names SQLAlchemy's types alone, so that it stays as it was when our own change."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    render_item=plain_types,
    compare_server_default=True,
    include_name=is_ours,
)
with context.begin_transaction():
    context.run_migrations()
