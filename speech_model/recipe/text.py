"""What is read aloud for training? Sentences of sales calls, and text of every other kind to keep them company.

Sentences alone would teach the model to guess the word from its neighbours; the other kinds (frequent words in
made-up order, numbers, telephone numbers, names) make it listen.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from wordfreq import top_n_list, word_frequency

HELD_OUT = Path(__file__).with_name("heldout.ru.txt")
SENTENCE_SHARE = 0.65
NUMBER_SHARE = 0.12
WORDS = 40_000


def _words(joined: str) -> list[str]:
    return joined.split()


FUNCTION_WORDS = _words(
    "и в не на я что с а по это как но у к из за от вы мы он она они то все так же для о до при если или когда "
    "уже еще только мне вам нам вас нас его ее их мой ваш наш этот эта эти был была было быть есть нет да ну "
    "вот там тут здесь где кто чем чтобы можно нужно надо очень просто сейчас потом тоже без над под про через "
    "после перед между ли бы себя свой какой какая который сколько почему зачем хорошо давайте значит"
)
NAMES = _words(
    "александр алексей анна андрей анастасия антон алина борис валентина василий вера виктор виктория владимир "
    "галина георгий даниил дарья денис дмитрий евгений екатерина елена иван игорь ирина кирилл константин "
    "ксения лариса леонид любовь людмила максим мария марина михаил надежда наталья никита николай нина оксана "
    "олег ольга павел петр полина роман светлана сергей софья станислав степан тамара татьяна федор юлия юрий "
    "ярослав иванова петров сидоренко кузнецова соколов попова лебедев новикова морозов волкова федоров "
    "михайлова егоров иванович петровна сергеевич александровна викторович николаевна андреевич дмитриевна "
    "владимировна алексеевич"
)
UNITS = _words("ноль один два три четыре пять шесть семь восемь девять")
TEENS = _words(
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
TENS = _words("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
HUNDREDS = _words("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
MONTHS = _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
DAYS = _words(
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого "
    "двенадцатого тринадцатого пятнадцатого восемнадцатого двадцатого тридцатого"
)
_RUDE = re.compile(r"ху[йяеи]|пизд|[её]б[аул]|бля|мудак|сук[аи]|гандон|педик|пидор|дроч|залуп|трах")


@dataclass(frozen=True)
class Line:
    """A line as it is read aloud (with ё and commas) and as the model shall write it."""

    spoken: str
    written: str


def written(spoken: str) -> str:
    """Lower-case letters and single spaces, without ё, marks and hyphens."""
    return " ".join(re.findall("[а-яa-z']+", spoken.lower().replace("ё", "е")))


@cache
def held_out() -> frozenset[str]:
    """The sentences that training must never see, as written."""
    if not HELD_OUT.exists():
        return frozenset()
    return frozenset(written(line) for line in HELD_OUT.read_text(encoding="utf-8").splitlines() if line.strip())


@cache
def _frequent(language: str) -> tuple[list[str], list[float]]:
    pattern = re.compile("[а-яё]{2,}" if language == "ru" else "[a-z]{2,}")
    words = [w for w in top_n_list(language, WORDS) if pattern.fullmatch(w) and not _RUDE.search(w)]
    # Flattened frequencies: at their true ones, half of the text would be the same hundred words.
    weights = accumulate(word_frequency(w, language) ** 0.6 for w in words)
    return words, list(weights)


def _below_thousand(rng: random.Random) -> list[str]:
    words = [rng.choice(HUNDREDS)] if rng.random() < 0.6 else []
    chance = rng.random()
    if chance < 0.25:
        return [*words, rng.choice(TEENS)]
    if chance < 0.85:
        words.append(rng.choice(TENS))
    if rng.random() < 0.6 or not words:
        words.append(rng.choice(UNITS[1:]))
    return words


def _numbers(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.4:
        words = _below_thousand(rng)
        if rng.random() < 0.6:
            words += [rng.choice(("тысяч", "тысячи", "тысяча")), *_below_thousand(rng)]
        words.append(rng.choice(("рублей", "рубля", "рублей", "процентов", "метров", "штук", "дней", "минут", "")))
    elif kind < 0.65:
        words = [rng.choice(("плюс семь", "восемь", "телефон", "номер"))]
        for _ in range(rng.randint(2, 4)):
            words += _below_thousand(rng) if rng.random() < 0.6 else rng.choices(UNITS, k=rng.randint(2, 4))
    elif kind < 0.85:
        words = [rng.choice(("", "на", "с", "до", "после")), rng.choice(DAYS), rng.choice(MONTHS)]
        words += ["в", rng.choice(TEENS), rng.choice(("часов", "тридцать", "ноль ноль"))] * (rng.random() < 0.5)
    else:
        words = [rng.choice(("зовут", "это", "меня зовут", "говорит", "звонит", "соедините с"))]
        words += rng.choices(NAMES, k=rng.randint(1, 3))
    return " ".join(" ".join(words).split())


def _woven(rng: random.Random) -> str:
    """Frequent words in made-up order, with short words between them as real speech has."""
    words, weights = _frequent("ru")
    line: list[str] = []
    for _ in range(rng.randint(2, 6)):
        if rng.random() < 0.55:
            line.append(rng.choice(FUNCTION_WORDS))
        if rng.random() < 0.15:
            line.append(rng.choice(FUNCTION_WORDS))
        word = rng.choices(words, cum_weights=weights)[0] if rng.random() < 0.7 else rng.choice(words)
        line.append(word + ("," if rng.random() < 0.12 else ""))
    return " ".join(line).rstrip(",")


def _sentence(rng: random.Random) -> Line:
    from speech_model.recipe import sentences

    return Line(*sentences.spoken_sentence(rng))


def russian(rng: random.Random) -> Line:
    """One line to read aloud; never a held-out sentence."""
    while True:
        kind = rng.random()
        if kind < SENTENCE_SHARE:
            line = _sentence(rng)
        else:
            spoken = _numbers(rng) if kind < SENTENCE_SHARE + NUMBER_SHARE else _woven(rng)
            line = Line(spoken, written(spoken))
        if line.written and line.written not in held_out():
            return line
