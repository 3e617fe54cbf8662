"""Why can what was said not be a step: by whose words they are, by their second, or by the turns before them?"""

from __future__ import annotations

from pipeline.heard import Heard
from scripts_library.campaign import Step


def why_out_of_place(step: Step, speaker: str | None, start: float, end: float, length: float) -> str | None:
    """Why what one side said from one second to another can't be a step, as a reason code; None where it can."""
    if step.speaker != "any" and speaker is not None and speaker != step.speaker:
        return "said_by_client" if speaker == "client" else "said_by_agent"
    if step.within is not None:
        if step.within.start is not None and start > step.within.start:
            return "too_late"
        if step.within.end is not None and end < length - step.within.end:
            return "too_early"
    return None


def why_out_of_turn(step: Step, segment: int, heard: Heard) -> str | None:
    """Why a remark isn't one of those that a step's rule asks for, as a reason code; None where it is."""
    rule = step.within
    if rule is None or not rule.asks_for_turns:
        return None
    said = heard.transcript.segments
    place = heard.order.index(segment)
    before = [index for index in heard.order[:place] if heard.tokens[index]]
    mine = said[segment]
    if rule.remarks is not None and sum(said[index].speaker == mine.speaker for index in before) >= rule.remarks:
        return "too_late"
    if rule.after_pause is not None:
        silence = mine.start - max((said[index].end for index in before), default=0.0)
        if silence < rule.after_pause:
            return "no_pause_before"
    if rule.after_interruption:
        others = [index for index in before if said[index].speaker != mine.speaker]
        own = [index for index in before if said[index].speaker == mine.speaker]
        broken = any(said[other].start < said[one].end for one in own[-1:] for other in others[-1:])
        if not broken:
            return "no_interruption_before"
    return None
