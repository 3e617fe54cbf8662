"""The pages' words: all there in both languages, all used, and counted as each language counts."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import api.pages
from api.pages.call import KEYS
from api.pages.calls import Result
from api.pages.strings import LANGUAGES, STRINGS, Language, count, text
from api.shapes import Kind
from pipeline.activity import BYS
from pipeline.adherence import StepStatus
from pipeline.conduct import Conduct
from pipeline.fact_questions import Reply
from pipeline.follow_ups import Deed
from pipeline.funnel import STAGES
from pipeline.outcome import OutcomeKind
from pipeline.product_info import FactStatus
from pipeline.topics import TopicStatus
from pipeline.transcript import Direction, Speaker, Written
from pipeline.unknown import UnknownKind

TEMPLATES = Path(api.pages.__file__).parent / "templates"
NAMED = re.compile(r"""\b(?:t|counted)\(\s*["']([a-z_.]+)["']\s*[,)]""")
BUILT = re.compile(r"""\b(?:t|counted)\(\s*["']([a-z_]+\.(?:[a-z]+_)?)["']\s*~""")

# What templates put together at run time: the beginning, and all that may follow it.
ENDINGS: dict[str, tuple[str, ...]] = {
    "direction.": get_args(Direction),
    "kind.": ("call", *get_args(Written)),
    "call.title_": get_args(Written),
    "outcome.": get_args(OutcomeKind),
    "filter.result_": get_args(Result),
    "steps.": get_args(StepStatus),
    "facts.": get_args(FactStatus),
    "objections.": ("no_answer", "recommended", "own", "gave_up"),
    "reply.": get_args(Reply),
    "topics.": get_args(TopicStatus),
    "promise.": get_args(Deed),
    "speaker.": (*get_args(Speaker), "unknown"),
    "score.": ("passed", "failed", "unscored"),
    "conduct.": tuple(field.name for field in fields(Conduct)),
    "funnel.": STAGES,
    "activity.": ("calls", "eligible", "score", "next_steps", "sales", "won", "lost", "invoices", "payments"),
    "activity.by_": BYS,
    "activity.one_": BYS,
    "unknown.": get_args(UnknownKind),
    "unknown.entry_": get_args(UnknownKind),
    "keys.": tuple(action for _, _, action in KEYS),
    "tag.": get_args(Kind),
    "error.": tuple(f"{kind}{end}" for kind in ("not_found", "invalid", "internal") for end in ("", "_hint")),
}


def said_in_templates() -> set[str]:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    built = set(BUILT.findall(sources))
    assert built <= set(ENDINGS)
    return set(NAMED.findall(sources)) | {start + end for start, ends in ENDINGS.items() for end in ends}


def test_no_text_that_a_page_says_is_missing_and_none_is_left_over() -> None:
    assert said_in_templates() == set(STRINGS)


def values_in(form: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(form) if name is not None)


def test_every_text_is_there_in_both_languages_with_the_same_values_in_it() -> None:
    for key, (russian, english) in STRINGS.items():
        forms = (russian.split("|"), english.split("|"))
        assert all(form.strip() for form in forms[0] + forms[1]), key
        assert len({values_in(form) for form in forms[0] + forms[1]}) == 1, key
        assert [len(each) for each in forms] in ([1, 1], [3, 2]), key


def test_russian_texts_are_in_russian_letters() -> None:
    for key, (russian, _) in STRINGS.items():
        words = re.sub(r"\{\w+\}|callgrade ingest|serve|CRM", "", russian)
        assert not re.search(r"[a-z]", words, re.IGNORECASE), key


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (0, "0 звонков", "0 calls"),
        (1, "1 звонок", "1 call"),
        (2, "2 звонка", "2 calls"),
        (5, "5 звонков", "5 calls"),
        (11, "11 звонков", "11 calls"),
        (12, "12 звонков", "12 calls"),
        (21, "21 звонок", "21 calls"),
        (22, "22 звонка", "22 calls"),
        (111, "111 звонков", "111 calls"),
        (1001, "1\u00a0001 звонок", "1,001 calls"),
    ],
)
def test_counts_take_the_form_of_their_number(number: int, russian: str, english: str) -> None:
    assert count("calls.count", number, "ru") == russian
    assert count("calls.count", number, "en") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_text_is_an_error_and_not_an_empty_place(language: Language) -> None:
    with pytest.raises(KeyError):
        text("no.such", language)
