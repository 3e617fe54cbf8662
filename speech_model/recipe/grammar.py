"""What else is grammatical in Russian? Clauses of common words in the forms that their places ask for.

Sales phrases have few words and made-up word lists have no grammar; where a word ends («не выдержит», «с работой»)
and how its ending is spelt is learnt from clauses like these. The words are the commonest of wordfreq, inflected by
pymorphy3; every choice is drawn from the caller's rng.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pymorphy3  # type: ignore[import-untyped]
from wordfreq import top_n_list, word_frequency

CACHE = Path(__file__).resolve().parents[1] / ".work" / "forms.json"
COMMONEST = 30_000
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "gent": ("без", "для", "до", "из", "от", "у", "с", "после", "около", "кроме", "насчёт", "вместо", "из-за"),
    "datv": ("к", "по"),
    "accs": ("в", "на", "за", "через", "про", "под"),
    "ablt": ("с", "за", "перед", "между", "над", "под", "вместе с"),
    "loct": ("в", "на", "о", "при"),
}
PERSONS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("я", "1per", "sing", {"gent": "меня", "datv": "мне", "accs": "меня", "ablt": "мной", "loct": "мне"}),
    ("мы", "1per", "plur", {"gent": "нас", "datv": "нам", "accs": "нас", "ablt": "нами", "loct": "нас"}),
    ("ты", "2per", "sing", {"gent": "тебя", "datv": "тебе", "accs": "тебя", "ablt": "тобой", "loct": "тебе"}),
    ("вы", "2per", "plur", {"gent": "вас", "datv": "вам", "accs": "вас", "ablt": "вами", "loct": "вас"}),
    ("он", "3per", "sing", {"gent": "него", "datv": "нему", "accs": "него", "ablt": "ним", "loct": "нём"}),
    ("она", "3per", "sing", {"gent": "неё", "datv": "ней", "accs": "неё", "ablt": "ней", "loct": "ней"}),
    ("они", "3per", "plur", {"gent": "них", "datv": "ним", "accs": "них", "ablt": "ними", "loct": "них"}),
)
LINKS = ("а", "и", "но", "если", "когда", "что", "потому что", "поэтому", "зато", "или", "чтобы", "хотя", "пока", "раз",
         "так что", "как только", "значит", "то есть")  # fmt: skip
ADVERBS = ("уже", "ещё", "сейчас", "потом", "завтра", "сегодня", "вчера", "всегда", "тоже", "просто", "очень", "быстро",
           "хорошо", "часто", "лучше", "сразу", "обычно", "скоро", "здесь", "там", "никогда", "наверное", "конечно",
           "опять", "пока", "недавно", "дома", "рядом", "дорого", "бесплатно", "заранее", "снова", "точно")  # fmt: skip
ASKING = ("как", "где", "когда", "почему", "зачем", "сколько", "куда", "кто", "что", "какой", "чем", "откуда")
MAY = ("надо", "нужно", "можно", "нельзя", "могу", "хочу", "хотим", "будем", "буду", "можете", "хотите", "удобно",
       "получится", "смогу", "пора", "решили", "успеем")  # fmt: skip
DETERMINERS = ("этот", "наш", "ваш", "мой", "весь", "каждый", "другой", "такой", "какой", "любой", "сам", "свой", "тот")


@dataclass(frozen=True)
class Words:
    """Words of one kind with the weights by which they are drawn; each is a map from tags to a form."""

    forms: tuple[dict[str, str], ...]
    weights: tuple[float, ...]

    def draw(self, rng: random.Random) -> dict[str, str]:
        """One of them; a third of the time without regard to how common it is."""
        if rng.random() < 0.35:
            return rng.choice(self.forms)
        return rng.choices(self.forms, cum_weights=self.weights)[0]


def _tags(form: Any, kind: str) -> str | None:
    tag = form.tag
    if kind == "noun":
        return f"{tag.case} {tag.number}" if tag.case in CASES else None
    if kind == "adjective":
        gender = "plur" if tag.number == "plur" else tag.gender
        return f"{tag.case} {gender}" if tag.case in CASES and "Supr" not in tag else None
    if tag.POS == "INFN":
        return "infinitive"
    if tag.tense == "past":
        return f"past {tag.gender or 'plur'}"
    if tag.mood == "impr":
        return "order" if tag.number == "plur" and "excl" in tag else None
    return f"{tag.person} {tag.number}" if tag.person else None


_KINDS = {"NOUN": "noun", "ADJF": "adjective", "INFN": "verb", "VERB": "verb"}


def _lexemes() -> dict[str, list[tuple[float, dict[str, str]]]]:
    reader = pymorphy3.MorphAnalyzer()
    found: dict[str, dict[str, float]] = {kind: defaultdict(float) for kind in set(_KINDS.values())}
    parsed: dict[tuple[str, str], Any] = {}
    for word in top_n_list("ru", COMMONEST):
        best = reader.parse(word)[0]
        kind = _KINDS.get(str(best.tag.POS))
        if (
            kind
            and best.score > 0.4
            and word.isalpha()
            and best.is_known
            and not {"Abbr", "Name", "Surn"} & set(best.tag.grammemes)
        ):
            found[kind][best.normal_form] += word_frequency(word, "ru") ** 0.6
            parsed.setdefault((kind, best.normal_form), best)
    table: dict[str, list[tuple[float, dict[str, str]]]] = {}
    for kind, lemmas in found.items():
        table[kind] = []
        for lemma, weight in sorted(lemmas.items()):
            forms: dict[str, str] = {}
            for form in parsed[kind, lemma].lexeme:
                tags = _tags(form, kind)
                if tags:
                    forms.setdefault(tags, form.word)
            if kind == "noun":
                forms["gender"] = str(parsed[kind, lemma].tag.gender)
                forms["alive"] = "yes" if "anim" in parsed[kind, lemma].tag else ""
            table[kind].append((weight, forms))
    return table


@cache
def words() -> dict[str, Words]:
    """Nouns, adjectives and verbs with their forms; counted out once and kept."""
    if not CACHE.exists():
        CACHE.parent.mkdir(parents=True, exist_ok=True)
        CACHE.write_text(json.dumps(_lexemes(), ensure_ascii=False), encoding="utf-8")
    stored = json.loads(CACHE.read_text(encoding="utf-8"))
    return {
        kind: Words(tuple(forms for _, forms in listed), tuple(accumulate(weight for weight, _ in listed)))
        for kind, listed in stored.items()
    }


@cache
def _determiner(lemma: str) -> dict[str, str]:
    reader = pymorphy3.MorphAnalyzer()
    best = next(one for one in reader.parse(lemma) if one.tag.POS == "ADJF")
    return {tags: form.word for form in reader.parse(lemma)[reader.parse(lemma).index(best)].lexeme
            if (tags := _tags(form, "adjective"))}  # fmt: skip


def _agreeing(rng: random.Random, case: str, noun: dict[str, str], number: str) -> list[str]:
    if case == "accs" and (noun["alive"] or False) and (number == "plur" or noun["gender"] == "masc"):
        case = "gent"
    elif case == "accs" and (number == "plur" or noun["gender"] == "masc"):
        case = "nomn"
    key = f"{case} {'plur' if number == 'plur' else noun['gender']}"
    before = []
    if rng.random() < 0.3:
        before.append(_determiner(rng.choice(DETERMINERS)).get(key, ""))
    if rng.random() < 0.45:
        before.append(words()["adjective"].draw(rng).get(key, ""))
    return [word for word in before if word]


def noun_phrase(rng: random.Random, case: str) -> tuple[str, str, str]:
    """A noun with what agrees with it, in the case; and its number and gender."""
    while True:
        noun = words()["noun"].draw(rng)
        number = "plur" if rng.random() < 0.3 else "sing"
        form = noun.get(f"{case} {number}")
        if form and (number == "plur" or noun["gender"] in ("masc", "femn", "neut")):
            return " ".join([*_agreeing(rng, case, noun, number), form]), number, noun["gender"]


def place(rng: random.Random) -> str:
    """A preposition with what stands after it."""
    case = rng.choice(tuple(PREPOSITIONS))
    preposition = rng.choice(PREPOSITIONS[case])
    if rng.random() < 0.25:
        _, _, _, forms = rng.choice(PERSONS)
        after = forms[case]
    else:
        after = noun_phrase(rng, case)[0]
    return f"{_fitted(preposition, after)} {after}"


def _fitted(preposition: str, after: str) -> str:
    """«Со», «во», «ко», «об» where the next word begins so that it needs them."""
    first, second = after[0], after[1:2]
    if preposition == "о":
        return "об" if first in "аэиоу" else "обо" if after.startswith("мне") else "о"
    if after.startswith(("мне", "мной", "всём", "всех", "всем", "всеми")) and preposition in (
        "с",
        "к",
        "в",
        "из",
        "под",
        "над",
    ):
        return preposition + "о"
    hard = second not in "аеёиоуыэюяьъ"
    if preposition == "с" and first in "сзшжщ" and hard:
        return "со"
    return "во" if preposition == "в" and first in "вф" and hard else preposition


def _verb(rng: random.Random, key: str) -> str:
    while True:
        if form := words()["verb"].draw(rng).get(key):
            return form


def _rest(rng: random.Random) -> list[str]:
    chance = rng.random()
    if chance < 0.4:
        return [noun_phrase(rng, "accs")[0]]
    if chance < 0.75:
        return [place(rng)]
    if chance < 0.85:
        return [rng.choice(PERSONS)[3][rng.choice(("datv", "accs"))], noun_phrase(rng, "accs")[0]]
    return []


def clause(rng: random.Random) -> str:
    """One clause: a statement, a wish, an order or what somebody may do."""
    kind, parts = rng.random(), []
    if kind < 0.12:
        parts = [_verb(rng, "order"), *(["мне"] if rng.random() < 0.3 else []), *_rest(rng)]
    elif kind < 0.35:
        who = rng.choice(PERSONS)[3]["datv"] if rng.random() < 0.4 else ""
        parts = [who, rng.choice(MAY), *(["не"] if rng.random() < 0.1 else []), _verb(rng, "infinitive"), *_rest(rng)]
    elif kind < 0.65:
        name, person, number, _ = rng.choice(PERSONS)
        past = (
            "past plur"
            if number == "plur"
            else "past femn"
            if name == "она"
            else rng.choice(("past masc", "past femn"))
        )
        key = past if rng.random() < 0.4 else f"{person} {number}"
        parts = [name if rng.random() < 0.7 else "", "не" if rng.random() < 0.25 else "", _verb(rng, key), *_rest(rng)]
    elif kind < 0.92:
        name, number, gender = noun_phrase(rng, "nomn")
        past = f"past {'plur' if number == 'plur' else gender}"
        key = past if rng.random() < 0.5 else f"3per {number}"
        parts = [name, "не" if rng.random() < 0.2 else "", _verb(rng, key), *_rest(rng)]
    else:
        parts = [
            rng.choice(("есть", "нет", "будет", "это", "вот", "у нас", "у вас")),
            noun_phrase(rng, "gent")[0],
            place(rng),
        ]
    if rng.random() < 0.3:
        parts.insert(rng.randrange(2), rng.choice(ADVERBS))
    if rng.random() < 0.12:
        parts.insert(0, rng.choice(ASKING))
    return " ".join(part for part in parts if part)


def sentence(rng: random.Random) -> str:
    """One or two clauses."""
    first = clause(rng)
    if rng.random() < 0.35:
        return f"{first}, {rng.choice(LINKS)} {clause(rng)}"
    return f"{rng.choice(LINKS)} {first}" if rng.random() < 0.15 else first
