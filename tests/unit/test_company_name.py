"""A company is known by the part of its name that is said of it."""

from __future__ import annotations

import pytest

from pipeline.company_name import spoken_name
from pipeline.language import grammar
from pipeline.trying import try_sentence
from scripts_library.campaign import Campaign


@pytest.mark.parametrize(
    ("language", "name", "spoken"),
    [
        ("en", "Harbor Lane Movers", "harbor lane"),
        ("en", "Brightwater Cleaning", "brightwater"),
        ("en", "Safe Movers", "Safe Movers"),  # anybody may be safe
        ("ru", "Усадьба Липки", "липки"),
        ("ru", "Тёплый дом", "Тёплый дом"),
        ("ru", "Дубрава", "дубрава"),
    ],
)
def test_the_part_of_a_name_is_kept_that_is_no_common_word(language: str, name: str, spoken: str) -> None:
    phrases = ["our movers are careful", "cleaning twice a week", "приезжайте посмотреть дом"]
    assert spoken_name(name, phrases, grammar(language)).casefold() == spoken.casefold()


def test_a_greeting_with_the_short_name_is_likelier_one_than_with_another() -> None:
    campaign = Campaign.model_validate(
        {
            "id": "moving",
            "title": "Moving",
            "language": "en",
            "company": "Harbor Lane Movers",
            "steps": [
                {
                    "id": "greeting",
                    "title": "Greeting with company and name",
                    "say": ["thanks for calling {company}, this is {agent}", "hello, {company}, {agent} speaking"],
                },
                {"id": "route", "title": "Where to", "say": ["where are you moving to"]},
            ],
        }
    )

    def surely(text: str) -> float:
        return next((one.confidence for one in try_sentence(campaign, text, "agent") if one.id == "greeting"), 0.0)

    assert surely("You've got Harbor Lane, I'm Tasha.") > 5 * surely("You've got Green Valley, I'm Tasha.")
    assert surely("Harbor Lane, this is Tasha.") > 0.5
