"""`/healthz` and `/readyz`: does the program run, and can it do its work?"""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.context import Context, InContext
from api.shapes import Health
from models import DatabaseError
from models.schema import check_schema
from pipeline.version import __version__
from scripts_library.loading import load_library
from scripts_library.problem import format_problem

router = APIRouter(tags=["health"])


@router.get("/healthz", summary="Is the program up?")
def healthz() -> Health:
    """Answers as long as the program runs; touches nothing else."""
    return Health(status="ok", version=__version__)


@router.get(
    "/readyz",
    summary="Can it work?",
    responses={503: {"model": Health, "description": "Not ready; `reasons` say why."}},
)
def readyz(context: InContext, response: Response) -> Health:
    """Whether the database answers with the schema of this program, and the script library loads."""
    reasons = [reason for check in (_database, _library) if (reason := check(context)) is not None]
    if reasons:
        response.status_code = 503
    return Health(status="unavailable" if reasons else "ok", reasons=reasons, version=__version__)


def _database(context: Context) -> str | None:
    try:
        check_schema(context.database)
    except DatabaseError as error:
        return str(error)
    return None


def _library(context: Context) -> str | None:
    """Why no call could be judged; one broken campaign among others doesn't stop the others."""
    library = load_library(context.settings.library_dir)
    if library.campaigns:
        return None
    if library.problems:
        return format_problem(library.problems[0], "en")
    return f"there is no campaign in {context.settings.library_dir}: callgrade library check says more"
