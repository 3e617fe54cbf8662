"""What a trainer writes into a thesaurus counts on both sides: in the script's phrase and in what was said."""

from __future__ import annotations

import pytest

from pipeline.findings import look_through
from pipeline.heard import hear
from pipeline.matching import Matcher
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Campaign

Groups = tuple[tuple[str, ...], ...]


def likeness(phrase: str, said: str, synonyms: Groups = (), related: Groups = ()) -> float:
    campaign = Campaign.model_validate(
        {
            "id": "trial",
            "title": "Trial",
            "language": "ru",
            "steps": [{"id": "step", "title": "Шаг", "say": [phrase]}],
            "synonyms": synonyms,
            "related": related,
        }
    )
    transcript = Transcript((Segment(0.0, 3.0, said, "agent"),))
    found = look_through(hear(transcript, "ru"), Matcher(campaign)).all("step", "step")
    return max((match.likeness for match in found), default=0.0)


@pytest.mark.parametrize(
    ("phrase", "said", "group"),
    [
        ("назовите стоимость", "назовите ценник", ("стоимость", "ценник")),
        ("назовите стоимость", "назовите сколько с клиента", ("стоимость", "сколько с клиента")),
        ("назовите во сколько обойдётся", "назовите ценник", ("ценник", "во сколько обойдётся")),
        ("выставим счёт на месте", "выставим не отходя от кассы", ("счёт на месте", "не отходя от кассы")),
    ],
)
def test_members_of_a_group_stand_for_one_another_however_many_words_they_have(
    phrase: str, said: str, group: tuple[str, ...]
) -> None:
    assert likeness(phrase, said, synonyms=(group,)) > likeness(phrase, said) + 0.1


def test_related_words_count_less_than_synonyms_and_more_than_nothing() -> None:
    phrase, said, group = "нужна машина побольше", "нужны колёса побольше", ("машина", "колесо")
    alone, related = likeness(phrase, said), likeness(phrase, said, related=(group,))
    assert alone < related < likeness(phrase, said, synonyms=(group,))


@pytest.mark.parametrize("said", ["консультацыя бесплатная", "кансультация бесплатная", "консуль тация бесплатная"])
def test_misheard_words_count_nearly_as_said_ones(said: str) -> None:
    assert likeness("консультация бесплатная", said) >= 0.8
