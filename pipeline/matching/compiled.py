"""How do the loops that look at every word of a call run? As machine code, made by numba at their first use and kept.

The code that they are made from is plain Python over arrays: NUMBA_DISABLE_JIT=1 runs it as it is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from types import CodeType
from typing import ParamSpec, TypeVar, cast

import numpy as np
from numba import njit

P = ParamSpec("P")
R = TypeVar("R")

# Nothing is allocated in these loops, so nothing needs to be counted; and to hand ten arrays to a function costs more
# than most functions here do: counting and calling were a third of the time.
_HOW = {"error_model": "numpy", "forceinline": True, "_nrt": False}
_machine_code = cast("Callable[..., object]", partial(njit, **_HOW))

_written = hashlib.sha256()


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code, as a part of the ones that call it."""
    _note(function)
    return cast("Callable[P, R]", _machine_code(function))


def compiled_and_kept(function: Callable[P, R]) -> Callable[P, R]:
    """The same as machine code that is kept for the next start; for this run only where nothing can be written."""
    _note(function)
    # numba keeps code by a function's name and file alone: what it was made from has to be in the name, or the code
    # would outlive a change of another file.
    function.__qualname__ += f"-{_written.hexdigest()[:16]}"
    try:
        return cast("Callable[P, R]", _machine_code(function, cache=True))
    except RuntimeError:
        return cast("Callable[P, R]", _machine_code(function))


def _note(function: Callable[P, R]) -> None:
    code: CodeType = function.__code__
    used = {name: function.__globals__.get(name) for name in code.co_names}
    numbers = {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in used.items()}
    plain = {name: value for name, value in numbers.items() if isinstance(value, int | float | list)}
    constants = [value for value in code.co_consts if isinstance(value, int | float | str)]
    _written.update(repr((code.co_code, code.co_names, constants, plain, _HOW)).encode())
