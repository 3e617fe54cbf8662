"""What do single words mean, as vectors? Words of like sense lie near one another; made by `benchmarks.senses_fit`.

They come from a multilingual sentence model (Universal Sentence Encoder, Yang et al. 2020, Apache-2.0) that was given
each word alone; what all words share is taken out of them, and the 63 numbers that tell most are kept as whole ones.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

PLACES = 63
# A vector's length: whole numbers of one byte, whose products still add up exactly in single precision.
LENGTH = 300.0

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Senses:
    """The row of each known word (in normal form) in `vectors`, whose rows are whole numbers of about `LENGTH`."""

    rows: Mapping[str, int]
    vectors: Vectors


@lru_cache(maxsize=2)
def senses(language: str) -> Senses:
    """The words of a language (ru or en), read once in a process.

    The file is a table of the program as its modules are, a line a word with its numbers in base 64.
    """
    table = files("pipeline.language").joinpath(f"senses_{language}.txt").read_text(encoding="utf-8")
    lines = [line.split(" ") for line in table.splitlines()]
    whole = base64.b64decode("".join(code for _, code in lines))
    vectors = np.frombuffer(whole, dtype=np.int8).reshape(len(lines), PLACES).astype(np.float32)
    return Senses({word: row for row, (word, _) in enumerate(lines)}, vectors)
