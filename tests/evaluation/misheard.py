"""What would a recogniser with a word error of 12-18 % have heard of a call? The same for the same call and seed.

The mistakes are those that real recognisers make: endings, letters that sound alike, words merged, split or lost,
digits for number words and the reverse; case and punctuation are gone, and long remarks fall into two segments.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from pipeline.transcript import Segment
from tests.evaluation.numerals import digits_for_words, words_for_digits
from tests.evaluation.reviewed import Rendition, ReviewedCall, as_said

# Chosen so that the measured word error of the whole set, numerals included, lies about the middle of 12-18 %.
MISTAKES = 0.135
NUMERALS_SWAPPED = 0.5
LONG_REMARK = 90

_RU_ENDINGS = (
    ("ого", "ова"), ("его", "ева"), ("ые", "ый"), ("ый", "ые"), ("ая", "ую"), ("ую", "ая"), ("ой", "ый"),
    ("ть", "т"), ("тся", "ться"), ("ться", "тся"), ("ете", "ите"), ("ите", "ете"), ("ет", "ют"),
    ("ют", "ет"), ("ли", "л"), ("ла", "ло"), ("ами", "ам"), ("ах", "а"), ("ов", "ы"), ("ом", "ам"),
    ("ия", "ии"), ("ы", "а"), ("а", "ы"), ("у", "а"), ("е", "и"), ("и", "е"), ("я", "и"), ("й", ""),
    ("м", ""), ("т", ""),
)  # fmt: skip
_EN_ENDINGS = (
    ("ing", "in"), ("ies", "y"), ("ed", ""), ("es", ""), ("ers", "er"), ("er", "a"), ("ly", "le"), ("s", ""),
    ("t", ""), ("d", ""), ("e", ""), ("y", "ie"), ("n", "ns"), ("k", "ks"),
)  # fmt: skip
_RU_SOUNDS = (
    ("о", "а"), ("а", "о"), ("е", "и"), ("и", "е"), ("я", "и"), ("з", "с"), ("с", "з"), ("д", "т"),
    ("т", "д"), ("б", "п"), ("п", "б"), ("в", "ф"), ("г", "к"), ("к", "г"), ("ж", "ш"), ("ш", "щ"),
    ("сч", "щ"), ("тч", "ч"), ("нн", "н"), ("сс", "с"), ("м", "н"), ("ы", "и"), ("здр", "др"), ("стн", "сн"),
)  # fmt: skip
_EN_SOUNDS = (
    ("ea", "ee"), ("ee", "ea"), ("ou", "ow"), ("c", "k"), ("ck", "k"), ("ph", "f"), ("th", "d"), ("v", "b"),
    ("b", "p"), ("t", "d"), ("d", "t"), ("s", "z"), ("i", "e"), ("e", "i"), ("a", "e"), ("o", "a"),
    ("m", "n"), ("n", "m"), ("ll", "l"), ("gh", ""), ("wh", "w"), ("kn", "n"), ("tion", "shun"),
)  # fmt: skip
_EN_ALIKE = {
    "your": "you're", "their": "there", "there": "their", "for": "four", "to": "two", "our": "are",
    "are": "our", "by": "buy", "right": "write", "week": "weak", "would": "wood", "know": "no",
    "than": "then", "and": "in", "in": "and", "can": "can't", "we'll": "well", "it's": "its", "have": "of",
    "this": "these", "meet": "meat", "an": "and",
}  # fmt: skip
_RU_ALIKE = {
    "вас": "нас", "вам": "нам", "нас": "вас", "мы": "вы", "вы": "мы", "это": "эту", "как": "так",
    "что": "што", "да": "то", "или": "ли", "есть": "ест", "она": "он", "они": "а не", "сейчас": "счас",
    "когда": "тогда", "тоже": "то же", "чтобы": "что бы", "потом": "по том", "сколько": "скока",
    "здравствуйте": "здрасте", "пожалуйста": "пожалуста",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*", re.UNICODE)


def as_misheard(call: ReviewedCall, seed: int = 0) -> Rendition:
    """The call as a recogniser might have written it down, decided by the call's id and the seed alone."""
    said = as_said(call)
    language = call.campaign.language
    chance = random.Random(f"{call.id}/{seed}")  # noqa: S311 - no secret hangs on it
    segments: list[Segment] = []
    remark_of: list[int] = []
    for index, whole in enumerate(said.transcript.segments):
        for segment in _halves(whole):
            text = " ".join(misheard_words(segment.text, language, chance))
            if text:
                segments.append(replace(segment, text=text))
                remark_of.append(index)
    return Rendition(call, replace(said.transcript, segments=tuple(segments)), tuple(remark_of))


