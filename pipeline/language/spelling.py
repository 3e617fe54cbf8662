"""Which words stand in a text, and where? Case, ё, accents and punctuation make no difference to a word."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(
    r"(?P<clock>\d{1,2}:\d{2})(?!\d)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<sign>[%₽$€£])"
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
    found: list[Spelling] = []
    questions = _question_ends(clean) if "?" in clean else ()
    may_be_pieces = "'" in clean or "’" in clean or "ʼ" in clean
    last_end = 0
    opens, asked = True, False
    for match in _WORD.finditer(clean):
        start, end = match.span()
        if found:
            # A single space parts most words; only what is longer, or is no space, can end a clause.
            gap = clean[last_end:start]
            opens = gap != " " and _SENTENCE_END.search(gap) is not None
        if questions:
            asked = any(first <= start < until for first, until in questions)
        word = match.group()
        if may_be_pieces and ("'" in word or "’" in word or "ʼ" in word):
            for piece, offset in _pieces(match):
                found.append(Spelling(fold(piece), offset, offset + len(piece), opens, asked))
                opens = False
        else:
            found.append(Spelling(word if is_folded else fold(word), start, end, opens, asked))
        last_end = end
    return found


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
    if lowered in ("can't", "won't", "shan't"):
        return [
            ({"can't": "can", "won't": "will", "shan't": "shall"}[lowered], match.start()),
            ("not", match.end() - 1),
        ]
    if lowered.endswith("n't"):
        return [(word[:-3], match.start()), ("not", match.end() - 3)]
    if "'" in lowered:
        head, _, tail = lowered.partition("'")
        return [(word[: len(head)], match.start()), (tail, match.start() + len(head) + 1)]
    return [(word, match.start())]
