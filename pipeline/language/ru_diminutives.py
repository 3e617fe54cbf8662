"""Which plain noun does a Russian speaker make small or dear: «телефончик», «адресочек», «скидочка»?

Sales talk is full of them, and what they mean is the noun itself. Those with a regular suffix are found by rule, where
the dictionary has the noun; -ка is also the ending of too many plain words («доставка»), so those are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.language.spelling import word_set

_LISTED = {
    "адресок": "адрес", "бумажка": "бумага", "вечерок": "вечер", "времечко": "время", "встречка": "встреча",
    "денежка": "деньги", "денек": "день", "домишко": "дом", "квартирка": "квартира", "комнатка": "комната",
    "копеечка": "копейка", "кофеек": "кофе", "кухонька": "кухня", "неделька": "неделя",
    "номерок": "номер", "окошко": "окно", "разок": "раз",
    "суммочка": "сумма", "тысячка": "тысяча", "тысчонка": "тысяча", "улочка": "улица", "циферка": "цифра",
    "чаек": "чай", "часок": "час", "звоночек": "звонок", "денечек": "день", "парочка": "пара",
}  # fmt: skip
# What has the suffix and is another thing.
_PLAIN = word_set(
    """
    бабочка бутик весточка голик график девочка карточка классик комик критик кролик кулик ласточка мальчик мужик
    минуточка оболочка пластик платок ролик строчка секундочка титаник точка трубочка цепочка
    """
)
_DEAR = re.compile(r"(.{3,}?)[ое]ч(?:к(?:а|у|и|е|ой|ою|ам|ами|ах|ом|ов)|ек)$")
_SMALL = re.compile(r"(.{3,})ик$")
# «Договорчик» is a contract; after other letters -чик is somebody: «заказчик».
_SMALL_THEN_CH = re.compile(r"(.{3,}[влмнпрфй])чик$")
_SMALL_AGAIN = re.compile(r"(.{3,}ни)чек$")
_AFTER_DEAR = (("ка", "femn"), ("ок", "masc"), ("ек", "masc"), ("а", "femn"), ("", "masc"), ("я", "femn"))


def plain(word: str, form: str, gender: Callable[[str], str | None]) -> str | None:
    """The noun that a word (in the normal form `form`) makes small, None where it makes none small.

    `gender` tells that of a noun of the dictionary that stands for a thing and is in its normal form, masc or femn.
    """
    listed = _LISTED.get(word) or _LISTED.get(form)
    if listed is not None or form in _PLAIN:
        return listed
    noun = next((noun for noun, wanted in _candidates(word, form) if gender(noun) == wanted), None)
    return _LISTED.get(noun, noun) if noun is not None else None


def _candidates(word: str, form: str) -> Iterator[tuple[str, str]]:
    # The normal form of a word that the dictionary doesn't have is a guess, and with this suffix a bad one.
    dear = _DEAR.match(word)
    if dear:
        for ending, gender in _AFTER_DEAR:
            yield dear[1] + ending, gender
    for pattern, endings in ((_SMALL_AGAIN, ("к",)), (_SMALL_THEN_CH, ("", "ь")), (_SMALL, ("", "ь"))):
        small = pattern.match(form)
        if small:
            for ending in endings:
                yield small[1] + ending, "masc"
