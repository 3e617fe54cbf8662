"""Does a part of a file have the keys and kinds of value that the format gives it? All that doesn't is named."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from scripts_library.campaign import Entry
from scripts_library.document import Document, Route
from scripts_library.files import SECTIONS, keys_of
from scripts_library.problem import Problem
from scripts_library.traps import DASHES, quoted

# How each key is written, for the remedies.
EXAMPLES = {
    "id": "id: greeting",
    "title": "title: …",
    "language": "language: ru",
    "steps": "steps: [{id: greeting, title: …}]",
    "applies_to": "applies_to: {direction: [outbound]}",
    "within": "within: {start: 20}",
    "when": "when: {objection: expensive}",
    "keywords": "keywords: {any_of: [договор]}",
    "examples": 'examples: {done: ["…"], not_done: ["…"]}',
    "value": "value: {amount: 24900, unit: RUB}",
    "valid": "valid: {from: 2026-09-01, to: 2026-12-31}",
    "synonyms": "synonyms: [[звонить, набрать]]",
    "related": "related: [[машина, ездить, руль]]",
    "include": "include: common/objections.ru.yaml",
    "weight": "weight: 10",
    "say": 'say: ["…"]',
    "heard": 'heard: ["…"]',
}

# What people write for a key in other words, or in their own language.
_OTHER_NAMES = {
    "name": "title", "название": "title", "имя": "title", "phrases": "say", "фразы": "say", "говорить": "say",
    "points": "weight", "score": "weight", "вес": "weight", "балл": "weight", "баллы": "weight",
    "mandatory": "required", "обязательно": "required", "обязательный": "required",
    "этап": "stage", "язык": "language", "шаги": "steps",
    "replies": "answer", "ответ": "answer", "вопросы": "asked", "questions": "asked", "triggers": "heard",
    "currency": "unit", "start": "from", "end": "to", "since": "from", "until": "to", "lang": "language",
}  # fmt: skip
_FLAGS = {"да": "true", "нет": "false", "истина": "true", "ложь": "false", "+": "true", "-": "false"}
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a,b,v,g,d,e,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,h,ts,ch,sh,sch,,y,,e,yu,ya"
_LETTERS = str.maketrans(dict(zip(_CYRILLIC, _LATIN.split(","), strict=True)))


def similar(word: str, known: list[str]) -> str:
    """The known name that a misspelt one most likely stands for, or an empty text."""
    other = _OTHER_NAMES.get(word.lower(), "")
    if other in known:
        return other
    lowered = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[close[0]] if close else ""


def latin_id(text: str) -> str:
    """The text as an id of small Latin letters, digits, - and _."""
    return re.sub(r"[^a-z0-9_-]+", "-", text.lower().translate(_LETTERS)).strip("-_")


def is_missing_title(detail: ErrorDetails) -> bool:
    """Whether only the title is missing, in whose place the id can stand."""
    given = detail["input"]
    return (
        detail["type"] == "missing"
        and detail["loc"][-1] == "title"
        and isinstance(given, dict)
        and isinstance(given.get("id"), str)
    )


def _model_at(model: type[Entry], loc: tuple[str | int, ...]) -> type[Entry]:
    """The model of the mapping that a location lies in."""
    for part in loc:
        named = [field for name, field in model.model_fields.items() if part in (field.alias, name)]
        for field in named:
            inner = [kind for kind in (field.annotation, *_arguments(field.annotation)) if isinstance(kind, type)]
            model = next((kind for kind in inner if issubclass(kind, Entry)), model)
    return model


def _arguments(annotation: object) -> tuple[object, ...]:
    return tuple(getattr(annotation, "__args__", ()))


def shape_problems(model: type[Entry], document: Document, route: Route, details: list[ErrorDetails]) -> list[Problem]:
    """The problems that pydantic's errors about the value at a route stand for."""
    found = []
    for detail in details:
        here: Route = (*route, *detail["loc"])
        if detail["type"] == "extra_forbidden":
            found.append(_unknown_key(model, document, here, detail["loc"], details))
        elif detail["type"] == "tuple_type" and str(detail["input"]).startswith(DASHES):
            continue  # a list whose dashes are wrong, told as such where the file was read
        elif detail["type"] != "missing":
            found.append(_wrong(document, here, detail))
        elif (problem := _missing(document, here, model, detail, details)) is not None:
            found.append(problem)
    return found


def _missing_beside(loc: tuple[str | int, ...], others: list[ErrorDetails]) -> list[str]:
    return [str(other["loc"][-1]) for other in others if other["type"] == "missing" and other["loc"][:-1] == loc[:-1]]


