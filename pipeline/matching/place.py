"""Where in a row is a target said best, how surely, and what speaks against it? Compiled."""

from __future__ import annotations

import numpy as np

from pipeline.matching.alignment import Fit, clause_round, concepts, explained, fit, remark_round
from pipeline.matching.book import KINDS, Ints, Records, record
from pipeline.matching.compiled import compiled
from pipeline.matching.guards import announced, asked_not_stated
from pipeline.matching.sheet import ASKED as IS_ASKED
from pipeline.matching.sheet import ASKS, CHUNK
from pipeline.matching.weights import (
    ASKED,
    BY_CONCEPTS,
    BY_PHRASINGS,
    LEVEL,
    MOST_CONCEPTS,
    NOT_ASKED,
    ONE_WORD_CONCEPTS,
    WORD_FOR_WORD,
    worth,
)  # fmt: skip

REASONS = (
    None, "excluded_word", "keyword_missing", "counter_example", "negated", "asked_not_stated", "announced",
)  # fmt: skip
_EXCLUDED, _MISSING, _COUNTER, _TURNED, _QUESTION, _ANNOUNCED = range(1, 7)
_KEYWORD, _KEYWORD_REACH = 0.85, CHUNK // 2
_COUNTER_LIKENESS, _COUNTER_LEAD = 0.75, 0.03
_WORD_FOR_WORD = 0.95
# What the words that no posting holds (too small, or optional) can add to a phrasing's weight heard.
_SMALL_WORDS = 0.4
_STEP, _FORBIDDEN = KINDS.index("step"), KINDS.index("forbidden")


# A place that came near: in which row, for which target, on words `first` to `last`. `reason` is an index of REASONS;
# `segment` has most of the place's weight; the rest is what `Evidence` tells.
FOUND = record(
    row=int, target=int, first=int, last=int, segment=int, reason=int, not_asked=int, asked=int, asks=int,
    coverage=float, weight=float, concepts=float, likeness=float, logit=float, clause_explained=float,
    remark_explained=float, clause_weight=float,
)  # fmt: skip


@compiled
def promise(variant: int, variants: Records) -> float:
    """The most that a variant can add to the log odds in the row in hand."""
    weight = variants[variant]["weight"]
    return worth(min(1.0, (variants[variant]["bound"] + _SMALL_WORDS) / weight), weight)


@compiled
def judge(
    at: int, hopeful: int, row_first: int, row_end: int, targets: Records, variants: Records, needs: Records,
    numbers: Records, items: Ints, weighed: Records, words: Records, hits: Records, marked: bool, held: Records,
    order: Ints, found: Records,
) -> int:  # fmt: skip
    """The best place of a target in a row, into the record at a place; 1 where there is any."""
    one, target = found[at], targets[found[at]["target"]]
    variant, best = _best_fit(
        hopeful, row_first, row_end, variants, needs, numbers, items, words, hits, held, order
    )  # fmt: skip
    rich = concepts(target["concepts"], target["concepts_end"], numbers, weighed, words, hits, held)
    if variant < 0 and rich[1] == 0:
        return 0
    share = rich[0] / target["need"]
    share = min(MOST_CONCEPTS, share) if rich[1] >= 2 else ONE_WORD_CONCEPTS * min(1.0, share)
    coverage, first, last, turned, weight = 0.0, rich[2], rich[3], False, 0.0
    if variant >= 0:
        coverage, first, last, turned = best
        weight = variants[variant]["weight"]
    asked = _flagged(first, last, IS_ASKED, words)
    one["not_asked"] = marked and target["asks"] == 1 and not asked
    one["asked"] = marked and target["asks"] == 0 and asked
    one["coverage"], one["weight"], one["concepts"] = coverage, weight, share
    one["likeness"] = max(coverage, min(1.0, 0.85 * share))
    one["first"], one["last"], one["segment"] = first, last, _heaviest(first, last, words)
    asks = variant >= 0 and variants[variant]["asks"] != 0
    reason = _by_keywords(
        found[at]["target"], first, row_first, row_end, targets, variants, needs, numbers, items, words, hits, held
    )  # fmt: skip
    if not reason and _like_a_counter(
        found[at]["target"], coverage, weight, row_first, row_end, targets, variants, needs, numbers, items, words,
        hits, held,
    ):  # fmt: skip
        reason = _COUNTER
    one["reason"] = reason or _guarded(first, last, row_first, row_end, turned, asks, words)
    _weigh(one, target)
    one["asks"] = 0
    one["clause_explained"] = one["remark_explained"] = one["clause_weight"] = 0.0
    if target["kind"] == _STEP:
        _look_round(found, at, row_first, row_end, targets, numbers, items, words, hits)
    return 1


@compiled
def _weigh(one: Records, target: Records) -> None:
    logit = LEVEL[target["kind"]] + worth(float(one["coverage"]), float(one["weight"])) + BY_CONCEPTS * one["concepts"]
    logit -= BY_PHRASINGS * target["doublings"] + NOT_ASKED * one["not_asked"] + ASKED * one["asked"]
    if target["kind"] == _FORBIDDEN and one["coverage"] >= _WORD_FOR_WORD:
        logit += WORD_FOR_WORD
    one["logit"] = min(logit, -0.5) - 1.0 if one["reason"] else logit


