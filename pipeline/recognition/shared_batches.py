"""Which windows are decoded together where several calls are at hand? Those that wait, whichever call they are of.

Each call's thread asks for its own windows. Whoever finds the model free decodes a batch for all who wait, the call
that came first before the others, and everyone gets back what is theirs.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.audio import Samples
from pipeline.recognition.engine import Decoded, Engine

Told = tuple[str, str]
"""Language and hotwords: only windows that are told the same go together."""


@dataclass(slots=True, eq=False)
class _Request:
    """The windows of one call: those that wait, what was decoded, and what ended it before its time."""

    windows: Iterator[Samples]
    told: Told
    found: deque[Decoded] = field(default_factory=deque)
    is_over: bool = False
    error: BaseException | None = None

    def next(self) -> Samples | None:
        """Its next window; None where there is none left."""
        try:
            return next(self.windows)
        except StopIteration:
            self.is_over = True
        except Exception as error:
            self.is_over, self.error = True, error
        return None


class SharedBatches:
    """An engine that many threads may use at once; see `Engine`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._model = threading.Lock()
        self._door = threading.Lock()
        self._waiting: list[_Request] = []

    @property
    def window_seconds(self) -> float:
        """The longest window that the engine hears at once."""
        return self._engine.window_seconds

    @property
    def windows_at_once(self) -> int:
        """How many windows the engine decodes together."""
        return self._engine.windows_at_once

    def knows(self, language: str) -> bool:
        """Whether the engine can write a language, given by its two letters."""
        return self._engine.knows(language)

    def language_shares(self, window: Samples) -> dict[str, float]:
        """How likely each language is in a window."""
        with self._model:
            return self._engine.language_shares(window)

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Generator[Decoded, None, None]:
        """What was said in each of the windows, in their order, other calls' windows decoded beside them.

        Closed before its end, it leaves nothing of the call in the batches to come.
        """
        request = _Request(iter(windows), (language, hotwords))
        with self._door:
            self._waiting.append(request)
        try:
            while True:
                with self._model:
                    if not request.found and not request.is_over:
                        self._decode_a_batch()
                    # Only here: while another decodes, the last windows may be taken and not yet be back.
                    is_last = request.is_over
                while request.found:
                    yield request.found.popleft()
                if request.error is not None:
                    raise request.error
                if is_last:
                    return
        finally:
            with self._door:
                self._waiting.remove(request)

    def _decode_a_batch(self) -> None:
        batch = self._next_batch()
        try:
            self._hand_out(batch)
        except Exception as error:
            owners = list(dict.fromkeys(owner for owner, _ in batch))
            if len(owners) == 1:
                owners[0].is_over, owners[0].error = True, error
                return
            # One call's trouble is not the others': each is tried by itself.
            for owner in owners:
                self._alone(owner, [window for one, window in batch if one is owner])

    def _alone(self, owner: _Request, windows: list[Samples]) -> None:
        try:
            self._hand_out([(owner, window) for window in windows])
        except Exception as error:
            owner.is_over, owner.error = True, error

    def _hand_out(self, batch: list[tuple[_Request, Samples]]) -> None:
        if not batch:
            return
        language, hotwords = batch[0][0].told
        found = list(self._engine.decode([window for _, window in batch], language, hotwords))
        for (owner, _), decoded in zip(batch, found, strict=True):
            owner.found.append(decoded)

    def _next_batch(self) -> list[tuple[_Request, Samples]]:
        with self._door:
            waiting = list(self._waiting)
        batch: list[tuple[_Request, Samples]] = []
        for request in waiting:
            while len(batch) < self._engine.windows_at_once and (not batch or batch[0][0].told == request.told):
                window = None if request.is_over else request.next()
                if window is None:
                    break
                batch.append((request, window))
        return batch
