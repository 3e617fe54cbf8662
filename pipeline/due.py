"""When is «завтра в десять» or "Monday at three", said in a call that began at a known moment?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from pipeline.heard import Heard, Token
from pipeline.language.grammar import Grammar

_BEFORE_AN_HOUR = frozenset({"в", "на", "к", "около", "at", "by", "around"})
_RELATIVE_DAYS = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "today": 0, "tomorrow": 1, "tonight": 0}
_AFTERNOON = frozenset(["вечер", "вечером", "день", "днем", "дня", "вечера", "afternoon", "evening", "pm"])
_MORNING = frozenset(["утро", "утром", "утра", "morning", "am"])
_HOURS_OF_BUSINESS = 8
_LAST_HOUR, _WITH_MINUTES, _MINUTES = 23, 100, 60
_HALVES = frozenset({"половина", "пол"})
_ORDINALS = {
    name: hour
    for hour, name in enumerate(
        "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый"
        .replace("ё", "е").split(), start=1,
    )
}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}


def due_time(heard: Heard, tokens: Sequence[Token]) -> datetime | None:
    """The moment that some words promise, None where no day is said or the call's own time is unknown."""
    started = heard.transcript.started_at
    if started is None:
        return None
    later = next((token.amount for token in tokens if _is_wait(heard, token)), None)
    if later is not None and later.unit in ("hour", "minute"):
        seconds = later.value * (3600 if later.unit == "hour" else 60)
        return started + timedelta(seconds=seconds)
    day = _day(tokens, started, heard.grammar)
    if day is None and later is not None and later.unit in _UNIT_DAYS:
        day = started + timedelta(days=later.value * _UNIT_DAYS[later.unit])
    if day is None:
        return None
    hour, minute = _hour(tokens) or (0, 0)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def names_a_time(heard: Heard, token: Token) -> bool:
    """Whether a word says when: a day, a clock time, «через неделю»."""
    if token.amount is None:
        return token.is_day or ":" in token.word
    return token.is_day or ":" in token.word or _is_wait(heard, token) or _is_clock(heard, token)


def _is_clock(heard: Heard, token: Token) -> bool:
    if not token.is_hour or token.amount is None:
        return False
    words = heard.tokens[token.segment]
    position = next(index for index, word in enumerate(words) if word is token)
    return position > 0 and words[position - 1].word in _BEFORE_AN_HOUR


def _is_wait(heard: Heard, token: Token) -> bool:
    if token.amount is None or token.amount.unit not in ("minute", "hour", "day", "week", "month"):
        return False
    words = heard.tokens[token.segment]
    position = next(index for index, word in enumerate(words) if word is token)
    return position > 0 and words[position - 1].word in ("через", "in")


def _day(tokens: Sequence[Token], started: datetime, grammar: Grammar) -> datetime | None:
    for position, token in enumerate(tokens):
        for name in (token.form, token.word):
            if name in _RELATIVE_DAYS:
                return started + timedelta(days=_RELATIVE_DAYS[name])
            if name in grammar.weekdays:
                ahead = (grammar.weekdays[name] - started.weekday()) % 7
                return started + timedelta(days=ahead or 7)
            if name in grammar.months:
                return _date_in(grammar.months[name], tokens, position, started)
    return None


def _date_in(month: int, tokens: Sequence[Token], position: int, started: datetime) -> datetime | None:
    near = [tokens[place] for place in (position - 1, position + 1) if 0 <= place < len(tokens)]
    day = next((int(token.amount.value) for token in near if token.amount and 1 <= token.amount.value <= 31), None)
    if day is None:
        return None
    year = started.year if (month, day) >= (started.month, started.day) else started.year + 1
    try:
        return started.replace(year=year, month=month, day=day)
    except ValueError:
        return None


def _hour(tokens: Sequence[Token]) -> tuple[int, int] | None:
    for position, token in enumerate(tokens):
        if ":" in token.word:
            clock = [int(part) for part in token.word.split(":")]
            return (clock[0] % 24, min(59, clock[1]))
        read = _half(tokens, position) or _told(tokens, position)
        if read is None:
            continue
        hour, minute = read
        near = {word for other in tokens[position + 1 : position + 4] for word in (other.word, other.form)}
        if hour < 12 and (near & _AFTERNOON or (hour < _HOURS_OF_BUSINESS and not near & _MORNING)):
            hour += 12
        return (hour, minute)
    return None


def _told(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """The hour and minute that a number stands for: «в десять», «шестнадцать ноль ноль», «в три тридцать»."""
    amount = tokens[position].amount
    if amount is None or amount.unit not in (None, "hour"):
        return None
    hour, minute = _clock_of(amount.value)
    spoken = _minutes(tokens, position) if amount.value < _WITH_MINUTES else None
    introduced = position > 0 and tokens[position - 1].word in _BEFORE_AN_HOUR
    if not 1 <= hour <= _LAST_HOUR or not (introduced or spoken is not None):
        return None
    return hour, minute if spoken is None else spoken


def _minutes(tokens: Sequence[Token], position: int) -> int | None:
    """The minutes spoken after an hour: 0 of «ноль ноль», 30 of «тридцать»; None where none are."""
    after = tokens[position + 1].amount if position + 1 < len(tokens) else None
    if after is None or after.unit is not None or tokens[position].amount is None:
        return None
    return int(after.value) if after.value in (0, 15, 30, 45) else None


def _half(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """Half past: «в половине пятого» is 4:30, "half past three" 3:30."""
    after = tokens[position + 1 : position + 3]
    if tokens[position].form in _HALVES and after and after[0].form in _ORDINALS:
        return _ORDINALS[after[0].form] - 1 or 12, 30
    if tokens[position].word == "half" and len(after) == 2 and after[0].word == "past" and after[1].amount is not None:
        return int(after[1].amount.value), 30
    return None


def _clock_of(value: float) -> tuple[int, int]:
    """Hour and minute of a number: "seven thirty" is read as 730."""
    if value >= _WITH_MINUTES and int(value) % 100 < _MINUTES:
        return int(value) // 100, int(value) % 100
    return int(value), 0
