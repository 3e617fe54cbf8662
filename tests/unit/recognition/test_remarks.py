from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.recognition.remarks import split_at_pauses
from pipeline.transcript import Word


def said(*words: tuple[float, float, str]) -> list[Word]:
    return [Word(start, end, text, 0.9) for start, end, text in words]


def test_a_pause_ends_a_remark() -> None:
    remarks = split_at_pauses(
        said((0, 0.4, " Добрый"), (0.5, 0.9, " день."), (1.8, 2.0, " Слушаю"), (2.1, 2.4, " вас"))
    )
    assert [(remark.start, remark.end, remark.text) for remark in remarks] == [
        (0, 0.9, "Добрый день."),
        (1.8, 2.4, "Слушаю вас"),
    ]


def test_a_short_breath_does_not() -> None:
    assert len(split_at_pauses(said((0, 0.4, " раз"), (1.2, 1.4, " два")))) == 1


def test_words_are_stripped_and_parts_of_one_word_stay_together() -> None:
    (remark,) = split_at_pauses(said((0, 0.2, " 24"), (0.2, 0.5, "900"), (0.5, 0.6, " "), (0.6, 0.9, " рублей")))
    assert remark.text == "24900 рублей"
    assert [word.text for word in remark.words] == ["24", "900", "рублей"]


def test_nothing_said_is_no_remark() -> None:
    assert split_at_pauses([]) == ()
    assert split_at_pauses(said((0, 1, "  "))) == ()


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 1), st.sampled_from([" да", " нет", " ну"])), max_size=30))
def test_no_word_is_lost_and_every_remark_covers_its_words(steps: list[tuple[float, float, str]]) -> None:
    words, now = [], 0.0
    for gap, length, text in steps:
        words.append(Word(now + gap, now + gap + length, text))
        now += gap + length
    remarks = split_at_pauses(words)
    assert [word.start for remark in remarks for word in remark.words] == [word.start for word in words]
    assert all(remark.start <= word.start <= word.end <= remark.end for remark in remarks for word in remark.words)
