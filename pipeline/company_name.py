"""By which words is a company named in talk? «Усадьба Липки» is «Липки» to those who work there.

What a name shares with the campaign's own phrases, or with the names of half the companies of a town, tells little and
is left out in talk: Harbor Lane Movers answer as "Harbor Lane". Names that are made of common words alone stay whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.heard import Token, read_words
from pipeline.language.grammar import Grammar
from pipeline.language.senses import senses
from pipeline.language.spelling import word_set

_NAME_WEIGHT = 0.9
_LEAST_LETTERS = 4
_ANYBODYS = {
    "ru": word_set(
        """
        компания фирма группа студия клиника центр школа завод фабрика мастерская магазин агентство усадьба отель салон
        сервис автосервис стоматология бюро дом холдинг сеть окна двери мебель тур турагентство автошкола ремонт ооо
        ип
        """
    ),
    "en": word_set(
        """
        company group studio clinic center centre school agency service services solution solutions system systems store
        shop partners brothers sons movers moving cleaning cleaners solar roofing plumbing dental insurance motors cars
        homes travel tours windows doors gym fitness tutors tutoring lessons payments energy ltd limited inc llc co
        """
    ),
}


def name_words(name: str, grammar: Grammar) -> tuple[Token, ...]:
    """The words of a company's name, which stand for the name alone and not for what they mean elsewhere."""
    words = read_words(name, grammar)
    return tuple(word._replace(form=f"@{word.form}", weight=_NAME_WEIGHT / len(words)) for word in words)


def spoken_name(name: str, phrases: Iterable[str], grammar: Grammar) -> str:
    """The part of a company's name that is said of it; the whole where the rest could be any word of a talk."""
    used = {word.form for phrase in phrases for word in read_words(phrase.replace(name, " "), grammar)}
    own = [
        word
        for word in read_words(name, grammar)
        if word.form not in used
        and word.word not in _ANYBODYS[grammar.code]
        and word.form not in _ANYBODYS[grammar.code]
    ]
    if len(own) > 1 or (own and len(own[0].word) >= _LEAST_LETTERS and not _is_common(own[0], grammar)):
        return " ".join(word.word for word in own)
    return name


def _is_common(word: Token, grammar: Grammar) -> bool:
    known = senses(grammar.code).rows
    return word.form in known or grammar.stem(word.form) in known
