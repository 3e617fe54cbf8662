"""Is a phrase written so that it can be found in a call? Placeholders, alternatives in brackets, length, alphabet.

A phrase is text with placeholders in braces and choices in round brackets: `(добрый день|здравствуйте)`, where an
empty choice makes the rest optional: `(вам|) удобно`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts_library.campaign import PLACEHOLDERS, Language
from scripts_library.shapes import similar

_RUSSIAN_NAMES = {
    "агент": "agent", "менеджер": "agent", "оператор": "agent", "компания": "company", "клиент": "client",
    "имя": "name", "дата": "date", "день": "date", "время": "time", "час": "time", "город": "city",
    "товар": "product", "продукт": "product", "номер": "number", "телефон": "number", "цена": "value",
    "сумма": "value", "стоимость": "value", "значение": "value", "price": "value", "manager": "agent",
    "customer": "client", "phone": "number",
}  # fmt: skip
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORTEST_WORD = 5
_LONGEST_SHOWN = 60
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a phrase, as a problem's code and values."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def faults(phrase: str, language: Language) -> Iterator[Fault]:
    """Everything that is wrong with a phrase that calls are searched for."""
    bracket = _unbalanced(phrase)
    if bracket:
        yield Fault("unbalanced", (("bracket", bracket),))
        return
    for name in _PLACEHOLDER.findall(phrase):
        if name not in PLACEHOLDERS:
            near = _RUSSIAN_NAMES.get(name.strip().lower()) or similar(name.strip(), list(PLACEHOLDERS))
            known = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
            yield Fault("unknown_placeholder", (("name", name), ("near", near), ("known", known)))
    if "|" in _without_groups(phrase):
        yield Fault("bar_outside")
    yield from _too_little(phrase)
    yield from foreign(phrase, language)


def foreign(phrase: str, language: Language) -> Iterator[Fault]:
    """Words with letters of two alphabets, and a phrase in the other language's alphabet."""
    text = _PLACEHOLDER.sub(" ", phrase)
    for word in _WORD.findall(text):
        for piece in word.split("-"):
            latin, cyrillic = _LATIN.findall(piece), _CYRILLIC.findall(piece)
            if latin and cyrillic:
                fewer = latin if len(latin) <= len(cyrillic) else cyrillic
                letters = "".join(dict.fromkeys(fewer))
                yield Fault("mixed_letters", (("word", word), ("letters", letters)))
    words = [word for word in _WORD.findall(text) if not word.isdecimal()]
    has_latin, has_cyrillic = bool(_LATIN.search(text)), bool(_CYRILLIC.search(text))
    # One Latin word alone is as a rule a name that Russians write so: WhatsApp, VIP.
    not_russian = has_latin and not has_cyrillic and len(words) > 1
    not_english = has_cyrillic and not has_latin
    if not_russian if language == "ru" else not_english:
        yield Fault("other_language", (("phrase", _shown(phrase)), ("language", language)))


def _shown(phrase: str) -> str:
    return phrase if len(phrase) <= _LONGEST_SHOWN else f"{phrase[:_LONGEST_SHOWN]}…"


def _unbalanced(phrase: str) -> str:
    """The first bracket without a partner, or an empty text."""
    open_brackets: list[str] = []
    for sign in phrase:
        if sign in "({":
            if open_brackets and open_brackets[-1] == "{":
                return "{"
            open_brackets.append(sign)
        elif sign in ")}":
            partner = "(" if sign == ")" else "{"
            if not open_brackets or open_brackets.pop() != partner:
                return sign
    return open_brackets[-1] if open_brackets else ""


def _without_groups(phrase: str) -> str:
    """The phrase without what stands in round brackets."""
    while (shorter := re.sub(r"\([^()]*\)", " ", phrase)) != phrase:
        phrase = shorter
    return phrase


def _shortest(phrase: str) -> str:
    """The phrase with the shortest choice of each group."""
    while (chosen := re.sub(r"\(([^()]*)\)", lambda group: min(group[1].split("|"), key=len), phrase)) != phrase:
        phrase = chosen
    return phrase


def _too_little(phrase: str) -> Iterator[Fault]:
    shortest = _shortest(phrase)
    words = _WORD.findall(_PLACEHOLDER.sub(" ", shortest))
    if not words:
        code = "only_placeholders" if _PLACEHOLDER.search(shortest) else "too_short"
        yield Fault(code, (("phrase", _shown(phrase)),))
    elif len(words) == 1 and len(words[0]) < _SHORTEST_WORD and not _PLACEHOLDER.search(shortest):
        yield Fault("too_short", (("phrase", _shown(phrase)),))
