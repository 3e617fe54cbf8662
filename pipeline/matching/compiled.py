"""How do the loops that look at every word of a call run? As machine code, made by numba at their first use and kept.

The code that they are made from is plain Python over arrays: NUMBA_DISABLE_JIT=1 runs it as it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code; kept beside the module, or for this run only where nothing can be written."""
    try:
        return cast("Callable[P, R]", njit(function, cache=True, error_model="numpy"))
    except RuntimeError:
        return cast("Callable[P, R]", njit(function, error_model="numpy"))
