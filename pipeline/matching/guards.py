"""Do the words round a passage turn its meaning: a question where a statement is wanted, a mere announcement?"""

from __future__ import annotations

from pipeline.heard import Token
from pipeline.language.grammar import Grammar
from pipeline.matching.book import Records
from pipeline.matching.compiled import compiled
from pipeline.matching.sheet import ASKED, LATER, OPENS, QUESTION_WORD, TELLING

_REACH = 4
_SMALL_WORD = 0.2


def asks(token: Token, grammar: Grammar) -> bool:
    """Whether a word makes its clause a question."""
    return token.asked or token.form in grammar.question_words or token.word in grammar.question_particles


@compiled
def asked_not_stated(first: int, row_first: int, row_end: int, words: Records) -> bool:
    """Whether a question word opens the clause that a passage begins in («а что входит в цену»)."""
    word = first
    while word > first - _REACH and word >= row_first:
        flags = words[word]["flags"]
        opens = (flags & OPENS) != 0 or word == row_first
        opens = opens or (word == row_first + 1 and words[row_first]["weight"] < _SMALL_WORD)
        if flags & QUESTION_WORD and opens:
            return (flags & ASKED) != 0 or not _punctuated(row_first, row_end, words)
        if flags & OPENS and word < first:
            return False
        word -= 1
    return False


@compiled
def announced(first: int, last: int, row_first: int, row_end: int, words: Records) -> bool:
    """Whether a passage is only promised for later («цену потом скажу»)."""
    later, telling = False, False
    for word in range(max(row_first, first - _REACH), min(row_end, last + 1 + _REACH)):
        flags = words[word]["flags"]
        later = later or (flags & LATER) != 0
        telling = telling or ((flags & TELLING) != 0 and not flags & ASKED)
    return later and telling


@compiled
def _punctuated(row_first: int, row_end: int, words: Records) -> bool:
    punctuated = False
    for word in range(row_first + 1, row_end):
        punctuated = punctuated or (words[word]["flags"] & (OPENS | ASKED)) != 0
    return punctuated
