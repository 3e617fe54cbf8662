"""The shape of what is said of a mistake: the tables stand in `wording_ru` and `wording_en`."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A message and its remedy with gaps like {key}; `otherwise` is the remedy when nothing similar is known."""

    message: str
    remedy: str
    otherwise: str | None = None
