"""What one transcript is worth against one campaign: `analyse()` runs every judge and weighs their answers.

Pure: no disk, no SQL, no web, no clock; the same transcript and campaign give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from pipeline.adherence import StepJudgement, judge_steps
from pipeline.conduct import Conduct, measure_conduct
from pipeline.eligibility import why_not_eligible
from pipeline.findings import Findings, look_through
from pipeline.follow_ups import FollowUp, find_follow_ups
from pipeline.forbidden import ForbiddenFinding, find_forbidden
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.meaning import Meaning
from pipeline.norms import ConductFinding, find_deviations, rude_remarks
from pipeline.objections import ObjectionFinding, find_objections
from pipeline.outcome import Outcome, find_outcome, with_reason
from pipeline.policy import PolicyFinding, find_breaches
from pipeline.product_info import FactJudgement, judge_facts
from pipeline.topics import TopicFinding, find_topics
from pipeline.transcript import Transcript
from pipeline.version import JUDGED_BY
from scripts_library.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that Callgrade claims about a call; `score` 0–100, None when the call can't be scored.

    `passed` needs the campaign's pass score and no critical failure: a critical step missed or a critical phrase said
    fails the call, while the score stays what the steps are worth.
    """

    campaign: str
    library_version: str
    program_version: str
    eligible: bool
    why_not: str | None
    score: float | None
    passed: bool | None
    steps: tuple[StepJudgement, ...]
    forbidden: tuple[ForbiddenFinding, ...]
    facts: tuple[FactJudgement, ...]
    objections: tuple[ObjectionFinding, ...]
    outcome: Outcome
    conduct: Conduct
    policy: tuple[PolicyFinding, ...] = ()
    topics: tuple[TopicFinding, ...] = ()
    deviations: tuple[ConductFinding, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    def to_json(self) -> str:
        """The analysis as JSON text with keys in a fixed order."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, default=_moment)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def made_by(meaning: Meaning | None) -> str:
    """The judge's version as results carry it: with the sentence model's where one has a say."""
    return JUDGED_BY if meaning is None else f"{JUDGED_BY}+{meaning.version}"


def analyse(transcript: Transcript, campaign: Campaign, meaning: Meaning | None = None) -> Analysis:
    """The analysis of a transcript by a campaign; a call that is no sales talk has a reason instead of a score.

    A sentence model (`meaning`) has a say in the script's steps where one is given.
    """
    program = made_by(meaning)
    heard = hear(transcript, campaign.language)
    findings = look_through(heard, matcher_for(campaign))
    why_not = why_not_eligible(campaign, findings)
    conduct = measure_conduct(heard, len(rude_remarks(findings)))
    outcome = find_outcome(findings, eligible=why_not is None)
    if why_not is not None:
        nothing: tuple[()] = ()
        return Analysis(
            campaign.id, campaign.version, program, False, why_not, None, None, nothing, nothing, nothing, nothing,
            outcome, conduct,
        )  # fmt: skip
    objections = find_objections(campaign, findings)
    outcome = with_reason(outcome, objections)
    facts = judge_facts(campaign, findings)
    steps = judge_steps(campaign, findings, _occasions(objections, facts), meaning)
    forbidden = find_forbidden(campaign, findings)
    score, passed = _score(campaign, steps, forbidden)
    return Analysis(
        campaign.id, campaign.version, program, True, None, score, passed, steps, forbidden, facts, objections,
        outcome, conduct, find_breaches(campaign, findings), find_topics(campaign, findings),
        find_deviations(campaign, conduct, findings), find_follow_ups(findings),
    )  # fmt: skip


def _occasions(objections: Sequence[ObjectionFinding], facts: Sequence[FactJudgement]) -> Mapping[str, float]:
    """The second at which each objection and each fact first came up."""
    raised = {f"objection:{finding.id}": finding.start for finding in objections}
    raised |= {f"fact:{fact.id}": fact.start for fact in facts if fact.start is not None}
    return raised


def _score(
    campaign: Campaign, steps: Sequence[StepJudgement], forbidden: Sequence[ForbiddenFinding]
) -> tuple[float | None, bool | None]:
    """100 times the weight done over the weight that could be told, less the penalties; and whether that passes."""
    status = {judgement.id: judgement.status for judgement in steps}
    possible = sum(step.weight for step in campaign.steps if status[step.id] in ("done", "missed"))
    done = sum(step.weight for step in campaign.steps if status[step.id] == "done")
    said = {finding.id for finding in forbidden}
    penalty = sum(rule.penalty for rule in campaign.forbidden if rule.id in said)
    failed = any(step.critical and status[step.id] == "missed" for step in campaign.steps) or any(
        rule.critical and rule.id in said for rule in campaign.forbidden
    )
    if possible <= 0:
        return None, False if failed else None
    score = round(max(0.0, 100 * done / possible - penalty), 1)
    return score, score >= campaign.pass_score and not failed


__all__ = ["Analysis", "Findings", "analyse", "made_by"]
