"""What no fact and no objection covers comes back in groups, with an entry that the library accepts."""

from __future__ import annotations

from ruamel.yaml import YAML

from pipeline.unknown import find_unknown
from scripts_library.campaign import Fact, Objection
from tests.unit.test_product_info import CAMPAIGN, talk


def test_like_questions_and_refusals_are_grouped_and_known_ones_left_out() -> None:
    talks = [
        talk("A: Добрый день.", "C: А доставка на дачу у вас есть?", "A: Да."),
        talk("A: Добрый день.", "C: Скажите, есть ли доставка на дачу?", "A: Да."),
        talk("A: Добрый день.", "C: Сколько стоит дверь?", "A: Двадцать тысяч."),
        talk("A: Добрый день.", "C: Мне далеко ехать до вас через весь город.", "A: Понятно."),
        talk("A: Добрый день.", "C: Вы далековато, это на другом конце города.", "A: Понятно."),
        talk("A: Добрый день.", "C: Ой, добираться к вам далеко и неудобно.", "A: Понятно."),
    ]
    found = find_unknown(list(enumerate(talks)), CAMPAIGN)
    assert [(one.kind, one.calls) for one in found[:2]] == [("objection", 3), ("question", 2)]
    assert "доставка" in found[1].title
    assert {example.call for example in found[1].examples} == {0, 1}
    assert not any("стоит дверь" in one.title for one in found)


def test_a_question_in_other_words_of_the_thesaurus_is_the_same_matter() -> None:
    taught = CAMPAIGN.model_copy(update={"synonyms": (("тряпка", "швабра", "ветошь"),)})
    talks = [
        talk("A: Да?", "C: А швабру мне готовить?", "A: Нет."),
        talk("A: Да?", "C: Ветошь готовить?", "A: Нет."),
        talk("A: Да?", "C: А парковка платная?", "A: Нет."),
    ]
    apart, together = (find_unknown(list(enumerate(talks)), campaign) for campaign in (CAMPAIGN, taught))
    assert together[0].calls == 2
    assert {example.call for example in together[0].examples} == {0, 1}
    assert apart[0].calls <= together[0].calls


def test_a_doubt_that_no_objection_stands_for_is_shown_beside_one_that_is_known() -> None:
    said = talk("A: Двадцать тысяч.", "C: Это очень дорого, и мне надо с женой посоветоваться.", "A: Понятно.")
    knows_price = CAMPAIGN.model_copy(update={"objections": CAMPAIGN.objections[:1]})
    assert [one.kind for one in find_unknown([(0, said)], knows_price)] == ["objection"]
    assert find_unknown([(0, said)], CAMPAIGN) == ()


def test_a_statement_is_no_question_where_questions_are_marked() -> None:
    talks = [talk("A: Да?", "C: Когда торможу, гудит.", "A: Понятно.", "C: Машину когда смотрите?", "A: Завтра.")]
    assert [one.title for one in find_unknown(list(enumerate(talks)), CAMPAIGN)] == ["Машину когда смотрите"]


def test_an_example_shows_the_sentence_as_it_was_written() -> None:
    long = "Хорошо, я вас понял, спасибо вам большое за такой рассказ. А доставка на дачу у вас есть?"
    (found,) = find_unknown([(0, talk("A: Да?", f"C: {long}", "A: Да."))], CAMPAIGN)
    assert found.examples[0].quote == "А доставка на дачу у вас есть?"


def test_an_entry_can_be_pasted_into_the_library() -> None:
    talks = [
        talk("A: Да?", 'C: А "двери" на дачу {везёте} вы?'),
        talk("A: Да?", "C: Вы далеко, мне ехать через весь город."),
    ]
    for one in find_unknown(list(enumerate(talks)), CAMPAIGN):
        (entry,) = YAML(typ="safe").load(one.entry)
        (Fact if one.kind == "question" else Objection).model_validate(entry)
