"""Can a number that contradicts the sheet be the sheet's own, of which the recogniser lost or mangled a word?"""

from __future__ import annotations

from difflib import SequenceMatcher

from pipeline.heard import Heard, Token
from pipeline.language.grammar import Grammar

_LIKE_A_NUMBER = 0.62
# A short number word is the beginning of too many others («сто», «стоит»).
_LEAST_LETTERS = 4


def is_rest_of(token: Token, value: float, sheet: float, heard: Heard) -> bool:
    """Whether the number is the sheet's with a word of it mangled («forty ninidollars» of 49)."""
    if token.amount is not None and token.amount.headless:
        return sheet > value and sheet % 1000 == value % 1000 != 0
    return _is_part(value, sheet) and _is_mangled(token, heard)


def may_be_misheard(token: Token, value: float, sheet: float, heard: Heard) -> bool:
    """Whether a word beside the number looks like one that was misheard, or a short one may have been lost."""
    if token.amount is not None and token.amount.headless:
        return True
    return _is_mangled(token, heard) or (_is_part(value, sheet) and not heard.questions_marked)


def _is_mangled(token: Token, heard: Heard) -> bool:
    words = heard.tokens[token.segment]
    position = next(index for index, word in enumerate(words) if word is token)
    beside = [words[place] for place in (position - 1, position + 1) if 0 <= place < len(words)]
    return any(_looks_like_a_number(word, heard.grammar) for word in beside)


def _looks_like_a_number(word: Token, grammar: Grammar) -> bool:
    if word.amount is not None and word.amount.unit is None:
        return True
    if len(word.word) < 5 or (grammar.code == "ru" and grammar.known(word.word)):
        return False
    if any(form in grammar.numbers.units for form in grammar.forms(word.word)):
        return False
    return any(
        len(name) >= _LEAST_LETTERS
        and name[0] == word.word[0]
        and SequenceMatcher(None, word.word[: len(name)], name).ratio() >= _LIKE_A_NUMBER
        for name in grammar.numbers.values
    )


def _is_part(value: float, whole: float) -> bool:
    """Whether a number is what is left of another one when some of its words are lost: 40 of 49, 50 of 150."""
    if value <= 0 or value >= whole:
        return False
    for scale in (1000.0, 1.0):
        high, low = divmod(whole, scale)
        if value in (high * scale, low) and high and low:
            return True
    digits = f"{int(whole)}"
    parts = {float(int(digit) * 10 ** (len(digits) - 1 - place)) for place, digit in enumerate(digits) if digit != "0"}
    if 10 < whole % 100 < 20:
        parts = {part for part in parts if part >= 100} | {whole % 100}
    sums = {0.0}
    for part in parts:
        sums |= {each + part for each in sums}
    return value in sums
