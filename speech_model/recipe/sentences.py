"""What might a manager or a client say next on a Russian sales call, as spoken and as written down?

The words live in phrases.ru.yaml: slots (word lists in the form their place needs) and templates by stage of
talk. A template may hold alternatives `(a|b|)`, slots `{name}` and counted numbers `{#unit case range}`, such
as `{#рубль gen 1000-9000/500}`; slots may hold all three, so they nest. Every choice is drawn from the
caller's rng, so the same seed gives the same text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import log10, prod
from pathlib import Path
from typing import Literal

from ruamel.yaml import YAML

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc"]
Gender = Literal["m", "f", "n"]
Draw = Callable[[random.Random], str]

CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "ins", "loc")
BANK_PATH = Path(__file__).with_name("phrases.ru.yaml")
MAX_WORDS = 16
SHORT_REPLY_SHARE = 0.04
JOIN_SHARE = 0.2
OPENER_SHARE = 0.12
OPENING_STAGES = ("greeting", "voicemail")

ONE: dict[Gender, str] = {
    "m": "один одного одному один одним одном",
    "f": "одна одной одной одну одной одной",
    "n": "одно одного одному одно одним одном",
}
TWO: dict[Gender, str] = {
    "m": "два двух двум два двумя двух",
    "f": "две двух двум две двумя двух",
    "n": "два двух двум два двумя двух",
}
SIMPLE: dict[int, str] = {
    0: "ноль нуля нулю ноль нулём нуле",
    3: "три трёх трём три тремя трёх",
    4: "четыре четырёх четырём четыре четырьмя четырёх",
    8: "восемь восьми восьми восемь восемью восьми",
    40: "сорок сорока сорока сорок сорока сорока",
    90: "девяносто девяноста девяноста девяносто девяноста девяноста",
    100: "сто ста ста сто ста ста",
    200: "двести двухсот двумстам двести двумястами двухстах",
    300: "триста трёхсот трёмстам триста тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
}
# The rest follow three patterns, given here by what stands before the changing end.
SOFT: dict[int, str] = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 11: "одиннадцат", 12: "двенадцат",
    13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат",
    18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат",
}  # fmt: skip
TENS: dict[int, tuple[str, str, str]] = {
    50: ("пять", "пяти", "пятью"),
    60: ("шесть", "шести", "шестью"),
    70: ("семь", "семи", "семью"),
    80: ("восемь", "восьми", "восемью"),
}
HUNDREDS: dict[int, tuple[str, str, str]] = {
    500: ("пять", "пяти", "пятью"),
    600: ("шесть", "шести", "шестью"),
    700: ("семь", "семи", "семью"),
    800: ("восемь", "восьми", "восемью"),
    900: ("девять", "девяти", "девятью"),
}
SCALES: tuple[tuple[int, Gender, str, str], ...] = (
    (1_000_000, "m", "миллион миллиона миллиону миллион миллионом миллионе",
     "миллионы миллионов миллионам миллионы миллионами миллионах"),
    (1_000, "f", "тысяча тысячи тысяче тысячу тысячей тысяче",
     "тысячи тысяч тысячам тысячи тысячами тысячах"),
)  # fmt: skip


def _simple_forms() -> dict[int, tuple[str, ...]]:
    forms = {number: tuple(text.split()) for number, text in SIMPLE.items()}
    for number, stem in SOFT.items():
        forms[number] = tuple(stem + end for end in ("ь", "и", "и", "ь", "ью", "и"))
    for number, (nom, oblique, ins) in TENS.items():
        ends = ("десят", "десяти", "десяти", "десят", "десятью", "десяти")
        stems = (nom, oblique, oblique, nom, ins, oblique)
        forms[number] = tuple(map(str.__add__, stems, ends))
    for number, (nom, oblique, ins) in HUNDREDS.items():
        ends = ("сот", "сот", "стам", "сот", "стами", "стах")
        stems = (nom, oblique, oblique, nom, ins, oblique)
        forms[number] = tuple(map(str.__add__, stems, ends))
    return forms


FORMS = _simple_forms()


def plural_class(n: int) -> Literal["one", "few", "many"]:
    """Which form of the counted noun a number asks for: один рубль, два рубля, пять рублей."""
    if n % 100 in range(11, 15):
        return "many"
    if n % 10 == 1:
        return "one"
    return "few" if n % 10 in (2, 3, 4) else "many"


def counted_form(n: int, case: Case, singular: tuple[str, ...], plural: tuple[str, ...]) -> str:
    """The noun that stands after the number n in this case."""
    at, of = CASES.index(case), CASES.index("gen")
    kind = plural_class(n)
    if kind == "one":
        return singular[at]
    if case in ("nom", "acc"):
        return singular[of] if kind == "few" else plural[of]
    return plural[at]


def _below_thousand(n: int, case: Case, gender: Gender) -> list[str]:
    at = CASES.index(case)
    words = [FORMS[n // 100 * 100][at]] if n >= 100 else []
    rest = n % 100
    if rest >= 20:
        words.append(FORMS[rest // 10 * 10][at])
        rest %= 10
    if rest in (1, 2):
        words.append((ONE if rest == 1 else TWO)[gender].split()[at])
    elif rest:
        words.append(FORMS[rest][at])
    return words


@cache
def spoken_number(n: int, case: Case = "nom", gender: Gender = "m") -> str:
    """A whole number from 0 to 999 999 999 in words, every word in the asked case."""
    if not 0 <= n < 1_000_000_000:
        raise ValueError(f"cannot say the number {n}: outside 0..999999999")
    if n == 0:
        return FORMS[0][CASES.index(case)]
    words: list[str] = []
    for size, scale_gender, singular, plural in SCALES:
        count, n = divmod(n, size)
        if count:
            # «тысяча рублей» is what people say, «одна тысяча» is what forms say.
            words += [] if count == 1 and not words else _below_thousand(count, case, scale_gender)
            words.append(counted_form(count, case, tuple(singular.split()), tuple(plural.split())))
    return " ".join(words + _below_thousand(n, case, gender))


@dataclass(frozen=True)
class Unit:
    """A noun that is counted: its gender and its six forms in each number."""

    gender: Gender
    singular: tuple[str, ...]
    plural: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """One stage of talk: how often it is drawn and what is said in it."""

    name: str
    weight: float
    templates: tuple[str, ...]


@dataclass(frozen=True)
class Bank:
    """The parsed phrase bank, templates still as text."""

    units: dict[str, Unit]
    slots: dict[str, str]
    stages: tuple[Stage, ...]


@cache
def phrase_bank() -> Bank:
    """The phrase bank of this recipe, read once."""
    data = YAML(typ="safe").load(BANK_PATH.read_text(encoding="utf-8"))
    units = {name: _unit(text) for name, text in data["units"].items()}
    stages = tuple(
        Stage(name, float(stage["weight"]), tuple(filter(None, map(str.strip, stage["lines"].splitlines()))))
        for name, stage in data["stages"].items()
    )
    return Bank(units=units, slots=data["slots"], stages=stages)


def _unit(text: str) -> Unit:
    gender, singular, plural = (part.split() for part in text.split("/"))
    if gender[0] not in ONE or len(singular) != len(CASES) or len(plural) != len(CASES):
        raise ValueError(f"a unit needs its gender and twice six forms, got {text!r}")
    return Unit(gender=gender[0], singular=tuple(singular), plural=tuple(plural))


@dataclass(frozen=True)
class Piece:
    """A compiled piece of a template: what draws its text, and how many different texts it can give."""

    draw: Draw
    count: int


class Compiler:
    """Turns template text into pieces that draw; each slot is compiled once, when first met."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.compiled: dict[str, Piece] = {}

    def template(self, text: str) -> Piece:
        """The piece for a template or for a whole slot, whose entries stand between bars."""
        marks = re.findall(r"\{[^}]*\}|[()|]|[^{}()|]+", " ".join(text.split()))
        piece, end = self._options(marks, 0)
        if end != len(marks):
            raise ValueError(f"a bracket too many in {text!r}")
        return piece

    def _options(self, marks: list[str], at: int) -> tuple[Piece, int]:
        options: list[list[Piece]] = [[]]
        while at < len(marks) and marks[at] != ")":
            mark = marks[at]
            if mark == "|":
                options.append([])
            elif mark == "(":
                inner, at = self._options(marks, at + 1)
                if at >= len(marks):
                    raise ValueError(f"an open bracket is never closed in {''.join(marks)!r}")
                options[-1].append(inner)
            else:
                options[-1].append(self._atom(mark))
            at += 1
        return _one_of([_sequence(pieces) for pieces in options]), at

    def _atom(self, mark: str) -> Piece:
        if not mark.startswith("{"):
            return Piece(lambda rng: mark, 1)
        name = mark[1:-1]
        if name.startswith("#"):
            return self._number(name[1:])
        if name not in self.compiled:
            if name not in self.bank.slots:
                raise ValueError(f"no slot named {name!r} in {BANK_PATH.name}")
            self.compiled[name] = self.template(self.bank.slots[name])
        return self.compiled[name]

    def _number(self, text: str) -> Piece:
        unit_name, case_name, span = text.split()
        case: Case = CASES[CASES.index(case_name)]
        low, high, step = (int(part or 1) for part in re.split(r"[-/]", f"{span}/1")[:3])
        values = range(low, high + 1, step)
        unit = self.bank.units.get(unit_name)
        if unit is None:  # «m», «f» and «n» are bare numbers of that gender
            gender: Gender = unit_name  # type: ignore[assignment]
            return Piece(lambda rng: spoken_number(rng.choice(values), case, gender), len(values))

        def draw(rng: random.Random) -> str:
            n = rng.choice(values)
            noun = counted_form(n, case, unit.singular, unit.plural)
            return f"{spoken_number(n, case, unit.gender)} {noun}"

        return Piece(draw, len(values))


