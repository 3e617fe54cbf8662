"""How numbers, times and shares look to a Russian or an English reader."""

from __future__ import annotations

from datetime import datetime

from api.pages.strings import Language

_MONTHS = {
    "ru": ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def moment(value: datetime, language: Language) -> str:
    """A time as day, month, year, hour and minute on the clock that it was given with: 23 ноя 2026, 10:15."""
    return f"{value.day}\u00a0{_MONTHS[language][value.month - 1]}\u00a0{value.year}, {value:%H:%M}"


def due(value: datetime, language: Language) -> str:
    """A due time as `moment` gives it; only the day where no hour was agreed, which is kept as midnight."""
    return moment(value, language).removesuffix(", 00:00")


def clock(seconds: float) -> str:
    """Seconds as m:ss, or h:mm:ss from an hour on."""
    whole = int(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def number(value: float, language: Language, digits: int = 1) -> str:
    """A number with at most `digits` decimals and none that are zero: 74,5 in Russian, 74.5 in English."""
    plain = f"{value:.{digits}f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    plain = "0" if plain == "-0" else plain
    return plain.replace(".", ",") if language == "ru" else plain


def money(cents: int, currency: str, language: Language) -> str:
    """A sum in hundredths with its currency: 24 900,50 RUB in Russian, 24,900.50 RUB in English."""
    whole = f"{cents / 100:,.2f}".removesuffix(".00")
    written = whole.replace(",", "\u00a0").replace(".", ",") if language == "ru" else whole
    return f"{written}\u00a0{currency}"


def percent(share: float, language: Language) -> str:
    """A share 0–1 as whole percent: 93 % in Russian, 93% in English."""
    return f"{share * 100:.0f}\u00a0%" if language == "ru" else f"{share * 100:.0f}%"
