"""What is worked out of a campaign once, and kept for the next calls?"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from scripts_library.campaign import Campaign

T = TypeVar("T")

_MOST = 16


class Kept(Generic[T]):
    """Something that is made of a campaign at its first use; the oldest goes where there are too many."""

    def __init__(self, make: Callable[[Campaign], T]) -> None:
        self._make = make
        # By identity: to compare campaigns word by word costs more than a call. The campaign is held, so that no other
        # one can come to its place in memory.
        self._held: dict[int, tuple[Campaign, T]] = {}
        self._keeping = Lock()

    def of(self, campaign: Campaign) -> T:
        """What was made of a campaign, now or before."""
        held = self._held.get(id(campaign))
        if held is not None:
            return held[1]
        made = self._make(campaign)
        with self._keeping:
            while len(self._held) >= _MOST:
                del self._held[next(iter(self._held))]
            return self._held.setdefault(id(campaign), (campaign, made))[1]
