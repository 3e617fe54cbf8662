"""A phrase is judged by what a call could hold of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.campaign import PLACEHOLDERS
from scripts_library.phrases import faults


def codes(phrase: str, language: str = "ru") -> list[str]:
    return [fault.code for fault in faults(phrase, "en" if language == "en" else "ru")]


@pytest.mark.parametrize(
    "phrase",
    [
        "здравствуйте",
        "(добрый (день|вечер)|здравствуйте), {company}",
        "вам (удобно|) говорить",
        "стоимость {value}",
        "дорого",
        "пришлите на WhatsApp",
        "WhatsApp",
        "Wi-Fi роутер",
        "IT-специалист",
        "за 14 дней",
        "мы (если честно) не готовы",
    ],
)
def test_a_good_phrase_has_no_fault(phrase: str) -> None:
    assert codes(phrase) == []


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_known_placeholder_may_stand_in_a_phrase(name: str) -> None:
    assert codes(f"добрый день {{{name}}}") == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("добрый день {}", "unknown_placeholder"),
        ("добрый день {Company}", "unknown_placeholder"),
        ("добрый день {компания}", "unknown_placeholder"),
        ("добрый (день", "unbalanced"),
        ("добрый день)", "unbalanced"),
        ("добрый {company день", "unbalanced"),
        ("добрый company} день", "unbalanced"),
        ("добрый {com(pany} день)", "unbalanced"),
        ("добрый ({company) день}", "unbalanced"),
        ("добрый день|вечер вам", "bar_outside"),
        ("да", "too_short"),
        ("(да|конечно же)", "too_short"),
        ("(да|) (ну|)", "too_short"),
        ("...", "too_short"),
        ("{company}", "only_placeholders"),
        ("({company}|{agent})", "only_placeholders"),
        ("good morning", "other_language"),
        ("дoброе утро", "mixed_letters"),
    ],
)
def test_a_fault_is_named(phrase: str, code: str) -> None:
    assert codes(phrase) == [code]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("how much is it", []),
        ("сколько", ["other_language"]),
        ("сколько it costs", []),
        ("how muсh is it", ["mixed_letters"]),
    ],
)
def test_an_english_campaign_is_read_as_english(phrase: str, expected: list[str]) -> None:
    assert codes(phrase, "en") == expected


def test_the_letters_that_look_alike_are_shown() -> None:
    (fault,) = faults("слишкoм дорого", "ru")
    assert dict(fault.values) == {"word": "слишкoм", "letters": "o"}


@given(st.text(alphabet="(){}|аб aз", max_size=30))
def test_any_text_is_judged(phrase: str) -> None:
    assert all(isinstance(code, str) for code in codes(phrase))


@given(st.lists(st.sampled_from(["добрый день вам", "{company}", "(раз два|три четыре)", "(очень|)"]), min_size=1))
def test_pieces_that_are_well_formed_are_so_together(pieces: list[str]) -> None:
    assert not {"unbalanced", "unknown_placeholder", "bar_outside"} & set(codes(" ".join(pieces)))
