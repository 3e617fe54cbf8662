"""Which tokens does the model write, and in which order must they stand?

Text is cut into pieces of up to six letters by byte-pair merges (Russian; English stays single letters); a piece
that opens a word carries the space before it. faster-whisper and CTranslate2 find the special tokens by their names
and by their order: text, the empty token, end of text, start, languages, tasks, ..., then 1501 times in steps of
0.02 s.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from speech_model.recipe import grammar, text

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz'"
LANGUAGES = ("ru", "en")
TIME_STEP = 0.02
TIMES = 1501
PIECES = 900
LONGEST_PIECE = 6
# faster-whisper forbids the first token of " -" and " '"; a token of their own keeps the bare space allowed.
NEVER_SPOKEN = ("-",)
AFTER_TEXT = (
    "",
    "<|endoftext|>",
    "<|startoftranscript|>",
    *(f"<|{language}|>" for language in LANGUAGES),
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
)


@dataclass(frozen=True)
class Vocabulary:
    """The tokenizer with the numbers of its special tokens."""

    tokenizer: Tokenizer

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """The vocabulary of a tokenizer.json."""
        return cls(Tokenizer.from_file(str(path)))

    def __len__(self) -> int:
        return int(self.tokenizer.get_vocab_size())

    def number(self, token: str) -> int:
        """The number of a special token."""
        found = self.tokenizer.token_to_id(token)
        if found is None:
            raise KeyError(f"the vocabulary has no token {token!r}: make it again with speech_model.recipe.vocabulary")
        return int(found)

    @cached_property
    def end(self) -> int:
        """End of text; every smaller number is text."""
        return self.number("<|endoftext|>")

    @cached_property
    def start(self) -> int:
        """Start of transcript."""
        return self.number("<|startoftranscript|>")

    @cached_property
    def no_speech(self) -> int:
        """Nobody speaks in this window."""
        return self.number("<|nospeech|>")

    @cached_property
    def no_times(self) -> int:
        """The text that follows carries no times."""
        return self.number("<|notimestamps|>")

    def time(self, seconds: float) -> int:
        """The token of a time from the start of the window."""
        return self.no_times + 1 + min(TIMES - 1, max(0, round(seconds / TIME_STEP)))

    def pieces(self, word: str) -> list[int]:
        """The tokens of one word, its space before it included."""
        return list(self.tokenizer.encode(" " + word, add_special_tokens=False).ids)

    def names(self) -> list[str]:
        """All tokens by their number."""
        by_number = {number: token for token, number in self.tokenizer.get_vocab().items()}
        return [by_number[number] for number in range(len(by_number))]


def make(seed: int = 1, sentences: int = 40_000) -> Vocabulary:
    """Learn the pieces from sentences that the recipe makes up."""
    rng = random.Random(seed)
    lines = [text.russian(rng).written for _ in range(sentences)]
    lines += [text.written(grammar.sentence(rng)) for _ in range(sentences // 2)]
    tokenizer = Tokenizer(models.BPE(unk_token=""))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(" ?[^ ]+"), behavior="isolated")
    tokenizer.decoder = decoders.Fuse()
    trainer = trainers.BpeTrainer(
        vocab_size=PIECES,
        special_tokens=[],
        initial_alphabet=[" ", *LETTERS],
        limit_alphabet=len(LETTERS) + 1,
        max_token_length=LONGEST_PIECE,
        show_progress=False,
    )
    tokenizer.train_from_iterator([" " + line for line in lines], trainer)
    return Vocabulary(Tokenizer.from_str(json.dumps(_completed(json.loads(tokenizer.to_str())))))


def _completed(made: dict[str, Any]) -> dict[str, Any]:
    """Every letter also as the start of a word, then the special tokens in their order."""
    vocab: dict[str, int] = made["model"]["vocab"]
    merges: list[list[str]] = made["model"]["merges"]
    for sign in (*LETTERS, *NEVER_SPOKEN):
        for token in (sign, " " + sign):
            if token not in vocab:
                vocab[token] = len(vocab)
                if len(token) > 1:
                    merges.append([" ", sign])
    times = (f"<|{index * TIME_STEP:.2f}|>" for index in range(TIMES))
    added = []
    for token in (*AFTER_TEXT, *times):
        number = len(vocab)
        vocab[token] = number
        if token:
            added.append(
                {"id": number, "content": token, "single_word": False, "lstrip": False, "rstrip": False,
                 "normalized": False, "special": True}
            )  # fmt: skip
    made["added_tokens"] = added
    return made
