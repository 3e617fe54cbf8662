"""A forbidden phrase is found in other words too, where the rule means a wrong that managers do in any trade."""

from __future__ import annotations

import pytest

from pipeline.analysis import analyse
from pipeline.transcript import Segment, Transcript
from pipeline.trying import try_sentence
from scripts_library.campaign import Campaign, Language


def campaign(language: Language, *forbidden: dict[str, object]) -> Campaign:
    return Campaign.model_validate(
        {
            "id": "shop",
            "title": "Shop",
            "language": language,
            "least_seconds": 0,
            "least_words": 0,
            "steps": [{"id": "greeting", "title": "Greeting", "say": ["good morning"]}],
            "forbidden": list(forbidden),
        }
    )


RUSSIAN = campaign(
    "ru",
    {"id": "rivals", "title": "Ругать конкурентов", "say": ["конкуренты вас обманывают"], "penalty": 10,
     "examples": {"not_done": ["у соседей жулики сняли квартиру"]}},
    {"id": "rush", "title": "Давить", "say": ["решайте прямо сейчас, завтра будет дороже"]},
    {"id": "diagnosis", "title": "Диагноз по телефону", "say": ["у вас точно пульпит"]},
)  # fmt: skip
ENGLISH = campaign(
    "en",
    {"id": "rivals", "title": "Running down competitors", "say": ["other companies are crooks"]},
    {"id": "promise", "title": "Promise a result", "say": ["I guarantee you will pass the exam"]},
)


def broken(rules: Campaign, text: str, speaker: str = "agent") -> set[str]:
    side, other = ("agent", "client") if speaker == "agent" else ("client", "agent")
    segments = (Segment(0.0, 4.0, text, side), Segment(4.5, 6.0, "угу", other))  # type: ignore[arg-type]
    return {finding.id for finding in analyse(Transcript(segments, duration=7.0), rules).forbidden}


@pytest.mark.parametrize(
    ("rules", "text", "rule"),
    [
        (RUSSIAN, "Да там одни жулики работают, поверьте.", "rivals"),
        (RUSSIAN, "Если сегодня не согласитесь, потом будет дороже.", "rush"),
        (ENGLISH, "Those guys will rip you off, everyone knows that.", "rivals"),
        (ENGLISH, "She will pass for certain, you have my word.", "promise"),
    ],
)
def test_a_wrong_in_other_words_breaks_the_rule_that_means_it(rules: Campaign, text: str, rule: str) -> None:
    assert broken(rules, text) == {rule}
    assert [one.id for one in try_sentence(rules, text, "agent") if one.kind == "forbidden" and one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (RUSSIAN, "Вас там никто не обманывает, фирма хорошая."),
        (RUSSIAN, "У соседей жулики сняли квартиру, представляете."),
        (RUSSIAN, "Решайте, когда вам удобно, мы подождём."),
        (ENGLISH, "They never cheat people, they are not crooks."),
    ],
)
def test_what_only_sounds_like_it_breaks_nothing(rules: Campaign, text: str) -> None:
    assert broken(rules, text) == set()


def test_the_client_breaks_no_rule() -> None:
    assert broken(RUSSIAN, "Да там одни жулики работают, поверьте.", "client") == set()


def test_a_rule_of_one_trade_takes_no_general_words() -> None:
    assert "diagnosis" not in broken(RUSSIAN, "Точно вам говорю, завтра будет поздно, там одни жулики.")
