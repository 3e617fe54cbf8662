"""How likely is each remark of a call each step of the script, seen by its words and by the call as a whole?

Words alone leave much open: «А год какой?» is a step when it stands between the questions that the script has before
and after it. So every remark is weighed against every step three times: by its words; then also by what the first
weighing makes of the other remarks (which other step fits better, whether the order is the script's, what is still
unclaimed); and once more by what that changed. Each weighing is a logistic curve, its numbers in `likelihood_table.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from pipeline.grid import WORDS, Grid
from pipeline.likelihood_table import TABLE, Table
from pipeline.matching.weights import add_up

Numbers = npt.NDArray[np.float64]

CONTEXT = (
    "other step fits better", "said better elsewhere", "far from its place", "against the order", "share in order",
    "claimed", "said elsewhere", "between", "between and unclaimed", "unclaimed question between", "beside a neighbour",
    "unclaimed question beside", "narrow gap", "first", "last", "conditional",
    "free remarks", "free remarks, unclaimed between", "share found",
)  # fmt: skip
_ANCHOR = 0.5
_LEAST_STEPS_FOR_PLACE = 4
_NEVER = -8.0
_MOST_LEAD, _MOST_FREE = 5.0, 3.0

_in_force: list[Table] = [TABLE]


def likelihoods(grid: Grid) -> Numbers:
    """The probability that each remark (row) is each step (column); 0 where it can't count."""
    if not grid.remarks:
        return np.zeros((0, grid.steps))
    table, logits = _in_force[-1], _by_words(grid)
    for numbers, meant, taught in zip((table.once, table.twice), table.meant[1:], table.taught[1:], strict=True):
        seen = weigh(grid.words, numbers[: 1 + len(WORDS)])
        add_up(seen, in_context(grid, logits), np.array(numbers[1 + len(WORDS) :]))
        logits = with_more(grid, seen, meant, taught)
    return np.where(grid.allowed, _probability(logits), 0.0)


def by_words_alone(grid: Grid) -> Numbers:
    """The same by each remark's own words, as if the rest of the call were not known."""
    return np.where(grid.allowed, _probability(_by_words(grid)), 0.0)


def _by_words(grid: Grid) -> Numbers:
    """Log odds of the first weighing."""
    table = _in_force[-1]
    return with_more(grid, weigh(grid.words, table.words), table.meant[0], table.taught[0])


def with_more(grid: Grid, logits: Numbers, meant: tuple[float, float], taught: tuple[float, float]) -> Numbers:
    """Log odds with what nearness of meaning and what was learnt add, where they are known: a + b times the feature."""
    if grid.nearness is not None:
        logits = logits + meant[0] + meant[1] * grid.nearness
    if grid.learnt is not None:
        logits = logits + taught[0] + taught[1] * grid.learnt
    return logits


def weigh(features: Numbers, numbers: Sequence[float]) -> Numbers:
    """Log odds: the first number, and each feature times its own."""
    total = np.full(features.shape[:2], float(numbers[0]))
    add_up(total, features, np.array(numbers[1:]))
    return total


def in_context(grid: Grid, logits: Numbers) -> Numbers:
    """The features of CONTEXT for each remark and step, from a first weighing."""
    odds = np.where(grid.allowed, logits, _NEVER)
    chance = np.where(grid.allowed, _probability(logits), 0.0)
    best, where = chance.max(axis=0), chance.argmax(axis=0)
    claimed, lead = _best_other(chance, 1), _best_other(odds, 1) - odds
    elsewhere, own_lead = _best_other(chance, 0), _best_other(odds, 0) - odds
    against, in_order = _order(grid, best, where)
    before, after = _anchors(best, where, grid.remarks)
    row = np.arange(grid.remarks)[:, None]
    between = ((before <= row) & (row <= after)).astype(float)
    beside = _beside(best, where, row)
    asked = (1 - claimed) * grid.questions
    features = (
        np.clip(lead + 1, 0, _MOST_LEAD), np.clip(own_lead + 1, 0, _MOST_LEAD), _far(grid), against,
        in_order / (in_order + against + 0.5), claimed, elsewhere, between, between * (1 - claimed), between * asked,
        beside, beside * asked, between / (np.maximum(0, after - before) + 1),
        (row == 0) * np.ones(grid.steps), (row == grid.remarks - 1) * np.ones(grid.steps),
        np.broadcast_to(grid.conditional, chance.shape).astype(float),
        *_left_over(chance, best, between * (1 - claimed)),
    )  # fmt: skip
    return np.stack(features, axis=2)


