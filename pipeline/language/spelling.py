"""Which words stand in a text, and where? Case, ё, accents and punctuation make no difference to a word."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import NamedTuple

_WORD = re.compile(
    # The commonest first: a word, a clock time, a number, a sign.
    r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
    r"|\d{1,2}:\d{2}(?!\d)"
    r"|\d+(?:[.,]\d+)*"
    r"|[%₽$€£]"
)
_SENTENCE_END = re.compile(r"[.!?…;]|\s[—–-]\s|,")

_SHORTENED = {"can't": "can", "won't": "will", "shan't": "shall"}


class Spelling(NamedTuple):
    """A word as it is compared (lower case, ё as е), with its place in the text as characters from 0."""

    text: str
    start: int
    end: int
    opens_clause: bool
    asked: bool


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """Text with composed letters and no stress marks, so that equal words are equal strings."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return composed.replace("\u0301", "").replace("\u0300", "").replace("\u00ad", "")


def fold(word: str) -> str:
    """A word in the spelling that is compared."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def spell(text: str) -> list[Spelling]:
    """The words of a text in order; `asked` tells that the sentence they stand in ends in a question mark."""
    clean = plain(text)
    folded = fold(clean)
    # Hardly any letter is longer when it is small; where one is, the places are those of the text as it was.
    clean, is_folded = (folded, True) if len(folded) == len(clean) else (clean, False)
    may_be_pieces = "'" in clean or "’" in clean or "ʼ" in clean
    found: list[Spelling] = []
    last_end = 0
    for match in _WORD.finditer(clean):
        start, end = match.span()
        # A single space parts most words; only what is longer, or is no space, can end a clause.
        opens = not found or (clean[last_end:start] != " " and _SENTENCE_END.search(clean, last_end, start) is not None)
        word = match.group()
        if may_be_pieces and ("'" in word or "’" in word or "ʼ" in word):
            for piece, offset in _pieces(match):
                found.append(Spelling(fold(piece), offset, offset + len(piece), opens, asked=False))
                opens = False
        else:
            found.append(_spelling((word if is_folded else fold(word), start, end, opens, False)))
        last_end = end
    return _with_questions(found, clean) if "?" in clean else found


_spelling = partial(tuple.__new__, Spelling)


def _with_questions(found: list[Spelling], text: str) -> list[Spelling]:
    questions = _question_ends(text)
    return [
        _spelling((*word[:4], True)) if any(first <= word.start < until for first, until in questions) else word
        for word in found
    ]


def _question_ends(text: str) -> list[tuple[int, int]]:
    questions = []
    start = 0
    for mark in re.finditer(r"[.!?…]+", text):
        if "?" in mark.group():
            questions.append((start, mark.end()))
        start = mark.end()
    return questions


def _pieces(match: re.Match[str]) -> list[tuple[str, int]]:
    word = match.group()
    lowered = word.lower().replace("’", "'").replace("ʼ", "'")
    if lowered in _SHORTENED:
        return [(_SHORTENED[lowered], match.start()), ("not", match.end() - 1)]
    if lowered.endswith("n't"):
        return [(word[:-3], match.start()), ("not", match.end() - 3)]
    if "'" in lowered:
        head, _, tail = lowered.partition("'")
        return [(word[: len(head)], match.start()), (tail, match.start() + len(head) + 1)]
    return [(word, match.start())]
