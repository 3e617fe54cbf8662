"""Where does a call leave the norms that the library sets for how managers speak, and which moment shows it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.conduct import Conduct, diminutives, pauses
from pipeline.findings import Findings
from pipeline.heard import Heard
from pipeline.transcript import Segment, Speaker
from scripts_library.campaign import Campaign, Norms

_LEAST_WORDS_FOR_PACE = 5


@dataclass(frozen=True, slots=True)
class ConductFinding:
    """One measure of the talk outside its norm, with the moment that shows it best; times in seconds."""

    id: str
    value: float
    at_least: float | None
    at_most: float | None
    segment: int | None = None
    start: float | None = None
    end: float | None = None
    quote: str | None = None


def rude_remarks(findings: Findings) -> list[int]:
    """The manager's remarks that hold rude or blaming words."""
    heard = findings.heard
    found = []
    for number, turn in enumerate(heard.turns):
        if turn.speaker == "agent":
            words = heard.turn_words[number]
            found += [words[said.first].segment for said in findings.sayings(number) if said.name == "rude"]
    return sorted(set(found))


def find_deviations(campaign: Campaign, conduct: Conduct, findings: Findings) -> tuple[ConductFinding, ...]:
    """Each measure that lies outside its norm; what can't be known of a call is no deviation."""
    return tuple(_deviations(campaign.norms, conduct, findings))


def _deviations(norms: Norms, conduct: Conduct, findings: Findings) -> Iterator[ConductFinding]:
    for name in Norms.model_fields:
        norm, value = getattr(norms, name), getattr(conduct, name)
        if norm is None or value is None:
            continue
        low = norm.at_least is not None and value < norm.at_least
        high = norm.at_most is not None and value > norm.at_most
        if low or high:
            yield _finding(name, float(value), norm.at_least, norm.at_most, findings)


def _finding(
    name: str, value: float, at_least: float | None, at_most: float | None, findings: Findings
) -> ConductFinding:
    heard = findings.heard
    segment = _shown_by(name, findings)
    if segment is None:
        pause = _longest_pause(heard) if name in ("silence_share", "longest_silence", "holds") else None
        start, end = (round(pause[0], 2), round(pause[1], 2)) if pause else (None, None)
        return ConductFinding(name, value, at_least, at_most, None, start, end)
    said = heard.transcript.segments[segment]
    place = (segment, round(said.start, 2), round(said.end, 2), said.text.strip())
    return ConductFinding(name, value, at_least, at_most, *place)


def _shown_by(name: str, findings: Findings) -> int | None:
    """The remark that shows a measure best; None where silence shows it."""
    heard = findings.heard
    own = [index for index in heard.order if heard.transcript.segments[index].speaker == _side(name)]
    if name == "rude_remarks_agent":
        return next(iter(rude_remarks(findings)), None)
    if name.startswith("interruptions"):
        return _first_interruption(heard, _side(name))
    if name == "reaction_time_agent":
        return _slowest_reaction(heard)
    if name == "diminutives_per_minute_agent":
        return _most_often([token.segment for token in diminutives(heard)])
    if name == "fillers_per_minute_agent":
        words = [token for index in own for token in heard.tokens[index] if token.word in heard.grammar.fillers]
        return _most_often([token.segment for token in words])
    if name.startswith("pace"):
        return max(own, key=lambda index: _pace(heard, index), default=None)
    if name in ("talk_share_agent", "longest_monologue_agent", "longest_monologue_client"):
        return max(own, key=lambda index: _seconds(heard.transcript.segments[index]), default=None)
    return None


def _side(name: str) -> Speaker:
    return "client" if name.endswith("_client") else "agent"


def _most_often(segments: Sequence[int]) -> int | None:
    return Counter(segments).most_common(1)[0][0] if segments else None


def _seconds(segment: Segment) -> float:
    return segment.end - segment.start


def _pace(heard: Heard, index: int) -> float:
    words = len(heard.tokens[index])
    return words / max(0.5, _seconds(heard.transcript.segments[index])) if words >= _LEAST_WORDS_FOR_PACE else 0.0


def _pairs(heard: Heard) -> list[tuple[int, int]]:
    return list(pairwise(index for index in heard.order if heard.tokens[index]))


def _first_interruption(heard: Heard, side: Speaker) -> int | None:
    segments = heard.transcript.segments
    for before, index in _pairs(heard):
        other = segments[before].speaker not in (side, None)
        if (
            segments[index].speaker == side
            and other
            and segments[index].start < segments[before].end < segments[index].end
        ):
            return index
    return None


def _slowest_reaction(heard: Heard) -> int | None:
    segments = heard.transcript.segments
    waits = [
        (segments[index].start - segments[before].end, index)
        for before, index in _pairs(heard)
        if segments[before].speaker == "client" and segments[index].speaker == "agent"
    ]
    return max(waits)[1] if waits else None


def _longest_pause(heard: Heard) -> tuple[float, float] | None:
    spoken = [heard.transcript.segments[index] for index in heard.order if heard.tokens[index]]
    return max(pauses(spoken), key=lambda one: one[1] - one[0], default=None)
