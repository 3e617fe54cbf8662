"""What a remark comes to tells its step where they share few words, in either language and always the same way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gist import FORWARD, SHORT, gist, stretches
from pipeline.heard import Token, read_words
from pipeline.language import grammar
from pipeline.language.gists import pairs_of, traits_of
from scripts_library.campaign import Campaign, Examples


def campaign(language: str, **say: str) -> Campaign:
    steps = [{"id": name, "title": say[name], "say": [say[name]]} for name in say]
    return Campaign.model_validate({"id": "trial", "title": "Trial", "language": language, "steps": steps})


def heard(language: str, *said: str) -> list[tuple[Token, ...]]:
    return [read_words(text, grammar(language)) for text in said]


@pytest.mark.parametrize(
    ("language", "steps", "said"),
    [
        (
            "ru",
            {"budget": "На какой бюджет вы рассчитываете", "visit": "Когда вам удобно подъехать на встречу"},
            ("А по деньгам сколько готовы потратить?", "Давайте завтра к нам заскочите, часиков в шесть"),
        ),
        (
            "en",
            {"decider": "Who else will be making the decision", "guarantee": "Our work is guaranteed for ten years"},
            ("is it just you or does your wife get a say in it", "if anything goes wrong we come back and mend it"),
        ),
    ],
)
def test_a_remark_is_nearest_to_the_step_that_it_does(
    language: str, steps: dict[str, str], said: tuple[str, str]
) -> None:
    odds = gist(campaign(language, **steps), heard(language, *said))
    assert odds[0, 0] > odds[0, 1]
    assert odds[1, 1] > odds[1, 0]


def test_a_remark_gives_the_same_numbers_whatever_else_was_said() -> None:
    script = campaign("ru", budget="На какой бюджет вы рассчитываете", visit="Приезжайте к нам в офис")
    alone = gist(script, heard("ru", "Сколько готовы потратить?"))
    among = gist(script, heard("ru", "Ну да", "Сколько готовы потратить?", "Пятьдесят тысяч рублей, мне кажется, мало"))
    assert np.array_equal(alone[0], among[1])


def test_a_good_example_brings_remarks_like_it_nearer() -> None:
    bare = campaign("en", size="how big is it")
    taught_step = bare.steps[0].model_copy(update={"examples": Examples(done=("tell me the acreage",))})
    taught = bare.model_copy(update={"steps": (taught_step,)})
    said = heard("en", "and the acreage, tell me")
    assert gist(taught, said)[0, 0] > gist(bare, said)[0, 0]


def test_a_long_remark_counts_by_the_stretch_that_does_the_step() -> None:
    script = campaign("en", visit="When would you like to come and see us")
    step = "so when could you pop in and have a look around"
    talk = "well my colleague was off sick last week and the phones have been going mad since early morning here "
    short, long, other = gist(script, heard("en", step, talk + step, talk))[:, 0]
    assert long > other
    assert long > (short + other) / 2


def test_no_remarks_no_words_and_no_steps_are_no_trouble() -> None:
    script = campaign("ru", visit="Приезжайте к нам в офис")
    assert gist(script, []).shape == (0, 1)
    assert gist(script, [()]).shape == (1, 1)
    assert gist(campaign("ru"), heard("ru", "добрый день")).shape == (1, 0)


@given(st.integers(1, 200))
def test_stretches_leave_out_no_word(count: int) -> None:
    covered = {place for begin, end in stretches(count) for place in range(begin, end)}
    assert covered == set(range(count))
    assert all(0 <= begin < end <= count for begin, end in stretches(count))


def test_short_remarks_are_looked_at_whole_and_stretches_overlap() -> None:
    assert stretches(SHORT) == ((0, SHORT),)
    begins = [begin for begin, _ in stretches(60)]
    assert begins == list(range(0, 60 - FORWARD + 1, FORWARD))


def test_all_numbers_are_one_word_and_languages_are_kept_apart() -> None:
    assert traits_of("99000", "#99000", "ru") == traits_of("15", "#15", "ru")
    assert traits_of("so", "so", "en") != traits_of("so", "so", "ru")


def test_a_pair_of_words_begins_anew_with_each_remark() -> None:
    hashes = np.array([5, 7, 5, 7], dtype=np.uint64)
    opens = np.array([True, False, True, False])
    first, second, third, fourth = pairs_of(hashes, opens)
    assert (first, second) == (third, fourth)
    assert pairs_of(hashes, np.array([True, False, False, False]))[2] != first
