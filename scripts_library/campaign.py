"""What one campaign asks of a call: its steps, product facts, objections and forbidden phrases.

The shapes here are the library's file format and the analysis' input in one: frozen, unknown keys refused.
`scripts_library.loading` reads them from a folder; nothing here touches a disk.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


def _written_as_iso(value: object) -> object:
    # pydantic takes a text of digits alone for seconds since 1970, so that 20260901 would be a day of August 1970.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("iso_day", "a day is written year-month-day, as 2026-12-31")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=r"^\w[\w.-]*$", max_length=100),
    Field(description="best Latin letters, digits, - and _"),
]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Day = Annotated[date, BeforeValidator(_written_as_iso)]
Language = Literal["ru", "en"]
Speaker = Literal["agent", "client", "any"]

# What may stand in a phrase in braces, as in "компания {company}": it is looked for in the call's own data.
PLACEHOLDERS = ("agent", "company", "client", "value", "date", "time", "name", "city", "product", "number")


class Entry(BaseModel):
    """A part of a campaign: frozen, with no key that the format doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


class Within(Entry):
    """Where in the call a step may stand: seconds from the start, or seconds before the end.

    `remarks`: among the first so many remarks of the step's side; `after_pause`: in a remark before which nobody spoke
    for so many seconds; `after_interruption`: in the side's next remark after the other broke into one of its own.
    """

    start: float | None = Field(default=None, gt=0)
    end: float | None = Field(default=None, gt=0)
    remarks: int | None = Field(default=None, ge=1)
    after_pause: float | None = Field(default=None, gt=0)
    after_interruption: bool = False

    @property
    def asks_for_turns(self) -> bool:
        """Whether the remarks before one decide if it counts."""
        return self.remarks is not None or self.after_pause is not None or self.after_interruption


class Keywords(Entry):
    """Words (or phrases) that a remark must hold all of, at least one of, none of.

    `distance` is the most words from the first to the last of `all_of`.
    """

    all_of: tuple[Phrase, ...] = ()
    any_of: tuple[Phrase, ...] = ()
    none_of: tuple[Phrase, ...] = ()
    distance: int | None = Field(default=None, ge=1)


class Occasion(Entry):
    """When a conditional step is called for: an objection was heard, or a product fact came up."""

    objection: Id | None = None
    fact: Id | None = None


class Examples(Entry):
    """Sentences that must count and sentences that must not: the library's own tests."""

    done: tuple[Phrase, ...] = ()
    not_done: tuple[Phrase, ...] = ()


class Step(Entry):
    """One thing that the script wants said; weights are relative to one another."""

    id: Id
    title: Phrase
    say: tuple[Phrase, ...] = ()
    stage: str | None = None
    weight: float = Field(default=1, ge=0)
    required: bool = True
    critical: bool = False
    speaker: Speaker = "agent"
    within: Within | None = None
    after: tuple[Id, ...] = ()
    when: Occasion | None = None
    keywords: Keywords = Keywords()
    examples: Examples = Examples()


class Forbidden(Entry):
    """What must not be said; `penalty` points are taken from the score, `critical` fails the call."""

    id: Id
    title: Phrase
    say: tuple[Phrase, ...]
    penalty: float = Field(default=0, ge=0, le=100)
    critical: bool = False
    speaker: Speaker = "agent"
    examples: Examples = Examples()


class Value(Entry):
    """What a fact's value is: an amount with a unit, a percentage, or a text.

    What lies between `at_least` and `at_most`, or within `tolerance` percent of the value, is right as well.
    """

    amount: float | None = None
    unit: str | None = None
    percent: float | None = None
    text: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    tolerance: float | None = Field(default=None, ge=0, le=100)


class Valid(Entry):
    """The days, both included, on which a fact is in force."""

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, alias="to")

    def covers(self, day: date) -> bool:
        """Whether the fact is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Fact(Entry):
    """One line of the product sheet; several entries may share an id when the sheet changed over time."""

    id: Id
    title: Phrase
    say: tuple[Phrase, ...] = ()
    value: Value | None = None
    asked: tuple[Phrase, ...] = ()
    required: bool = False
    valid: Valid = Valid()
    examples: Examples = Examples()


class Objection(Entry):
    """A client's doubt, how it is heard, and which answers count as handling it."""

    id: Id
    title: Phrase
    heard: tuple[Phrase, ...]
    answer: tuple[Phrase, ...] = ()
    within_turns: int = Field(default=4, ge=1)
    examples: Examples = Examples()


