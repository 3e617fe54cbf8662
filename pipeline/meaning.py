"""How near in meaning is each remark of a call to each step of a script, where words differ?

What embeds sentences is passed in (`pipeline.embedding` is one), so that judging stays free of disk and clock.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scripts_library.campaign import Step

Numbers = npt.NDArray[np.float64]

_SENTENCE = re.compile(r"[^.!?…;]+[.!?…;]*")
_GAP = re.compile(r"\{(?:value|date|time|agent|company)\}|[(){}]")
_LEAST_LETTERS = 8
_LEAST, _MOST = -2.0, 5.0


class Meaning(Protocol):
    """What turns sentences into vectors of length 1; `version` tells one model from another."""

    @property
    def version(self) -> str:
        """The model's name and content, short."""
        ...

    def vectors(self, texts: Sequence[str]) -> Numbers:
        """One row a text; a text's row doesn't hang on the other texts."""
        ...


def nearness(said: Sequence[str], steps: Sequence[Step], meaning: Meaning) -> Numbers:
    """Remarks (rows) by steps (columns): how much nearer than usual in this call, in standard deviations.

    Models differ in what they call near; against the rest of the same call and script they agree.
    """
    phrases = [phrases_of(step) for step in steps]
    parts = [_parts(text) for text in said]
    if not any(phrases) or not any(parts):
        return np.zeros((len(said), len(steps)))
    wanted = _by_text(meaning, [text for own in phrases for text in own])
    heard = _by_text(meaning, [text for own in parts for text in own])
    near = np.full((len(said), len(steps)), np.nan)
    for column, own in enumerate(phrases):
        if own:
            like = np.stack([wanted[text] for text in own])
            for row, texts in enumerate(parts):
                if texts:
                    # Added up in one order and rounded, so that machines that multiply differently agree.
                    near[row, column] = round(float(max((like * heard[text]).sum(axis=1).max() for text in texts)), 3)
    spread = float(np.nanstd(near)) or 1.0
    result: Numbers = np.clip(np.nan_to_num((near - np.nanmean(near)) / spread, nan=_LEAST), _LEAST, _MOST)
    return result


def _by_text(meaning: Meaning, texts: Sequence[str]) -> dict[str, Numbers]:
    every = list(dict.fromkeys(texts))
    return dict(zip(every, meaning.vectors(every), strict=True))


def phrases_of(step: Step) -> list[str]:
    """A step's phrasings and good examples as plain sentences, the first of each choice of words."""
    texts = (*step.say, *step.examples.done)
    return [text for text in dict.fromkeys(map(plain_phrase, texts)) if text]


def plain_phrase(phrase: str) -> str:
    chosen = re.sub(r"\(([^()|]*)\|[^()]*\)\??", r"\1", phrase)
    return " ".join(_GAP.sub(" ", chosen).split())


def _parts(text: str) -> list[str]:
    """A remark whole and sentence by sentence: a long one may do several steps."""
    whole = text.strip()
    sentences = [part.strip() for part in _SENTENCE.findall(whole)]
    parts = [part for part in (whole, *sentences) if len(part) >= _LEAST_LETTERS]
    return list(dict.fromkeys(parts))
