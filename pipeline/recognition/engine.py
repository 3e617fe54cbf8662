"""What must a speech engine be able to do? Windows of speech in, words out; all else is the same for every engine.

Where anyone speaks, what is decoded together, which words are believed and who spoke them is not the engine's matter:
`lanes.py` sees to it for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.audio import Samples
from pipeline.transcript import RecogniserVersion, Word


@dataclass(frozen=True, slots=True)
class Decoded:
    """What an engine wrote for one window: words in seconds from its start, and how much it believed in them.

    The words' texts carry the spaces before them. `log_probability` is the mean of the tokens', `no_speech` (0–1) the
    engine's own doubt that anyone speaks, `compression` how many times smaller the text can be packed: above 2.4 it
    repeats itself.
    """

    words: tuple[Word, ...]
    log_probability: float
    no_speech: float = 0.0
    compression: float = 0.0


class Engine(Protocol):
    """A speech model in memory."""

    @property
    def window_seconds(self) -> float:
        """The longest window that it hears at once."""

    @property
    def windows_at_once(self) -> int:
        """How many windows it decodes together; what it writes for one must not depend on the others."""

    def knows(self, language: str) -> bool:
        """Whether it can write a language, given by its two letters."""

    def language_shares(self, window: Samples) -> dict[str, float]:
        """How likely each language is in a window; empty where the engine can't tell."""

    def decode(self, windows: Iterable[Samples], language: str, hotwords: str = "") -> Iterator[Decoded]:
        """What was said in each window (16,000 Hz), in their order; raises RecogniserError.

        `hotwords` are names that may come up, with commas between.
        """


class EngineLoader(Protocol):
    """How an engine comes into memory; both raise RecogniserError with the setting to change."""

    def version(self) -> RecogniserVersion:
        """What would hear, without loading it."""

    def load(self) -> Engine:
        """The engine, ready to decode."""
