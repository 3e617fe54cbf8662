"""A number belongs to the fact whose words or question it stands with; nobody is accused by the nearest digit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from pipeline.analysis import Analysis, analyse
from pipeline.transcript import Segment, Speaker, SpeechLevel, Transcript
from scripts_library.campaign import Campaign, Norms

CAMPAIGN = Campaign.model_validate(
    {
        "id": "doors",
        "title": "Двери",
        "language": "ru",
        "least_seconds": 0,
        "least_words": 0,
        "steps": [{"id": "greeting", "title": "Приветствие", "say": ["добрый день"]}],
        "facts": [
            {
                "id": "price",
                "title": "Цена двери",
                "value": {"amount": 20000, "unit": "RUB", "at_most": 26000},
                "say": ["дверь стоит {value}"],
                "asked": ["сколько стоит дверь"],
                "valid": {"from": "2026-10-01"},
            },
            {
                "id": "price",
                "title": "Цена двери",
                "value": {"amount": 18000, "unit": "RUB"},
                "say": ["дверь стоит {value}"],
                "valid": {"to": "2026-09-30"},
            },
            {
                "id": "guarantee",
                "title": "Гарантия",
                "value": {"amount": 5, "unit": "year"},
                "say": ["гарантия {value}"],
                "asked": ["какая гарантия"],
            },
            {
                "id": "measure",
                "title": "Замер",
                "value": {"text": "бесплатно"},
                "say": ["замер {value}"],
                "asked": ["сколько стоит замер"],
                "required": True,
            },
        ],
        "policy": [
            {"id": "discount", "title": "Скидка", "say": ["скидка {value}"], "at_most": {"percent": 10}},
            {"id": "sure", "title": "Обещание", "say": ["сто процентов успеем"]},
        ],
        "objections": [
            {"id": "expensive", "title": "Дорого", "heard": ["это дорого"], "answer": ["давайте сравним, что входит"]},
            {"id": "ask-someone", "title": "Посоветоваться", "heard": ["спрошу у мужа"], "answer": ["когда он будет"]},
        ],
        "topics": [
            {"id": "consent", "title": "Запись", "said": ["разговор записывается"], "expected": True},
            {"id": "source", "title": "Источник", "said": ["откуда вы о нас узнали"], "follow": ["увидел рекламу"],
             "follow_speaker": "client"},
        ],
        "norms": {"fillers_per_minute_agent": {"at_most": 1}},
    }
)  # fmt: skip


def talk(*lines: str, day: str = "2026-11-23T11:00:00+03:00") -> Transcript:
    segments, moment = [], 0.0
    for line in lines:
        side, _, text = line.partition(": ")
        speaker: Speaker = "agent" if side == "A" else "client"
        segments.append(Segment(moment, moment + 3, text, speaker))
        moment += 3.5
    return Transcript(tuple(segments), duration=moment, started_at=datetime.fromisoformat(day))


def judged(*lines: str) -> Analysis:
    return analyse(talk(*lines), CAMPAIGN)


def state(analysis: Analysis, name: str) -> str:
    return next(fact.status for fact in analysis.facts if fact.id == name)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Дверь стоит двадцать тысяч рублей.", "stated"),
        ("Двадцать.", "stated"),
        ("Дверь стоит двадцать пять тысяч.", "stated"),
        ("Дверь стоит восемнадцать тысяч рублей.", "outdated"),
        ("Дверь стоит тридцать тысяч рублей.", "wrong"),
        ("Не знаю, надо уточнить.", "unanswered"),
    ],
)
def test_a_price_is_judged_by_the_sheet_of_the_day(answer: str, status: str) -> None:
    assert state(judged("C: Сколько стоит дверь?", f"A: {answer}", "C: Понятно."), "price") == status


def test_a_number_of_another_matter_is_not_held_against_a_fact() -> None:
    analysis = judged("C: Какая гарантия?", "A: Гарантия пять лет, приедем через два дня.", "C: Хорошо.")
    assert state(analysis, "guarantee") == "stated"
    assert not [fact for fact in analysis.facts if fact.status == "wrong"]


@pytest.mark.parametrize(
    "answer",
    [
        "дверь стоит сень тысяч рублей",  # the number's first word was not heard
        "дверь стоит пять с боловиной тысяч рублей",
        "гарантия два с половиной метра",  # metres are no years
        "гарантия пять лет а замер займёт двадцать минут",
    ],
)
def test_what_may_be_misheard_or_of_another_measure_accuses_nobody(answer: str) -> None:
    analysis = judged("C: сколько стоит дверь и какая гарантия", f"A: {answer}", "C: понятно")
    assert not [fact for fact in analysis.facts if fact.status == "wrong"]


PLAIN = Campaign.model_validate(
    {
        "id": "plain", "title": "Справочник без вопросов", "language": "ru", "least_seconds": 0, "least_words": 0,
        "steps": [{"id": "greeting", "title": "Приветствие", "say": ["добрый день"]}],
        "facts": [
            {"id": "window", "title": "Цена окна", "value": {"amount": 15000, "unit": "RUB"}, "required": True,
             "say": ["окно стоит пятнадцать тысяч рублей"]},
            {"id": "visit", "title": "Замер", "value": {"text": "бесплатно"}, "say": ["выезд замерщика бесплатный"]},
            {"id": "term", "title": "Срок изготовления", "value": {"amount": 10, "unit": "day"},
             "say": ["окно изготовим за десять дней"]},
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "lines", "status"),
    [
        ("window", ("C: И сколько стоит?", "A: Об этом потом поговорим.", "C: Ладно."), "unanswered"),
        ("window", ("C: А окно почём?", "A: Всё зависит от многого.", "C: Ясно."), "unanswered"),
        ("window", ("C: А окно почём?", "A: Пятнадцать тысяч.", "C: Ясно."), "stated"),
        ("window", ("C: Слушаю.", "A: Окно стоит двадцать тысяч рублей.", "C: Ясно."), "wrong"),
        ("visit", ("C: А выезд замерщика сколько стоит?", "A: Нисколько.", "C: Хорошо."), "stated"),
        ("visit", ("C: Слушаю.", "A: Выезд замерщика стоит пятьсот рублей.", "C: Ясно."), "wrong"),
        ("term", ("C: Слушаю.", "A: Окно изготовим за двадцать дней.", "C: Ясно."), "wrong"),
        ("term", ("C: А какой срок изготовления?", "A: Это вам мастер скажет.", "C: Ясно."), "unanswered"),
    ],
)
def test_a_sheet_without_questions_and_placeholders_is_read_as_well(
    fact: str, lines: tuple[str, ...], status: str
) -> None:
    assert state(analyse(talk(*lines), PLAIN), fact) == status


def test_a_small_number_about_something_else_states_nothing() -> None:
    analysis = analyse(talk("C: Сколько вас?", "A: Десять, и все уже собрались.", "C: Ого."), PLAIN)
    assert state(analysis, "term") == "not_needed"


def test_a_whole_phrasing_with_another_number_is_wrong_without_a_question() -> None:
    assert state(judged("C: Расскажите.", "A: Дверь стоит тридцать тысяч рублей.", "C: Ага."), "price") == "wrong"


def test_an_open_question_tells_what_came_instead() -> None:
    analysis = judged("C: Какая гарантия?", "A: Не знаю, надо уточнить.", "C: Жаль.")
    (fact,) = [fact for fact in analysis.facts if fact.status == "unanswered"]
    assert (fact.reply, fact.reply_segment, fact.reply_quote) == ("dont_know", 1, "Не знаю, надо уточнить.")


def test_a_promise_above_the_limit_is_found_and_one_below_it_is_not() -> None:
    over = judged("C: Это дорого.", "A: Хорошо, скидка двадцать процентов.", "C: Отлично.")
    assert [(one.id, one.heard, one.limit) for one in over.policy] == [("discount", "20\u00a0%", "10\u00a0%")]
    assert not judged("C: Это дорого.", "A: Хорошо, скидка пять процентов.", "C: Отлично.").policy
    assert [one.id for one in judged("C: Успеете?", "A: Сто процентов успеем.").policy] == ["sure"]


def test_an_objection_in_other_words_is_heard_and_its_answer_judged() -> None:
    start = ("A: Добрый день.", "C: Сколько стоит дверь?", "A: Двадцать тысяч.", "C: Ой, для нас дороговато выходит.")
    handled = judged(*start, "A: Давайте посмотрим, что в эту сумму уже входит у нас.")
    assert [(one.id, one.handled) for one in handled.objections] == [("expensive", True)]
    left = judged(*start, "A: Ну ладно.", "C: До свидания.")
    assert [(one.id, one.handled, one.answer) for one in left.objections] == [("expensive", False, "gave_up")]
    assert left.outcome.reason == "expensive"


def test_the_managers_own_words_raise_no_objection() -> None:
    assert not judged("A: Это дорого, спрошу у мужа.", "C: Что?").objections


def test_topics_tell_what_followed_and_what_is_missing() -> None:
    analysis = judged("A: Откуда вы о нас узнали?", "C: Увидел рекламу.", "A: Спасибо.")
    assert [(one.id, one.status) for one in analysis.topics] == [("consent", "missing"), ("source", "followed")]


def test_a_promise_to_call_has_its_moment() -> None:
    analysis = judged("C: Мне надо подумать.", "A: Хорошо, перезвоню вам завтра в десять.", "C: Хорошо.")
    (promise,) = analysis.follow_ups
    assert (promise.id, promise.due) == ("call", datetime.fromisoformat("2026-11-24T10:00:00+03:00"))
    assert analysis.outcome.kind == "next_step"


def test_a_measure_outside_its_norm_is_shown_where_it_is_plainest() -> None:
    analysis = judged("C: Алло?", "A: Ну вот, ну значит, короче, это самое.", "C: Что?")
    (found,) = analysis.deviations
    assert (found.id, found.segment, found.at_most) == ("fillers_per_minute_agent", 1, 1)


def test_a_side_that_is_too_loud_is_told_and_one_that_nobody_measured_is_not() -> None:
    norms = Norms.model_validate({"loudness_agent": {"at_most": -9}, "clipping_agent": {"at_most": 0.01}})
    loud = CAMPAIGN.model_copy(update={"norms": norms})
    said = talk("A: Добрый день, чем могу помочь?", "C: Сколько стоит окно?")
    levels = (SpeechLevel("agent", -5.0, 0.2), SpeechLevel("client", -30.0, 0.0))
    found = analyse(replace(said, levels=levels), loud)
    assert [(one.id, one.value) for one in found.deviations] == [("loudness_agent", -5.0), ("clipping_agent", 0.2)]
    assert (found.conduct.loudness_client, found.conduct.clipping_client) == (-30.0, 0.0)
    assert analyse(said, loud).deviations == ()


def test_half_hours_are_heard_in_english() -> None:
    english = CAMPAIGN.model_copy(update={"language": "en"})
    said = talk("C: I need to think about it.", "A: I will call you back tomorrow at three thirty.", "C: Okay.")
    (promise,) = analyse(said, english).follow_ups
    assert promise.due == datetime.fromisoformat("2026-11-24T15:30:00+03:00")


def test_an_hour_in_a_promise_to_find_out_is_no_answer() -> None:
    analysis = judged(
        "A: Добрый день.", "C: Сколько стоит дверь?", "A: Не знаю, уточню и перезвоню вам завтра в десять."
    )
    assert state(analysis, "price") == "unanswered"
    assert next(fact.reply for fact in analysis.facts if fact.id == "price") in ("dont_know", "later")


def test_a_plain_answer_to_a_plain_question_contradicts_without_naming_the_product() -> None:
    campaign = Campaign.model_validate(
        {
            "id": "net", "title": "Net", "language": "en", "least_seconds": 0, "least_words": 0,
            "steps": [{"id": "greeting", "title": "Greeting", "say": ["good morning"]}],
            "facts": [
                {"id": "price", "title": "Price a month", "value": {"amount": 45, "unit": "USD"},
                 "say": ["it is {value} a month"], "asked": ["how much is it a month"]},
                {"id": "setup", "title": "Setup fee", "value": {"amount": 20, "unit": "USD"},
                 "say": ["the setup costs {value}"], "asked": ["what does the setup cost"]},
            ],
        }
    )  # fmt: skip
    said = talk("A: Good morning.", "C: How much is it a month?", "A: It's fifty nine dollars a month.", "C: Oh.")
    assert [(fact.id, fact.status) for fact in analyse(said, campaign).facts] == [
        ("price", "wrong"), ("setup", "not_needed")
    ]  # fmt: skip


def test_an_hour_of_the_day_is_no_term() -> None:
    campaign = Campaign.model_validate(
        {
            "id": "net", "title": "Net", "language": "en", "least_seconds": 0, "least_words": 0,
            "steps": [{"id": "greeting", "title": "Greeting", "say": ["good morning"]}],
            "facts": [
                {"id": "term", "title": "Installation", "value": {"amount": 3, "unit": "day"},
                 "say": ["the technician comes in {value}"]},
            ],
        }
    )  # fmt: skip
    said = talk("A: Good morning.", "C: Hi.", "A: The technician comes on Friday at three pm.", "C: Fine.")
    assert [fact.status for fact in analyse(said, campaign).facts] == ["not_needed"]
