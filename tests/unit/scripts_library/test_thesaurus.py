"""Words that mean the same reach a campaign from three files, and a slip in one of them is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pymorphy3
import pytest

from scripts_library.campaign import Campaign, Language
from scripts_library.checking import check_library
from scripts_library.loading import content_version, load_library
from scripts_library.shelf import SHIPPED, Shelf
from scripts_library.thesaurus import folded, read_thesaurus, shipped_thesaurus

Files = dict[str, str]
Write = Callable[[Mapping[str, str | bytes]], Path]

OWN, COMMON = "windows/synonyms.yaml", "common/synonyms.ru.yaml"
HEAD = "format: 1\nsynonyms:\n"
LANGUAGES: tuple[Language, ...] = ("ru", "en")

# Words of today's sales talk that the dictionary of pymorphy3 hasn't got.
_NEW_WORDS = """
    акционный банк-партнёр бэушный вайбер ватсап вацап видеовстреча видеосвязь вотсап впаривать впарить втюхать
    втюхивать геолокация глючить демо допы завод-изготовитель зум имейл инженер-замерщик инфа кешбэк коуч кэшбэк
    онлайн-оплата отзвониться пвз постоплата продавец-консультант продиагностировать промоакция промокод
    самовывоз созвон спецпредложение телеграм трек-номер упд фидбэк хотелка электронка эсэмэс эсэмэска
