"""Which words stand in a text, and where? Case, ё, accents and punctuation make no difference to a word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(
    r"(?P<clock>\d{1,2}:\d{2})(?!\d)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<sign>[%₽$€£])"
)
_SENTENCE_END = re.compile(r"[.!?…;]|\s[—–-]\s|,")

_SHORTENED = {"can't": "can", "won't": "will", "shan't": "shall"}


@dataclass(frozen=True, slots=True)
class Spelling:
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
    composed = unicodedata.normalize("NFC", text)
    return composed.replace("\u0301", "").replace("\u0300", "").replace("\u00ad", "")


def fold(word: str) -> str:
    """A word in the spelling that is compared."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def spell(text: str) -> list[Spelling]:
    """The words of a text in order; `asked` tells that the sentence they stand in ends in a question mark."""
    clean = plain(text)
    found: list[Spelling] = []
    asked_until = _question_ends(clean)
    last_end = 0
    for match in _WORD.finditer(clean):
        opens = not found or _SENTENCE_END.search(clean, last_end, match.start()) is not None
        asked = any(start <= match.start() < end for start, end in asked_until)
        for piece, offset in _pieces(match):
            found.append(Spelling(fold(piece), offset, offset + len(piece), opens, asked))
            opens = False
        last_end = match.end()
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
