"""What must a migration do after the tables were changed? `python -m models.drafting "why"` drafts one to finish."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from models.address import read_url
from models.database import make_engine
from models.schema import MIGRATIONS, configuration, open_database


def draft(message: str, scripts: Path = MIGRATIONS) -> Path:
    """Write the next numbered revision from what the tables have and the migrations have not; gives its path."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/draft.db"
        known = list(ScriptDirectory.from_config(configuration(scripts)).walk_revisions())
        database = open_database(url, scripts) if known else None
        engine = database.engine if database else make_engine(read_url(url))
        number = f"{len(known) + 1:04}"
        with engine.begin() as connection:
            command.revision(configuration(scripts, connection), message, autogenerate=True, rev_id=number)
        engine.dispose()
    return next((scripts / "versions").glob(f"{number}_*.py"))


if __name__ == "__main__":
    print(draft(sys.argv[1]))  # noqa: T201