def _unknown_key(
    model: type[Entry], document: Document, here: Route, loc: tuple[str | int, ...], others: list[ErrorDetails]
) -> Problem:
    known = keys_of(_model_at(model, loc[:-1]))
    near = similar(str(loc[-1]), known)
    # A whole list under a wrong name is no key too many: without it the campaign would mean something else.
    lost_list = near in SECTIONS and document.at((*here[:-1], near)) is None
    code = "misspelt_key" if lost_list or near in _missing_beside(loc, others) else "unknown_key"
    return document.key_problem(code, here, key=loc[-1], near=near, known=", ".join(known))


def _missing(
    document: Document, here: Route, model: type[Entry], detail: ErrorDetails, others: list[ErrorDetails]
) -> Problem | None:
    loc = detail["loc"]
    key = str(loc[-1])
    if here in document.empty:
        return document.key_problem("empty_value", here, **_named(key))
    known = keys_of(_model_at(model, loc[:-1]))
    strangers = [other["loc"] for other in others if other["type"] == "extra_forbidden"]
    if any(other[:-1] == loc[:-1] and similar(str(other[-1]), known) == key for other in strangers):
        return None
    if is_missing_title(detail):
        return document.problem("missing_title", here)
    return document.problem("missing_key", here, **_named(key))


def _named(key: str) -> dict[str, str]:
    return {"key": key, "example": EXAMPLES.get(key, f"{key}: …")}


def _wrong(document: Document, here: Route, detail: ErrorDetails) -> Problem:
    """A value of the wrong kind, or out of its range."""
    key = next((part for part in reversed(here) if isinstance(part, str)), "")
    given = detail["input"]
    value = given if isinstance(given, str) else ""
    match detail["type"]:
        case "model_type" if here and isinstance(here[-1], int):
            code = "empty_item" if given is None else "not_mapping"
            return document.problem(code, here, example="- id: …")
        case "string_type" if given is None:
            return document.problem("empty_item", here)
        case "string_type":
            code = "item_is_mapping" if isinstance(given, dict) else "item_is_list"
            return document.problem(code, here, near=quoted(document.source(here)))
        case "string_too_short":
            return document.problem("empty_value", here, **_named(key))
        case "tuple_type" if isinstance(given, str):
            return document.problem("single_not_list", here, key=key, value=quoted(given))
        case "string_pattern_mismatch" | "string_too_long":
            return document.problem("bad_id", here, value=value, near=latin_id(value)[:100])
        case "literal_error":
            known = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
            near = similar(value, known)
            return document.problem("bad_choice", here, key=key, value=value, near=near, known=", ".join(known))
    return _bad_value(document, here, key, value, detail)


def _bad_value(document: Document, here: Route, key: str, value: str, detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    if kind.startswith(("float_parsing", "int_parsing", "finite_number", "int_from")):
        return document.problem("bad_number", here, value=value, near=_number(value))
    if kind.startswith("bool_parsing"):
        return document.problem("bad_flag", here, key=key, value=value, near=_FLAGS.get(value.lower(), ""))
    if kind == "iso_day" or kind.startswith("date_"):
        return document.problem("bad_date", here, value=value, near=_day(value))
    if kind.startswith(("greater_than", "less_than")):
        sign = {"greater_than": ">", "greater_than_equal": "≥", "less_than": "<", "less_than_equal": "≤"}[kind]
        (limit,) = detail.get("ctx", {}).values()
        return document.problem("out_of_range", here, key=key, value=value, limit=f"{sign} {limit:g}")
    if kind.endswith("_type"):
        return document.problem("wrong_type", here, **_named(key))
    return document.problem("wrong_value", here, reason=detail["msg"], **_named(key))


def _number(text: str) -> str:
    """The number that was meant where only signs around it are wrong, or an empty text."""
    bare = re.sub(r"[\s\u00a0_%₽$€]|руб\.?|сек\.?|мин\.?", "", text).replace(",", ".")
    return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) else ""


def _day(text: str) -> str:
    """The day that was meant, year first, or an empty text."""
    parts = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text) or re.fullmatch(
        r"(?P<y>\d{4})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})", text
    )
    if parts is None:
        return ""
    year, month, day = parts.groups() if parts.re.groupindex else parts.groups()[::-1]
    return f"{year}-{int(month):02}-{int(day):02}" if int(month) <= 12 and int(day) <= 31 else ""
