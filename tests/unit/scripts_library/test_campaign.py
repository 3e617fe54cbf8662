"""What a campaign's values mean."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scripts_library.campaign import Step, Valid
from scripts_library.document import Document
from scripts_library.shapes import latin_id, shape_problems, similar


@given(st.dates(), st.integers(0, 400), st.integers(-500, 900))
def test_a_fact_is_in_force_from_its_first_to_its_last_day(since: date, length: int, offset: int) -> None:
    try:
        until, day = since + timedelta(length), since + timedelta(offset)
    except OverflowError:
        return
    assert Valid.model_validate({"from": since, "to": until}).covers(day) == (0 <= offset <= length)
    assert Valid.model_validate({"from": since}).covers(day) == (offset >= 0)
    assert Valid.model_validate({"to": until}).covers(day) == (offset <= length)


@pytest.mark.parametrize("written", ["20260901", "01.09.2026", "2026-9-1", "1793491200", "2026-02-30", ""])
def test_a_day_that_is_not_written_as_one_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Valid.model_validate({"from": written})


@pytest.mark.parametrize("weight", ["nan", "inf", "-1", "1e999"])
def test_a_weight_is_a_number_that_can_be_added_up(weight: str) -> None:
    with pytest.raises(ValidationError):
        Step.model_validate({"id": "a", "title": "A", "weight": weight})


def test_a_phrase_loses_the_spaces_around_it_and_is_not_empty() -> None:
    assert Step.model_validate({"id": "a", "title": "A", "say": ["  добрый день\n"]}).say == ("добрый день",)
    with pytest.raises(ValidationError):
        Step.model_validate({"id": "a", "title": "A", "say": ["   "]})


@pytest.mark.parametrize(
    ("text", "latin"), [("Цена вопроса", "tsena-voprosa"), ("SPB_1", "spb_1"), ("щётка", "schetka"), ("price", "price")]
)
def test_an_id_is_proposed_in_latin_letters(text: str, latin: str) -> None:
    assert latin_id(text) == latin


@pytest.mark.parametrize(
    ("word", "near"), [("wieght", "weight"), ("название", "title"), ("Title", "title"), ("say", "say"), ("xyz", "")]
)
def test_a_misspelt_key_is_guessed_in_either_language(word: str, near: str) -> None:
    assert similar(word, ["title", "weight", "say", "required"]) == near


def test_a_kind_of_error_that_has_no_words_of_its_own_is_told_in_pydantics() -> None:
    document = Document(Path("x.yaml"), ("say: 1",), {"say": "1"})
    (problem,) = shape_problems(
        Step, document, (), [{"type": "decimal_whole_digits", "loc": ("weight",), "msg": "too many", "input": "1"}]
    )
    assert (problem.code, dict(problem.values)["reason"]) == ("wrong_value", "too many")
