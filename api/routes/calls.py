"""`/api/v1/calls`: the list of calls, and one call with its transcript, its analysis and the evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.call_detail import read_call
from api.call_list import find_calls
from api.context import InContext
from api.filters import CallQuery
from api.problems import responses
from api.shapes import CallDetail, CallPage

# The databases' whole numbers end here; one beyond would be their error, not a missing call.
CallNumber = Annotated[int, Path(ge=1, le=2**63 - 1, description="the call's number", examples=[17])]

router = APIRouter(prefix="/api/v1/calls", tags=["calls"])


@router.get("", summary="List calls", responses=responses(422, 503))
def list_calls(query: Annotated[CallQuery, Query()], context: InContext) -> CallPage:
    """Calls that match every filter given, in the order asked for, one page at a time.

    Pages are by key, not by number: give `next` as `cursor` to go on. Rows that come or go meanwhile neither repeat
    nor hide others.
    """
    with context.database.reading() as session:
        return find_calls(session, query, context)


@router.get("/{call}", summary="One call", responses=responses(404, 422, 503))
def get_call(call: CallNumber, context: InContext) -> CallDetail:
    """The transcript, the analysis with the evidence for each claim, and the titles of the script it was judged by."""
    with context.database.reading() as session:
        return read_call(session, call, context)
