"""How far is a transcript from the words that were really spoken? Word error rate, as everyone counts it.

Substituted, missing and added words over the words spoken (Levenshtein's distance on words), after letters are
made small, ё made е, and all but letters and digits dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.transcript import Speaker, Transcript

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class WordErrors:
    """Wrong words and spoken words; adds up over lanes and calls."""

    wrong: int
    spoken: int

    @property
    def rate(self) -> float:
        """Share of wrong words, 0 for a perfect transcript; may pass 1. 0 when nothing was spoken or heard."""
        if self.spoken:
            return self.wrong / self.spoken
        return 1.0 if self.wrong else 0.0

    def __add__(self, other: WordErrors) -> WordErrors:
        return WordErrors(self.wrong + other.wrong, self.spoken + other.spoken)


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, ё as е, no punctuation."""
    return _WORD.findall(text.lower().replace("ё", "е"))


def count_errors(spoken: Sequence[str], heard: Sequence[str]) -> WordErrors:
    """The least number of words to change, drop or add that turns what was heard into what was spoken."""
    row = list(range(len(heard) + 1))
    for position, word in enumerate(spoken, start=1):
        above_left, row[0] = row[0], position
        for column, other in enumerate(heard, start=1):
            changed = above_left + (word != other)
            above_left = row[column]
            row[column] = min(changed, row[column] + 1, row[column - 1] + 1)
    return WordErrors(row[-1], len(spoken))


def transcript_errors(spoken: Transcript, heard: Transcript) -> WordErrors:
    """Errors over a call, lane by lane where both know the speakers, else in the order of time."""
    if _knows_speakers(spoken) and _knows_speakers(heard):
        lanes: tuple[Speaker, ...] = ("agent", "client")
        totals = [count_errors(_words(spoken, lane), _words(heard, lane)) for lane in lanes]
        return sum(totals, WordErrors(0, 0))
    return count_errors(_words(spoken), _words(heard))


def _knows_speakers(transcript: Transcript) -> bool:
    return all(segment.speaker is not None for segment in transcript.segments)


def _words(transcript: Transcript, speaker: Speaker | None = None) -> list[str]:
    ordered = sorted(transcript.segments, key=lambda segment: segment.start)
    return [word for s in ordered if speaker in (None, s.speaker) for word in plain_words(s.text)]
