"""What speaks for a number of the manager's being the value of a given fact of the sheet?

A number belongs to the fact whose words or question it stands with, not to the nearest digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.findings import Findings
from pipeline.heard import Token, Turn
from pipeline.language.amounts import Amount
from pipeline.language.spelling import word_set
from pipeline.matching import probability
from pipeline.values import agree, is_free, is_money, kind, may_mean, number_of
from scripts_library.campaign import Fact

UNHEARD = -3.0
_SETS_A_TIME = frozenset({"через", "in", "к", "by", "at", "after", "после"})
_CLOCK = frozenset({"в", "at", "к", "до", "с", "от", "till", "until", "from"})
_OF_THE_DAY = frozenset({"am", "pm", "утра", "вечера", "дня", "ночи", "o'clock", "oclock"})
_HISTORY = word_set("опыт стаж рынок работать существовать основать practice experience business been since founded")
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
_ASKED_AS = {"money": "ask/money", "term": "ask/term", "percent": "ask/percent"}


class Clues(NamedTuple):
    """What speaks for a number being a fact's value; log odds are 0 where nothing was heard and rise from there.

    `said` is the fact's phrasing with the number in it, `near` one in the same turn, `asked` the client's question just
    before and `before` an earlier one; the rest is about the number itself and about its rivals.
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


WEIGHTS = Clues(0.27, 0.58, 1.19, -0.38, 1.11, 2.05, 2.05, 1.30, -0.21, -0.86, -1.75, -0.40)
LEVEL = -4.31


@dataclass(frozen=True, slots=True)
class Said:
    """A number in the manager's mouth with what it may mean: how surely it belongs to a fact, 0–1."""

    fact: str
    token: Token
    amount: Amount
    equal: bool
    clues: Clues

    @property
    def surely(self) -> float:
        """The probability that the number is the fact's value."""
        return probability(LEVEL + sum(weight * clue for weight, clue in zip(WEIGHTS, self.clues, strict=True)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """By fact: its numbers, old ones included, the kinds of unit they may have; and which facts are free of charge."""

    numbers: Mapping[str, Sequence[tuple[float, str | None]]]
    kinds: Mapping[str, frozenset[str]]
    free: frozenset[str]


def sheet_of(entries: Mapping[str, Sequence[Fact]]) -> Sheet:
    """The numbers of a sheet, by fact."""
    numbers = {
        name: [number for fact in facts if fact.value and (number := number_of(fact.value)) is not None]
        for name, facts in entries.items()
    }
    free = {name for name, facts in entries.items() if any(f.value is not None and is_free(f.value) for f in facts)}
    kinds = {
        name: frozenset({kind(unit) for _, unit in own} | ({"money"} if name in free else set()))
        for name, own in numbers.items()
    }
    return Sheet(numbers, kinds, frozenset(free))


def said_numbers(sheet: Sheet, findings: Findings) -> Iterator[Said]:
    """Every number of the manager's with every fact that it can be meant for."""
    for turn, position, tokens in _agent_amounts(findings):
        token = tokens[position]
        if token.amount is None or _is_a_rate(tokens, position) or _is_history(tokens, position):
            continue
        if _is_hour_of_day(tokens, position):
            continue
        before = _Before.of(findings, turn)
        fitting = [name for name in sheet.numbers if _may_mean(sheet, name, token.amount)]
        if _measures(tokens, position):
            fitting = [name for name in fitting if not sheet.kinds[name] & _ASKED_AS.keys()]
        asked = {name: before.asked(findings, name) for name in fitting}
        beside = {name: _beside(findings, name, token) for name in fitting}
        sets_time = float(_sets_a_time(tokens, position))
        equal = {name for name in fitting if any(agree(token.amount, number) for number in sheet.numbers[name])}
        for name in fitting:
            rivals = [other for other in fitting if other != name]
            clues = Clues(
                said=beside[name],
                near=_near(findings, name, turn),
                asked=asked[name][0],
                before=asked[name][1],
                same_unit=float(token.amount.unit is not None),
                equal=float(name in equal),
                equal_alone=float(equal == {name}),
                kind_asked=float(before.asked_for(sheet.kinds[name])),
                only_kind=float(all(sheet.kinds[name].isdisjoint(sheet.kinds[other]) for other in rivals)),
                rival=max((max(beside[other], asked[other][0]) for other in rivals), default=0.0),
                sets_time=sets_time,
                questioned=float(token.asked),
            )
            yield Said(name, token, token.amount, name in equal, clues)


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
        match.segment in segments and match.logit - UNHEARD >= _A_LITTLE and any(map(_names, match.tokens))
        for kind_ in ("fact", "asked")
        for match in findings.all(kind_, said.fact)
    )


def _names(token: Token) -> bool:
    return token.amount is None and token.weight >= _TELLING and token.form not in _ASKING


def _agent_amounts(findings: Findings) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """The manager's turns with each place in them at which a number stands."""
    heard = findings.heard
    for number, turn in enumerate(heard.turns):
        if turn.speaker != "client":
            tokens = heard.turn_words[number]
            yield from ((number, place, tokens) for place, token in enumerate(tokens) if token.amount is not None)


@dataclass(frozen=True, slots=True)
class _Before:
    """What was said before a turn: the client's segments just before it and earlier, and its last turns of phrase."""

    just: Sequence[int]
    earlier: Sequence[int]
    phrases: frozenset[str]

    @classmethod
    def of(cls, findings: Findings, turn: int) -> _Before:
        turns = findings.heard.turns
        own = turn > 0 and turns[turn - 1].speaker != "agent"
        phrases = frozenset(said.name for said in findings.sayings(turn - 1)) if own else frozenset()
        return cls(
            _clients(turns[max(0, turn - 1) : turn]), _clients(turns[max(0, turn - 5) : max(0, turn - 1)]), phrases
        )

    def asked(self, findings: Findings, name: str) -> tuple[float, float]:
        """How surely the client asked for the fact just before the turn, and in the turns before that."""
        return _lift(findings.odds("asked", name, self.just)), _lift(findings.odds("asked", name, self.earlier))

    def asked_for(self, kinds: frozenset[str]) -> bool:
        """Whether the client's last words ask for such a kind of value («почём», «долго ли»)."""
        return any(_ASKED_AS.get(one, "") in self.phrases for one in kinds)


def _clients(turns: Sequence[Turn]) -> list[int]:
    return [segment for turn in turns if turn.speaker != "agent" for segment in turn.segments]


def _may_mean(sheet: Sheet, name: str, amount: Amount) -> bool:
    if any(may_mean(amount, number) for number in sheet.numbers[name]):
        return True
    return name in sheet.free and (is_money(amount) or (amount.unit is None and amount.value >= 10))


def _lift(odds: float | None) -> float:
    return 0.0 if odds is None else max(0.0, odds - UNHEARD)


def _beside(findings: Findings, name: str, token: Token) -> float:
    """How surely the fact's phrasing is said with this very number in it."""
    return _lift(findings.odds_with("fact", name, token))


def _near(findings: Findings, name: str, turn: int) -> float:
    return _lift(findings.odds("fact", name, findings.heard.turns[turn].segments))


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
