"""One call: its score and why, its sound, what was said, and the evidence for each judgement."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

from fastapi import APIRouter, Request, Response

from api.call_detail import read_call
from api.context import InContext
from api.pages.explanation import explain_score
from api.pages.remarks import remarks
from api.pages.rendering import render
from api.routes.calls import CallNumber
from api.shapes import CallDetail
from pipeline.transcript import Transcript

# The one table of keys: the help line shows it, and the script takes its keys from there. Keys are told by their
# place on the keyboard, since with a Russian layout letters arrive in Cyrillic.
KEYS = (("Space", "", "play"), ("KeyJ", "J", "next"), ("KeyK", "K", "previous"))

router = APIRouter(include_in_schema=False)


@router.get("/calls/{call}")
def call_page(request: Request, call: CallNumber, context: InContext) -> Response:
    """One call as a page."""
    with context.database.reading() as session:
        detail = read_call(session, call, context)
    analysis, sheet, transcript = detail.analysis, detail.campaign, detail.transcript
    values: dict[str, object] = {
        "call": detail,
        "analysis": analysis,
        "transcript": transcript,
        "started_at": transcript.started_at,
        "remarks": remarks(transcript, analysis, sheet),
        "titles": sheet.titles() if sheet else {},
        "steps": {step.id: step for step in sheet.steps} if sheet else {},
        "penalties": {phrase.id: phrase.penalty for phrase in sheet.forbidden} if sheet else {},
        "explanation": explain_score(analysis, sheet) if analysis and sheet and analysis.eligible else None,
        "conduct": _conduct(detail),
        "badly_heard": [one for one in transcript.diagnostics.badly_heard if one.end > one.start]
        if transcript.diagnostics
        else [],
        "state": _state(detail),
        "place_of": partial(_message, transcript) if transcript.written else None,
        "keys": KEYS,
    }
    return render(request, "call.html", values)


def _message(transcript: Transcript, second: float) -> int:
    """The number of the message that a second of correspondence stands for, from 1."""
    return max(1, sum(segment.start <= second for segment in transcript.segments))


def _conduct(detail: CallDetail) -> dict[str, object]:
    """The figures of conduct by name; of correspondence and of no sales talk only those that can be known."""
    if detail.analysis is None:
        return {}
    whole = detail.transcript.written is None and detail.analysis.eligible
    figures: dict[str, object] = asdict(detail.analysis.conduct)
    return {name: figure for name, figure in figures.items() if figure is not None or whole}


def _state(detail: CallDetail) -> str:
    """passed, failed, or unscored: the word and the colour of the score."""
    if detail.analysis is None or detail.analysis.score is None:
        return "unscored"
    return "passed" if detail.analysis.passed else "failed"