class PolicyRule(Entry):
    """A limit to what may be promised: a number that must not go beyond it, or words that must not be said at all."""

    id: Id
    title: Phrase
    say: tuple[Phrase, ...]
    at_most: Value | None = None
    at_least: Value | None = None
    examples: Examples = Examples()


class Topic(Entry):
    """Anything else that a company wants to hear: who says it, what should follow, whether each call should have it."""

    id: Id
    title: Phrase
    said: tuple[Phrase, ...]
    speaker: Speaker = "any"
    follow: tuple[Phrase, ...] = ()
    follow_speaker: Speaker = "agent"
    within_turns: int = Field(default=4, ge=1)
    within: Within | None = None
    expected: bool = False
    examples: Examples = Examples()


class Norm(Entry):
    """Between which figures a measure of the talk should lie, both included."""

    at_least: float | None = None
    at_most: float | None = None


class Norms(Entry):
    """How a good talk goes, by the names of the analysis' conduct: what lies outside is a finding."""

    talk_share_agent: Norm | None = None
    longest_monologue_agent: Norm | None = None
    longest_monologue_client: Norm | None = None
    interruptions_by_agent: Norm | None = None
    interruptions_by_client: Norm | None = None
    silence_share: Norm | None = None
    longest_silence: Norm | None = None
    holds: Norm | None = None
    reaction_time_agent: Norm | None = None
    pace_agent: Norm | None = None
    pace_change_agent: Norm | None = None
    fillers_per_minute_agent: Norm | None = None
    diminutives_per_minute_agent: Norm | None = None
    rude_remarks_agent: Norm | None = None
    client_named: Norm | None = None
    loudness_agent: Norm | None = None
    loudness_client: Norm | None = None
    clipping_agent: Norm | None = None
    clipping_client: Norm | None = None


class AppliesTo(Entry):
    """Which calls a campaign is for; an empty rule lets every call in, `*` stands for any characters."""

    direction: tuple[Literal["inbound", "outbound", "internal"], ...] = ()
    agents: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()


# Sixty-four whole numbers of one byte in base 64.
Vector = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{86}==$")]


class LearntWords(Entry):
    """What so many reviewed calls taught: all words seen in them, and by step what each of its own says for it.

    `remarks` are vectors of the remarks that did a step (`pipeline.gist`, made by the table `gist`), not their words.
    `leaning` are log odds by which reviewers tick oftener (below 0: more rarely) than steps are judged done.
    """

    calls: int = Field(default=0, ge=0)
    leaning: float = 0.0
    seen: tuple[str, ...] = ()
    words: dict[str, dict[str, float]] = Field(default_factory=dict)
    gist: str = ""
    remarks: dict[str, tuple[Vector, ...]] = Field(default_factory=dict)


class CampaignHead(Entry):
    """What is said of a campaign as a whole; `least_…` is what a call must have to be scored at all."""

    id: Id
    title: Phrase
    language: Language
    company: str | None = None
    hotwords: tuple[Phrase, ...] = ()
    applies_to: AppliesTo = AppliesTo()
    pass_score: float = Field(default=70, ge=0, le=100)
    least_seconds: float = Field(default=15, ge=0)
    least_words: int = Field(default=15, ge=0)
    norms: Norms = Norms()


class Campaign(CampaignHead):
    """One line of business in one language: everything that a call is judged by."""

    steps: tuple[Step, ...]
    forbidden: tuple[Forbidden, ...] = ()
    facts: tuple[Fact, ...] = ()
    policy: tuple[PolicyRule, ...] = ()
    objections: tuple[Objection, ...] = ()
    topics: tuple[Topic, ...] = ()
    synonyms: tuple[tuple[Phrase, ...], ...] = ()
    related: tuple[tuple[Phrase, ...], ...] = ()
    learnt: LearntWords | None = None
    version: str = ""
