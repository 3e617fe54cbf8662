"""With which numbers are remarks best weighed against steps? Fits `pipeline/likelihood_table.py` to the labelled calls.

`python -m benchmarks.accuracy_fit [--write]`; `without()` gives the table for a business that the fit never saw.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt

from pipeline import likelihood_table
from pipeline.findings import look_through
from pipeline.grid import WORDS, Grid, lay_grid
from pipeline.heard import hear
from pipeline.likelihood import in_context, weigh
from pipeline.likelihood_table import Table
from pipeline.matching import matcher_for
from pipeline.matching.surroundings import CONTEXT
from tests.evaluation.misheard import as_misheard
from tests.evaluation.reviewed import Rendition, as_said, reviewed_calls, unseen_calls

Numbers = npt.NDArray[np.float64]

# Other versions of the noise than those that the benchmark and the tests measure with.
SEEDS = (100, 101)
RIDGE = 3.0
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Lesson:
    """One call's grid beside what the reviewer ticked in it."""

    business: str
    grid: Grid
    done: Numbers


@cache
def lessons() -> tuple[Lesson, ...]:
    """Every call that is a sales talk, as said and misheard."""
    calls = [call for call in (*reviewed_calls(), *unseen_calls()) if call.eligible]
    renditions = [*map(as_said, calls), *(as_misheard(call, seed) for seed in SEEDS for call in calls)]
    return tuple(map(_lesson, renditions))


def _lesson(rendition: Rendition) -> Lesson:
    call = rendition.call
    heard = hear(rendition.transcript, call.campaign.language)
    grid = lay_grid(call.campaign, look_through(heard, matcher_for(call.campaign)))
    return Lesson(call.campaign.id, grid, ticked(rendition, grid))


def ticked(rendition: Rendition, grid: Grid) -> Numbers:
    """What the reviewer ticked in a call: 1 where a remark (row) is a step (column)."""
    call = rendition.call
    done = np.zeros((grid.remarks, grid.steps))
    for row, segments in enumerate(grid.segments):
        remarks = {rendition.remark_of[segment] for segment in segments}
        for column, step in enumerate(call.campaign.steps):
            done[row, column] = not remarks.isdisjoint(call.labels.done.get(step.id, ()))
    return done


@cache
def without(business: str) -> Table:
    """The table as fitted to all the other businesses."""
    return fitted([lesson for lesson in lessons() if lesson.business != business])


def fitted(held: Iterable[Lesson]) -> Table:
    """The three weighings fitted one after the other, each on what the one before it gives.

    Lessons with nearness of meaning give a table that weighs it too.
    """
    some = [lesson for lesson in held if lesson.grid.remarks]
    numbers: list[Numbers] = []
    for _ in range(3):
        numbers.append(_fit([_seen(lesson.grid, numbers) for lesson in some], some))
    near = some[0].grid.nearness is not None
    at = 1 + len(WORDS)
    words, once, twice = (
        tuple(round(float(number), 3) for number in (np.delete(each, at) if near else each)) for each in numbers
    )
    first, second, third = (round(float(each[at]), 3) for each in (numbers if near else [np.zeros(at + 1)] * 3))
    return Table(words, once, twice, (first, second, third) if near else None)


def _seen(grid: Grid, numbers: Sequence[Numbers]) -> Numbers:
    """The features of one more weighing, by the numbers of those before it; nearness stands behind those of words."""
    own = grid.words if grid.nearness is None else np.concatenate((grid.words, grid.nearness[:, :, None]), axis=2)
    seen = own
    for each in numbers:
        seen = np.concatenate((own, in_context(grid, weigh(seen, each.tolist()))), axis=2)
    return seen


def _fit(features: Sequence[Numbers], some: Sequence[Lesson]) -> Numbers:
    """Logistic regression by Newton's method on the places that may count, with a ridge on standardised features."""
    told = np.concatenate([each[lesson.grid.allowed] for each, lesson in zip(features, some, strict=True)])
    right = np.concatenate([lesson.done[lesson.grid.allowed] for lesson in some])
    mean, spread = told.mean(axis=0), told.std(axis=0) + 1e-9
    design = np.column_stack((np.ones(len(told)), (told - mean) / spread))
    ridge = np.eye(design.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (chance - right) + ridge @ found
        bend = (design.T * (chance * (1 - chance))) @ design + ridge
        found = found - np.linalg.solve(bend, slope)
    numbers = found[1:] / spread
    result: Numbers = np.concatenate(([found[0] - numbers @ mean], numbers))
    return result


def write(module: ModuleType, name: str, table: Table) -> None:
    """A table into the module that ships it."""
    file = Path(str(module.__file__))
    head, _, after = file.read_text(encoding="utf-8").partition(f"{name} = Table(")
    rest = after.partition("\n)\n")[2]
    names = ("constant", *WORDS, *CONTEXT)
    body = "".join(
        f"    {weighing}=(\n"
        + "".join(f"        {number:g},  # {what}\n" for what, number in zip(names, numbers, strict=False))
        + "    ),\n"
        for weighing, numbers in (("words", table.words), ("once", table.once), ("twice", table.twice))
    )
    meant = "" if table.meant is None else f"    meant={table.meant},\n"
    file.write_text(f"{head}{name} = Table(\n{body}{meant})\n{rest}", encoding="utf-8")


def main() -> None:
    """Fit to all businesses, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="into pipeline/likelihood_table.py")
    table = fitted(lessons())
    if parser.parse_args().write:
        write(likelihood_table, "TABLE", table)
    else:
        print(table)


if __name__ == "__main__":
    main()
