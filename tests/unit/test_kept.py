"""What is made of a campaign is made once for it, and never taken for another campaign's."""

from __future__ import annotations

from pipeline.kept import Kept
from scripts_library.campaign import Campaign


def campaign(title: str) -> Campaign:
    return Campaign(id="one", title=title, language="ru", steps=())


def test_each_campaign_has_its_own_made_once() -> None:
    made: list[str] = []

    def make(one: Campaign) -> str:
        made.append(one.title)
        return one.title

    kept = Kept(make)
    first, second = campaign("First"), campaign("Second")
    assert [kept.of(first), kept.of(second), kept.of(first)] == ["First", "Second", "First"]
    assert made == ["First", "Second"]


def test_a_copy_of_a_campaign_is_another_one() -> None:
    kept = Kept(lambda one: one.title)
    first = campaign("First")
    assert kept.of(first) == "First"
    assert kept.of(first.model_copy(update={"title": "Changed"})) == "Changed"


def test_what_was_forgotten_is_made_anew() -> None:
    kept = Kept(lambda one: object())
    campaigns = [campaign(f"{number}") for number in range(40)]
    first = kept.of(campaigns[0])
    for one in campaigns[1:]:
        kept.of(one)
    assert kept.of(campaigns[0]) is not first
    assert kept.of(campaigns[-1]) is kept.of(campaigns[-1])
