"""`/api/v1/unknown`: what clients ask and object that the library doesn't know yet."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.context import Context, InContext
from api.problems import not_found, responses
from pipeline.storing.talks import campaign_talks
from pipeline.unknown import Unknown, find_unknown
from scripts_library.loading import LibraryError, load_library

router = APIRouter(prefix="/api/v1/unknown", tags=["unknown"])


@router.get("", summary="What the library doesn't know yet", responses=responses(404, 422, 503))
def list_unknown(
    context: InContext,
    campaign: Annotated[str, Query(description="the campaign's id", examples=["windows-ru"])],
    top: Annotated[int, Query(ge=1, le=100, description="how many groups")] = 12,
) -> list[Unknown]:
    """Clients' questions and refusals that no fact or objection covers, over the campaign's latest 2,000 calls.

    The most frequent first, each with examples to play and a YAML entry to add to the library.
    """
    return read_unknown(context, campaign, top)


def read_unknown(context: Context, campaign: str, top: int) -> list[Unknown]:
    """The groups of a campaign's stored calls; raises ApiError where the library has no such campaign."""
    try:
        chosen = load_library(context.settings.library_dir).campaign(campaign)
    except LibraryError as error:
        raise not_found("campaign", campaign) from error
    with context.database.reading() as session:
        return list(find_unknown(campaign_talks(session, chosen.id), chosen, top))
