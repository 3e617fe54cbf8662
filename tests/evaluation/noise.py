"""What a recogniser does to a text: wrong endings, sound-alikes, merged and split words, digits for number words."""

from __future__ import annotations

import random
from dataclasses import replace

from pipeline.transcript import Transcript

_ENDINGS = {
    "ru": ("а", "у", "ы", "ой", "ом", "е", "и", "ов", "ам", "ет", "ем", "ла", "ли", "л", "ть"),
    "en": ("s", "ed", "ing", "er", "", "es"),
}
_SOUNDS = {
    "ru": (("о", "а"), ("е", "и"), ("д", "т"), ("б", "п"), ("г", "к"), ("з", "с"), ("в", "ф"), ("я", "и"), ("ж", "ш")),
    "en": (
        ("ea", "ee"),
        ("ph", "f"),
        ("c", "k"),
        ("ou", "u"),
        ("t", "d"),
        ("i", "e"),
        ("s", "z"),
        ("v", "f"),
        ("a", "e"),
    ),
}
_DIGITS = {
    "ru": {"один": "1", "два": "2", "три": "3", "четыре": "4", "пять": "5", "шесть": "6", "семь": "7", "восемь": "8",
           "девять": "9", "десять": "10", "двенадцать": "12", "пятнадцать": "15", "двадцать": "20", "сто": "100"},
    "en": {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10", "twenty": "20", "sixty": "60"},
}  # fmt: skip


def add_noise(transcript: Transcript, language: str, rate: float, seed: int) -> Transcript:
    """A transcript with about `rate` of its words misheard, alike for the same seed; punctuation and case are lost."""
    chance = random.Random(f"{seed} {language}")  # noqa: S311 - no secret hangs on it
    segments = tuple(
        replace(segment, text=_mishear(segment.text, language, rate, chance)) for segment in transcript.segments
    )
    return replace(transcript, segments=segments)


def _mishear(text: str, language: str, rate: float, chance: random.Random) -> str:
    heard: list[str] = []
    for raw in text.split():
        word = raw.strip('.,!?;:«»"').lower()
        if not word:
            continue
        if word in _DIGITS[language] and chance.random() < 0.5:
            heard.append(_DIGITS[language][word])
        elif chance.random() < rate:
            _damage(heard, word, language, chance)
        else:
            heard.append(word)
    return " ".join(heard)


def _damage(heard: list[str], word: str, language: str, chance: random.Random) -> None:
    kind = chance.choice(("ending", "ending", "sound", "sound", "merge", "split", "drop"))
    if kind == "ending" and len(word) > 3:
        heard.append(word[: -chance.choice((1, 2))] + chance.choice(_ENDINGS[language]))
    elif kind == "sound":
        fitting = [pair for pair in _SOUNDS[language] if pair[0] in word]
        pair = chance.choice(fitting) if fitting else ("", "")
        heard.append(word.replace(*pair, 1) if fitting else word)
    elif kind == "merge" and heard:
        heard[-1] += word
    elif kind == "split" and len(word) > 5:
        cut = chance.randint(2, len(word) - 2)
        heard += [word[:cut], word[cut:]]
    elif kind != "drop" or len(word) > 8:
        heard.append(word)
