"""What speaks for a number of the manager's being the value of a given fact of the sheet?

A number belongs to the fact whose words or question it stands with, not to the nearest digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import NamedTuple

from pipeline.findings import Findings, best_in
from pipeline.heard import Token, Turn
from pipeline.language.amounts import Amount
from pipeline.language.spelling import word_set
from pipeline.matching import Key, probability
from pipeline.product_sheet import BY_QUESTION, Sheet

UNHEARD = -3.0
_SETS_A_TIME = frozenset({"через", "in", "к", "by", "at", "after", "после"})
_CLOCK = frozenset({"в", "at", "к", "до", "с", "от", "till", "until", "from"})
_OF_THE_DAY = frozenset({"am", "pm", "утра", "вечера", "дня", "ночи", "o'clock", "oclock"})
_HISTORY = word_set("опыт стаж рынок работать существовать основать practice experience business been since founded")
_TELLING_NUMBER = 100
_WHOLE, _A_LITTLE, _TELLING = 3.5, 1.0, 0.6
_SURE, _ASKED_AND_SAID = 0.9, 3.0
_ASKING = word_set(
    """
    стоить цена стоимость платить заплатить оплатить сколько рубль деньги обойтись обходиться выйти выходить взять брать
    тариф сумма почем ценник срок долго быстро cost price pay much charge fee rate money something anything dollar take
    long get
    """
)
_MEASURES = word_set(
    """
    метр сантиметр миллиметр километр литр килограмм грамм тонна гектар сотка градус этаж ватт киловатт мегабит гигабайт
    комната дюйм metre meter foot inch mile kilo kilogram gram ton litre liter gallon acre degree gigabyte megabit watt
    kilowatt room bedroom
    """
)
_REACH_OF_RATE, _REACH_OF_HISTORY = 3, 4


class Clues(NamedTuple):
    """What speaks for a number being a fact's value; log odds are 0 where nothing was heard and rise from there.

    `said` is the fact's phrasing with the number in it, `near` one in the same turn, `asked` the client's question just
    before and `before` an earlier one; the rest is about the number itself and about its rivals. A `slight` number is
    small and without a unit: people count all sorts of things.
    """

    said: float
    near: float
    asked: float
    before: float
    same_unit: float
    equal: float
    equal_alone: float
    kind_asked: float
    only_kind: float
    rival: float
    sets_time: float
    questioned: float
    slight: float
    slight_alone: float


WEIGHTS = Clues(0.27, 0.81, 1.32, 0.03, -0.11, 2.73, 2.73, 0.85, -0.00, -0.84, -1.72, -1.21, -2.44, -0.71)
LEVEL = -3.80


class Said(NamedTuple):
    """A number in the manager's mouth with what it may mean: how surely it belongs to a fact, 0–1."""

    fact: str
    token: Token
    amount: Amount
    equal: bool
    clues: Clues
    surely: float


def said_numbers(sheet: Sheet, findings: Findings) -> Iterator[Said]:
    """Every number of the manager's with every fact that it can be meant for."""
    spoken = _Spoken.of(sheet, findings)
    before = _Before.of(findings, 0)
    for turn, position, tokens in _agent_amounts(findings):
        token = tokens[position]
        if token.amount is None or _is_a_rate(tokens, position) or _is_history(tokens, position):
            continue
        if _is_hour_of_day(tokens, position):
            continue
        reading = sheet.reading(token.amount, measures=_measures(tokens, position))
        if before.turn != turn:
            before = _Before.of(findings, turn)
        asked = {name: before.asked(name, spoken) for name in reading.facts}
        beside = {name: _lift(findings.odds_with("fact", name, token)) for name in reading.facts}
        rivals = _rivals({name: max(beside[name], asked[name][0]) for name in reading.facts})
        segments = findings.heard.turns[turn].segments
        same_unit, questioned = float(token.amount.unit is not None), float(token.asked)
        slight = float(token.amount.unit is None and token.amount.value < _TELLING_NUMBER)
        sets_time = float(_sets_a_time(tokens, position))
        for name in reading.facts:
            equal, near = name in reading.equal, _lift(best_in(spoken.told[name], segments))
            if not (equal or near or beside[name] or any(asked[name])):
                continue  # nothing speaks for it but its unit, which is never enough
            asked_for = not before.kinds.isdisjoint(sheet.kinds[name])
            clues = Clues(
                beside[name], near, *asked[name], same_unit, float(equal),
                float(equal and len(reading.equal) == 1), float(asked_for), float(name in reading.alone), rivals[name],
                sets_time, questioned, slight, slight * (max(beside[name], asked[name][0]) == 0.0),
            )  # fmt: skip
            yield Said(name, token, token.amount, equal, clues, probability(LEVEL + sum(map(mul, WEIGHTS, clues))))


def _rivals(strength: Mapping[str, float]) -> dict[str, float]:
    """For each fact how strongly the strongest other one is spoken for."""
    first, second, *_ = [*sorted(strength.values(), reverse=True), 0.0, 0.0]
    tied = first == second
    return {name: first if tied or own != first else second for name, own in strength.items()}


