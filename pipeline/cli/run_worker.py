"""How a worker starts: settings, database and model made sure of first, then work, with a log for each recording."""

from __future__ import annotations

from models.schema import open_database
from pipeline.cli.run_ingest import error_console, tools_for, usable_campaigns
from pipeline.ingest import prepare_data_dir
from pipeline.journal import set_up_logs
from pipeline.settings import Settings
from pipeline.work import Desk
from pipeline.worker import WorkerProgram, check_queue


def run_worker(settings: Settings, *, until_empty: bool = False) -> None:
    """Work on the queue until stopped; raises DatabaseError, RecogniserError, MeaningError, ProcessError."""
    errors = error_console()
    set_up_logs(settings)
    campaigns = usable_campaigns(settings, errors)
    database = open_database(settings.database_url)
    try:
        check_queue(database)
        prepare_data_dir(settings, database)
        tools = tools_for(settings, database, campaigns)
        # The model is made sure of now: a worker without one would only spoil recordings.
        version = tools.recogniser.version
        desk = Desk(tools)
        errors.print(f"worker {tools.worker}: {version.engine} {version.model} (Ctrl+C stops)", markup=False)
        WorkerProgram(settings, desk).run(until_empty=until_empty)
    finally:
        database.close()