def _left_over(chance: Numbers, best: Numbers, unclaimed: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """How many remarks nothing claims for each step not found, there where a remark is free, and the share found.

    A manager who speaks freely leaves many remarks without a step and many steps without a remark at once.
    """
    free = float((1 - chance.max(axis=1)).sum())
    ratio = min(_MOST_FREE, free / (float((1 - best).sum()) + 0.5))
    return np.full(chance.shape, ratio), ratio * unclaimed, np.full(chance.shape, float(best.mean()))


def _probability(logits: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return result


def _best_other(values: Numbers, axis: int) -> Numbers:
    """For each place the largest value of its row (axis 1) or column (axis 0) but its own."""
    if values.shape[axis] < 2:
        return np.full(values.shape, _NEVER if values.min() < 0 else 0.0)
    ordered = np.partition(values, -2, axis=axis)
    first, second = np.take(ordered, [-1], axis=axis), np.take(ordered, [-2], axis=axis)
    at = values.argmax(axis=axis, keepdims=True) if axis else values.argmax(axis=0)[None, :]
    number = np.arange(values.shape[axis])
    own = at == (number[None, :] if axis else number[:, None])
    return np.where(own, second, first)


def _far(grid: Grid) -> Numbers:
    """How far, in shares of the call, a remark stands from where the script has the step."""
    always = np.flatnonzero(~grid.conditional)
    if len(always) < _LEAST_STEPS_FOR_PLACE:
        return np.zeros((grid.remarks, grid.steps))
    expected = np.zeros(grid.steps)
    expected[always] = np.arange(len(always)) / (len(always) - 1)
    return np.where(grid.conditional[None, :], 0.0, np.abs(grid.moments[:, None] - expected[None, :]))


def _order(grid: Grid, best: Numbers, where: npt.NDArray[np.intp]) -> tuple[Numbers, Numbers]:
    """How much of the other steps, where they are likeliest, speaks against and for a step being at a remark."""
    number = np.arange(grid.steps)
    apart = np.abs(number[:, None] - number[None, :])
    weight = np.where((apart == 0) | grid.conditional[None, :], 0.0, best[None, :] / (1 + 0.5 * (apart - 1)))
    row = np.arange(grid.remarks)[:, None, None]
    earlier = where[None, None, :] < row
    right = (where[None, None, :] == row) | (earlier == (number[None, None, :] < number[None, :, None]))
    total = weight.sum(axis=1)[None, :]
    in_order = np.where(right, weight[None, :, :], 0.0).sum(axis=2)
    return np.maximum(0.0, total - in_order), in_order


def _anchors(best: Numbers, where: npt.NDArray[np.intp], remarks: int) -> tuple[Numbers, Numbers]:
    """For each step the remarks of the nearest likely step before it and after it in the script."""
    before, after = np.zeros(len(best)), np.full(len(best), float(remarks))
    for step in range(1, len(best)):
        before[step] = where[step - 1] if best[step - 1] > _ANCHOR else before[step - 1]
    for step in range(len(best) - 2, -1, -1):
        after[step] = where[step + 1] if best[step + 1] > _ANCHOR else after[step + 1]
    return before, after


def _beside(best: Numbers, where: npt.NDArray[np.intp], row: npt.NDArray[np.intp]) -> Numbers:
    """How many of a step's neighbours in the script are likely at the same remark or the next to it."""
    found = np.zeros((len(row), len(best)))
    for step in range(len(best)):
        for other, ahead in ((step - 1, 1), (step + 1, -1)):
            if 0 <= other < len(best) and best[other] > _ANCHOR:
                gap = ahead * (row[:, 0] - where[other])
                found[:, step] += (gap >= 0) & (gap <= 1)
    return found


@contextmanager
def weighed_by(table: Table) -> Iterator[None]:
    """For measuring: another table than the shipped one, such as one fitted without the business that is measured."""
    _in_force.append(table)
    try:
        yield
    finally:
        _in_force.pop()


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely one step was done at all, and at which remark (a row of the grid) it is likeliest."""

    done: float
    row: int | None


def chance_of(chances: Numbers, step: int, rows: Sequence[int]) -> Chance:
    """A step's chance over the remarks that may count for it."""
    if not rows:
        return Chance(0.0, None)
    every = chances[:, step].tolist()
    column = [every[row] for row in rows]
    missed = prod([1 - one for one in column])
    return Chance(1 - missed, rows[column.index(max(column))])
