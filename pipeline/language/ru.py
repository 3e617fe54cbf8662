"""How are Russian words brought to a form in which they can be compared?

Normal forms come from pymorphy3 with its dictionary; a word that it doesn't know is also given the form that its ending
suggests, which is what pymorphy3's predictor does.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import pymorphy3
import snowballstemmer

from pipeline.language import ru_words as words
from pipeline.language.grammar import Grammar, NumberWords
from pipeline.language.ru_diminutives import plain
from pipeline.language.spelling import fold, word_set

_CACHE = 65_536
_DENIED_CLASSES = ("ADJF", "ADJS", "ADVB", "PRED", "PRTF", "PRTS", "VERB", "INFN")
_NOT_DENIED = word_set(
    """
    немного некоторый несколько нельзя неделя неделька небо невеста недавно нечего никогда некогда несмотря нет
    неужели необходимый необходимо ненадолго негде некуда некому недвижимость необходимость непосредственно
    независимо неплохо неважно
    """
)


@lru_cache(maxsize=1)
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("russian")


# A stemmer keeps the word that it works at in itself.
_AT_THE_STEMMER = threading.Lock()


@lru_cache(maxsize=_CACHE)
def forms(word: str) -> tuple[str, ...]:
    """The normal forms a word may have, likeliest first; verbs of both aspects come out as one."""
    spoken = words.SPOKEN_VALUES.get(word)
    if spoken is not None:
        return (spoken,)
    if not word.isalpha():
        return (word,)
    found: dict[str, None] = {}
    for parse in _analyser().parse(word):
        if parse.score >= 0.08:
            form = fold(parse.normal_form)
            found[words.SAME_WORD.get(form, form)] = None
    made_small = plain(word, next(iter(found), word), _gender)
    if made_small is not None:
        found = {made_small: None, **found}
    if word in words.SAME_WORD:
        found = {words.SAME_WORD[word]: None, **found}
    return tuple(found)[:3] or (word,)


@lru_cache(maxsize=_CACHE)
def _gender(form: str) -> str | None:
    """That of a noun that stands for a thing, where the dictionary has it and this is its normal form."""
    for parse in _analyser().parse(form) if _analyser().word_is_known(form) else ():
        if parse.normal_form == form and {"NOUN", "inan", "nomn", "sing"} in parse.tag:
            return str(parse.tag.gender)
    return None


@lru_cache(maxsize=_CACHE)
def stem(form: str) -> str:
    """A normal form without its ending (Snowball's Russian stemmer)."""
    with _AT_THE_STEMMER:
        whole = str(_stemmer().stemWord(form))
    return whole.removesuffix("ьн").removesuffix("ова")


@lru_cache(maxsize=_CACHE)
def known(word: str) -> bool:
    """Whether the dictionary has this word form."""
    return bool(_analyser().word_is_known(word))


@lru_cache(maxsize=_CACHE)
def denied(word: str) -> str | None:
    """The normal form of what a word written together with «не» denies («неинтересно»: «интересно»), else None."""
    if not word.startswith("не") or len(word) < 6 or forms(word)[0] in _NOT_DENIED or word in _NOT_DENIED:
        return None
    rest = word[2:]
    if not known(rest):
        return None
    parse = _analyser().parse(rest)[0]
    if str(parse.tag.POS) not in _DENIED_CLASSES:
        return None
    return forms(rest)[0]


_SOUNDS = (
    (re.compile(r"[ъь]"), ""),
    (re.compile(r"тьс|тс|дс"), "ц"),
    (re.compile(r"[оа]"), "а"),
    (re.compile(r"[еиэыяй]+"), "и"),
    (re.compile(r"ю"), "у"),
    (re.compile(r"[сз]ч|щ|жч|шч"), "щ"),
    (re.compile(r"стн"), "сн"),
    (re.compile(r"здн"), "зн"),
    (re.compile(r"лнц"), "нц"),
    (re.compile(r"гк"), "хк"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOICELESS = str.maketrans("бвгджз", "пфктшс")
_VOICED_BEFORE_VOICELESS = re.compile(r"[бвгджз](?=[пфктшсхцчщ]|$)")


@lru_cache(maxsize=_CACHE)
def sound(word: str) -> str:
    """A spelling in which words that sound alike are equal: unstressed vowels and voiced ends fall together."""
    heard = word
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    return _VOICED_BEFORE_VOICELESS.sub(lambda match: match.group().translate(_VOICELESS), heard)


@lru_cache(maxsize=1)
def number_forms() -> frozenset[str]:
    """Every form of every number word, to mend misheard ones by."""
    names = [*words.VALUES, *(name for name in words.MULTIPLIERS if len(name) > 4)]
    found = {fold(form.word) for name in names for form in _analyser().parse(name)[0].lexeme}
    return frozenset({*found, *words.VALUES, *words.SPOKEN_VALUES, "половиной"} - {"оба", "пара", "щас"})


_NUMBERS = NumberWords(
    values=words.VALUES,
    multipliers=words.MULTIPLIERS,
    units=words.UNITS,
    fixed=words.FIXED,
    joiners=frozenset(),
    half_after=(("с", "половина"), ("с", "полтиной")),
    between=frozenset({"рабочий", "календарный", "банковский", "полный", "целый"}),
    at_least=frozenset({"от", "минимум"}),
    at_most=frozenset({"до", "максимум"}),
    one_when_after=frozenset({"через", "за", "на", "течение", "раз", "каждый"}),
    thousand_left_out=True,
    never_first=frozenset({"тысяч", "миллионов", "миллиардов"}),
    one_hundred=frozenset({"сотня", "сотню"}),
    one_when_first=frozenset({"год", "месяц", "неделя", "неделю", "час", "сутки", "день"}),
)

RUSSIAN = Grammar(
    code="ru",
    forms=forms,
    stem=stem,
    sound=sound,
    known=known,
    denied=denied,
    weights={**dict.fromkeys(words.COMMON, 0.45), **dict.fromkeys(words.FUNCTION, 0.12)},
    negations=frozenset({"не", "ни", "нет"}),
    polite_after_negation=words.POLITE,
    question_words=words.QUESTIONS,
    question_particles=frozenset({"ли", "или"}),
    finding_out=words.FINDING_OUT,
    later=words.LATER,
    telling=words.TELLING,
    days=words.DAYS,
    hours=words.HOURS,
    weekdays=words.WEEKDAYS,
    months=words.MONTHS,
    fillers=words.FILLERS,
    appointments=words.APPOINTMENTS,
    sendings=words.SENDINGS,
    prefixes=words.PREFIXES,
    apart=frozenset(),
    numbers=_NUMBERS,
    number_forms=number_forms,
)
