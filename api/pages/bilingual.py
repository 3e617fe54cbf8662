"""In which languages do the pages speak, and what is one text of theirs?"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")


class Text(NamedTuple):
    """One text in both languages; a count's forms are divided by | (ru: 1, 2, 5; en: 1, 2)."""

    ru: str
    en: str
