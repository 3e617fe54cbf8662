"""Which turns of phrase, the same in any line of business, show a doubt, a deal, a promise or a way out?"""

from __future__ import annotations

from functools import lru_cache

from pipeline.language import grammar
from pipeline.matching.patterns import Patterns
from pipeline.sayings import doubts_en, doubts_ru, ends_en, ends_ru, replies


@lru_cache(maxsize=2)
def sayings(language: str) -> Patterns:
    """The turns of phrase of a language (ru or en), read once in a process."""
    tables = (
        (doubts_ru.DOUBTS, ends_ru.ENDS, replies.RUSSIAN)
        if language == "ru"
        else (doubts_en.DOUBTS, ends_en.ENDS, replies.ENGLISH)
    )
    lines = {name: text for table in tables for name, text in table.items()}
    return Patterns(lines, grammar(language))


__all__ = ["sayings"]