def _sequence(pieces: list[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    draws = [piece.draw for piece in pieces]
    return Piece(lambda rng: "".join([draw(rng) for draw in draws]), prod(piece.count for piece in pieces))


def _one_of(options: list[Piece]) -> Piece:
    if len(options) == 1:
        return options[0]
    draws, size = [option.draw for option in options], len(options)
    return Piece(lambda rng: draws[int(rng.random() * size)](rng), sum(option.count for option in options))


@dataclass(frozen=True)
class Speaker:
    """The compiled bank: each stage's pieces, and the lines as often as they should be drawn."""

    stages: dict[str, tuple[Piece, ...]]
    lines: tuple[Draw, ...]
    followers: tuple[Draw, ...]
    """Lines that may follow another one: all but the stages whose lines open a talk."""


@cache
def speaker() -> Speaker:
    """The compiled phrase bank, made once."""
    bank = phrase_bank()
    compiler = Compiler(bank)
    stages = {stage.name: tuple(map(compiler.template, stage.templates)) for stage in bank.stages}
    weighed = {stage.name: _weighed(stages[stage.name], stage.weight) for stage in bank.stages}
    lines = [draw for draws in weighed.values() for draw in draws]
    followers = [draw for name, draws in weighed.items() if name not in OPENING_STAGES for draw in draws]
    return Speaker(stages=stages, lines=tuple(lines), followers=tuple(followers))


def _weighed(pieces: tuple[Piece, ...], weight: float) -> list[Draw]:
    # A line with more variants is drawn more often, else the few-variant lines would fill the text with repeats.
    return [piece.draw for piece in pieces for _ in range(round(weight * min(8, 1 + log10(piece.count))))]


def written(text: str) -> str:
    """Speech as the recogniser writes it: lower-case letters and spaces, without ё, marks and hyphens."""
    return " ".join(re.findall("[а-я]+", text.lower().replace("ё", "е")))


def spoken_sentence(rng: random.Random) -> tuple[str, str]:
    """A random line of a call: as spoken (with ё, commas, question marks) and as written down."""
    voice = speaker()
    if rng.random() < SHORT_REPLY_SHARE:
        return _pair(rng.choice(voice.stages["short"]).draw(rng))
    while True:
        text = rng.choice(voice.lines)(rng)
        if rng.random() < OPENER_SHARE:
            text = f"{rng.choice(voice.stages['opener']).draw(rng)}, {text}"
        if rng.random() < JOIN_SHARE:
            text = f"{text}, {rng.choice(voice.followers)(rng)}"
        spoken, plain = _pair(text)
        if 2 <= len(plain.split()) <= MAX_WORDS:
            return spoken, plain


def _pair(text: str) -> tuple[str, str]:
    # An option left out leaves its comma or space behind; tidy both here rather than in every template.
    tidy = re.sub(r"\s*([,?])", r"\1", " ".join(text.split()))
    tidy = re.sub(r",+\??(?=\?)|,(?=,)", "", tidy).strip(" ,")
    return tidy.replace("?,", "?"), written(tidy)


def training_sentence(rng: random.Random) -> str:
    """A random line of a call as written down, for training text."""
    return spoken_sentence(rng)[1]
