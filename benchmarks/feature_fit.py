"""How much is one more feature of the grid worth in each of the three weighings, all else as the table has it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.accuracy_fit import Lesson
from pipeline.grid import Grid
from pipeline.likelihood import in_context, weigh
from pipeline.likelihood_table import Table

Numbers = npt.NDArray[np.float64]
Worth = tuple[tuple[float, float], ...]

_RIDGE, _ROUNDS = 3.0, 30


def worth_of(feature: Callable[[Grid], Numbers | None], lessons: Sequence[Lesson], table: Table) -> Worth:
    """A constant and a number for the feature in each weighing, fitted on lessons whose grids have it."""
    some = [(lesson, values) for lesson in lessons if (values := feature(lesson.grid)) is not None]
    found: list[tuple[float, float]] = []
    logits = [weigh(lesson.grid.words, table.words) for lesson, _ in some]
    for numbers in (table.once, table.twice, None):
        constant, number = _two_numbers(some, logits)
        found.append((constant, number))
        logits = [odds + constant + number * values for (_, values), odds in zip(some, logits, strict=True)]
        if numbers is not None:
            logits = [
                weigh(np.concatenate((one.grid.words, in_context(one.grid, odds)), axis=2), numbers)
                for (one, _), odds in zip(some, logits, strict=True)
            ]
    return tuple(found)


def _two_numbers(some: Sequence[tuple[Lesson, Numbers]], logits: Sequence[Numbers]) -> tuple[float, float]:
    """Newton's method for two numbers, what the table gives held fixed."""
    fixed = np.concatenate([odds[one.grid.allowed] for (one, _), odds in zip(some, logits, strict=True)])
    told = np.concatenate([values[one.grid.allowed] for one, values in some])
    right = np.concatenate([one.done[one.grid.allowed] for one, _ in some])
    design = np.column_stack((np.ones(len(told)), told))
    found = np.zeros(2)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(fixed + design @ found, -30, 30)))
        slope = design.T @ (chance - right) + _RIDGE * found
        bend = (design.T * (chance * (1 - chance))) @ design + _RIDGE * np.eye(2)
        found = found - np.linalg.solve(bend, slope)
    return round(float(found[0]), 3), round(float(found[1]), 3)
