"""What counts as misheard, on which lane, and on which kind of word."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pipeline.misheard import NOTHING, Misheard, align, compare
from pipeline.transcript import Segment, Speaker, Transcript
from pipeline.word_errors import WordErrors, count_errors

WORDS = st.lists(st.sampled_from(["да", "нет", "окно", "цена", "мастер"]), max_size=12)


def call(*remarks: tuple[Speaker | None, str]) -> Transcript:
    return Transcript(tuple(Segment(float(at), at + 1.0, text, who) for at, (who, text) in enumerate(remarks)))


def test_each_lane_is_compared_with_its_own_words() -> None:
    spoken = call(("agent", "добрый день"), ("client", "сколько стоит окно"))
    heard = call(("agent", "добрый пень"), ("client", "сколько стоит"))
    found = compare(spoken, heard, "ru")
    assert found.lanes == {"agent": WordErrors(1, 2), "client": WordErrors(1, 3)}
    assert found.pairs == Counter({("день", "пень"): 1, ("окно", ""): 1})


def test_without_speakers_the_order_of_time_counts() -> None:
    spoken = call(("agent", "добрый день"), ("client", "здравствуйте"))
    assert compare(spoken, call((None, "добрый день здравствуйте")), "ru").lanes == {None: WordErrors(0, 3)}


def test_a_number_in_digits_is_the_number_in_words() -> None:
    spoken = call((None, "стоит двадцать четыре тысячи девятьсот рублей"))
    assert compare(spoken, call((None, "стоит 24 900 рублей")), "ru").numbers == WordErrors(0, 1)
    assert compare(spoken, call((None, "стоит 24 500 рублей")), "ru").numbers == WordErrors(1, 1)


def test_names_are_those_of_the_library_and_those_with_a_capital_letter() -> None:
    spoken = call((None, "Это компания светлый дом, меня зовут Ирина"))
    found = compare(spoken, call((None, "это компания светлый дым меня зовут ирина")), "ru", ["Светлый дом"])
    assert found.names == WordErrors(1, 3)


def test_errors_add_up_over_calls() -> None:
    one = compare(call(("agent", "да нет")), call(("agent", "да да")), "ru")
    both = one + one
    assert both.total == WordErrors(2, 4)
    assert both.pairs == Counter({("нет", "да"): 2})
    assert (Misheard() + one) == one
    assert Misheard().total == NOTHING


@given(WORDS, WORDS)
def test_pairs_hold_every_word_in_order_and_as_few_differences_as_the_word_error_rate(
    spoken: list[str], heard: list[str]
) -> None:
    pairs = align(spoken, heard)
    assert [said for said, _ in pairs if said] == spoken
    assert [got for _, got in pairs if got] == heard
    assert sum(said != got for said, got in pairs) == count_errors(spoken, heard).wrong
