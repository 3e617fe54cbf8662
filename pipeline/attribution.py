"""Who of two voices is the agent? The one who speaks the script and states facts, while the other asks and objects.

Direction and who speaks first don't tell: on outgoing calls the client often speaks first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.findings import Findings, look_through
from pipeline.heard import hear
from pipeline.matching import Kind, matcher_for
from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign

# How much more of the script one voice must speak than the other before it is believed, as a share of both.
_LEAST_SURE = 0.7
# Two found steps against none are little, six against one are much.
_PRIOR = 1.0

Voices = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Roles:
    """Which voice is the agent's (None: it can't be told), and how surely (0.5–1)."""

    agent: int | None
    sure: float


def tell_roles(transcript: Transcript, voices: Voices, campaigns: Sequence[Campaign]) -> Roles:
    """Which voice speaks more of the agent's part of a script; the order of the campaigns makes no difference."""
    fits = _script_spoken(replace(transcript, segments=with_roles(transcript.segments, voices, 0)), campaigns)
    total = sum(fits)
    sure = (max(fits) + _PRIOR) / (total + 2 * _PRIOR)
    if sure < _LEAST_SURE:
        return Roles(None, round(sure, 3))
    return Roles(int(fits[1] > fits[0]), round(sure, 3))


def with_roles(segments: Sequence[Segment], voices: Voices, agent: int | None) -> tuple[Segment, ...]:
    """The segments with their speakers, None where the voice or its role is unsure."""
    return tuple(
        replace(segment, speaker=_speaker(voice, agent)) for segment, voice in zip(segments, voices, strict=True)
    )


def swapped(transcript: Transcript) -> Transcript:
    """The transcript with agent and client changed over."""
    other: dict[Speaker | None, Speaker | None] = {"agent": "client", "client": "agent", None: None}
    return replace(
        transcript,
        segments=tuple(replace(segment, speaker=other[segment.speaker]) for segment in transcript.segments),
    )


def sides_margin(transcript: Transcript, campaigns: Sequence[Campaign]) -> float | None:
    """How much better the sides fit as they are than swapped, -1 to 1; None where too little of a script is spoken.

    Below zero the "client" speaks more of the agent's part than the "agent".
    """
    as_set, other = _script_spoken(transcript, campaigns)
    total = as_set + other
    return round((as_set - other) / total, 3) if total >= 1.0 else None


def _speaker(voice: int | None, agent: int | None) -> Speaker | None:
    if voice is None or agent is None:
        return None
    return "agent" if voice == agent else "client"


def _script_spoken(transcript: Transcript, campaigns: Sequence[Campaign]) -> tuple[float, float]:
    """How much speaks for the sides as they are and for their being changed over, by the campaign that fits best."""
    speaking = [campaign for campaign in campaigns if transcript.language in (None, campaign.language)]
    spoken = [_steps_spoken(transcript, campaign) for campaign in speaking]
    return max((agent for agent, _ in spoken), default=0.0), max((client for _, client in spoken), default=0.0)


def _steps_spoken(transcript: Transcript, campaign: Campaign) -> tuple[float, float]:
    findings = look_through(hear(transcript, campaign.language), matcher_for(campaign))
    agents: list[tuple[Kind, str]] = [("step", step.id) for step in campaign.steps if step.speaker == "agent"]
    facts = list(dict.fromkeys(fact.id for fact in campaign.facts))
    agents += [("fact", name) for name in facts]
    clients: list[tuple[Kind, str]] = [("asked", name) for name in facts] + [
        ("objection", rule.id) for rule in campaign.objections
    ]
    as_is = changed_over = 0.0
    for own, other, said in (("agent", "client", agents), ("client", "agent", clients)):
        for kind, name in said:
            as_is += _spoken_by(own, kind, name, findings)
            changed_over += _spoken_by(other, kind, name, findings)
    return as_is, changed_over


def _spoken_by(side: str, kind: Kind, name: str, findings: Findings) -> float:
    """How surely one side said a thing, 0–1.

    Squared, since an answer often takes up the words of the question: what is half sure counts little.
    """
    sure = [place.confidence for place in findings.likely(kind, name) if place.speaker == side]
    return (2.0 * max(sure, default=0.5) - 1.0) ** 2
