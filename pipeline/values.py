"""When do two values say the same, which kinds of value can be compared, and how is a value put in words?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.language.amounts import Amount
from scripts_library.campaign import Fact, Value

_DAYS = {"hour": 1 / 24, "minute": 1 / 1440, "day": 1.0, "week": 7.0, "month": 30.0, "quarter": 91.0, "year": 365.0}
_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_MONEY = {"RUB", "USD", "EUR", "GBP"}
_SIGNS = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "percent": "%"}
_FAR = 20.0
_MUCH_LESS, _MUCH_MORE = 0.25, 4.0
_ROUNDING = 0.005
# Nobody tells a term so wrongly: twenty minutes are no answer to fourteen days.
_BEYOND_A_MISTAKE = 50.0
_FREE = ("бесплатн", "free", "даром", "не нужно платить", "в подарок", "no charge")

# A value of the sheet: the number and its unit, None where it has none.
Number = tuple[float, str | None]

_RUSSIAN = {
    "minute": ("минута", "минуты", "минут"), "hour": ("час", "часа", "часов"), "day": ("день", "дня", "дней"),
    "week": ("неделя", "недели", "недель"), "month": ("месяц", "месяца", "месяцев"), "year": ("год", "года", "лет"),
    "quarter": ("квартал", "квартала", "кварталов"), "person": ("человек", "человека", "человек"),
    "piece": ("штука", "штуки", "штук"), "time": ("раз", "раза", "раз"),
}  # fmt: skip

_SPELLINGS = {
    "days": "day", "weeks": "week", "months": "month", "years": "year", "hours": "hour", "minutes": "minute",
    "rub": "RUB", "usd": "USD", "eur": "EUR", "gbp": "GBP", "₽": "RUB", "$": "USD", "€": "EUR", "руб": "RUB",
    "рубль": "RUB", "рублей": "RUB", "%": "percent", "percents": "percent", "день": "day", "дней": "day",
    "месяц": "month", "месяцев": "month", "год": "year", "лет": "year", "неделя": "week", "недель": "week",
    "час": "hour", "часов": "hour", "people": "person", "человек": "person", "pieces": "piece", "шт": "piece",
    "штук": "piece",
}  # fmt: skip


def number_of(value: Value) -> Number | None:
    """A sheet value as a number and unit, None for a text."""
    if value.percent is not None:
        return value.percent, "percent"
    if value.amount is None:
        return None
    unit = value.unit
    return value.amount, _SPELLINGS.get(unit.lower(), unit) if unit is not None else None


def kind(unit: str | None) -> str:
    """Units that can be compared share a kind: money, term, percent, or the unit itself."""
    if unit in _MONEY:
        return "money"
    if unit in _DAYS:
        return "term"
    return unit or "count"


def is_money(amount: Amount) -> bool:
    """Whether an amount is said in a currency."""
    return amount.unit in _MONEY


def may_mean(amount: Amount, wanted: Number) -> bool:
    """Whether a heard amount can be meant for a sheet value at all, right or wrong."""
    value, unit = wanted
    if amount.unit is None:
        said = said_short(amount, wanted)
        plausible = value > 0 and 1 / _FAR <= said / value <= _FAR if said > 0 else False
        return plausible and (kind(unit) != "money" or amount.value >= 10)
    if unit is None:
        return kind(amount.unit) in ("person", "piece", "time")
    return kind(amount.unit) == kind(unit)


def said_short(amount: Amount, wanted: Number) -> float:
    """What a number stands for where its thousands may go without saying («сорок две» of a flat at 42,000)."""
    value, unit = wanted
    if kind(unit) != "money" or amount.unit is not None or not 0 < amount.value < 1000:
        return amount.value
    for scale in (1e3, 1e6):
        if value >= scale and _MUCH_LESS <= amount.value * scale / value <= _MUCH_MORE:
            return amount.value * scale
    return amount.value


def agree(amount: Amount, wanted: Number) -> bool:
    """Whether a heard amount says what the sheet says, its unit converted."""
    value, unit = wanted
    if amount.unit is None or unit is None or amount.unit == unit:
        said = (amount.value, said_short(amount, wanted))
        return any(abs(each - value) <= _ROUNDING * max(1.0, abs(value)) for each in said)
    if amount.unit in _MONTHS and unit in _MONTHS:
        return abs(amount.value * _MONTHS[amount.unit] - value * _MONTHS[unit]) < 0.01
    if kind(unit) == "term" and kind(amount.unit) == "term":
        days, wanted_days = amount.value * _DAYS[amount.unit], value * _DAYS[unit]
        return abs(days - wanted_days) <= _ROUNDING * max(1.0, wanted_days)
    return False


def is_beyond_a_mistake(amount: Amount, wanted: Number) -> bool:
    """Whether a term is so far from a value that something else must be meant."""
    value, unit = wanted
    if amount.unit not in _DAYS or unit not in _DAYS:
        return False
    share = amount.value * _DAYS[amount.unit] / max(1e-9, value * _DAYS[unit])
    return not 1 / _BEYOND_A_MISTAKE <= share <= _BEYOND_A_MISTAKE


def is_free(value: Value) -> bool:
    """Whether a text value says that nothing is to be paid."""
    return value.text is not None and says_free(value.text)


def says_free(text: str) -> bool:
    """Whether a text says that nothing is to be paid."""
    return any(word in text.lower() for word in _FREE)


def in_force(facts: Sequence[Fact], day: date | None) -> Fact:
    """The entry that holds on a day; without a day, or where none holds, the one that came into force last."""
    if day is not None:
        holding = [fact for fact in facts if fact.valid.covers(day)]
        if holding:
            return holding[-1]
    return max(enumerate(facts), key=lambda pair: (pair[1].valid.since or date.min, pair[0]))[1]


def in_words(value: float, unit: str | None, language: str) -> str:
    """A value as a reader writes it: «24 900 ₽», «14 дней», "$45", "14 days"."""
    number = f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "\u00a0" if language == "ru" else ",")
    if language == "ru":
        number = number.replace(".", ",")
    if unit is None:
        return number
    if unit in _SIGNS:
        before = language == "en" and unit in ("USD", "EUR", "GBP")
        joint = "" if unit == "percent" and language == "en" else "\u00a0"
        return f"{_SIGNS[unit]}{number}" if before else f"{number}{joint}{_SIGNS[unit]}"
    if language == "ru" and unit in _RUSSIAN:
        return f"{number}\u00a0{_russian_form(value, _RUSSIAN[unit])}"
    plural = "people" if unit == "person" else f"{unit}s"
    return f"{number} {unit if value == 1 or unit not in {*_DAYS, 'person', 'piece', 'time'} else plural}"


def _russian_form(value: float, words: tuple[str, str, str]) -> str:
    if value != int(value):
        return words[1]
    ending, teens = int(value) % 10, int(value) % 100
    if ending == 1 and teens != 11:
        return words[0]
    return words[1] if 2 <= ending <= 4 and not 12 <= teens <= 14 else words[2]


def sheet_words(value: Value | None, language: str) -> str | None:
    """A sheet value as a reader writes it."""
    if value is None:
        return None
    number = number_of(value)
    return in_words(number[0], number[1], language) if number is not None else value.text


def compare(amount: Amount, wanted: Number) -> float | None:
    """How much a heard amount lies above a value (below: negative) in the value's own unit; None for other kinds."""
    value, unit = wanted
    if amount.unit == unit:
        return amount.value - value
    if amount.unit in _DAYS and unit in _DAYS:
        return (amount.value * _DAYS[amount.unit] - value * _DAYS[unit]) / _DAYS[unit]
    return None
