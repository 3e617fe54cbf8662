"""Did the manager promise more than the rules allow: a larger discount, a shorter term, a certainty that nobody has?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings import Findings, stands_with
from pipeline.heard import Token
from pipeline.matching import Match
from pipeline.values import compare, in_words, kind, number_of, sheet_words
from scripts_library.campaign import Campaign, PolicyRule, Value


@dataclass(frozen=True, slots=True)
class PolicyFinding:
    """One promise outside the rules with the remark that holds it; `heard` and `limit` are values in words."""

    id: str
    segment: int
    start: float
    end: float
    quote: str
    confidence: float
    heard: str | None = None
    limit: str | None = None


def find_breaches(campaign: Campaign, findings: Findings) -> tuple[PolicyFinding, ...]:
    """Each rule that was broken, at the first place, in the library's order."""
    found = (next(_breaches(rule, campaign, findings), None) for rule in campaign.policy)
    return tuple(one for one in found if one is not None)


def _breaches(rule: PolicyRule, campaign: Campaign, findings: Findings) -> Iterator[PolicyFinding]:
    for match in findings.likely("policy", rule.id, "agent"):
        if match.speaker is None:
            continue  # nobody is accused of what the client may have said
        if rule.at_most is None and rule.at_least is None:
            yield _finding(rule, match, None, None, campaign)
            continue
        for token in findings.heard.tokens[match.segment]:
            if token.amount is None or token.negated or token.asked:
                continue
            broken = _broken(rule, token)
            if broken is not None and stands_with(match, token, findings.heard):
                yield _finding(rule, match, token, broken, campaign)


def _broken(rule: PolicyRule, token: Token) -> Value | None:
    """The limit that a number goes beyond, None where it keeps to both or can't be compared with them."""
    if token.amount is None or token.amount.unit is None:
        return None
    for limit, over in ((rule.at_most, True), (rule.at_least, False)):
        wanted = number_of(limit) if limit is not None else None
        if wanted is None or kind(wanted[1]) != kind(token.amount.unit):
            continue
        difference = compare(token.amount, wanted)
        if difference is not None and (difference > 0 if over else difference < 0):
            return limit
    return None


def _finding(
    rule: PolicyRule, match: Match, token: Token | None, limit: Value | None, campaign: Campaign
) -> PolicyFinding:
    amount = token.amount if token is not None else None
    return PolicyFinding(
        rule.id,
        match.segment,
        round(match.start, 2),
        round(match.end, 2),
        match.quote,
        round(match.confidence, 3),
        in_words(amount.value, amount.unit, campaign.language) if amount is not None else None,
        sheet_words(limit, campaign.language),
    )
