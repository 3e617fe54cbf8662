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
from math import exp, prod

import numpy as np
import numpy.typing as npt

from pipeline.grid import WORDS, Grid
from pipeline.likelihood_table import TABLE, Table
from pipeline.likelihood_with_meaning import WITH_MEANING
from pipeline.matching.surroundings import surroundings
from pipeline.matching.weights import add_up

Numbers = npt.NDArray[np.float64]

_in_force: list[Table | None] = [None]


def likelihoods(grid: Grid) -> Numbers:
    """The probability that each remark (row) is each step (column); 0 where it can't count."""
    if not grid.remarks:
        return np.zeros((0, grid.steps))
    table, logits = _table_for(grid), _by_words(grid)
    for weighing, numbers in enumerate((table.once, table.twice), start=1):
        seen = weigh(grid.words, numbers[: 1 + len(WORDS)])
        add_up(seen, in_context(grid, logits), np.array(numbers[1 + len(WORDS) :]))
        logits = _with_more(grid, seen, table, weighing)
    return np.where(grid.allowed, _probability(logits), 0.0)


def by_words_alone(grid: Grid) -> Numbers:
    """The same by each remark's own words, as if the rest of the call were not known."""
    return np.where(grid.allowed, _probability(_by_words(grid)), 0.0)


def _by_words(grid: Grid) -> Numbers:
    """Log odds of the first weighing."""
    table = _table_for(grid)
    return _with_more(grid, weigh(grid.words, table.words), table, 0)


def _table_for(grid: Grid) -> Table:
    shipped = TABLE if grid.nearness is None else WITH_MEANING
    return _in_force[-1] or shipped


def _with_more(grid: Grid, logits: Numbers, table: Table, weighing: int) -> Numbers:
    """Log odds with what nearness of meaning and what was learnt add, where they are known."""
    if grid.nearness is not None and table.meant is not None:
        logits = logits + table.meant[weighing] * grid.nearness
    if grid.learnt is not None:
        logits = logits + weigh(grid.learnt, table.taught[weighing])
    return logits


def weigh(features: Numbers, numbers: Sequence[float]) -> Numbers:
    """Log odds: the first number, and each feature times its own."""
    total = np.full(features.shape[:2], float(numbers[0]))
    add_up(total, features, np.array(numbers[1:]))
    return total


def in_context(grid: Grid, logits: Numbers) -> Numbers:
    """The features of CONTEXT for each remark and step, from a first weighing."""
    return surroundings(logits, grid.allowed, grid.questions, grid.moments, grid.conditional, grid.turns)


def _probability(logits: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return result


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


def chance_of(chances: Numbers, step: int, rows: Sequence[int], leaning: float = 0.0) -> Chance:
    """A step's chance over the remarks that may count for it; `leaning` are log odds added to that it was done."""
    if not rows:
        return Chance(0.0, None)
    every = chances[:, step].tolist()
    column = [every[row] for row in rows]
    missed = prod([1 - one for one in column])
    if leaning:
        missed /= missed + (1 - missed) * exp(leaning)
    return Chance(1 - missed, rows[column.index(max(column))])
