"""The sound of a call: the whole of it, in pieces as a player asks for them, or one clip."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, Response

from api.call_detail import find_call
from api.context import Context, InContext
from api.problems import ApiError, invalid, responses
from api.routes.calls import CallNumber
from api.sound import media_type, sound_file
from pipeline.audio import AudioError
from pipeline.audio.clips import cut_clip

# A clip is decoded in memory; an hour's call would be the recording, not a clip.
LONGEST_CLIP = 600

router = APIRouter(prefix="/api/v1/calls", tags=["audio"])

_SOUND: dict[int | str, dict[str, Any]] = {
    200: {"content": {"audio/mpeg": {}, "audio/wav": {}}, "description": "The sound."},
}
_PIECE: dict[int | str, dict[str, Any]] = {
    206: {"content": {"audio/mpeg": {}}, "description": "The bytes asked for."},
    416: {"description": "The audio has no such bytes; Content-Range says how many it has."},
}


@router.head("/{call}/audio", include_in_schema=False)
@router.get(
    "/{call}/audio",
    summary="The sound of a call",
    response_class=FileResponse,
    responses=_SOUND | _PIECE | responses(404, 422, 503),
)
def get_audio(call: CallNumber, context: InContext) -> FileResponse:
    """The copy for listening whose seconds are those of the transcript; answers HTTP Range requests."""
    path = _sound(call, context)
    return FileResponse(
        path, media_type=media_type(path), filename=f"call-{call}{path.suffix}", content_disposition_type="inline"
    )


@router.get(
    "/{call}/clip",
    summary="A part of a call",
    response_class=Response,
    responses=_SOUND | responses(404, 422, 503),
)
def get_clip(
    call: CallNumber,
    start: Annotated[float, Query(ge=0, allow_inf_nan=False, description="seconds", examples=[12.4])],
    end: Annotated[float, Query(gt=0, allow_inf_nan=False, description="seconds", examples=[17.0])],
    context: InContext,
    form: Annotated[Literal["wav", "mp3"], Query(alias="format", description="wav or mp3")] = "wav",
) -> Response:
    """The sound between two seconds, to be sent with a quote; at most ten minutes."""
    if end <= start:
        raise invalid("end", f"must be after start, {start:g}")
    if end - start > LONGEST_CLIP:
        raise invalid("end", f"a clip is {LONGEST_CLIP} s at most: take the whole call from /audio")
    path = _sound(call, context)
    try:
        clip = cut_clip(path, start, end, form)
    except AudioError as error:
        raise invalid("start", error.reason) from error
    media = "audio/wav" if form == "wav" else "audio/mpeg"
    name = f"call-{call}-{start:g}-{end:g}.{form}"
    return Response(clip, media_type=media, headers={"Content-Disposition": f'inline; filename="{name}"'})


def _sound(number: int, context: Context) -> Path:
    with context.database.reading() as session:
        path = sound_file(context.settings.data_dir, find_call(session, number).audio_path)
    if path is None:
        raise ApiError(404, "audio_not_found", f"the sound of call {number} is not in the data folder any more")
    return path
