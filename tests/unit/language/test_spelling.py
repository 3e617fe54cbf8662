"""Words are read the same however often their text was met, whatever white space parts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.spelling import fold, plain, spell

PIECES = [
    "да",
    "Нет",
    "can't",
    "it's",
    "n't",
    "99",
    "000",
    "10:30",
    "3.50",
    " ",
    "—",
    "-",
    ",",
    ".",
    "?",
    "!",
    "…",
    ";",
    "'",
    "₽",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS)
def test_any_white_space_parts_words_as_a_blank_does(text: str) -> None:
    assert spell(text) == spell(text.replace(" ", "\u2003"))


@given(TEXTS)
def test_no_word_is_empty(text: str) -> None:
    assert all(word.text for word in spell(text))


@given(TEXTS)
def test_a_text_is_read_the_same_twice(text: str) -> None:
    assert spell(text) == spell(text)


@given(TEXTS.filter(lambda text: "'" not in text))
def test_each_word_stands_where_it_says(text: str) -> None:
    clean = plain(text)
    assert all(fold(clean[word.start : word.end]) == word.text for word in spell(text))


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("да нет", [True, False]),
        ("да, нет", [True, True]),
        ("да — нет", [True, True]),
        ("да-нет", [True, False]),
        ("да ( нет", [True, False]),
        ("да . . нет", [True, True]),
    ],
)
def test_a_clause_ends_at_punctuation_and_at_a_dash_between_blanks(text: str, opens: list[bool]) -> None:
    assert [word.opens_clause for word in spell(text)] == opens


def test_only_the_words_of_a_question_are_asked() -> None:
    assert [word.asked for word in spell("Понял. Когда вам удобно? Хорошо.")] == [False, True, True, True, False]
