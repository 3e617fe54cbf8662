"""How well does one wording lie on a row of heard words? In any order, with gaps, each word by how much it tells.

Everything here is compiled: arrays of records in (see `book.py` and `sheet.py`), numbers out. Each function takes the
arrays that it needs one by one, since a tuple of them would be copied at each call.
"""

from __future__ import annotations

import numpy as np

from pipeline.matching.book import Ints, Records, record
from pipeline.matching.compiled import compiled
from pipeline.matching.sheet import NEGATED, OPENS

_WRONG_POLARITY = 0.2
_FREE_EXTRA, _COST_OF_EXTRA, _MOST_COST = 1.0, 0.05, 0.3
_CONCEPT_WINDOW = 14
_OPTIONAL_SHARE = 0.5
_HEARD, _WITHOUT_VALUE = 0.5, 0.5
_TURNED_ROUND, _LEAST_TURNED = 0.3, 0.3
_LONGEST_CLAUSE = 14
_BETTER = 1e-9
_ROOM = 256

# A hit of the variant or target in hand: on which word, for which need (or concept), and which hit the need took.
_HELD = record(word=int, need=int, worth=float, turned=int, shares=int, took=int)

# The best place of a variant: coverage 0–1 of its weight (below 0: nowhere), first and last word, turned round or not.
Fit = tuple[float, int, int, bool]
# The richest place for a target's own words: their weight together, how many different ones, first and last word.
Concepts = tuple[float, int, int, int]


def room() -> Records:
    """Where the hits in hand are put."""
    return np.zeros(_ROOM, dtype=_HELD)


@compiled
def fit(
    variant: int, first: int, end: int, variants: Records, needs: Records, numbers: Records, items: Ints,
    words: Records, hits: Records, held: Records,
) -> Fit:  # fmt: skip
    """The best place of a variant in a row, words `first` to before `end`."""
    first_need = variants[variant]["needs"]
    count = variants[variant]["needs_end"] - first_need
    size = _collect(first_need, count, needs, numbers, items, words, hits, held)
    if size == 0:
        return -1.0, 0, 0, False
    weight = variants[variant]["weight"]
    span = count + 5 + count // 2
    best = _fit_from(0, size, span, first_need, count, weight, first, end, needs, words, held)
    if held[size - 1]["word"] < held[0]["word"] + span and (size <= 2 or best[4] == 0.0):
        return best[:4]  # all hits lie together: to leave out the first can only spare gaps
    for start in range(1, size):
        if held[start - 1]["word"] != held[start]["word"]:
            found = _fit_from(start, size, span, first_need, count, weight, first, end, needs, words, held)
            if found[0] > best[0] + _BETTER:
                best = found
    return best[:4]


@compiled
def _collect(
    first_need: int, count: int, needs: Records, numbers: Records, items: Ints, words: Records, hits: Records,
    held: Records,
) -> int:  # fmt: skip
    """The hits of a variant's needs in the order of the words, then of the needs; how many there are."""
    size = 0
    for index in range(count):
        need = needs[first_need + index]
        turns = need["weight"] >= _LEAST_TURNED
        for at in range(need["numbers"], need["numbers_end"]):
            number = numbers[items[at]]
            hit = number["head"]
            while hit >= 0 and size < _ROOM:
                word = hits[hit]["word"]
                turned = turns and not number["gap"] and ((words[word]["flags"] & NEGATED) != 0) != need["negated"]
                worth = hits[hit]["worth"] * (_WRONG_POLARITY if turned else 1.0)
                place = _open(size, word, index, worth, held)
                held[place]["turned"], held[place]["shares"] = turned, number["shared"]
                size += 1
                hit = hits[hit]["following"]
    return size


@compiled
def _open(size: int, word: int, need: int, worth: float, held: Records) -> int:
    """A hit put in its place among those that are held, in the order of words, needs and worth."""
    place = size
    while place > 0:
        other = held[place - 1]
        if other["word"] != word:
            later = other["word"] > word
        elif other["need"] != need:
            later = other["need"] > need
        else:
            later = other["worth"] > worth
        if not later:
            break
        moved = held[place]
        moved["word"], moved["need"], moved["worth"] = other["word"], other["need"], other["worth"]
        moved["turned"], moved["shares"] = other["turned"], other["shares"]
        place -= 1
    held[place]["word"], held[place]["need"], held[place]["worth"] = word, need, worth
    return place


@compiled
def _fit_from(
    start: int, size: int, span: int, first_need: int, count: int, weight: float, first: int, end: int,
    needs: Records, words: Records, held: Records,
) -> tuple[float, int, int, bool, float]:  # fmt: skip
    """The place of a variant that begins at a hit and goes no further than a span; last what its gaps cost."""
    until = held[start]["word"] + span
    _take(start, size, until, count, first, end, words, held)
    matched, total, turned = 0.0, weight, 0.0
    begin, last = until, 0
    missing = False
    for index in range(count):
        need = needs[first_need + index]
        taken = held[index]["took"]
        if taken < 0 or held[taken]["worth"] < _HEARD:
            missing = missing or need["must"] != 0
        if taken < 0:
            continue
        share = need["weight"]
        if need["optional"]:
            share *= _OPTIONAL_SHARE
            total += share
        matched += share * held[taken]["worth"]
        turned += need["weight"] * held[taken]["turned"]
        begin, last = min(begin, held[taken]["word"]), max(last, held[taken]["word"])
    if total <= 0:
        return 0.0, begin, last, False, 0.0
    cost = _cost_of_gaps(count, begin, last, words, held)
    coverage = matched / total * (1 - cost)
    if missing:
        coverage *= _WITHOUT_VALUE
    return coverage, begin, last, turned >= _TURNED_ROUND * total, cost


