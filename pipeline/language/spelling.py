"""Which words stand in a text, and where? Case, ё, accents and punctuation make no difference to a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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

_OTHER_SPACE = re.compile(r"[^\S ]")
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
    clean = folded if len(folded) == len(clean) else clean
    # White space other than blanks is rare; beside a dash it ends a clause as blanks do. It can't be printed.
    other_space = not clean.isprintable() and _OTHER_SPACE.search(clean)
    words = _read(clean) if other_space else _join(clean.split(" "))
    return _with_questions(words, clean) if "?" in clean else words


class _Part(NamedTuple):
    """What stands between two blanks: its words, and whether a clause ends before the first and after the last."""

    words: tuple[Spelling, ...]
    ends_before: bool
    ends_after: bool


def _join(parts: Sequence[str]) -> list[Spelling]:
    """The words of a text that was parted at its blanks: most parts of any talk were read before."""
    found: list[Spelling] = []
    place, opens = 0, True
    for text in parts:
        words, ends_before, ends_after = _parts.get(text) or _learn(text)
        if words:
            opens = opens or ends_before
            for word, start, end, opens_inside, asked in words:
                found.append(_spelling((word, place + start, place + end, opens or opens_inside, asked)))
                opens = False
        opens = opens or ends_after
        place += len(text) + 1
    return found


_parts: dict[str, _Part] = {}
_MOST_PARTS = 100_000


def _learn(text: str) -> _Part:
    words = _read(text)
    edges = [edge for match in _WORD.finditer(text) for edge in match.span()]
    before, after = (text[: edges[0]], text[edges[-1] :]) if edges else ("", f" {text} ")
    inside = [word._replace(opens_clause=False) for word in words[:1]] + words[1:]
    part = _Part(tuple(inside), _SENTENCE_END.search(before) is not None, _SENTENCE_END.search(after) is not None)
    if len(_parts) >= _MOST_PARTS:
        _parts.clear()
    _parts[text] = part
    return part


def _read(clean: str) -> list[Spelling]:
    """The words of a text, wherever they stand; what asks is told later."""
    may_be_pieces = "'" in clean or "’" in clean or "ʼ" in clean
    found: list[Spelling] = []
    last_end = 0
    for match in _WORD.finditer(clean):
        start, end = match.span()
        opens = not found or _SENTENCE_END.search(clean, last_end, start) is not None
        word = match.group()
        if may_be_pieces and ("'" in word or "’" in word or "ʼ" in word):
            for piece, offset in _pieces(match):
                found.append(Spelling(fold(piece), offset, offset + len(piece), opens, asked=False))
                opens = False
        else:
            found.append(Spelling(fold(word), start, end, opens, asked=False))
        last_end = end
    return found


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
        verb = [(word[:-3], match.start())] if len(word) > 3 else []
        return [*verb, ("not", match.end() - 3)]
    if "'" in lowered:
        head, _, tail = lowered.partition("'")
        return [(word[: len(head)], match.start()), (tail, match.start() + len(head) + 1)]
    return [(word, match.start())]
