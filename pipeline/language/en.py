"""How are English words brought to a form in which they can be compared? Snowball stems beside a list of irregulars."""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import snowballstemmer

from pipeline.language import en_words as words
from pipeline.language.grammar import Grammar, NumberWords

_CACHE = 65_536


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


# A stemmer keeps the word that it works at in itself.
_AT_THE_STEMMER = threading.Lock()


# Words of the lists above stay whole, so that tables can be keyed by the words that people write.
_WHOLE = frozenset(
    {*words.FUNCTION, *words.COMMON, *words.DAYS, *words.HOURS, *words.VALUES, *words.MULTIPLIERS, *words.UNITS}
    | {*words.TELLING, *words.LATER, *words.IRREGULAR.values()}
)


@lru_cache(maxsize=_CACHE)
def forms(word: str) -> tuple[str, ...]:
    """The normal form of a word, as the one member of a tuple (English needs no more)."""
    if word in words.APART:
        return (words.APART[word],)
    if word in words.IRREGULAR:
        return (words.IRREGULAR[word],)
    if word in _WHOLE or not word.isalpha():
        return (word,)
    for ending, replacement in (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""), ("ing", "e"),
                                ("ed", ""), ("ed", "e"), ("d", "")):  # fmt: skip
        if word.endswith(ending) and (bare := word.removesuffix(ending) + replacement) in _WHOLE:
            return (words.IRREGULAR.get(bare, bare),)
    return (stem(word),)


@lru_cache(maxsize=_CACHE)
def stem(word: str) -> str:
    """A word without its ending (Snowball's English stemmer), but for the words that it would confuse."""
    if word in words.APART:
        return words.APART[word]
    with _AT_THE_STEMMER:
        return str(_stemmer().stemWord(word))


def known(word: str) -> bool:
    """Always true: there is no English dictionary at hand, so no word is taken for a slip of the recogniser."""
    return bool(word)


@lru_cache(maxsize=_CACHE)
def denied(word: str) -> str | None:
    """The normal form of what a word with a denying prefix denies (`unhappy`: `happi`), else None."""
    if word in ("unhappy", "uninterested", "unable", "unsure", "unavailable", "impossible", "inconvenient"):
        return forms(word[2:])[0]
    return None


_SOUNDS = (
    (re.compile(r"^kn"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh(?=[^aeiou]|$)"), ""),
    (re.compile(r"ck|q|c(?=[^eiyh])|c$"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"z"), "s"),
    (re.compile(r"(?<=[^aeiou])e$"), ""),
    (re.compile(r"[aeiouy]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=_CACHE)
def sound(word: str) -> str:
    """A spelling in which words that sound alike are mostly equal: vowels fall together, silent letters go."""
    heard = word
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    return heard


@lru_cache(maxsize=1)
def number_forms() -> frozenset[str]:
    """Every number word, to mend misheard ones by."""
    return frozenset({*words.VALUES, "hundred", "thousand", "million"} - {"couple", "dozen", "twice"})


_NUMBERS = NumberWords(
    values=words.VALUES,
    multipliers=words.MULTIPLIERS,
    units=words.UNITS,
    fixed=words.FIXED,
    joiners=frozenset({"and", "a", "of"}),
    half_after=(("and", "a", "half"),),
    between=frozenset({"working", "business", "calendar", "full", "whole"}),
    at_least=frozenset({"from", "least"}),
    at_most=frozenset({"to", "most", "within"}),
    one_when_after=frozenset({"a", "an", "per", "within", "in", "every", "each"}),
    thousand_left_out=False,
    hundred_left_out=True,
    one_hundred=frozenset({"hundred"}),
)

ENGLISH = Grammar(
    code="en",
    forms=forms,
    stem=stem,
    sound=sound,
    known=known,
    denied=denied,
    weights={**dict.fromkeys(words.COMMON, 0.45), **dict.fromkeys(words.FUNCTION, 0.12)},
    negations=frozenset({"not", "no", "never"}),
    polite_after_negation=words.POLITE,
    question_words=words.QUESTIONS,
    question_particles=frozenset(),
    finding_out=frozenset({"ask", "find", "clarify", "learn", "discover"}),
    later=words.LATER,
    telling=words.TELLING,
    days=words.DAYS,
    hours=words.HOURS,
    weekdays=words.WEEKDAYS,
    months=words.MONTHS,
    fillers=words.FILLERS,
    appointments=words.APPOINTMENTS,
    sendings=words.SENDINGS,
    prefixes=("re", "un", "over"),
    apart=frozenset(words.APART.values()),
    numbers=_NUMBERS,
    number_forms=number_forms,
)
