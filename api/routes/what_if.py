"""`/api/v1/what-if`: what would the library on this machine's disk make of the stored calls? As `rescore --dry-run`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.context import InContext
from api.problems import invalid, responses
from pipeline.comparison import Comparison
from pipeline.rescore import Options, rescore
from scripts_library.loading import LibraryError, load_library

router = APIRouter(prefix="/api/v1/what-if", tags=["library"])


@router.get("", summary="What a library change would do", responses=responses(422, 503))
def compare(
    context: InContext,
    campaign: Annotated[str | None, Query(description="only calls that this campaign judged")] = None,
) -> Comparison:
    """Every stored call judged by the scripts as they are now, beside its stored result; nothing is stored.

    The same as `callgrade rescore --dry-run --json`, in one process: for a long history the command is quicker.
    """
    library = load_library(context.settings.library_dir)
    if campaign is not None:
        try:
            library.campaign(campaign, "en")
        except LibraryError as error:
            raise invalid("campaign", str(error)) from error
    options = Options(campaign, dry_run=True, jobs=1, meaning_model=context.settings.meaning_model)
    return rescore(context.database, library.campaigns, options).comparison
