"""What a speech model makes up is dropped, what people say stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audio import RATE
from pipeline.recognition.guards import guard, is_invented, without_hangs
from pipeline.recognition.voice import Voice
from pipeline.transcript import Word

SPOKEN = Voice(((0, 60 * RATE),), spoken=((0, 60 * RATE),))


def words(text: str, start: float = 0.0, step: float = 0.4) -> list[Word]:
    return [Word(start + i * step, start + (i + 1) * step, f" {word}", 0.9) for i, word in enumerate(text.split())]


@pytest.mark.parametrize(
    "text",
    [
        "Субтитры сделал DimaTorzok",
        "Редактор субтитров А.Семкин Корректор А.Егорова",
        "Продолжение следует...",
        "Спасибо за просмотр!",
        "Подписывайтесь на канал",
        "Thanks for watching!",
        "Thank you for watching.",
        "Subtitles by the Amara.org community",
    ],
)
def test_what_subtitles_end_with_was_not_said_on_the_telephone(text: str) -> None:
    assert is_invented(words(text))
    heard = guard([*words("всего доброго до свидания."), *words(text, 5.0)], SPOKEN)
    assert "".join(word.text for word in heard.words).split() == ["всего", "доброго", "до", "свидания."]
    assert {stretch.reason for stretch in heard.dropped} == {"known_invention"}
    assert all(stretch.start >= 5.0 for stretch in heard.dropped)


@pytest.mark.parametrize(
    "text",
    [
        "спасибо за звонок",
        "продолжение завтра",
        "thanks for calling",
        "канал у вас какой",
        "пришлём субтитры завтра",
    ],
)
def test_what_sounds_like_it_but_may_be_said_stays(text: str) -> None:
    assert not is_invented(words(text))
    assert guard(words(text), SPOKEN).dropped == ()


def test_a_sentence_repeated_for_minutes_is_kept_once() -> None:
    heard = guard(words(" ".join(["ну вот и всё"] * 12)), SPOKEN)
    assert "".join(word.text for word in heard.words).split() == ["ну", "вот", "и", "всё"]
    assert [stretch.reason for stretch in heard.dropped] == ["repetition"]


@pytest.mark.parametrize("text", ["да да да", "семь семь семь семь", "нет нет я понял нет нет я понял"])
def test_what_people_do_repeat_stays(text: str) -> None:
    assert without_hangs(words(text))[1] == []


def test_text_where_the_lane_has_no_voice_is_dropped_and_told() -> None:
    voice = Voice(((0, 10 * RATE),), spoken=((0, 2 * RATE),))
    heard = guard([*words("добрый день"), *words("спасибо", 6.0)], voice)
    assert [word.text for word in heard.words] == [" добрый", " день"]
    assert [(stretch.start, stretch.reason) for stretch in heard.dropped] == [(6.0, "no_voice")]


def test_a_word_stretched_over_a_pause_belongs_to_where_it_is_spoken() -> None:
    voice = Voice(((0, 10 * RATE),), spoken=((0, RATE), (4 * RATE, 6 * RATE)))
    (word,) = guard([Word(0.7, 5.0, " здравствуйте")], voice).words
    assert (word.start, word.end) == (3.8, 5.0)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["да", "нет", "ну", "вот", "хорошо"]), max_size=60))
def test_hangs_are_cut_and_nothing_else_is_lost_or_moved(text: list[str]) -> None:
    said = words(" ".join(text))
    kept, hung = without_hangs(said)
    assert sorted([*kept, *hung], key=lambda word: word.start) == said
    assert kept == sorted(kept, key=lambda word: word.start)
