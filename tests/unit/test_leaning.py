"""Reviewers who tick more rarely than the judge make it stricter, and the other way round; without them it stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.adherence import StepJudgement
from pipeline.analysis import analyse
from pipeline.leaning import Told, leaning_of, told
from scripts_library.campaign import LearntWords
from tests.unit.test_learnt import talk
from tests.unit.test_meaning import CAMPAIGN

CALL = talk("Somebody could come and see it one day.")


def test_nobodys_review_leaves_the_judge_as_it_is() -> None:
    assert leaning_of([]) == 0.0


def test_the_judge_leans_to_what_reviewers_tick() -> None:
    doubtful = [Told(0.6, True, ticked) for ticked in (True, False, False, False, False)] * 10
    assert leaning_of(doubtful) < -0.5
    assert leaning_of([Told(1 - one.chance, False, not one.ticked) for one in doubtful]) > 0.5


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_one_more_tick_never_makes_it_stricter(reviewed: list[tuple[float, bool]]) -> None:
    judged = [Told(chance, chance >= 0.5, ticked) for chance, ticked in reviewed]
    assert leaning_of([*judged, Told(0.5, True, True)]) >= leaning_of([*judged, Told(0.5, True, False)])


def test_only_steps_that_were_judged_tell() -> None:
    steps = (StepJudgement("a", "done", 0.8), StepJudgement("b", "missed", 0.7), StepJudgement("c", "unknown", 1.0))
    assert [(round(one.chance, 2), one.judged, one.ticked) for one in told(steps, {"b"})] == [
        (0.8, True, False),
        (0.3, False, True),
    ]


def test_a_campaign_that_leans_judges_all_its_steps_by_it() -> None:
    def chances(leaning: float) -> list[float]:
        campaign = CAMPAIGN.model_copy(update={"learnt": LearntWords(leaning=leaning)})
        return [one.chance for one in told(analyse(CALL, campaign).steps, ())]

    stricter, plain, milder = chances(-1.0), chances(0.0), chances(1.0)
    assert all(one <= other for one, other in zip(stricter, plain, strict=True))
    assert all(one <= other for one, other in zip(plain, milder, strict=True))
    assert stricter != milder
