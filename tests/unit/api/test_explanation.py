"""The sums behind a score are those that the score was made of."""

from __future__ import annotations

from dataclasses import replace

from api.pages.explanation import explain_score
from api.shapes import Sheet
from pipeline.adherence import StepJudgement
from pipeline.forbidden import ForbiddenFinding
from tests.integration.api.seeding import ANALYSIS, CAMPAIGN

SHEET = Sheet.model_validate(CAMPAIGN.model_dump(mode="json", by_alias=True))


def test_done_and_missed_count_and_the_rest_is_left_out() -> None:
    parts = explain_score(ANALYSIS, SHEET)
    assert (parts.done, parts.counted, parts.left_out) == (62, 76, 3)
    assert (parts.penalty, parts.pass_score) == (10, 70)
    assert parts.missed_critical == ("Предложить бесплатный замер",)
    assert parts.said_critical == ()


def test_an_optional_step_counts_only_when_it_was_done() -> None:
    done = replace(ANALYSIS, steps=(StepJudgement("greeting", "missed", 1), StepJudgement("contacts", "done", 1)))
    missed = replace(ANALYSIS, steps=(StepJudgement("greeting", "missed", 1), StepJudgement("contacts", "missed", 1)))
    assert (explain_score(done, SHEET).done, explain_score(done, SHEET).counted) == (3, 13)
    assert (explain_score(missed, SHEET).done, explain_score(missed, SHEET).counted) == (0, 10)


def test_what_fails_a_call_outright_is_named_once() -> None:
    rude = ForbiddenFinding("rudeness", 1, "не морочьте голову", 1.0, 2.0, 0.9)
    parts = explain_score(replace(ANALYSIS, forbidden=(rude, rude)), SHEET)
    assert parts.said_critical == ("Грубить клиенту",)


def test_claims_that_the_script_does_not_know_change_nothing() -> None:
    odd = replace(ANALYSIS, steps=(StepJudgement("gone", "done", 1),), forbidden=())
    parts = explain_score(odd, SHEET)
    assert (parts.done, parts.counted, parts.left_out, parts.penalty) == (0, 0, 1, 0)
