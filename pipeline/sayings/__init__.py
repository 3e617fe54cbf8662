"""Which turns of phrase, the same in any line of business, show a doubt, a deal, a way out, or what a manager does?"""

from __future__ import annotations

from functools import lru_cache

from pipeline.heard import read_words
from pipeline.language import grammar
from pipeline.matching.patterns import Patterns, Said
from pipeline.sayings import (
    asking_en,
    asking_of_en,
    asking_of_ru,
    asking_ru,
    doubts_en,
    doubts_ru,
    ends_en,
    ends_ru,
    misgivings_en,
    misgivings_ru,
    offering_en,
    offering_ru,
    promising_en,
    promising_ru,
    putting_off,
    replies,
    telling_en,
    telling_ru,
    wrongs_en,
    wrongs_ru,
)
from pipeline.sayings.wordings import DEED, deeds_worded

# What the names of what managers must not do begin with, where a campaign forbids it.
WRONG = "wrong/"


@lru_cache(maxsize=2)
def sayings(language: str) -> Patterns:
    """The turns of phrase of a language (ru or en), read once in a process."""
    deeds_in_russian = (
        asking_ru.ASKING,
        asking_of_ru.ASKING_OF,
        offering_ru.OFFERING,
        telling_ru.TELLING,
        promising_ru.PROMISING,
    )
    deeds_in_english = (
        asking_en.ASKING,
        asking_of_en.ASKING_OF,
        offering_en.OFFERING,
        telling_en.TELLING,
        promising_en.PROMISING,
    )
    parrying = (replies.RUSSIAN, putting_off.RUSSIAN) if language == "ru" else (replies.ENGLISH, putting_off.ENGLISH)
    russian = (doubts_ru.DOUBTS, misgivings_ru.MISGIVINGS, ends_ru.ENDS, wrongs_ru.WRONGS, *parrying, *deeds_in_russian)
    english = (doubts_en.DOUBTS, misgivings_en.MISGIVINGS, ends_en.ENDS, wrongs_en.WRONGS, *parrying, *deeds_in_english)
    tables = russian if language == "ru" else english
    lines: dict[str, str] = {}
    for table in (*tables, deeds_worded(language)):
        for name, text in table.items():
            lines[name] = f"{lines.get(name, '')}\n{text.strip()}"
    return Patterns(lines, grammar(language))


def sayings_in(phrase: str, language: str) -> list[Said]:
    """The turns of phrase in a phrase of the library, whose signs of choice say nothing."""
    words = phrase.translate(_SIGNS_OF_CHOICE)
    return sayings(language).find(read_words(words, grammar(language)))


_SIGNS_OF_CHOICE = str.maketrans("()|?", "    ")

__all__ = ["DEED", "WRONG", "sayings", "sayings_in"]
