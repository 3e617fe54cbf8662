"""Which words does a recogniser mishear on the customer's own line? Errors by lane, on names and on numbers.

Numbers are compared as values: «24 900» and «двадцать четыре тысячи девятьсот» are one word and no error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from pipeline.heard import read_words
from pipeline.language import grammar as grammar_of
from pipeline.language.grammar import Grammar
from pipeline.transcript import Speaker, Transcript
from pipeline.word_errors import WordErrors, plain_words

Lane = Speaker | None
NOTHING = WordErrors(0, 0)


@dataclass(frozen=True, slots=True)
class Misheard:
    """Errors over one or more calls; adds up.

    `lanes` by speaker (None: both in one lane); `names` and `numbers` over those words alone; `pairs` count what was
    said and what was heard instead ("" for nothing).
    """

    lanes: dict[Lane, WordErrors] = field(default_factory=dict)
    names: WordErrors = NOTHING
    numbers: WordErrors = NOTHING
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def total(self) -> WordErrors:
        """Errors over all lanes."""
        return sum(self.lanes.values(), NOTHING)

    def __add__(self, other: Misheard) -> Misheard:
        lanes = dict(self.lanes)
        for lane, errors in other.lanes.items():
            lanes[lane] = lanes.get(lane, NOTHING) + errors
        return Misheard(lanes, self.names + other.names, self.numbers + other.numbers, self.pairs + other.pairs)


def compare(spoken: Transcript, heard: Transcript, language: str, names: Collection[str] = ()) -> Misheard:
    """What was misheard in one call whose true words are known; lane by lane where both know the speakers.

    `names` are the words of names in the library; words with a capital letter inside a remark are names too.
    """
    grammar = grammar_of(language)
    known = {word for name in names for word in plain_words(name)} | _capitalised(spoken)
    result = Misheard()
    for lane in _lanes(spoken, heard):
        result += _compare_lane(_words(spoken, lane, grammar), _words(heard, lane, grammar), lane, known)
    return result


def _lanes(spoken: Transcript, heard: Transcript) -> tuple[Lane, ...]:
    both = all(segment.speaker is not None for one in (spoken, heard) for segment in one.segments)
    return ("agent", "client") if both else (None,)


def _words(transcript: Transcript, lane: Lane, grammar: Grammar) -> list[str]:
    ordered = sorted(transcript.segments, key=lambda segment: (segment.start, segment.end))
    text = " ".join(segment.text for segment in ordered if lane in (None, segment.speaker))
    words: list[str] = []
    for token in read_words(text, grammar):
        words += [token.word] if token.word.startswith("#") else plain_words(token.word)
    return words


def _capitalised(transcript: Transcript) -> set[str]:
    names: set[str] = set()
    for segment in transcript.segments:
        before = ""
        for word in segment.text.split():
            if before and before[-1] not in ".!?…" and word[:1].isupper():
                names.update(plain_words(word))
            before = word
    return names


def _compare_lane(spoken: list[str], heard: list[str], lane: Lane, names: Collection[str]) -> Misheard:
    pairs = align(spoken, heard)
    wrong = [(said, got) for said, got in pairs if said != got]
    return Misheard(
        {lane: WordErrors(len(wrong), len(spoken))},
        _share([pair for pair in pairs if pair[0] in names]),
        _share([pair for pair in pairs if pair[0].startswith("#")]),
        Counter(wrong),
    )


def _share(pairs: Sequence[tuple[str, str]]) -> WordErrors:
    return WordErrors(sum(said != got for said, got in pairs), len(pairs))


def align(spoken: Sequence[str], heard: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of a word said and the word heard for it, "" where there is none, with the fewest differences."""
    rows = [list(range(len(heard) + 1))]
    for row, word in enumerate(spoken, start=1):
        above, current = rows[-1], [row]
        for column, other in enumerate(heard, start=1):
            current.append(min(above[column - 1] + (word != other), above[column] + 1, current[-1] + 1))
        rows.append(current)
    pairs: list[tuple[str, str]] = []
    row, column = len(spoken), len(heard)
    while row or column:
        here = rows[row][column]
        if row and column and here == rows[row - 1][column - 1] + (spoken[row - 1] != heard[column - 1]):
            row, column = row - 1, column - 1
            pairs.append((spoken[row], heard[column]))
        elif row and here == rows[row - 1][column] + 1:
            row -= 1
            pairs.append((spoken[row], ""))
        else:
            column -= 1
            pairs.append(("", heard[column]))
    return pairs[::-1]
