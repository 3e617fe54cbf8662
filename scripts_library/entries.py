"""What entry does a piece of a file make, mistakes and all?

A mistake in one value must not hide the mistakes in the others: what is wrong is taken out and the rest read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts_library.campaign import Entry
from scripts_library.document import PHRASE_KEYS, Document, Plain, Route
from scripts_library.problem import Problem
from scripts_library.shapes import is_missing_title, shape_problems

E = TypeVar("E", bound=Entry)

# Stands for a phrase that could not be read, so that those after it keep their places.
UNREADABLE = "\ufffd"

_MOST_ROUNDS = 6
_FILLINGS: Mapping[str, Plain] = {"id": "_", "title": "_", "say": [], "heard": [], "steps": []}


def read_entry(model: type[E], document: Document, route: Route, data: Plain = None) -> tuple[E | None, list[Problem]]:
    """The entry at a route and its problems; None when hardly anything of it could be read.

    Unknown keys are dropped and a single text stands for a list of one, so that a library with one key
    more than this program knows is still scored by. An entry with a problem that disables is good for
    finding further mistakes only.
    """
    data = deepcopy(document.at(route) if data is None else data)
    problems: list[Problem] = []
    taken_out: set[Route] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(data), problems
        except ValidationError as error:
            details = error.errors()
        told = [detail for detail in details if detail["type"] != "missing" or detail["loc"] not in taken_out]
        problems += [one for one in shape_problems(model, document, route, told) if one not in problems]
        if not isinstance(data, dict):
            break
        for detail in reversed(details):
            _mend(data, detail, taken_out)
    return None, problems


def _mend(data: dict[str, Plain], detail: ErrorDetails, taken_out: set[Route]) -> None:
    """Takes one mistake out of the data, or fills the gap it left."""
    *way, last = detail["loc"]
    holder: Plain = data
    for part in way:
        if isinstance(holder, dict):
            holder = holder.get(str(part))
        elif isinstance(holder, list) and isinstance(part, int):
            holder = holder[part]
    if isinstance(holder, list) and isinstance(last, int):
        if way[-1] in PHRASE_KEYS:
            holder[last] = UNREADABLE
        else:
            _take_out(data, tuple(way[:1]), taken_out)
    elif isinstance(holder, dict) and isinstance(last, str):
        _mend_key(holder, last, detail, taken_out)


def _mend_key(holder: dict[str, Plain], key: str, detail: ErrorDetails, taken_out: set[Route]) -> None:
    value = holder.get(key)
    if detail["type"] == "missing":
        if is_missing_title(detail):
            holder["title"] = holder["id"]
        elif key in _FILLINGS:
            holder[key] = deepcopy(_FILLINGS[key])
    elif detail["type"] == "tuple_type" and isinstance(value, str):
        holder[key] = [value]
    elif key in holder:
        del holder[key]
        taken_out.add(detail["loc"])


def _take_out(data: dict[str, Plain], loc: Route, taken_out: set[Route]) -> None:
    data.pop(str(loc[0]), None)
    taken_out.add(loc)
