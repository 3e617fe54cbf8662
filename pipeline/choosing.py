"""By which campaign is a call to be judged: the one whose rules fit, else the one whose script fits what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import Kind, matcher_for
from pipeline.transcript import Transcript
from scripts_library.campaign import AppliesTo, Campaign

_LEAST_FIT = 0.12
_LEAST_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """The campaign for a call, None where none fits, with a reason code; `margin` is its lead over the next, 0–1."""

    campaign: Campaign | None
    reason: str
    margin: float | None = None


def choose_campaign(transcript: Transcript, campaigns: Sequence[Campaign]) -> Choice:
    """The campaign by which a call is judged; the order of the campaigns makes no difference."""
    if not campaigns:
        return Choice(None, "no_campaigns")
    speaking = [c for c in campaigns if transcript.language in (None, c.language)]
    ranked = sorted(
        (
            (rules, campaign)
            for campaign in speaking
            if (rules := _rules_met(campaign.applies_to, transcript)) is not None
        ),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    if not ranked:
        return Choice(None, "no_rule_fits")
    best = [campaign for rules, campaign in ranked if rules == ranked[0][0]]
    if len(best) == 1:
        return Choice(best[0], "rule" if ranked[0][0] else "only_campaign")
    return _by_script(transcript, best)


def _rules_met(rules: AppliesTo, transcript: Transcript) -> int | None:
    """How many of a campaign's rules speak for a call, None where one speaks against it.

    A rule about something that isn't known of the call speaks neither way.
    """
    met = 0
    if rules.direction and transcript.direction is not None:
        if transcript.direction not in rules.direction:
            return None
        met += 1
    # In correspondence managers have names, which rules about extensions say nothing of.
    agents = [rule for rule in rules.agents if not transcript.written or any(map(str.isalpha, rule))]
    for patterns, known in ((agents, transcript.agent), (rules.queues, transcript.queue)):
        if patterns and known is not None:
            if not any(fnmatchcase(known, pattern) for pattern in patterns):
                return None
            met += 2
    return met


def _by_script(transcript: Transcript, campaigns: Sequence[Campaign]) -> Choice:
    fits = sorted(((_fit(transcript, campaign), campaign) for campaign in campaigns), key=lambda p: (-p[0], p[1].id))
    (first, campaign), (second, _) = fits[0], fits[1]
    margin = round(first - second, 3)
    if first < _LEAST_FIT:
        return Choice(None, "no_script_fits", margin)
    if margin < _LEAST_MARGIN:
        return Choice(None, "too_close", margin)
    return Choice(campaign, "best_script", margin)


def _fit(transcript: Transcript, campaign: Campaign) -> float:
    """What share of a campaign's steps and facts come up in a call, each as surely as it was found."""
    findings = look_through(hear(transcript, campaign.language), matcher_for(campaign))
    names: list[tuple[Kind, str]] = [("step", step.id) for step in campaign.steps if step.required]
    for name in dict.fromkeys(fact.id for fact in campaign.facts):
        names += [("fact", name), ("asked", name)]
    return sum(findings.surest(kind, name) for kind, name in names) / len(names) if names else 0.0
