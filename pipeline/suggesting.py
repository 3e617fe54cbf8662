"""What should a script learn from corrections and from what managers say, and how much agreement would it bring?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from models import AnalysisRow, Database, StepRow
from models.address import read_url
from models.schema import open_database
from pipeline.analysis import analyse
from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.meaning import Meaning
from pipeline.storing import load_transcript
from pipeline.storing.corrections import Correction, corrections_in_force
from pipeline.transcript import Transcript
from pipeline.trying import Example
from scripts_library.campaign import Campaign, Step

_DOUBTFUL = 0.8
_SAID_BY_MANY = 3
_FROM_SPEECH = 5
_LONGEST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An example for a step: a phrase that should count, or should not.

    `agreed_before` and `agreed_after` of `reviewed` are the corrected and confirmed steps that the machine judges as
    people did without it and with it; `flips` are the steps of those calls that it would change.
    """

    step: str
    text: str
    counts: bool
    reviewed: int
    agreed_before: int
    agreed_after: int
    flips: int

    @property
    def gain(self) -> int:
        """How many more steps would be judged as people did."""
        return self.agreed_after - self.agreed_before


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A call with what a person said of its steps: status by step."""

    transcript: Transcript
    said: Mapping[str, str]


def known_corrections(database_url: str, campaign: str) -> list[Correction]:
    """The corrections that there are; none where there is no database yet."""
    url = read_url(database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return []
    with closing(open_database(database_url)) as database, database.reading() as session:
        return list(corrections_in_force(session, campaign))


def corrections_as_examples(campaign: Campaign, corrections: Sequence[Correction]) -> list[Example]:
    """Corrections as what must count and what must not."""
    steps = {step.id for step in campaign.steps}
    return [
        Example("step", one.step, one.quote, one.person == "done", f"call {one.call_id}")
        for one in corrections
        if one.step in steps and one.quote and (one.person == "done") != (one.machine == "done")
    ]


def suggestions(database: Database, campaign: Campaign, meaning: Meaning | None = None) -> list[Suggestion]:
    """What corrections and speech suggest for a campaign, the largest gain first; nothing that would do harm."""
    with database.reading() as session:
        corrections = list(corrections_in_force(session, campaign.id))
        calls = sorted({one.call_id for one in corrections})
        said: dict[int, dict[str, str]] = defaultdict(dict)
        for one in corrections:
            said[one.call_id][one.step] = one.person
        reviewed = [Reviewed(load_transcript(session, call), said[call]) for call in calls]
    corrected = [(e.id, e.text, e.counts) for e in corrections_as_examples(campaign, corrections)]
    candidates = dict.fromkeys([*corrected, *_from_speech(database, campaign)])
    return weighed(campaign, list(candidates), reviewed, meaning)


def weighed(
    campaign: Campaign,
    candidates: Sequence[tuple[str, str, bool]],
    reviewed: Sequence[Reviewed],
    meaning: Meaning | None = None,
) -> list[Suggestion]:
    """Each candidate (step, phrase, whether it should count) with what it would bring on reviewed calls."""
    before = [_statuses(one.transcript, campaign, meaning) for one in reviewed]
    found = []
    for step, text, counts in candidates:
        changed = with_example(campaign, step, text, counts=counts)
        if changed is None:
            continue
        after = [_statuses(one.transcript, changed, meaning) for one in reviewed]
        flips = sum(old[name] != new[name] for old, new in zip(before, after, strict=True) for name in old)
        total = sum(len(one.said) for one in reviewed)
        agreed = _agreed(before, reviewed), _agreed(after, reviewed)
        found.append(Suggestion(step, text, counts, total, agreed[0], agreed[1], flips))
    harmless = [one for one in found if one.gain >= 0]
    return sorted(harmless, key=lambda one: (-one.gain, one.flips, one.step, one.text))


def with_example(campaign: Campaign, step: str, text: str, *, counts: bool) -> Campaign | None:
    """The campaign with one example more; None where a step is unknown or has it already."""
    steps = {one.id: one for one in campaign.steps}
    asked = steps.get(step)
    if asked is None or text in (*asked.say, *asked.examples.done, *asked.examples.not_done):
        return None
    return campaign.model_copy(
        update={"steps": tuple(_taught(one, text, counts) if one.id == step else one for one in campaign.steps)}
    )


def _taught(step: Step, text: str, counts: bool) -> Step:
    name = "done" if counts else "not_done"
    examples = step.examples.model_copy(update={name: (*getattr(step.examples, name), text)})
    return step.model_copy(update={"examples": examples})


def _statuses(transcript: Transcript, campaign: Campaign, meaning: Meaning | None) -> dict[str, str]:
    return {step.id: step.status for step in analyse(transcript, campaign, meaning).steps}


def _agreed(statuses: Sequence[Mapping[str, str]], reviewed: Sequence[Reviewed]) -> int:
    return sum(
        judged.get(step) == person
        for judged, one in zip(statuses, reviewed, strict=True)
        for step, person in one.said.items()
    )


def _from_speech(database: Database, campaign: Campaign) -> Iterator[tuple[str, str, bool]]:
    """What several managers' calls have in common where a step was found, but not surely."""
    spoken = grammar(campaign.language)
    said: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    query = (
        select(StepRow.step_id, StepRow.quote)
        .join(AnalysisRow, StepRow.analysis_id == AnalysisRow.id)
        .where(AnalysisRow.current, AnalysisRow.campaign_id == campaign.id, StepRow.status == "done")
        .where(StepRow.confidence < _DOUBTFUL, StepRow.quote.is_not(None))
        .order_by(AnalysisRow.call_id, StepRow.position)
    )
    with database.reading() as session:
        for step, quote in session.execute(query):
            if quote is None:
                continue
            words = frozenset(word.form for word in read_words(quote, spoken) if word.weight >= 0.4)
            if 1 < len(words) <= _LONGEST_WORDS:
                said[step, words].append(quote)
    often = sorted(said.items(), key=lambda pair: (-len(pair[1]), pair[0][0], pair[1][0]))
    for (step, _), quotes in often[:_FROM_SPEECH]:
        if len(quotes) >= _SAID_BY_MANY:
            yield step, min(quotes, key=lambda quote: (len(quote), quote)), True
