"""Campaigns come out of a folder as they were written, and a broken one takes no other with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from scripts_library.campaign import Campaign
from scripts_library.loading import LibraryError, content_version, load_library
from scripts_library.shelf import SHIPPED

Files = dict[str, str]
Write = Callable[[Mapping[str, str | bytes]], Path]

SCRIPT, PRODUCTS, OBJECTIONS = "windows/script.yaml", "windows/products.yaml", "windows/objections.yaml"


def only(folder: Path) -> Campaign:
    library = load_library(folder)
    assert [problem.text("en") for problem in library.problems] == []
    (campaign,) = library.campaigns
    return campaign


def test_a_campaign_holds_what_its_three_files_say(write: Write, right: Files) -> None:
    campaign = only(write(right))
    assert (campaign.id, campaign.title, campaign.language) == ("windows", "Окна", "ru")
    assert [(step.id, step.weight, step.after) for step in campaign.steps] == [
        ("greeting", 10, ()),
        ("price", 5, ("greeting",)),
    ]
    assert campaign.steps[0].within is not None
    assert campaign.steps[0].within.start == 20
    assert campaign.forbidden[0].penalty == 10
    assert campaign.facts[0].value is not None
    assert campaign.facts[0].value.amount == 24900
    assert campaign.objections[0].heard == ("это слишком дорого",)


def test_one_campaigns_own_folder_is_a_library_of_one(write: Write, right: Files) -> None:
    assert only(write(right) / "windows") == only(write(right))


def test_only_the_script_is_required(write: Write, right: Files) -> None:
    script = right[SCRIPT].replace("    when: {objection: expensive}\n", "")
    campaign = only(write({SCRIPT: script}))
    assert campaign.facts == ()
    assert campaign.objections == ()


def test_campaigns_come_sorted_by_id_and_common_is_none(write: Write, right: Files) -> None:
    folder = write(
        {
            "z/script.yaml": right[SCRIPT].replace("id: windows", "id: alpha").replace("when", "# when"),
            "a/script.yaml": right[SCRIPT].replace("id: windows", "id: beta").replace("when", "# when"),
            "common/objections.ru.yaml": right[OBJECTIONS],
            "schema/script.schema.json": "{}",
            ".git/script.yaml": "broken",
            "notes/readme.txt": "no campaign",
        }
    )
    assert [campaign.id for campaign in load_library(folder).campaigns] == ["alpha", "beta"]


def test_numbers_words_and_days_mean_what_their_key_says(write: Write, right: Files) -> None:
    products = """\
facts:
  - id: price
    title: 2026
    say: [24900, 12:30, +79161234567, no, "{value}: цена"]
    value: {amount: 24900, unit: RUB}
    required: no
    valid: {from: 2026-09-01, to: 2026-12-31}
