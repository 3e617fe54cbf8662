"""Which of two numbers is ours? Extensions are short, clients are written as E.164."""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers

from pipeline.transcript import Direction

EXTENSION_DIGITS = 5


def is_extension(number: str) -> bool:
    """Whether a number is one of the company's own: one to five digits."""
    return number.isascii() and number.isdigit() and len(number) <= EXTENSION_DIGITS


def _parse(number: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None


def _is_whole(number: phonenumbers.PhoneNumber, text: str, region: str) -> bool:
    # Ten digits alone may be a Unix time or a customer's id: they must lie in a range that is given out.
    if text.startswith("+") or phonenumbers.is_valid_number(number):
        return True
    national = phonenumbers.national_significant_number(number)
    return text in _with_prefixes(national, region)


def _with_prefixes(national: str, region: str) -> tuple[str, str]:
    country = str(phonenumbers.country_code_for_region(region))
    return country + national, (phonenumbers.ndd_prefix_for_region(region, True) or country) + national


def _without_outside_prefix(digits: str, region: str) -> phonenumbers.PhoneNumber | None:
    # PBXs write what was dialled, so 9 (for an outside line) may stand before 8 916 123-45-67. One digit is taken off
    # only when a full number with its trunk prefix or country code is left: 380 50 123-45-67 stays Ukrainian.
    rest = digits[1:]
    parsed = _parse(rest, region)
    if parsed is None or not phonenumbers.is_valid_number_for_region(parsed, region):
        return None
    return parsed if rest in _with_prefixes(phonenumbers.national_significant_number(parsed), region) else None


def to_e164(number: str, region: str) -> str | None:
    """A client's number as E.164, or None where the text is no full phone number; `region` as two letters, "RU"."""
    text = number.strip()
    digits = "".join(letter for letter in text if letter.isdecimal())
    if len(digits) <= EXTENSION_DIGITS or any(letter.isalpha() for letter in text):
        return None
    parsed = _parse(text, region)
    if parsed is not None and not _is_whole(parsed, text if text.startswith("+") else digits, region):
        return None
    if parsed is None and not text.startswith("+"):
        parsed = _without_outside_prefix(digits, region) or _parse(f"+{digits}", region)
    if parsed is None:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who called whom, seen from the company."""

    direction: Direction | None = None
    agent: str | None = None
    client: str | None = None


def parties(caller: str, callee: str, region: str) -> Parties:
    """Direction, agent and client of a call by which end is an extension; two extensions are an internal call."""
    if is_extension(caller) and is_extension(callee):
        return Parties("internal")
    if is_extension(caller):
        return Parties("outbound", agent=caller, client=to_e164(callee, region))
    if is_extension(callee):
        return Parties("inbound", agent=callee, client=to_e164(caller, region))
    return Parties()
