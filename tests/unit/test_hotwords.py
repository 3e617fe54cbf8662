from __future__ import annotations

from pipeline.hotwords import hotwords
from scripts_library.campaign import Campaign


def campaign(name: str, language: str = "ru", **others: object) -> Campaign:
    return Campaign.model_validate({"id": name, "title": name, "language": language, "steps": [], **others})


def test_the_recogniser_is_told_company_and_product_names_of_its_language() -> None:
    campaigns = [
        campaign("b", company="Светлый дом", hotwords=["Рехау", "Веко"]),
        campaign("a", company="Светлый дом"),
        campaign("c", language="en", company="FastNet"),
    ]
    assert hotwords(campaigns, "ru") == ("Светлый дом", "Рехау", "Веко")
    assert hotwords(campaigns, "en") == ("FastNet",)
    assert hotwords(campaigns, "auto") == ("Светлый дом", "Рехау", "Веко", "FastNet")


def test_the_order_of_the_campaigns_makes_no_difference() -> None:
    campaigns = [campaign("b", company="Бета"), campaign("a", company="Альфа")]
    assert hotwords(campaigns, "ru") == hotwords(campaigns[::-1], "ru")
