"""How are numbers written down by a recogniser that prefers digits, or by one that prefers words?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_RU_UNITS = {
    "один": 1, "одна": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7,
    "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14,
    "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20,
    "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80,
    "девяносто": 90, "сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600,
    "семьсот": 700, "восемьсот": 800, "девятьсот": 900, "двух": 2, "трех": 3, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "четырех": 4,
    "двенадцати": 12, "пятнадцати": 15, "четырнадцати": 14,
    "десяти": 10, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "ста": 100, "пятисот": 500,
}  # fmt: skip
_EN_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_RU_THOUSANDS = ("тысяч", "тысячи", "тысяча", "тысячу")
# Words that are numbers only beside other numbers: "один" and "one" mostly stand for "a".
_RARELY_NUMBERS = {"один", "одна", "одну", "one", *_RU_THOUSANDS}


def digits_for_words(words: Sequence[str], language: str) -> list[str]:
    """The words with every spoken number as digits: "двадцать четыре тысячи" becomes "24000"."""
    units = _RU_UNITS if language == "ru" else _EN_UNITS
    written: list[str] = []
    place = 0
    while place < len(words):
        value, after = _number(words, place, units, language)
        if after > place and not (after == place + 1 and words[place] in _RARELY_NUMBERS):
            written.append(str(value))
            place = after
        else:
            written.append(words[place])
            place += 1
    return written


def words_for_digits(words: Sequence[str], language: str) -> list[str]:
    """The words with every written number under a million in words."""
    return [part for word in words for part in (_spell(int(word), language) if _is_plain(word) else [word])]


def _is_plain(word: str) -> bool:
    return word.isdigit() and 0 < int(word) < 1_000_000


def _number(words: Sequence[str], place: int, units: Mapping[str, int], language: str) -> tuple[int, int]:
    total, part, least = 0, 0, 10_000
    start = place
    while place < len(words):
        word = words[place]
        thousand = word in _RU_THOUSANDS if language == "ru" else word == "thousand"
        if thousand and not total and (part or language == "ru"):
            total, part, least = (part or 1) * 1000, 0, 1000
        elif language == "en" and word == "hundred" and 0 < part < 10:
            part, least = part * 100, 100
        elif word in units and _fits(units[word], least):
            part, least = part + units[word], _size(units[word])
        else:
            break
        place += 1
    return (total + part, place) if place > start else (0, start)


def _fits(value: int, least: int) -> bool:
    """Whether a number word can follow one of the size `least`: forty two, but not two forty or five six."""
    return _size(value) < least and not (least == 10 and value >= 10)


def _size(value: int) -> int:
    if value < 20:
        return 1
    return 10 if value < 100 else 100


def _spell(value: int, language: str) -> list[str]:
    words: list[str] = []
    if value >= 1000:
        words += [*_spell(value // 1000, language), "тысяч" if language == "ru" else "thousand"]
        value %= 1000
    units = _RU_UNITS if language == "ru" else _EN_UNITS
    if language == "en" and value >= 100:
        words += [*_spell(value // 100, language), "hundred"]
        value %= 100
    names: dict[int, str] = {}
    for name, number in units.items():
        names.setdefault(number, name)
    for number in sorted(names, reverse=True):
        if 0 < number <= value and (number >= 20 or number == value):
            words.append(names[number])
            value -= number
    return words
