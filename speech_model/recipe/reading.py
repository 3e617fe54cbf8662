"""How does the decoder learn spelling from text alone, without anything being said?

eSpeak tells how a line would be pronounced; the reader (in network.py) turns these phonemes into what the encoder
would have handed on, and the decoder writes the line. That is many times cheaper than speech, and it is how the
decoder meets enough words to know where one ends and how its unstressed letters are spelt.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from speech_model.recipe import grammar, text, voices
from speech_model.recipe.batches import IGNORED
from speech_model.recipe.features import CHUNK_SECONDS, ENCODER_PER_SECOND
from speech_model.recipe.network import READER_PHONEMES
from speech_model.recipe.vocabulary import Vocabulary

LINES, SORTED = 56, 8
"""Lines in a batch, and batches whose lines are sorted by length together, so that little is padded."""
LONGEST, MOST_TOKENS = 110, 44
"""Phonemes and tokens of the longest line."""
WINDOW_VECTORS = round(CHUNK_SECONDS * ENCODER_PER_SECOND)
WRONG_SHARE, LOST_SHARE = 0.04, 0.02
_SPECIAL = 2
"""0 is nothing, 1 a pause."""


Example = tuple[list[tuple[int, int]], list[int]]
"""Phonemes with their places, and the tokens to write."""


@dataclass(frozen=True)
class Reading:
    """Lines side by side: phonemes and their encoder frames (0: nothing there), and the tokens to write."""

    phonemes: Tensor
    places: Tensor
    inputs: Tensor
    targets: Tensor

    @property
    def mask(self) -> Tensor:
        """To be added to the scores of where the decoder looks."""
        return torch.where(self.phonemes == 0, -1e4, 0.0)[:, None, None, :]


class Reader:
    """Makes readings out of lines that the recipe makes up."""

    def __init__(self, vocabulary: Vocabulary, seed: int) -> None:
        self.vocabulary = vocabulary
        self.rng = random.Random(seed)
        self.numbers: dict[str, int] = {}
        self.waiting: list[list[Example]] = []

    def _number(self, name: str) -> int:
        # Counted as they come: the order of first meeting is the seed's, and a few lines hold nearly all.
        return self.numbers.setdefault(name, min(READER_PHONEMES - 1, _SPECIAL + len(self.numbers)))

    def _line(self) -> text.Line:
        if self.rng.random() < 0.5:
            return text.russian(self.rng)
        spoken = grammar.sentence(self.rng)
        return text.Line(spoken, text.written(spoken))

    def _heard(self, spoken: str) -> list[tuple[int, int]]:
        """Phonemes with the encoder frames they stand at, a few of them misheard or lost."""
        rng, pace = self.rng, self.rng.uniform(1.2, 2.4)
        at, found = rng.uniform(0.0, 10.0), []
        for name in voices.pronounced(spoken):
            length = pace * rng.uniform(0.5, 1.6)
            if name and rng.random() > LOST_SHARE:
                wrong = rng.random() < WRONG_SHARE and len(self.numbers) > 40
                number = rng.randrange(_SPECIAL, _SPECIAL + 40) if wrong else self._number(name)
                found.append((number, round(at + length / 2)))
            elif not name:
                length = rng.uniform(0.0, 10.0)
                found.append((1, round(at + length / 2)))
            at += length
        return found

    def batch(self) -> Reading:
        """So many lines of about one length, each anywhere in the window."""
        if not self.waiting:
            lines = sorted((self._example() for _ in range(LINES * SORTED)), key=lambda one: len(one[1]))
            self.waiting = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
            self.rng.shuffle(self.waiting)
        return self._side_by_side(self.waiting.pop())

    def _example(self) -> Example:
        while True:
            line = self._line()
            sounds = self._heard(line.spoken)
            written = [token for word in line.written.split() for token in self.vocabulary.pieces(word)]
            if 0 < len(sounds) <= LONGEST and 0 < len(written) <= MOST_TOKENS:
                return sounds, written

    def _side_by_side(self, examples: list[Example]) -> Reading:
        names = self.vocabulary.number
        head = [self.vocabulary.start, names("<|ru|>"), names("<|transcribe|>"), self.vocabulary.no_times]
        most_sounds, most_tokens = (max(len(one[part]) for one in examples) for part in (0, 1))
        phonemes = torch.zeros(len(examples), most_sounds, dtype=torch.long)
        places = torch.zeros_like(phonemes)
        inputs = torch.zeros(len(examples), most_tokens + len(head), dtype=torch.long)
        targets = torch.full_like(inputs, IGNORED)
        for row, (sounds, written) in enumerate(examples):
            offset = self.rng.randrange(max(1, WINDOW_VECTORS - sounds[-1][1]))
            phonemes[row, : len(sounds)] = torch.tensor([number for number, _ in sounds])
            places[row, : len(sounds)] = torch.tensor([offset + place for _, place in sounds])
            shown = [self._misheard(token) for token in written]
            inputs[row, : len(head) + len(shown)] = torch.tensor(head + shown)
            targets[row, len(head) - 1 : len(head) + len(written)] = torch.tensor([*written, self.vocabulary.end])
        return Reading(phonemes, places, inputs, targets)

    def _misheard(self, token: int) -> int:
        return self.rng.randrange(self.vocabulary.end - 1) if self.rng.random() < WRONG_SHARE else token
