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


def test_an_entry_can_be_pasted_into_the_library() -> None:
    talks = [
        talk("A: Да?", 'C: А "двери" на дачу {везёте} вы?'),
        talk("A: Да?", "C: Вы далеко, мне ехать через весь город."),
    ]
    for one in find_unknown(list(enumerate(talks)), CAMPAIGN):
        (entry,) = YAML(typ="safe").load(one.entry)
        (Fact if one.kind == "question" else Objection).model_validate(entry)
