"""Labelled calls, written as plain text: a campaign with two phrasings a step, then calls with what was done where.

A line `A greeting price: …` is the manager's remark that does those steps; `C: …` is the client's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign, Step

HERE = Path(__file__).parent
_LETTERS_A_SECOND = 14.0


@dataclass(frozen=True, slots=True)
class LabelledCall:
    """One call and what a reviewer found done at which segment; `kind` is near, para, far or bad."""

    campaign: Campaign
    kind: str
    transcript: Transcript
    places: frozenset[tuple[int, str]]

    @property
    def done(self) -> frozenset[str]:
        """The steps done anywhere in the call."""
        return frozenset(step for _, step in self.places)


def read_set(name: str) -> list[LabelledCall]:
    """All labelled calls of a folder beside this file."""
    return [call for path in sorted((HERE / name).glob("*.txt")) for call in _read(path)]


def _read(path: Path) -> list[LabelledCall]:
    head, *calls = path.read_text(encoding="utf-8").split("\ncall ")
    campaign = _campaign(head.splitlines())
    return [_call(campaign, text.splitlines()) for text in calls]


def _campaign(lines: list[str]) -> Campaign:
    first, title, company = (part.strip() for part in lines[0].split("|"))
    _, name, language = first.split()
    steps = tuple(_step(line) for line in lines[1:] if line.startswith("step "))
    return Campaign.model_validate(
        {"id": name, "title": title, "language": language, "company": company, "steps": steps}
    )


def _step(line: str) -> Step:
    name, weight, first, *rest = (part.strip() for part in line.split("|"))
    title, _, phrase = first.partition(":")
    return Step(id=name.split()[1], weight=float(weight), title=title, say=(phrase.strip(), *rest))


def _call(campaign: Campaign, lines: list[str]) -> LabelledCall:
    segments: list[Segment] = []
    places: set[tuple[int, str]] = set()
    moment = 0.5
    for line in filter(None, lines[1:]):
        label, _, text = line.partition(":")
        side, *steps = label.split()
        speaker: Speaker = "agent" if side == "A" else "client"
        places.update((len(segments), step) for step in steps)
        end = moment + len(text) / _LETTERS_A_SECOND
        segments.append(Segment(round(moment, 2), round(end, 2), text.strip(), speaker))
        moment = end + 0.4
    unknown = {step for _, step in places} - {step.id for step in campaign.steps}
    assert not unknown, f"{campaign.id}: no such step: {unknown}"
    return LabelledCall(campaign, lines[0].strip(), Transcript(tuple(segments)), frozenset(places))