@compiled
def _take(start: int, size: int, until: int, count: int, first: int, end: int, words: Records, held: Records) -> None:
    """For each need its best hit before a word; a word serves one need only, but where a saying is shared."""
    for index in range(count):
        held[index]["took"] = -1
    for word in range(held[start]["word"], min(until, end)):
        words[word]["taken"] = -1
    for hit in range(start, size):
        if held[hit]["word"] >= until:
            break
        index = held[hit]["need"]
        word = words[held[hit]["word"]]
        before = held[index]["took"]
        if before >= 0 and held[hit]["worth"] <= held[before]["worth"]:
            continue
        if held[hit]["shares"]:
            held[index]["took"] = hit
        elif word["taken"] < 0 or word["taken"] == index:
            held[index]["took"] = hit
            word["taken"] = index


@compiled
def _cost_of_gaps(count: int, first: int, last: int, words: Records, held: Records) -> float:
    """What words of other matters between the matched ones take away, as a share."""
    inside = words[last + 1]["before"] - words[first]["before"]
    if inside <= _FREE_EXTRA:
        return 0.0
    for index in range(count):
        if held[index]["took"] >= 0:
            words[held[held[index]["took"]]["word"]]["told"] = 1.0
    for index in range(count):
        if held[index]["took"] >= 0:
            word = words[held[held[index]["took"]]["word"]]
            inside -= word["weight"] * word["told"]
            word["told"] = 0.0
    return float(min(_MOST_COST, _COST_OF_EXTRA * max(0.0, inside - _FREE_EXTRA)))


@compiled
def concepts(
    first: int, end: int, numbers: Records, weighed: Records, words: Records, hits: Records, held: Records
) -> Concepts:
    """The place where a target's own words (`weighed[first:end]`), of whichever phrasing, stand densest."""
    size = 0
    for at in range(first, end):
        hit = numbers[weighed[at]["number"]]["head"]
        while hit >= 0 and size < _ROOM:
            word = hits[hit]["word"]
            if not words[word]["flags"] & NEGATED:
                _open(size, word, weighed[at]["number"], weighed[at]["weight"] * hits[hit]["worth"], held)
                size += 1
            hit = hits[hit]["following"]
    best = (0.0, 0, 0, 0)
    end_of_best = -1
    for start in range(size):
        begin = held[start]["word"]
        if begin + _CONCEPT_WINDOW > held[size - 1]["word"] and end_of_best > held[size - 1]["word"]:
            break  # a window that already reached the end can only lose words from here
        found = _densest(start, size, numbers, held)
        end_of_best = begin + _CONCEPT_WINDOW
        if found[0] > best[0] + _BETTER:
            best = found
    return best


@compiled
def _densest(start: int, size: int, numbers: Records, held: Records) -> Concepts:
    """The window that begins at a hit: each word counts for one concept, each concept once."""
    first = held[start]["word"]
    total, count, last = 0.0, 0, first
    hit = start
    while hit < size and held[hit]["word"] < first + _CONCEPT_WINDOW:
        last = held[hit]["word"]
        number, worth = held[hit]["need"], 0.0
        while hit < size and held[hit]["word"] == last:
            if held[hit]["worth"] > worth:
                number, worth = held[hit]["need"], held[hit]["worth"]
            hit += 1
        concept = numbers[number]
        if worth > concept["best"]:
            count += 1 if concept["best"] == 0.0 else 0
            total += worth - concept["best"]
            concept["best"] = worth
    for other in range(start, hit):
        numbers[held[other]["need"]]["best"] = 0.0
    return total, count, first, last


@compiled
def clause_round(first: int, last: int, row_first: int, row_end: int, words: Records) -> tuple[int, int]:
    """The clause that a span stands in: to the punctuation or the end of a segment on either side."""
    start, end = first, last
    while start > row_first and first - start < _LONGEST_CLAUSE and not _begins(start, words):
        start -= 1
    while end < row_end - 1 and end - last < _LONGEST_CLAUSE and not _begins(end + 1, words):
        end += 1
    return start, end


@compiled
def _begins(word: int, words: Records) -> bool:
    """Whether a new clause or segment begins at a word."""
    return bool(words[word]["flags"] & OPENS) or bool(words[word - 1]["segment"] != words[word]["segment"])


@compiled
def remark_round(word: int, row_first: int, row_end: int, words: Records) -> tuple[int, int]:
    """The part of a row that belongs to the segment of a word."""
    start, end = word, word
    while start > row_first and words[start - 1]["segment"] == words[word]["segment"]:
        start -= 1
    while end < row_end - 1 and words[end + 1]["segment"] == words[word]["segment"]:
        end += 1
    return start, end


@compiled
def explained(
    own_first: int, own_end: int, first: int, last: int, numbers: Records, items: Ints, words: Records, hits: Records
) -> float:
    """The share of the weight of words `first` to `last` that a target's own (`items[own_first:own_end]`) tell, 0–1."""
    total = words[last + 1]["before"] - words[first]["before"]
    if total <= 0:
        return 0.0
    for at in range(own_first, own_end):
        hit = numbers[items[at]]["head"]
        while hit >= 0:
            word = hits[hit]["word"]
            if first <= word <= last and hits[hit]["worth"] > words[word]["told"]:
                words[word]["told"] = hits[hit]["worth"]
            hit = hits[hit]["following"]
    told = 0.0
    for at in range(first, last + 1):
        told += words[at]["weight"] * words[at]["told"]
        words[at]["told"] = 0.0
    return float(told / total)