"""
NOT_IN_DICTIONARY = frozenset(_NEW_WORDS.split())

# By code: the file's lines after its head, the line of the problem, a part of the remedy.
SPOILED = {
    "group_not_list": ("  - [окно, рама]\n  - окно, стеклопакет\n", 4, "Write: - [окно, стеклопакет]"),
    "lone_synonym": ("  - [окно, рама]\n  - [дверь]\n", 4, "Add another"),
    "same_synonym": ("  - [окно, рама, Окно]\n", 3, "Keep one"),
    "synonym_sign": ("  - [окно, рама, (новая )?рама]\n", 3, "plain words"),
    "close_groups": ("  - [окно, рама, проём]\n  - [рама, створка, окно]\n", 4, "Make the two groups one"),
    "unknown_key": ("  - [окно, рама]\nsinonims: []\n", 4, 'Did you mean "synonyms"'),
    "empty_item": ("  - [окно, рама, '']\n", 3, "Write the phrase"),
    "item_is_list": ("  - [окно, рама, [створка]]\n", 3, '"[створка]"'),
    "mixed_letters": ("  - [окно, pама]\n", 3, "in one layout"),
    "other_language": ("  - [окно, the window]\n", 3, "language"),
}


def only(folder: Path) -> Campaign:
    library = load_library(folder)
    assert [problem.text("en") for problem in library.problems] == []
    (campaign,) = library.campaigns
    return campaign


@pytest.mark.parametrize(("language", "least"), [("ru", 300), ("en", 200)])
def test_the_shipped_thesaurus_is_large_and_without_a_slip(language: Language, least: int) -> None:
    thesaurus = shipped_thesaurus(language)
    assert thesaurus.problems == ()
    assert len(thesaurus.groups) >= least
    assert all(len(group) > 1 for group in thesaurus.groups)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_group_stands_twice(language: Language) -> None:
    groups = Counter(frozenset(map(folded, group)) for group in shipped_thesaurus(language).groups)
    assert [group for group, times in groups.items() if times > 1] == []


def test_every_single_russian_word_is_in_the_dictionary_or_on_the_list_of_new_ones() -> None:
    morphology = pymorphy3.MorphAnalyzer(lang="ru")
    words = {member for group in shipped_thesaurus("ru").groups for member in group if " " not in member}
    unknown = {word for word in words if not morphology.word_is_known(word)}
    assert unknown == NOT_IN_DICTIONARY


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "цена", "скидка"),
        ("ru", "дорого", "дёшево"),
        ("ru", "новый", "бывший в употреблении"),
        ("ru", "муж", "жена"),
        ("ru", "в наличии", "нет в наличии"),
        ("ru", "увеличить", "уменьшить"),
        ("ru", "оформить", "отменить"),
        ("en", "price", "discount"),
        ("en", "cheap", "expensive"),
        ("en", "in stock", "out of stock"),
        ("en", "buy", "sell"),
        ("en", "increase", "reduce"),
    ],
)
def test_opposites_and_mere_relatives_share_no_group(language: Language, one: str, other: str) -> None:
    assert not [group for group in shipped_thesaurus(language).groups if one in group and other in group]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "позвонить", "набрать"),
        ("ru", "цена", "во сколько обойдётся"),
        ("ru", "номер", "телефон"),
        ("ru", "рассрочка", "платить частями"),
        ("en", "price", "how much"),
        ("en", "appointment", "slot"),
    ],
)
def test_what_sales_people_say_for_one_another_shares_a_group(language: Language, one: str, other: str) -> None:
    assert [group for group in shipped_thesaurus(language).groups if one in group and other in group]


def test_the_shipped_thesaurus_is_read_once_in_a_process() -> None:
    assert shipped_thesaurus("ru") is shipped_thesaurus("ru")


def test_a_campaign_has_the_shipped_groups_of_its_language(write: Write, right: Files) -> None:
    assert only(write(right)).synonyms == shipped_thesaurus("ru").groups


def test_the_campaigns_own_groups_and_the_librarys_common_ones_are_added(write: Write, right: Files) -> None:
    files = {
        **right,
        OWN: f"{HEAD}  - [окно, стеклопакет]\n",
        COMMON: f"{HEAD}  - [маякнуть, звонить]\n",
        "common/synonyms.en.yaml": f"{HEAD}  - [window, pane]\n",
    }
    added = set(only(write(files)).synonyms) - set(shipped_thesaurus("ru").groups)
    assert added == {("окно", "стеклопакет"), ("звонить", "маякнуть")}


def test_what_is_merely_related_stands_apart_from_synonyms(write: Write, right: Files) -> None:
    campaign = only(write({**right, OWN: f"{HEAD}  - [окно, стеклопакет]\nrelated:\n  - [окно, сквозняк]\n"}))
    assert ("окно", "сквозняк") in campaign.related
    assert ("окно", "сквозняк") not in campaign.synonyms


def test_another_thesaurus_is_another_version_but_another_order_is_not(write: Write, right: Files) -> None:
    def version(text: str) -> str:
        campaign = only(write({**right, OWN: HEAD + text}))
        assert campaign.version == content_version(campaign)
        return campaign.version

    first = version("  - [окно, стеклопакет]\n  - [дом, дача]\n")
    assert first == version("  - [дача, дом]\n  - [стеклопакет, окно]\n")
    assert first != version("  - [окно, рама]\n  - [дом, дача]\n")


@pytest.mark.parametrize("name", [OWN, COMMON])
@pytest.mark.parametrize("code", SPOILED)
def test_a_slip_is_found_where_it_stands_with_what_to_write(write: Write, right: Files, name: str, code: str) -> None:
    text, line, remedy = SPOILED[code]
    folder = write({**right, name: HEAD + text})
    (problem,) = check_library(folder)
    assert (problem.code, problem.file, problem.line) == (code, folder / name, line)
    assert remedy in problem.remedy("en")


@pytest.mark.parametrize(
    "text", ["", "[окно, рама]\n", "synonyms:\n", "synonyms: окно\n", "format: 99\nsynonyms: []\n"]
)
def test_a_file_of_another_shape_is_one_problem(write: Write, right: Files, text: str) -> None:
    folder = write({**right, OWN: text})
    (problem,) = check_library(folder)
    assert problem.file == folder / OWN


def test_a_slip_in_a_group_leaves_the_campaign_to_be_scored_by(write: Write, right: Files) -> None:
    folder = write({**right, OWN: f"{HEAD}  - [дверь]\n  - [окно, рама, окно]\n"})
    (campaign,) = load_library(folder).campaigns
    assert ("окно", "рама") in campaign.synonyms
    assert not any("дверь" in group for group in campaign.synonyms)


def test_a_misspelt_file_name_is_named(write: Write, right: Files) -> None:
    folder = write({**right, "windows/synonym.yaml": f"{HEAD}  - [окно, рама]\n"})
    (problem,) = check_library(folder)
    assert (problem.code, problem.remedy("en")) == ("misnamed_file", "Rename it to synonyms.yaml")


def test_a_file_that_is_no_yaml_says_so_and_gives_no_groups(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").write_text("synonyms: [[a, b\n", encoding="utf-8")
    thesaurus = read_thesaurus(tmp_path / "synonyms.yaml", "en", Shelf(tmp_path))
    assert thesaurus.problems
    assert thesaurus.groups in ((), (("a", "b"),))


def test_the_shipped_library_has_no_slip_in_its_thesauri() -> None:
    assert [problem for problem in check_library(SHIPPED) if "synonyms" in problem.file.name] == []
