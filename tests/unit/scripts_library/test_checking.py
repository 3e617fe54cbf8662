"""Every mistake that a trainer can make is found, with its line and what to write, and all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts_library.checking import check_library, format_problem
from scripts_library.problem import Problem
from scripts_library.shelf import SHIPPED
from scripts_library.wording_en import WORDING

Files = dict[str, str]
Write = Callable[[Mapping[str, str | bytes]], Path]

SCRIPT, PRODUCTS, OBJECTIONS = "windows/script.yaml", "windows/products.yaml", "windows/objections.yaml"

CHEAPER = '["посмотрим, из чего складывается цена"]\n    ex'

# Mistakes that can't be made alone.
BESIDE = {"no_steps": {"unknown_key"}, "odd_id": {"unknown_objection"}, "bad_id": {"unknown_step"},
          "duplicate_id": {"circular_after"}}  # fmt: skip

# By code: the file, what in it is replaced, by what, the line of the problem, a part of the remedy.
SPOILED = {
    "tab": (SCRIPT, "    weight: 10", "\tweight: 10", 7, "Use spaces"),
    "odd_space": (SCRIPT, "    weight: 10", "\u00a0\u00a0\u00a0\u00a0weight: 10", 7, "plain spaces"),
    "dash_space": (SCRIPT, "  - id: greeting", "  -id: greeting", 5, "Write: - id: greeting"),
    "long_dash": (SCRIPT, '      - "(добрый', '      – "(добрый', 10, 'Write: - "(добрый день|здравствуйте), компания'),
    "colon_space": (SCRIPT, "weight: 10", "weight:10", 7, "Write: weight: 10"),
    "colon_missing": (SCRIPT, "title: Окна", "title Окна", 2, "Write: title: Окна"),
    "quote_needed": (SCRIPT, CHEAPER, "\n     - {company}, здравствуйте\n    ex", 19,
                     'quotes: - "{company}, здравствуйте"'),
    "inner_quotes": (SCRIPT, 'компания {company}"', 'компания "Окна" слушает"', 10,
                     "Write: - '(добрый день|здравствуйте), компания \"Окна\" слушает'"),
    "unclosed_quote": (SCRIPT, 'компания {company}"', "компания {company}", 10, 'компания {company}"'),
    "backslash": (SCRIPT, "компания {company}", r"компания \Окна", 10, r"компания \Окна'"),
    "indentation": (SCRIPT, "    weight: 10", "     weight: 10", 7, "Write with 4 spaces before it: weight: 10"),
    "syntax": (SCRIPT, "id: windows", "}\nid: windows", 1, "Check indentation"),
    "several_documents": (SCRIPT, "forbidden:", "---\nforbidden:", 21, "take out the line ---"),
    "too_deep": (SCRIPT, "title: Окна", "title: " + "[" * 40 + "]" * 40, 1, "plainly"),
    "bad_character": (SCRIPT, "title: Окна", "title: Ок\x01на", 2, "Delete it"),
    "invisible_character": (SCRIPT, "title: Окна", "title: Ок\u200bна", 2, "Delete it"),
    "duplicate_key": (SCRIPT, "    weight: 10\n", "    weight: 10\n    weight: 11\n", 8, "Keep one"),
    "comment_cut": (SCRIPT, CHEAPER, "\n     - Скидка десять #1 в городе\n    ex", 19,
                    "quote the phrase"),
    "not_mapping": (SCRIPT, "  - id: greeting\n", "  - greeting\n  - id: greeting\n", 5, "- id: …"),
    "section_not_list": (PRODUCTS, "  - id: price\n", "    id: price\n", 2, 'Begin each entry with "- id: …"'),
    "unknown_key": (SCRIPT, "weight: 10", "wieght: 10", 7, 'Did you mean "weight"'),
    "misspelt_key": (SCRIPT, "title: Приветствие", "titel: Приветствие", 6, 'Write "title:"'),
    "missing_key": (SCRIPT, "language: ru\n", "", 1, "language: ru"),
    "missing_title": (SCRIPT, "    title: Приветствие\n", "", 5, "title: A name"),
    "empty_value": (SCRIPT, "language: ru", "language:", 3, "language: ru"),
    "empty_item": (PRODUCTS, '["сколько стоит"]', '\n     -\n     - "сколько стоит"', 7, "Write the phrase"),
    "item_is_mapping": (PRODUCTS, '["стоимость {value}"]', "\n     - Окна: цена {value}", 5, '"Окна: цена {value}"'),
    "item_is_list": (PRODUCTS, '["стоимость {value}"]', "\n     - [стоимость]", 5, '"[стоимость]"'),
    "single_not_list": (SCRIPT, "[greeting]", "greeting", 16, 'after: ["greeting"]'),
    "wrong_type": (SCRIPT, "within: {start: 20}", "within: 20", 8, "within: {start: 20}"),
    "bad_choice": (SCRIPT, "weight: 10", "speaker: agnt", 7, 'Did you mean "agent"'),
    "bad_id": (SCRIPT, "id: greeting", "id: при вет", 5, "pri-vet"),
    "odd_id": (OBJECTIONS, "id: expensive", "id: Дорого", 2, "dorogo"),
    "bad_number": (SCRIPT, "weight: 10", "weight: 10,5", 7, "Write 10.5"),
    "bad_flag": (SCRIPT, "weight: 10", "required: нет", 7, "Write false"),
    "bad_date": (PRODUCTS, "asked:", "valid: {from: 01.09.2026}\n    asked:", 6, "Write 2026-09-01"),
    "out_of_range": (SCRIPT, "{start: 20}", "{start: -20}", 8, "must be > 0"),
    "format_newer": (PRODUCTS, "facts:", "format: 2\nfacts:", 1, "Update Callgrade"),
    "include_missing": (OBJECTIONS, "objections:", "include: comon/objections.ru.yaml\nobjections:", 1,
                        "Did you mean common/objections.ru.yaml"),
    "include_outside": (OBJECTIONS, "objections:", "include: ../../../etc/hosts.yaml\nobjections:", 1, "common/"),
    "include_not_yaml": (OBJECTIONS, "objections:", "include: [other.txt]\nobjections:", 1, ".yaml files only"),
    "include_circular": (OBJECTIONS, "objections:", "include: objections.yaml\nobjections:", 1, "Take out"),
    "duplicate_id": (SCRIPT, "  - id: price", "  - id: greeting", 13, "another id"),
    "unknown_step": (SCRIPT, "[greeting]", "[greting]", 16, 'Did you mean "greeting"'),
    "unknown_objection": (SCRIPT, "{objection: expensive}", "{objection: expensiv}", 17, 'Did you mean "expensive"'),
    "unknown_fact": (SCRIPT, "{objection: expensive}", "{fact: warranty}", 17, "The facts are: price"),
    "circular_after": (SCRIPT, "    weight: 10", "    after: [price]", 7, "Take out one"),
    "zero_weights": (SCRIPT, "weight: 10\n", "weight: 0\n", 4, "weight: 10"),
    "no_steps": (SCRIPT, "steps:\n", "steps: []\nqueue:\n", 4, "- id: greeting"),
    "within_both": (SCRIPT, "{start: 20}", "{start: 20, end: 60}", 8, "Keep one"),
    "within_long": (SCRIPT, "{start: 20}", "{start: 20000}", 8, "seconds"),
    "empty_rule": (SCRIPT, "{start: 20}", "{}", 8, "within: {start: 20}"),
    "no_way": (SCRIPT, CHEAPER, "[]\n    ex", 13, "Add say:"),
    "no_way_optional": (SCRIPT, CHEAPER, "[]\n    required: false\n    ex", 13, "Add say:"),
    "no_phrases": (OBJECTIONS, '["это слишком дорого"]', "[]", 4, "at least one"),
    "no_examples": (SCRIPT, '    examples:\n      done: ["добрый день, компания Окна"]\n', "", 5, "not_done:"),
    "valid_reversed": (PRODUCTS, "asked:", "valid: {from: 2026-12-01, to: 2026-11-01}\n    asked:", 6, "Swap"),
    "valid_overlap": (PRODUCTS,
                      "facts:\n", "facts:\n  - {id: price, title: Цена, say: [около ста]}\n", 3, "from and to"),
    "value_empty": (PRODUCTS, "{amount: 24900, unit: RUB}", "{}", 5, "amount: 24900"),
    "value_several": (PRODUCTS, "unit: RUB}", "unit: RUB, percent: 5}", 5, "Keep one"),
    "number_as_text": (PRODUCTS, "{amount: 24900, unit: RUB}", '{text: "24 900 рублей"}', 5, "amount: 24900"),
    "value_missing": (PRODUCTS, "    value: {amount: 24900, unit: RUB}\n", "", 4, "value: {amount"),
    "fact_unsaid": (PRODUCTS,
                    '    say: ["стоимость {value}"]\n    value: {amount: 24900, unit: RUB}\n', "", 2, "Add say:"),
    "unknown_placeholder": (SCRIPT, "{company}", "{compny}", 10, "Did you mean {company}"),
    "unbalanced": (SCRIPT, "здравствуйте)", "здравствуйте", 10, "(good day|hello)"),
    "bar_outside": (SCRIPT, "(добрый день|здравствуйте)", "добрый день|здравствуйте", 10, "(yes|no)"),
    "too_short": (OBJECTIONS, "это слишком дорого", "нет", 4, "Add words"),
    "only_placeholders": (PRODUCTS, "стоимость {value}", "{value}", 4, "Add words"),
    "other_language": (OBJECTIONS, "это слишком дорого", "it is too expensive", 4, "Translate"),
    "mixed_letters": (OBJECTIONS, "это слишком дорого", "это слишкoм дорого", 4, "one layout"),
}  # fmt: skip


def found(folder: Path) -> list[tuple[str, str, int]]:
    return [
        (problem.code, f"{problem.file.parent.name}/{problem.file.name}", problem.line)
        for problem in check_library(folder)
    ]


def test_a_library_without_a_mistake_has_no_problem(write: Write, right: Files) -> None:
    assert check_library(write(right)) == ()


@pytest.mark.parametrize("code", SPOILED)
def test_a_mistake_is_found_where_it_stands_with_what_to_write(write: Write, right: Files, code: str) -> None:
    name, old, new, line, remedy = SPOILED[code]
    assert old in right[name]
    text = right[name].replace(old, new, 1)
    if code == "zero_weights":
        text = text.replace("weight: 5", "weight: 0")
    folder = write({**right, name: text})
    told = [problem for problem in check_library(folder) if problem.code == code]
    assert [(problem.line, problem.file) for problem in told] == [(line, folder / name)], found(folder)
    assert remedy in told[0].remedy("en")
    assert told[0].remedy("ru") != told[0].remedy("en")
    assert "\n" not in told[0].text("ru")


@pytest.mark.parametrize("code", SPOILED)
def test_one_mistake_brings_no_false_ones_along(write: Write, right: Files, code: str) -> None:
    name, old, new, _, _ = SPOILED[code]
    text = right[name].replace(old, new, 1)
    if code == "zero_weights":
        text = text.replace("weight: 5", "weight: 0")
    others = {other for other, *_ in found(write({**right, name: text}))} - {code}
    assert others <= BESIDE.get(code, set())


# Steps that can't be told apart, which test_overlaps.py brings about.
OVERLAPS = {"duplicate_phrase", "overlapping_phrases", "held_phrase", "weights_sum"}

# Mistakes of thesauri, which test_thesaurus.py brings about.
THESAURUS = {"group_not_list", "lone_synonym", "same_synonym", "synonym_sign", "close_groups"}

FILES: dict[str, tuple[dict[str, str | bytes], str, int, str]] = {
    "no_script": ({"doors/products.yaml": "facts: []\n", "doors/scripts.yaml": "id: x\n"}, "doors", 1,
                  "Rename scripts.yaml"),
    "misnamed_file": ({"windows/objection.yml": "objections: []\n"}, "windows/objection.yml", 1,
                      "Rename it to objections.yaml"),
    "stray_file": ({"windows/draft.yaml": "x: 1\n"}, "windows/draft.yaml", 1, "Add include: draft.yaml"),
    "not_utf8": ({"doors/script.yaml": "id: doors\ntitle: Двери\n".encode("cp1251")}, "doors/script.yaml", 2, "UTF-8"),
    "too_large": ({"doors/script.yaml": "#" * 3_000_000}, "doors/script.yaml", 1, "split the campaign"),
    "empty_script": ({"doors/script.yaml": "# nothing\n"}, "doors/script.yaml", 1, "Begin with id:"),
    "empty_file": ({"windows/products.yaml": "\n"}, "windows/products.yaml", 1, "Fill it"),
    "duplicate_campaign": ({"doors/script.yaml": "id: windows\n"}, "doors/script.yaml", 1, "another id"),
}  # fmt: skip


@pytest.mark.parametrize("code", FILES)
def test_a_wrong_file_is_named(write: Write, right: Files, code: str) -> None:
    files, name, line, remedy = FILES[code]
    right[OBJECTIONS if code == "misnamed_file" else "notes.txt"] = ""
    if code == "misnamed_file":
        del right[OBJECTIONS]
    folder = write({**right, **files})
    told = [problem for problem in check_library(folder) if problem.code == code and problem.file == folder / name]
    assert [problem.line for problem in told] == [line], found(folder)
    assert remedy in told[0].remedy("en")


def test_a_file_that_cannot_be_read_is_named(write: Write, right: Files) -> None:
    folder = write(right)
    (folder / PRODUCTS).unlink()
    (folder / PRODUCTS).mkdir()
    assert found(folder) == [("unreadable", PRODUCTS, 1)]


def test_utf16_is_named_as_such(write: Write, right: Files) -> None:
    folder = write({**right, PRODUCTS: right[PRODUCTS].encode("utf-16")})
    (problem,) = check_library(folder)
    assert "UTF-16" in problem.message()


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistakes(write: Write, right: Files) -> None:
    files = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in right.items()}
    assert check_library(write(files)) == ()


@pytest.mark.parametrize(("name", "code"), [("nowhere", "no_folder"), ("x.txt", "not_a_folder"), ("e", "no_campaigns")])
def test_a_folder_that_is_no_library_is_named(write: Write, name: str, code: str) -> None:
    folder = write({"x.txt": "x", "e/readme.txt": "x"})
    assert [problem.code for problem in check_library(folder / name)] == [code]


def test_every_code_has_a_test_that_brings_it_about() -> None:
    elsewhere = {"no_folder", "not_a_folder", "no_campaigns", "unreadable", "wrong_value"} | THESAURUS | OVERLAPS
    assert set(WORDING) == SPOILED.keys() | FILES.keys() | elsewhere


def test_all_mistakes_come_at_once_over_all_files(write: Write, right: Files) -> None:
    script = (
        right[SCRIPT]
        .replace("title: Окна", "title: Окна: двери")
        .replace("language: ru", "language: ру")
        .replace("weight: 10", "weight: десять")
        .replace("{company}", "{compny}")
        .replace("[greeting]", "[greting]")
        .replace("penalty: 10", "penalty: 200")
    )
    products = right[PRODUCTS].replace("say: [", "say: [{value} рублей, ").replace("24900", "24 900")
    objections = right[OBJECTIONS].replace("heard:", "hears:") + "    within_turns: 0\n"
    folder = write({**right, SCRIPT: script, PRODUCTS: products, OBJECTIONS: objections})
    assert found(folder) == [
        ("misspelt_key", OBJECTIONS, 4),
        ("out_of_range", OBJECTIONS, 6),
        ("quote_needed", PRODUCTS, 4),
        ("bad_number", PRODUCTS, 5),
        ("quote_needed", SCRIPT, 2),
        ("bad_choice", SCRIPT, 3),
        ("bad_number", SCRIPT, 7),
        ("unknown_placeholder", SCRIPT, 10),
        ("unknown_step", SCRIPT, 16),
        ("out_of_range", SCRIPT, 22),
    ]


def test_a_remedy_that_is_copied_into_the_file_cures_it(write: Write, right: Files) -> None:
    for code in (
        "quote_needed",
        "inner_quotes",
        "unclosed_quote",
        "backslash",
        "colon_space",
        "dash_space",
        "colon_missing",
    ):
        name, old, new, line, _ = SPOILED[code]
        folder = write({**right, name: right[name].replace(old, new, 1)})
        (problem,) = [problem for problem in check_library(folder) if problem.code == code]
        remedy = re.sub(r"^[^:]*: ", "", problem.remedy("en"))
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
        lines[line - 1] = " " * indent + remedy
        assert check_library(write({**right, name: "\n".join(lines)})) == (), code


def test_common_files_are_checked_even_when_nothing_includes_them(write: Write, right: Files) -> None:
    folder = write(
        {**right, "common/o.yaml": "objections:\n  - {id: a}\n", "common/topics.ru.yaml": "groups: [[a, b]]\n"}
    )
    assert found(folder) == [("missing_key", "common/o.yaml", 2), ("missing_title", "common/o.yaml", 2)]


def test_a_problem_reads_as_a_link_with_its_severity_and_remedy(write: Write, right: Files) -> None:
    folder = write({**right, SCRIPT: right[SCRIPT].replace("weight: 10", "wieght: 10")})
    (problem,) = check_library(folder)
    assert (
        format_problem(problem)
        == f"{folder}/windows/script.yaml:7:5: ошибка: неизвестный ключ «wieght». Возможно, нужен «weight»"
    )
    assert format_problem(problem, "en").endswith(':7:5: error: unknown key "wieght". Did you mean "weight"')


def test_a_warning_is_not_an_error() -> None:
    assert Problem(Path("x"), 1, 1, "too_short").severity == "warning"
    assert not Problem(Path("x"), 1, 1, "too_short").disables
    assert Problem(Path("x"), 1, 1, "unknown_key").severity == "error"
    assert not Problem(Path("x"), 1, 1, "unknown_key").disables
    assert Problem(Path("x"), 1, 1, "no_way").disables


def test_the_shipped_library_passes() -> None:
    assert [format_problem(problem, "en") for problem in check_library(SHIPPED) if problem.severity == "error"] == []
