"""Where in a call may each target of a campaign have been said? One pass over all rows, compiled."""

from __future__ import annotations

import numpy as np

from pipeline.matching.alignment import room
from pipeline.matching.book import Book, Ints, Records
from pipeline.matching.compiled import compiled, compiled_and_kept
from pipeline.matching.place import FOUND, judge, promise
from pipeline.matching.sheet import Sheet
from pipeline.matching.weights import BY_CONCEPTS, BY_PHRASINGS, HOPELESS, LEVEL, MOST_CONCEPTS, worth

_LEAST_BOUND, _LEAST_CONCEPTS = 0.2, 0.5


def sweep(book: Book, sheet: Sheet) -> Records:
    """The best place of each target in each row that promises it enough, as records of FOUND."""
    most = len(sheet.rows) * len(book.targets)
    found, order = np.empty(most, dtype=FOUND), np.empty(len(book.variants) + 1, dtype=np.int64)
    return found[: _rows(*book, *sheet, room(), order, found)]


@compiled_and_kept
def _rows(
    targets: Records, variants: Records, needs: Records, numbers: Records, items: Ints, weighed: Records,
    words: Records, hits: Records, rows: Records, marked: bool, held: Records, order: Ints, found: Records,
) -> int:  # fmt: skip
    count = 0
    for number in range(len(rows)):
        first, end, kinds = rows[number]["first"], rows[number]["end"], rows[number]["kinds"]
        _chain(words[first]["hits"], words[end]["hits"], numbers, hits)
        _hope(words[first]["hits"], words[end]["hits"], targets, variants, numbers, weighed, hits)
        for target in range(len(targets)):
            kind = targets[target]["kind"]
            if not kinds >> kind & 1 or not _promising(target, targets, variants):
                continue
            hopeful = _hopeful(target, targets, variants, order)
            if _most(target, hopeful, targets, variants, order) >= HOPELESS[kind]:
                found[count]["row"], found[count]["target"] = number, target
                count += judge(
                    count, hopeful, first, end, targets, variants, needs, numbers, items, weighed, words, hits, marked,
                    held, order, found,
                )  # fmt: skip
        _forget(words[first]["hits"], words[end]["hits"], targets, variants, numbers, hits)
    return count


@compiled
def _chain(first: int, end: int, numbers: Records, hits: Records) -> None:
    """A row's hits chained by their vocabulary number, in the order of the words."""
    for hit in range(end - 1, first - 1, -1):
        number = numbers[hits[hit]["number"]]
        hits[hit]["following"] = number["head"]
        number["head"] = hit


@compiled
def _hope(
    first: int, end: int, targets: Records, variants: Records, numbers: Records, weighed: Records, hits: Records
) -> None:
    """The most that each variant's coverage (`bound`) and each target's concepts (`rich`) can come to in a row."""
    for hit in range(first, end):
        number = numbers[hits[hit]["number"]]
        if number["head"] != hit:
            continue
        likeness, other = 0.0, hit
        while other >= 0:
            likeness = max(likeness, hits[other]["worth"])
            other = hits[other]["following"]
        for at in range(number["variants"], number["variants_end"]):
            variants[weighed[at]["number"]]["bound"] += weighed[at]["weight"] * likeness
        for at in range(number["targets"], number["targets_end"]):
            targets[weighed[at]["number"]]["rich"] += weighed[at]["weight"] * likeness


@compiled
def _forget(first: int, end: int, targets: Records, variants: Records, numbers: Records, hits: Records) -> None:
    for hit in range(first, end):
        numbers[hits[hit]["number"]]["head"] = -1
    for target in range(len(targets)):
        targets[target]["rich"] = 0.0
    for variant in range(len(variants)):
        variants[variant]["bound"] = 0.0


@compiled
def _hopes(variant: int, variants: Records) -> bool:
    bound = variants[variant]["bound"]
    return bool(bound > 0 and bound >= _LEAST_BOUND * variants[variant]["weight"])


@compiled
def _promising(target: int, targets: Records, variants: Records) -> bool:
    """Whether a row has enough of a target's words to be looked at."""
    if targets[target]["rich"] >= _LEAST_CONCEPTS:
        return True
    hopes = False
    for variant in range(targets[target]["first"], targets[target]["counter"]):
        hopes = hopes or _hopes(variant, variants)
    return hopes


@compiled
def _hopeful(target: int, targets: Records, variants: Records, order: Ints) -> int:
    """The variants of a target that are worth a look, the likeliest first, into `order`; how many."""
    count = 0
    for variant in range(targets[target]["first"], targets[target]["counter"]):
        if not _hopes(variant, variants):
            continue
        share = variants[variant]["bound"] / variants[variant]["weight"]
        place = count
        while place > 0:
            other = variants[order[place - 1]]
            if other["bound"] / other["weight"] >= share:
                break
            order[place] = order[place - 1]
            place -= 1
        order[place] = variant
        count += 1
    return count


@compiled
def _most(target: int, hopeful: int, targets: Records, variants: Records, order: Ints) -> float:
    """The most that the log odds of a target can come to in a row."""
    share = min(MOST_CONCEPTS, targets[target]["rich"] / targets[target]["need"])
    most = -np.inf if hopeful else worth(0.0, 0.0)
    for place in range(hopeful):
        most = max(most, promise(order[place], variants))
    level = LEVEL[targets[target]["kind"]]
    return float(level + most + BY_CONCEPTS * share - BY_PHRASINGS * targets[target]["doublings"])
