"""The judge agrees with careful reviewers at least as well as the floors below say, clean and misheard."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from pipeline.analysis import analyse
from tests.evaluation import measure
from tests.evaluation.floors import CLEAN, NOISY, Floors
from tests.evaluation.measure import Judged, judge
from tests.evaluation.misheard import as_misheard, word_error
from tests.evaluation.numerals import digits_for_words, words_for_digits
from tests.evaluation.reviewed import ReviewedCall, as_said, reviewed_calls, sales_calls

SEEDS = (0, 1)


@pytest.fixture(scope="module")
def clean() -> list[Judged]:
    return judge(reviewed_calls(), as_said)


@pytest.fixture(scope="module")
def noisy() -> list[Judged]:
    return [one for seed in SEEDS for one in judge(reviewed_calls(), partial(as_misheard, seed=seed))]


@pytest.fixture(params=["clean", "noisy"])
def heard(request: pytest.FixtureRequest, clean: list[Judged], noisy: list[Judged]) -> tuple[list[Judged], Floors]:
    return (clean, CLEAN) if request.param == "clean" else (noisy, NOISY)


def test_the_set_holds_twenty_calls_of_each_third_in_two_languages() -> None:
    talks = [call for call in reviewed_calls() if call.eligible]
    thirds = Counter(call.third for call in talks)
    assert min(thirds["near"], thirds["paraphrased"], thirds["far"]) >= 18
    languages = Counter(call.campaign.language for call in talks)
    assert min(languages["ru"], languages["en"]) >= 20
    assert len({call.id for call in reviewed_calls()}) == len(reviewed_calls())


def test_every_step_fact_and_forbidden_phrase_occurs_in_the_set() -> None:
    for campaign in {call.campaign.id: call.campaign for call in reviewed_calls()}.values():
        calls = [call for call in reviewed_calls() if call.campaign == campaign]
        assert {step.id for step in campaign.steps} == {name for call in calls for name in call.labels.done}
        assert {fact.id for fact in campaign.facts} == {name for call in calls for name in call.labels.facts}
        assert {rule.id for rule in campaign.forbidden} == {name for call in calls for name in call.labels.forbidden}


def test_the_noise_is_that_of_a_recogniser_with_a_word_error_of_12_to_18_percent(noisy: list[Judged]) -> None:
    assert 0.12 <= word_error(one.rendition for one in noisy) <= 0.18
    for language in ("ru", "en"):
        some = [one.rendition for one in noisy if one.call.campaign.language == language]
        assert 0.12 <= word_error(some) <= 0.18


def test_the_same_call_is_misheard_the_same_way_every_time() -> None:
    call = reviewed_calls()[0]
    assert as_misheard(call, 3) == as_misheard(call, 3)
    assert as_misheard(call, 3) != as_misheard(call, 4)


@pytest.mark.parametrize(
    ("words", "digits", "language"),
    [
        ("двадцать четыре тысячи девятьсот", "24900", "ru"),
        ("пять шесть два", "5 6 2", "ru"),
        ("тысяча восемьсот", "1800", "ru"),
        ("от тридцати восьми тысяч", "от 38000", "ru"),
        ("пять тысяч", "5000", "ru"),
        ("сто тысяч двести", "100200", "ru"),
        ("одна минута", "одна минута", "ru"),
        ("one thousand two hundred fifty", "1250", "en"),
        ("nine thirty", "9 30", "en"),
    ],
)
def test_number_words_become_digits(words: str, digits: str, language: str) -> None:
    assert digits_for_words(words.split(), language) == digits.split()


def test_digits_become_number_words() -> None:
    assert words_for_digits(["117"], "ru") == ["сто", "семнадцать"]
    assert words_for_digits(["1200"], "en") == ["one", "thousand", "two", "hundred"]


def test_steps_are_found_as_a_reviewer_ticks_them(heard: tuple[list[Judged], Floors]) -> None:
    judged, floors = heard
    assert measure.step_tally(judged).f1 >= floors.steps
    for third, floor in (("near", floors.near), ("paraphrased", floors.paraphrased), ("far", floors.far)):
        assert measure.step_tally([one for one in judged if one.call.third == third]).f1 >= floor, third


def test_scores_and_confidence_are_close_to_the_reviewers(heard: tuple[list[Judged], Floors]) -> None:
    judged, floors = heard
    assert measure.score_error(judged) <= floors.score_error
    assert measure.calibration_error(judged) <= floors.calibration_error


@pytest.fixture(scope="module")
def clean_talks() -> list[Judged]:
    return judge(sales_calls(), as_said)


@pytest.fixture(scope="module")
def noisy_talks() -> list[Judged]:
    return judge(sales_calls(), as_misheard)


@pytest.fixture(params=["clean", "noisy"])
def talks(
    request: pytest.FixtureRequest, clean_talks: list[Judged], noisy_talks: list[Judged]
) -> tuple[list[Judged], Floors]:
    return (clean_talks, CLEAN) if request.param == "clean" else (noisy_talks, NOISY)


def test_facts_and_objections_are_judged_as_a_reviewer_does(talks: tuple[list[Judged], Floors]) -> None:
    judged, floors = talks
    assert measure.fact_tally(judged).f1 >= floors.facts
    assert measure.wrong_fact_tally(judged).precision >= floors.wrong_precision
    assert measure.wrong_fact_tally(judged).recall >= floors.wrong_recall
    assert measure.objection_tally(judged).f1 >= floors.objections
    assert measure.handled_accuracy(judged) >= floors.handled


def test_outcomes_and_eligibility_are_told(talks: tuple[list[Judged], Floors]) -> None:
    judged, floors = talks
    assert measure.outcome_accuracy(judged) >= floors.outcome
    assert measure.eligibility_accuracy(judged) >= floors.eligibility


def test_the_judge_is_far_ahead_of_partial_ratio_alone(heard: tuple[list[Judged], Floors]) -> None:
    judged, floors = heard
    assert measure.step_tally(judged).f1 - measure.baseline_tally(judged).f1 >= floors.ahead


def test_what_was_judged_before_makes_no_difference() -> None:
    by_campaign: dict[str, list[ReviewedCall]] = {}
    for call in reviewed_calls():
        by_campaign.setdefault(call.campaign.id, []).append(call)
    for calls in by_campaign.values():
        heard = [as_misheard(call, seed=0).transcript for call in calls]
        # A copy is compiled anew: nothing that was remembered of the one campaign is known of the other.
        first, anew = calls[0].campaign, calls[0].campaign.model_copy()
        forwards = [analyse(one, first).to_json() for one in heard]
        backwards = [analyse(one, anew).to_json() for one in reversed(heard)]
        assert forwards == backwards[::-1]


def test_calls_that_are_judged_at_once_are_judged_as_alone() -> None:
    calls = [call for call in reviewed_calls() if call.campaign.id == reviewed_calls()[0].campaign.id]
    heard = [as_misheard(call, seed=seed).transcript for call in calls for seed in range(3)]
    alone = [analyse(one, calls[0].campaign).to_json() for one in heard]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        # Compiled anew, with nothing remembered: all threads learn at once.
        anew = calls[0].campaign.model_copy()
        with ThreadPoolExecutor(8) as pool:
            assert [one.to_json() for one in pool.map(partial(analyse, campaign=anew), heard)] == alone
    finally:
        sys.setswitchinterval(usual)