@compiled
def _look_round(
    found: Records, at: int, row_first: int, row_end: int, targets: Records, numbers: Records, items: Ints,
    words: Records, hits: Records,
) -> None:  # fmt: skip
    """How much of the clause and of the remark a target explains, what the clause weighs, whether it asks."""
    one, target = found[at], targets[found[at]["target"]]
    start, end = clause_round(one["first"], one["last"], row_first, row_end, words)
    one["clause_explained"] = explained(
        target["words"], target["words_end"], start, end, numbers, items, words, hits
    )  # fmt: skip
    one["clause_weight"] = words[end + 1]["before"] - words[start]["before"]
    one["asks"] = _flagged(start, end, ASKS, words)
    start, end = remark_round(one["first"], row_first, row_end, words)
    one["remark_explained"] = explained(
        target["words"], target["words_end"], start, end, numbers, items, words, hits
    )  # fmt: skip


@compiled
def _best_fit(
    hopeful: int, first: int, end: int, variants: Records, needs: Records, numbers: Records, items: Ints,
    words: Records, hits: Records, held: Records, order: Ints,
) -> tuple[int, Fit]:  # fmt: skip
    best, best_worth, best_variant = (0.0, 0, 0, False), -np.inf, -1
    for place in range(hopeful):
        variant = order[place]
        if best_variant >= 0 and promise(variant, variants) <= best_worth:
            continue
        found = fit(variant, first, end, variants, needs, numbers, items, words, hits, held)
        if found[0] >= 0:
            value = worth(found[0], variants[variant]["weight"])
            if value > best_worth + 1e-9:
                best, best_worth, best_variant = found, value, variant
    return best_variant, best


@compiled
def _by_keywords(
    target: int, place: int, first: int, end: int, targets: Records, variants: Records, needs: Records,
    numbers: Records, items: Ints, words: Records, hits: Records, held: Records,
) -> int:  # fmt: skip
    """What the trainer's keywords say against a place, as an index of REASONS."""
    one = targets[target]
    for at in range(one["none_of"], one["none_end"]):
        if _holds(items[at], place, first, end, variants, needs, numbers, items, words, hits, held):
            return _EXCLUDED
    nearest, farthest = end, 0
    for at in range(one["all_of"], one["all_end"]):
        found = fit(items[at], first, end, variants, needs, numbers, items, words, hits, held)
        if found[0] < _KEYWORD or abs(found[1] - place) > _KEYWORD_REACH:
            return _MISSING
        nearest, farthest = min(nearest, found[1]), max(farthest, found[2])
    if one["distance"] and farthest - nearest > one["distance"]:
        return _MISSING
    held_any = one["any_of"] == one["any_end"]
    for at in range(one["any_of"], one["any_end"]):
        if _holds(items[at], place, first, end, variants, needs, numbers, items, words, hits, held):
            held_any = True
    return 0 if held_any else _MISSING


@compiled
def _holds(
    keyword: int, place: int, first: int, end: int, variants: Records, needs: Records, numbers: Records, items: Ints,
    words: Records, hits: Records, held: Records,
) -> bool:  # fmt: skip
    found = fit(keyword, first, end, variants, needs, numbers, items, words, hits, held)
    return found[0] >= _KEYWORD and abs(found[1] - place) <= _KEYWORD_REACH


@compiled
def _like_a_counter(
    target: int, coverage: float, weight: float, first: int, end: int, targets: Records, variants: Records,
    needs: Records, numbers: Records, items: Ints, words: Records, hits: Records, held: Records,
) -> bool:  # fmt: skip
    """Whether a sentence that must not count fits better than what was found."""
    likest, heaviest, value = 0.0, 0.0, -np.inf
    for variant in range(targets[target]["counter"], targets[target]["end"]):
        found = fit(variant, first, end, variants, needs, numbers, items, words, hits, held)
        if found[0] >= 0 and worth(found[0], variants[variant]["weight"]) > value + 1e-9:
            likest, heaviest = found[0], variants[variant]["weight"]
            value = worth(likest, heaviest)
    if likest >= _WORD_FOR_WORD and heaviest > weight:
        return True
    return likest >= _COUNTER_LIKENESS and likest > coverage + _COUNTER_LEAD


@compiled
def _guarded(
    first: int, last: int, row_first: int, row_end: int, turned: bool, asks: bool, words: Records
) -> int:  # fmt: skip
    """What the words round a place make of it, as an index of REASONS."""
    if turned:
        return _TURNED
    if not asks and asked_not_stated(first, row_first, row_end, words):
        return _QUESTION
    if not asks and announced(first, last, row_first, row_end, words):
        return _ANNOUNCED
    return 0


@compiled
def _flagged(first: int, last: int, flag: int, words: Records) -> bool:
    flagged = False
    for word in range(first, last + 1):
        flagged = flagged or (words[word]["flags"] & flag) != 0
    return flagged


@compiled
def _heaviest(first: int, last: int, words: Records) -> int:
    """The segment that has most of the weight of words `first` to `last`; the earlier of equals."""
    best, heaviest, weight = -1.0, 0, 0.0
    for word in range(first, last + 1):
        if word > first and words[word]["segment"] != words[word - 1]["segment"]:
            weight = 0.0
        weight += words[word]["weight"]
        if weight > best:
            best, heaviest = weight, words[word]["segment"]
    return heaviest