def is_named(said: Said, findings: Findings) -> bool:
    """Whether it is plain which fact is meant: not only by «сколько стоит», where the sheet has many prices."""
    clues = said.clues
    if clues.only_kind or max(clues.said, clues.asked) >= _WHOLE:
        return True
    if said.surely >= _SURE and min(clues.said, clues.asked) >= _ASKED_AND_SAID and clues.said >= clues.rival + 1:
        return True
    heard = findings.heard
    turn = heard.turn_of(said.token.segment)
    segments = {segment for each in heard.turns[max(0, turn - 1) : turn + 1] for segment in each.segments}
    return any(
        match.segment in segments and any(map(names_a_thing, match.tokens))
        for kind_ in ("fact", "asked")
        for match in findings.at_least(kind_, said.fact, UNHEARD + _A_LITTLE)
    )


def names_a_thing(token: Token) -> bool:
    """Whether a word tells what is talked about: neither a number nor one that only asks for a price or a term."""
    return token.amount is None and token.weight >= _TELLING and token.form not in _ASKING


def _agent_amounts(findings: Findings) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """The manager's turns with each place in them at which a number stands."""
    heard = findings.heard
    for number, turn in enumerate(heard.turns):
        if turn.speaker != "client":
            tokens = heard.turn_words[number]
            yield from ((number, place, tokens) for place, token in enumerate(tokens) if token.amount is not None)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """By fact and segment: the best log odds that it is told there, and that it is asked for."""

    told: Mapping[str, Mapping[int, float]]
    asked: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, sheet: Sheet, findings: Findings) -> _Spoken:
        odds = findings.places.odds
        return cls(
            {name: odds(Key("fact", name)) for name in sheet.numbers},
            {name: odds(Key("asked", name)) for name in sheet.numbers},
        )


@dataclass(frozen=True, slots=True)
class _Before:
    """What was said before a turn: the client's segments just before it and earlier, the kinds of value asked for."""

    turn: int
    just: Sequence[int]
    earlier: Sequence[int]
    kinds: frozenset[str]
    _known: dict[str, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Findings, turn: int) -> _Before:
        turns = findings.heard.turns
        own = turn > 0 and turns[turn - 1].speaker != "agent"
        phrases = {said.name for said in findings.sayings(turn - 1)} if own else set()
        return cls(
            turn,
            _clients(turns[max(0, turn - 1) : turn]),
            _clients(turns[max(0, turn - 5) : max(0, turn - 1)]),
            frozenset(kind for kind, phrase in BY_QUESTION.items() if phrase in phrases),
        )

    def asked(self, fact: str, spoken: _Spoken) -> tuple[float, float]:
        """How surely the client asked for a fact just before the turn, and in the turns before that."""
        if fact not in self._known:
            odds = spoken.asked[fact]
            self._known[fact] = _lift(best_in(odds, self.just)), _lift(best_in(odds, self.earlier))
        return self._known[fact]


def _clients(turns: Sequence[Turn]) -> list[int]:
    return [segment for turn in turns if turn.speaker != "agent" for segment in turn.segments]


def _lift(odds: float | None) -> float:
    return 0.0 if odds is None else max(0.0, odds - UNHEARD)


def _is_a_rate(tokens: Sequence[Token], position: int) -> bool:
    """Whether a unit without a number only tells how often («сорок девять в месяц»)."""
    amount = tokens[position].amount
    before = tokens[max(0, position - _REACH_OF_RATE) : position]
    return amount is not None and amount.bare and any(one.amount is not None and not one.amount.bare for one in before)


def _is_history(tokens: Sequence[Token], position: int) -> bool:
    """Whether years are those that a company or a specialist has worked («двадцать лет на рынке»)."""
    amount = tokens[position].amount
    if amount is None or amount.unit not in ("year", "month", None):
        return False
    near = tokens[max(0, position - _REACH_OF_HISTORY) : position + _REACH_OF_HISTORY + 1]
    return any(one.form in _HISTORY or one.word in _HISTORY for one in near)


def _measures(tokens: Sequence[Token], position: int) -> bool:
    """Whether a number without a unit counts metres, litres or rooms («два метра», «два с половиной метра»)."""
    amount, after = tokens[position].amount, tokens[position + 1 : position + 4]
    if amount is None or amount.unit is not None or not after:
        return False
    counted = after[2] if len(after) > 2 and after[1].word.startswith("полов") else after[0]
    # «Девятьсот метр» is a price for one: what is counted stands in another case.
    return counted.form in _MEASURES and counted.word != counted.form


def _is_hour_of_day(tokens: Sequence[Token], position: int) -> bool:
    """Whether a number is followed by what only an hour of the day has: three pm, десять утра."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return after is not None and after.is_hour and after.amount is None and after.word in _OF_THE_DAY


def _sets_a_time(tokens: Sequence[Token], position: int) -> bool:
    """Whether a number says when something will be done, not what the sheet says («приедем через два дня»)."""
    token, before = tokens[position], tokens[position - 1] if position else None
    if before is None or token.amount is None:
        return False
    if before.word in _SETS_A_TIME and token.amount.unit in ("minute", "hour", "day", "week", "month", None):
        return True
    near = tokens[max(0, position - 3) : position + 3]
    clock = token.amount.unit in (None, "hour") and token.amount.value <= 24
    return clock and (before.word in _CLOCK or any(one.is_day for one in near))
