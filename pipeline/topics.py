"""Which further topics of the library came up in a call, and did what should follow them follow?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.findings import Findings
from pipeline.matching import Match
from scripts_library.campaign import Campaign, Topic, Within

# A topic is nobody's fault, but each is played: better to miss one than to send a reviewer to nothing.
_SURE = 0.7

TopicStatus = Literal["raised", "followed", "not_followed", "missing"]


@dataclass(frozen=True, slots=True)
class TopicFinding:
    """One topic where it came up first; `missing` where each call should have it and this one hasn't.

    `followed` and `not_followed` tell whether what should follow did; `followed_segment` is where.
    """

    id: str
    status: TopicStatus
    segment: int | None = None
    start: float | None = None
    end: float | None = None
    quote: str | None = None
    confidence: float = 1.0
    followed_segment: int | None = None


def find_topics(campaign: Campaign, findings: Findings) -> tuple[TopicFinding, ...]:
    """Every topic that came up or should have, in the library's order."""
    return tuple(_topics(campaign, findings))


def _topics(campaign: Campaign, findings: Findings) -> Iterator[TopicFinding]:
    length = findings.heard.transcript.length
    for topic in campaign.topics:
        speaker = None if topic.speaker == "any" else topic.speaker
        places = [
            match
            for match in findings.likely("topic", topic.id, speaker)
            if match.confidence >= _SURE and _in_place(match, topic.within, length)
        ]
        if places:
            yield _raised(topic, places, findings)
        elif topic.expected:
            yield TopicFinding(topic.id, "missing")


def _raised(topic: Topic, places: list[Match], findings: Findings) -> TopicFinding:
    first = places[0]
    place = (first.segment, round(first.start, 2), round(first.end, 2), first.quote, round(first.confidence, 3))
    if not topic.follow:
        return TopicFinding(topic.id, "raised", *place)
    followed = next((segment for place_ in places if (segment := _followed(topic, place_, findings)) is not None), None)
    return TopicFinding(topic.id, "not_followed" if followed is None else "followed", *place, followed)


def _followed(topic: Topic, match: Match, findings: Findings) -> int | None:
    heard = findings.heard
    turn = heard.turn_of(match.segment)
    reach = {segment for one in heard.turns[turn : turn + 1 + topic.within_turns] for segment in one.segments}
    speaker = None if topic.follow_speaker == "any" else topic.follow_speaker
    places = [one for one in findings.likely("follow", topic.id, speaker) if one.segment in reach]
    return next((one.segment for one in places if one.start >= match.start), None)


def _in_place(match: Match, within: Within | None, length: float) -> bool:
    if within is None:
        return True
    if within.start is not None and match.start > within.start:
        return False
    return within.end is None or match.end >= length - within.end
