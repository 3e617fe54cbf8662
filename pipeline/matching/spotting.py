"""Where in rows of words do the lines of a table lie, one element after the other? One pass over a call, compiled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.matching.book import Ints, Records, Truths, record
from pipeline.matching.compiled import compiled, compiled_and_kept
from pipeline.matching.remembered import Lists

_ROUND = 4
_EITHER = -1
_A_WORD, _AT_LEAST = 8, 64

# `row` is the last row that a line or an element was met in; `met` how many of a line's elements were met there.
_LINE = record(first=int, end=int, unless=int, row=int, met=int)
_ELEMENT = record(line=int, denied=int, reach=int, row=int)
_SPOTTED = record(row=int, line=int, first=int, last=int)


@dataclass(frozen=True, slots=True)
class Element:
    """Any of some words (their numbers), denied or not (None: either); up to `reach` words may follow it."""

    numbers: frozenset[int]
    denied: bool | None
    reach: int


@dataclass(frozen=True, slots=True)
class Line:
    """A turn of phrase as a row of elements, with the words that must not stand near."""

    name: str
    elements: tuple[Element, ...]
    unless: frozenset[int]
    weak: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Table:
    """Lines and their elements as records; what must not stand near is one more element, outside of its line's own."""

    lines: Records
    elements: Records


def lay_out(lines: Sequence[Line]) -> tuple[Table, Mapping[int, Sequence[int]]]:
    """The lines as records, and by a word's number the elements that it fits."""
    rows: list[tuple[int, ...]] = []
    elements: list[tuple[int, ...]] = []
    fitted: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        first = len(elements)
        for element in line.elements:
            for word in sorted(element.numbers):
                fitted[word].append(len(elements))
            denied = _EITHER if element.denied is None else int(element.denied)
            elements.append((number, denied, element.reach, -1))
        end = len(elements)
        if line.unless:
            for word in sorted(line.unless):
                fitted[word].append(end)
            elements.append((-1, _EITHER, 0, -1))
        rows.append((first, end, end if line.unless else -1, -1, 0))
    return Table(np.array(rows, dtype=_LINE), np.array(elements, dtype=_ELEMENT)), fitted


def spot(
    table: Table, fitting: Lists, signs: Sequence[int], negated: Sequence[bool], lengths: Sequence[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Row, line, first and last word (in its row) of each place, row by row, in the order of the lines.

    `fitting` holds what elements a word fits, `signs` the words of all rows by their numbers there, `negated` whether
    each is denied, `lengths` the rows' lengths.
    """
    own, denied = np.array(signs, dtype=np.int64), np.array(negated, dtype=np.bool_)
    rows = np.array(lengths, dtype=np.int64)
    most = _AT_LEAST + _A_WORD * len(signs)
    while True:
        found, hopeful = np.zeros(most, dtype=_SPOTTED), np.zeros(len(table.lines), dtype=np.int64)
        count = _spot(table.lines, table.elements, fitting.edges, fitting.items, own, denied, rows, hopeful, found)
        if count <= most:
            return iter(found[:count].tolist())
        most = count


@compiled_and_kept
def _spot(
    lines: Records, elements: Records, edges: Ints, fits: Ints, signs: Ints, negated: Truths, lengths: Ints,
    hopeful: Ints, found: Records,
) -> int:  # fmt: skip
    for number in range(len(lines)):
        lines[number]["row"] = -1
    for number in range(len(elements)):
        elements[number]["row"] = -1
    count, first = 0, 0
    for row in range(len(lengths)):
        end = first + lengths[row]
        for at in range(_whole(row, first, end, lines, elements, edges, fits, signs, hopeful)):
            for start in range(first, end):
                last = _last(hopeful[at], start, end, lines, elements, edges, fits, signs, negated)
                if last < 0 or _excluded(lines[hopeful[at]]["unless"], first, start, last, end, edges, fits, signs):
                    continue
                if count < len(found):
                    place = found[count]
                    place["row"], place["line"] = row, hopeful[at]
                    place["first"], place["last"] = start - first, last - first
                count += 1
        first = end
    return count


@compiled
def _whole(
    row: int, first: int, end: int, lines: Records, elements: Records, edges: Ints, fits: Ints, signs: Ints,
    hopeful: Ints,
) -> int:  # fmt: skip
    """The lines that have all their elements somewhere in a row, in their order, into `hopeful`; how many."""
    count = 0
    for word in range(first, end):
        for at in range(edges[signs[word]], edges[signs[word] + 1]):
            element = elements[fits[at]]
            if element["row"] == row or element["line"] < 0:
                continue
            element["row"] = row
            line = lines[element["line"]]
            if line["row"] != row:
                line["row"], line["met"] = row, 0
            line["met"] += 1
            if line["met"] < line["end"] - line["first"]:
                continue
            place = count
            while place > 0 and hopeful[place - 1] > element["line"]:
                hopeful[place] = hopeful[place - 1]
                place -= 1
            hopeful[place] = element["line"]
            count += 1
    return count


@compiled
def _last(
    number: int, start: int, end: int, lines: Records, elements: Records, edges: Ints, fits: Ints, signs: Ints,
    negated: Truths,
) -> int:  # fmt: skip
    """The last word of a line that begins at a word, each element at its first place in reach; -1 where one is not."""
    line = lines[number]
    if not _is(line["first"], start, elements, edges, fits, signs, negated):
        return -1
    last = start
    for element in range(line["first"] + 1, line["end"]):
        until = min(last + 2 + elements[element - 1]["reach"], end)
        place = last + 1
        while place < until and not _is(element, place, elements, edges, fits, signs, negated):
            place += 1
        if place >= until:
            return -1
        last = place
    return last


@compiled
def _is(
    element: int, word: int, elements: Records, edges: Ints, fits: Ints, signs: Ints, negated: Truths
) -> bool:  # fmt: skip
    denied = elements[element]["denied"]
    return (denied < 0 or negated[word] == (denied == 1)) and _holds(signs[word], element, edges, fits)


@compiled
def _excluded(
    unless: int, first: int, start: int, last: int, end: int, edges: Ints, fits: Ints, signs: Ints
) -> bool:  # fmt: skip
    """Whether what must not stand near a place does."""
    if unless < 0:
        return False
    for word in range(max(first, start - _ROUND), min(end, last + _ROUND + 1)):
        if not start <= word <= last and _holds(signs[word], unless, edges, fits):
            return True
    return False


@compiled
def _holds(sign: int, element: int, edges: Ints, fits: Ints) -> bool:
    """Whether a word fits an element."""
    for at in range(edges[sign], edges[sign + 1]):
        if fits[at] >= element:
            return bool(fits[at] == element)
    return False
