"""What does a campaign's product sheet say in numbers, and which of its facts can a heard number be meant for?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.kept import Kept
from pipeline.language.amounts import Amount
from pipeline.values import agree, is_free, is_money, kind, may_mean, number_of
from scripts_library.campaign import Campaign, Fact

# The kinds of value that can be asked for without naming the thing, and the turn of phrase that asks.
BY_QUESTION = {"money": "ask/money", "term": "ask/term", "percent": "ask/percent"}
# The one that asks for the price of what is talked about.
FOR_THE_PRICE = "ask/price"
_MOST_READ = 10_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts that a number can be meant for, those whose value it is, and those of a kind that no other one has."""

    facts: tuple[str, ...]
    equal: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """By fact: its entries, old ones included, their numbers and the kinds of unit that they may have.

    `free` are the facts that cost nothing; `price` is what «сколько стоит?» asks for where it names nothing: the one
    price of the sheet, or the one of its prices that must be told.
    """

    entries: Mapping[str, Sequence[Fact]]
    numbers: Mapping[str, Sequence[tuple[float, str | None]]]
    kinds: Mapping[str, frozenset[str]]
    free: frozenset[str]
    price: str | None
    _read: dict[tuple[float, str | None, bool], Reading] = field(default_factory=dict, compare=False, repr=False)

    def reading(self, amount: Amount, *, measures: bool) -> Reading:
        """What a number can be meant for; one that `measures` (metres, rooms) is no price, term or percentage."""
        key = (amount.value, amount.unit, measures)
        held = self._read.get(key)
        if held is None:
            if len(self._read) >= _MOST_READ:
                self._read.clear()
            held = self._read[key] = self._reading(amount, measures=measures)
        return held

    def _reading(self, amount: Amount, *, measures: bool) -> Reading:
        facts = [name for name in self.numbers if self.may_mean(name, amount)]
        if measures:
            facts = [name for name in facts if not self.kinds[name] & BY_QUESTION.keys()]
        equal = {name for name in facts if any(agree(amount, number) for number in self.numbers[name])}
        alone = {
            name
            for name in facts
            if all(self.kinds[name].isdisjoint(self.kinds[other]) for other in facts if other != name)
        }
        return Reading(tuple(facts), frozenset(equal), frozenset(alone))

    def may_mean(self, name: str, amount: Amount) -> bool:
        """Whether an amount can be meant for a fact at all, right or wrong."""
        if any(may_mean(amount, number) for number in self.numbers[name]):
            return True
        return name in self.free and (is_money(amount) or (amount.unit is None and amount.value >= 10))


def sheet_of(campaign: Campaign) -> Sheet:
    """A campaign's sheet, read once and kept."""
    return _sheets.of(campaign)


def _read(campaign: Campaign) -> Sheet:
    entries: dict[str, list[Fact]] = {}
    for fact in campaign.facts:
        entries.setdefault(fact.id, []).append(fact)
    numbers = {
        name: [number for fact in facts if fact.value and (number := number_of(fact.value)) is not None]
        for name, facts in entries.items()
    }
    free = {name for name, facts in entries.items() if any(f.value is not None and is_free(f.value) for f in facts)}
    kinds = {
        name: frozenset({kind(unit) for _, unit in own} | ({"money"} if name in free else set()))
        for name, own in numbers.items()
    }
    return Sheet(entries, numbers, kinds, frozenset(free), _price(entries, kinds))


def _price(entries: Mapping[str, Sequence[Fact]], kinds: Mapping[str, frozenset[str]]) -> str | None:
    prices = [name for name, own in kinds.items() if "money" in own]
    must = [name for name in prices if any(fact.required for fact in entries[name])]
    meant = prices if len(prices) == 1 else must
    return meant[0] if len(meant) == 1 else None


_sheets = Kept(_read)
