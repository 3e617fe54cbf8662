"""Is the database in shape? `callgrade db upgrade` brings its schema to this version."""

from __future__ import annotations

import typer

app = typer.Typer(help="The database.")


@app.callback()
def _database() -> None:
    """The database."""


@app.command("upgrade")
def upgrade_database() -> None:
    """Bring the database's schema to the version that this program needs."""
    from models.schema import upgrade
    from pipeline.settings import load_settings

    settings = load_settings()
    typer.echo(upgrade(settings.database_url))