def word_error(renditions: Iterable[Rendition]) -> float:
    """The share of said words that were written down wrongly, lost or invented, over all the renditions, 0-1."""
    wrong = total = 0
    for rendition in renditions:
        said = [word for remark in rendition.call.remarks for word in plain_words(remark.text)]
        heard = [word for segment in rendition.transcript.segments for word in segment.text.split()]
        wrong += Levenshtein.distance(said, heard)
        total += len(said)
    return wrong / total


def plain_words(text: str) -> list[str]:
    """The words of a text as a recogniser without punctuation writes them."""
    return [word.lower().replace("ё", "е") for word in _WORD.findall(text)]


def _halves(segment: Segment) -> list[Segment]:
    """A long remark cut at the end of the sentence nearest to its middle; a short one as it is."""
    cuts = [found.end() for found in re.finditer(r"[.!?,] ", segment.text)]
    if len(segment.text) < LONG_REMARK or not cuts:
        return [segment]
    cut = min(cuts, key=lambda place: abs(place - len(segment.text) / 2))
    moment = round(segment.start + (segment.end - segment.start) * cut / len(segment.text), 2)
    return [
        replace(segment, end=moment, text=segment.text[:cut]),
        replace(segment, start=moment, text=segment.text[cut:]),
    ]


def misheard_words(text: str, language: str, chance: random.Random) -> list[str]:
    """The words of one remark as a recogniser might have written them down."""
    return _mishear(plain_words(text), language, chance)


def _mishear(words: list[str], language: str, chance: random.Random) -> list[str]:
    if chance.random() < NUMERALS_SWAPPED:
        words = digits_for_words(words, language)
    else:
        words = words_for_digits(words, language)
    heard: list[str] = []
    for word in words:
        if chance.random() >= MISTAKES or word.isdigit():
            heard.append(word)
        else:
            _damage(heard, word, language, chance)
    return heard


def _damage(heard: list[str], word: str, language: str, chance: random.Random) -> None:
    if len(word) <= 3 and chance.random() < 0.45:
        return
    alike = (_RU_ALIKE if language == "ru" else _EN_ALIKE).get(word)
    if alike and chance.random() < 0.6:
        heard.extend(alike.split())
        return
    kind = chance.choices(("ending", "sound", "merge", "split"), (40, 36, 14, 10))[0]
    if kind == "merge" and heard:
        heard[-1] += word
    elif kind == "split" and len(word) > 5:
        cut = chance.randint(2, len(word) - 3)
        heard += [word[:cut], word[cut:]]
    elif kind == "ending" and len(word) > 3:
        heard.append(_other_ending(word, _RU_ENDINGS if language == "ru" else _EN_ENDINGS, chance))
    else:
        heard.append(_other_sound(word, _RU_SOUNDS if language == "ru" else _EN_SOUNDS, chance))


def _other_ending(word: str, endings: Iterable[tuple[str, str]], chance: random.Random) -> str:
    fitting = [pair for pair in endings if word.endswith(pair[0])]
    if not fitting:
        return word[:-1]
    old, new = chance.choice(fitting)
    return word[: len(word) - len(old)] + new


def _other_sound(word: str, sounds: Iterable[tuple[str, str]], chance: random.Random) -> str:
    fitting = [pair for pair in sounds if pair[0] in word]
    if not fitting:
        return word + "а" if re.search("[а-я]", word) else word + "s"
    old, new = chance.choice(fitting)
    places = [found.start() for found in re.finditer(old, word)]
    place = chance.choice(places)
    return word[:place] + new + word[place + len(old) :] or word


Listener = Callable[[ReviewedCall], Rendition]