"""
    script = right[SCRIPT].replace(
        "language: ru", "language: ru\napplies_to: {agents: [101, 007], direction: [outbound]}"
    )
    campaign = only_with_warnings(write({**right, SCRIPT: script, PRODUCTS: products}))
    fact = campaign.facts[0]
    assert fact.title == "2026"
    assert fact.say == ("24900", "12:30", "+79161234567", "no", "{value}: цена")
    assert fact.required is False
    assert fact.valid.covers(date(2026, 12, 31))
    assert not fact.valid.covers(date(2026, 8, 31))
    assert campaign.applies_to.agents == ("101", "007")


def only_with_warnings(folder: Path) -> Campaign:
    library = load_library(folder)
    assert {problem.severity for problem in library.problems} <= {"warning"}
    (campaign,) = library.campaigns
    return campaign


def test_an_include_brings_entries_and_ones_own_of_the_same_id_wins(write: Write, right: Files) -> None:
    own = "include: common/objections.ru.yaml\n" + right[OBJECTIONS].replace(
        "это слишком дорого", "цена кусается у вас"
    )
    common = right[OBJECTIONS] + '  - {id: later, title: Потом, heard: ["позвоните мне потом"]}\n'
    campaign = only(write({**right, OBJECTIONS: own, "common/objections.ru.yaml": common}))
    assert [(objection.id, objection.heard[0]) for objection in campaign.objections] == [
        ("expensive", "цена кусается у вас"),
        ("later", "позвоните мне потом"),
    ]


def test_includes_are_a_list_and_nest_and_lie_beside_the_file_first(write: Write, right: Files) -> None:
    campaign = only(
        write(
            {
                **right,
                OBJECTIONS: "include: [near.yaml, common/far.yaml]\nobjections: []\n",
                "windows/near.yaml": right[OBJECTIONS],
                "near.yaml": right[OBJECTIONS].replace("Дорого", "чужое"),
                "common/far.yaml": "include: deeper.yaml\n",
                "common/deeper.yaml": 'objections:\n  - {id: later, title: Потом, heard: ["позвоните мне потом"]}\n',
            }
        )
    )
    assert [objection.title for objection in campaign.objections] == ["Дорого", "Потом"]


def test_a_library_elsewhere_may_include_the_common_files_shipped_with_the_program(write: Write, right: Files) -> None:
    shipped = "include: common/objections.ru.yaml\n" + right[OBJECTIONS]
    campaign = only(write({**right, OBJECTIONS: shipped}))
    assert len(campaign.objections) > 5


def test_a_script_may_include_forbidden_phrases(write: Write, right: Files) -> None:
    forbidden = 'forbidden:\n  - {id: swear, title: Брань, say: ["да пошёл ты"]}\n'
    campaign = only(write({**right, SCRIPT: "include: common/f.yaml\n" + right[SCRIPT], "common/f.yaml": forbidden}))
    assert [one.id for one in campaign.forbidden] == ["swear", "guarantee"]


def test_the_version_is_of_what_is_said_not_of_how_it_is_laid_out(write: Write, right: Files) -> None:
    plain = only(write(right)).version
    head = "id: windows\ntitle: Окна\nlanguage: ru\n"
    assert head in right[SCRIPT]
    other = "# примечание\r\n" + right[SCRIPT].replace(head, "").replace("weight: 10", "weight:   10.0") + head
    other = other.replace("    weight: 5\n", "    weight: 5\n    required: true\n\n")
    assert only(write({**right, SCRIPT: other})).version == plain
    assert len(plain) == 12
    assert int(plain, 16) >= 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("script.yaml", "weight: 10", "weight: 11"),
        ("script.yaml", "сто процентов", "двести процентов"),
        ("products.yaml", "24900", "24901"),
        ("products.yaml", "сколько стоит", "почём у вас"),
        ("objections.yaml", "это слишком дорого", "это очень дорого"),
    ],
)
def test_the_version_changes_with_what_is_said(write: Write, right: Files, file: str, old: str, new: str) -> None:
    before = only(write(right)).version
    name = f"windows/{file}"
    assert only(write({name: right[name].replace(old, new)})).version != before


def test_a_key_that_the_format_gains_changes_no_version(write: Write, right: Files) -> None:
    class Later(Campaign):
        new_key: str = "default"

    campaign = only(write(right))
    assert content_version(Later(**dict(campaign))) == campaign.version


def test_a_key_too_many_is_dropped_and_the_campaign_works(write: Write, right: Files) -> None:
    script = right[SCRIPT].replace("    weight: 10\n", "    weight: 10\n    colour: red\n") + "owner: Ивановы\n"
    library = load_library(write({**right, SCRIPT: script}))
    assert [problem.code for problem in library.problems] == ["unknown_key", "unknown_key"]
    assert {problem.severity for problem in library.problems} == {"error"}
    assert library.campaign("windows").steps[0].weight == 10


def test_a_single_text_stands_for_a_list_of_one(write: Write, right: Files) -> None:
    library = load_library(write({**right, SCRIPT: right[SCRIPT].replace("[greeting]", "greeting")}))
    assert [problem.code for problem in library.problems] == ["single_not_list"]
    assert library.campaign("windows").steps[1].after == ("greeting",)


def test_topics_and_rules_for_promises_belong_to_the_campaign(write: Write, right: Files) -> None:
    campaign = only(
        write(
            {
                **right,
                "windows/topics.yaml": 'topics:\n  - {id: source, title: Откуда, said: ["откуда вы о нас узнали"]}\n',
                PRODUCTS: right[PRODUCTS]
                + "policy:\n  - {id: discount, title: Скидка, say: ['скидка {value}'], at_most: {percent: 10}}\n",
            }
        )
    )
    assert [topic.id for topic in campaign.topics] == ["source"]
    assert campaign.policy[0].at_most is not None
    assert campaign.policy[0].at_most.percent == 10


def test_a_broken_campaign_disables_itself_only_and_is_named_when_asked_for(write: Write, right: Files) -> None:
    broken = right[SCRIPT].replace("id: windows", "id: doors").replace("weight: 10", "weight: -1")
    library = load_library(write({**right, "doors/script.yaml": broken.replace("when", "# when")}))
    assert [campaign.id for campaign in library.campaigns] == ["windows"]
    with pytest.raises(LibraryError, match=r"doors.script\.yaml:7:13: ошибка: weight: -1 не годится"):
        library.campaign("doors")
    with pytest.raises(LibraryError, match=r"error: weight: -1 won't do"):
        library.campaign("doors", "en")


def test_a_campaign_with_a_broken_head_is_found_by_its_folder(write: Write, right: Files) -> None:
    library = load_library(write({"doors/script.yaml": right[SCRIPT].replace("id: windows\n", "")}))
    with pytest.raises(LibraryError, match="нет обязательного ключа «id»"):
        library.campaign("doors")


def test_an_unknown_campaign_is_answered_with_those_there_are(write: Write, right: Files) -> None:
    library = load_library(write(right))
    with pytest.raises(LibraryError, match=r"нет кампании «window». Возможно, нужна «windows». Есть: windows"):
        library.campaign("window")
    with pytest.raises(LibraryError, match=r'there is no campaign "xyz". There are: windows'):
        library.campaign("xyz", "en")


@pytest.mark.parametrize("name", ["nowhere", "file.txt", "empty"])
def test_a_folder_without_campaigns_gives_a_problem_and_a_one_line_error(write: Write, name: str) -> None:
    root = write({"file.txt": "x", "empty/readme.txt": "x"})
    library = load_library(root / name)
    assert library.campaigns == ()
    assert len(library.problems) == 1
    with pytest.raises(LibraryError, match=name) as caught:
        library.campaign("windows")
    assert "\n" not in str(caught.value)


def test_two_campaigns_of_one_id_are_both_disabled(write: Write, right: Files) -> None:
    copies = {name.replace("windows/", "copy/"): text for name, text in right.items()}
    library = load_library(write({**right, **copies}))
    assert library.campaigns == ()
    assert [problem.code for problem in library.problems] == ["duplicate_campaign"] * 2


def test_a_mistake_in_a_common_file_is_told_once_and_disables_all_that_include_it(write: Write, right: Files) -> None:
    files: dict[str, str] = {"common/o.yaml": right[OBJECTIONS].replace("[", "[[")}
    for name in ("one", "two"):
        files[f"{name}/script.yaml"] = right[SCRIPT].replace("id: windows", f"id: {name}")
        files[f"{name}/objections.yaml"] = "include: common/o.yaml\n"
    library = load_library(write(files))
    assert library.campaigns == ()
    assert len({problem.file for problem in library.problems}) == 1
    assert len(library.problems) == len(set(library.problems))


def test_the_shipped_library_is_free_of_mistakes() -> None:
    library = load_library(SHIPPED)
    assert [problem.text("en") for problem in library.problems if problem.severity == "error"] == []
    assert len(library.campaigns) >= 3


def test_twenty_campaigns_load_in_well_under_two_seconds(write: Write) -> None:
    shipped = next(path for path in sorted(SHIPPED.iterdir()) if (path / "script.yaml").exists())
    files = {}
    for number in range(20):
        for file in shipped.glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            files[f"c{number}/{file.name}"] = text.replace(f"id: {shipped.name}", f"id: c{number}", 1)
    folder = write(files)
    before = time.process_time()
    library = load_library(folder)
    assert len(library.campaigns) == 20
    assert time.process_time() - before < 4  # 1.1 s on an idle 2-core machine; CI machines are slower
