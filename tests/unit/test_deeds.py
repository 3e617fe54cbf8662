"""A step is known by what managers do in any business: its own words or its title say which deed it is."""

from __future__ import annotations

import pytest

from pipeline.analysis import analyse
from pipeline.deeds import deeds_of, meant_by
from pipeline.transcript import Speaker, Transcript
from scripts_library.campaign import Campaign, Step
from tests.talks import remarks


@pytest.mark.parametrize(
    ("title", "say", "language", "deed"),
    [
        ("Попрощаться", "ждём вас снова", "ru", "deed/goodbye"),
        ("Имя", "подскажите, как вас зовут", "ru", "deed/ask-name"),
        ("Предложить замер", "наш человек всё посчитает", "ru", "deed/visit"),
        ("Бюджет", "на какой бюджет вы рассчитываете", "ru", "deed/ask-budget"),
        ("Say goodbye", "we are glad you rang", "en", "deed/goodbye"),
        ("Team", "how many people work with you", "en", "deed/ask-size"),
        ("Offer a demo", "it takes a quarter of an hour", "en", "deed/demo"),
    ],
)
def test_a_steps_phrasings_or_its_title_tell_what_it_is_about(title: str, say: str, language: str, deed: str) -> None:
    assert deed in meant_by(Step(id="one", title=title, say=(say,)), language)


def test_what_one_phrasing_of_many_happens_to_do_is_not_what_the_step_is_about() -> None:
    say = ("какие окна меняем", "сколько окон", "окна на кухне или в комнате", "до свидания")
    assert "deed/goodbye" not in meant_by(Step(id="one", title="Окна", say=say), "ru")


def campaign(title: str, say: str) -> Campaign:
    steps = (
        Step(id="asked", title=title, say=(say,)),
        Step(id="price", title="Назвать цену", say=("окно стоит двадцать тысяч рублей",)),
        Step(id="measure", title="Предложить замер", say=("предлагаю бесплатный выезд замерщика",)),
    )
    return Campaign(id="trial", title="Trial", language="ru", steps=steps, least_seconds=0, least_words=0)


def test_a_step_is_found_in_words_that_its_script_does_not_have() -> None:
    said: tuple[tuple[Speaker, str], ...] = (
        ("agent", "Кто у вас принимает решение?"),
        ("client", "Я сам всё и решаю, у нас небольшая фирма."),
        ("agent", "Понял. Окно стоит двадцать тысяч рублей."),
        ("client", "Хорошо, надо подумать до вечера."),
    )
    talk = Transcript(remarks(said), language="ru")
    meant = campaign("Выйти на того, кто решает", "с кем можно обсудить вопрос по окнам")
    other = campaign("Спросить про балкон", "балкон тоже застеклён")
    chances = []
    for one in (meant, other):
        step = analyse(talk, one).steps[0]
        chances.append(step.confidence if step.status == "done" else 1 - step.confidence)
    assert chances[0] > 0.5 > chances[1]


def test_what_is_known_of_a_campaign_counts_its_steps_in_their_order() -> None:
    known = deeds_of(campaign("Попрощаться", "до свидания"))
    assert [column for column, _ in known.steps_of["deed/goodbye"]] == [0]
    assert [column for column, _ in known.steps_of["deed/price"]] == [1]
    assert known.known.tolist() == [1.0, 1.0, 1.0]
