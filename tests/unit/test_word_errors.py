from hypothesis import given
from hypothesis import strategies as st

from pipeline.transcript import Segment, Transcript
from pipeline.word_errors import WordErrors, count_errors, plain_words, transcript_errors

words = st.lists(st.sampled_from(["да", "нет", "окно", "цена", "завтра"]), max_size=12)


def call(*remarks: tuple[float, str | None, str]) -> Transcript:
    return Transcript(tuple(Segment(start, start + 1, text, speaker) for start, speaker, text in remarks))  # type: ignore[arg-type]


def test_one_wrong_one_missing_and_one_added_word_are_three_errors() -> None:
    assert count_errors(["наша", "цена", "ниже", "рынка"], ["ваша", "цена", "рынка", "да"]) == WordErrors(3, 4)


def test_case_punctuation_and_yo_are_no_errors() -> None:
    assert plain_words("Ещё раз: «Да»!") == ["еще", "раз", "да"]


def test_lanes_are_compared_apart_so_a_swap_of_speakers_counts() -> None:
    spoken = call((0, "agent", "добрый день"), (2, "client", "слушаю"))
    swapped = call((0, "client", "добрый день"), (2, "agent", "слушаю"))
    assert transcript_errors(spoken, spoken).rate == 0
    assert transcript_errors(spoken, swapped).wrong > 0


def test_without_speakers_remarks_are_compared_in_the_order_of_time() -> None:
    spoken = call((0, "agent", "добрый день"), (2, "client", "слушаю"))
    assert transcript_errors(spoken, call((2, None, "слушаю"), (0, None, "добрый день"))).rate == 0


def test_words_heard_where_nothing_was_spoken_are_a_full_error() -> None:
    assert count_errors([], ["спасибо"]).rate == 1
    assert count_errors([], []).rate == 0


@given(words, words)
def test_errors_are_between_the_difference_of_lengths_and_the_longer_length(
    spoken: list[str], heard: list[str]
) -> None:
    wrong = count_errors(spoken, heard).wrong
    assert abs(len(spoken) - len(heard)) <= wrong <= max(len(spoken), len(heard))
    assert (wrong == 0) == (spoken == heard)
    assert wrong == count_errors(heard, spoken).wrong
