"""Which languages can be judged, and which grammar goes with a language code?"""

from __future__ import annotations

from pipeline.language.en import ENGLISH
from pipeline.language.grammar import Grammar
from pipeline.language.ru import RUSSIAN

_GRAMMARS = {"ru": RUSSIAN, "en": ENGLISH}


def grammar(code: str) -> Grammar:
    """The grammar for a campaign's language code (ru or en); raises KeyError for any other."""
    return _GRAMMARS[code]
