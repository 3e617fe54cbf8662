"""What was heard, made ready for judging: words in normal form with their place, speaker, second and polarity.

A run is what one side said without the other saying more than a word or two in between, so that a phrase is found even
where the recogniser cut it in two or the other side said «угу».
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import NamedTuple

from pipeline.language import grammar as grammar_of
from pipeline.language.amounts import Amount, begins_amount, find_amounts
from pipeline.language.grammar import Grammar
from pipeline.language.mended import is_plain, mend, needs_mending
from pipeline.language.spelling import Spelling, spell
from pipeline.transcript import Segment, Speaker, Transcript

_BACKCHANNEL_WORDS = 2
_REACH_OF_NEGATION = 2


class Token(NamedTuple):
    """One word or one whole number: `form` is what is compared, `start` and `end` are seconds in the call.

    `sign` is a number for all that a word is by itself, wherever it stands: equal ones have the same, in this process.
    """

    word: str
    form: str
    weight: float
    segment: int
    start: float
    end: float
    negated: bool = False
    asked: bool = False
    opens_clause: bool = False
    amount: Amount | None = None
    is_day: bool = False
    is_hour: bool = False
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one side that belong together, in the order they were said."""

    speaker: Speaker | None
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Neighbouring segments of one side: positions in the order of time, both included."""

    speaker: Speaker | None
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript as the judges read it; `order` holds the segments' indexes in the order of time.

    `turn_words` are the words of each turn, `turn_numbers` tells the turn of each segment that has words;
    `speakers_known` whether at least most of what was said has a speaker.
    """

    transcript: Transcript
    grammar: Grammar
    order: tuple[int, ...]
    tokens: tuple[tuple[Token, ...], ...]
    runs: tuple[Run, ...]
    turns: tuple[Turn, ...]
    turn_words: tuple[tuple[Token, ...], ...]
    turn_numbers: Mapping[int, int]
    speakers_known: bool

    @property
    def questions_marked(self) -> bool:
        """Whether questions can be told by their marks: some recognisers write none."""
        return any("?" in segment.text for segment in self.transcript.segments)

    def words(self, speaker: Speaker | None) -> int:
        """How many words one side said."""
        return sum(len(self.tokens[i]) for i in self.order if self.transcript.segments[i].speaker == speaker)

    def turn_of(self, segment: int) -> int:
        """Which turn a segment belongs to."""
        return self.turn_numbers[segment]


def hear(transcript: Transcript, language: str) -> Heard:
    """A transcript read with the grammar of a language (ru or en)."""
    grammar = grammar_of(language)
    segments = transcript.segments
    order = tuple(sorted(range(len(segments)), key=lambda i: (segments[i].start, segments[i].end, i)))
    tokens = tuple(_segment_tokens(segment, index, grammar) for index, segment in enumerate(segments))
    turns = tuple(_turns(order, tokens, segments))
    words = tuple(tuple(token for index in turn.segments for token in tokens[index]) for turn in turns)
    numbers = {segment: number for number, turn in enumerate(turns) for segment in turn.segments}
    named = sum(len(own) for segment, own in zip(segments, tokens, strict=True) if segment.speaker)
    known = 2 * named > sum(map(len, tokens))
    return Heard(transcript, grammar, order, tokens, tuple(_runs(turns, words)), turns, words, numbers, known)


def read_words(text: str, grammar: Grammar) -> tuple[Token, ...]:
    """The words of a phrase that was never spoken, in the same shape as heard ones."""
    return _segment_tokens(Segment(start=0.0, end=0.0, text=text), 0, grammar)


def _segment_tokens(segment: Segment, index: int, grammar: Grammar) -> tuple[Token, ...]:
    spelt = spell(segment.text)
    times = _times(segment, spelt)
    words = _words(spelt, grammar)
    rough = [place for place, word in enumerate(words) if not word.plain]
    if rough and needs_mending(spelt, rough, grammar):
        mended = mend(spelt, grammar)
        spelt, times = [word for word, _ in mended], [times[place] for _, place in mended]
        words = _words(spelt, grammar)
    negated = _negated(spelt, grammar) if True in [word.negates for word in words] else ()
    every = enumerate(zip(words, spelt, times, strict=True))
    tokens = [
        _token((
            word, form, weight, index, start, end, denies != (at in negated), asked, opens, None, day, hour, sign
        ))
        for at, ((word, form, weight, denies, day, hour, sign, *_), (_, _, _, opens, asked), (start, end)) in every
    ]  # fmt: skip
    counting = [place for place, word in enumerate(words) if word.begins_amount]
    amounts = find_amounts(spelt, counting, grammar) if counting else []
    for amount in reversed(amounts):
        _put_amount(amount, tokens, negated, grammar)
    return tuple(tokens)


def _put_amount(amount: Amount, tokens: list[Token], negated: Container[int], grammar: Grammar) -> None:
    """The words of a number made one token; a unit without a number stays a word that counts."""
    first, last = amount.first, amount.number_last
    one = tokens[first]
    if amount.bare:
        sign = _sign(one.word, one.form, True, one.is_day, one.is_hour)
        tokens[first] = one._replace(amount=amount, sign=sign)
        return
    name, is_hour = f"#{amount.value:g}", _may_be_hour(amount, grammar)
    marks = (first in negated, one.asked, one.opens_clause)
    sign = _sign(name, name, True, False, is_hour)
    whole = (name, name, 0.5, one.segment, one.start, tokens[last].end)
    tokens[first : last + 1] = [_token((*whole, *marks, amount, False, is_hour, sign))]


_token = partial(tuple.__new__, Token)


def _may_be_hour(amount: Amount, grammar: Grammar) -> bool:
    clock = 100 <= amount.value < 2400 and amount.value % 100 < 60 and grammar.numbers.hundred_left_out
    return (amount.value <= 24 or clock) and amount.unit in (None, "hour")


class _Word(NamedTuple):
    """What is always so of a spelling: `denies` marks «не» written together with its word, which `word` leaves out.

    `plain` tells that it needs no mending, `negates` and `begins_amount` that it matters to the words after it.
    """

    word: str
    form: str
    weight: float
    denies: bool
    is_day: bool
    is_hour: bool
    sign: int
    plain: bool
    negates: bool
    begins_amount: bool


_known: dict[str, dict[str, _Word]] = {}
_MOST_KNOWN = 100_000


def _words(spelt: Sequence[Spelling], grammar: Grammar) -> list[_Word]:
    known = _known.setdefault(grammar.code, {})
    return [known.get(word.text) or _learn(word.text, grammar, known) for word in spelt]


def _learn(text: str, grammar: Grammar, known: dict[str, _Word]) -> _Word:
    form, denied = grammar.forms(text)[0], grammar.denied(text)
    word, form = (text, form) if denied is None else (text[2:], denied)
    is_hour = form in grammar.hours or word in grammar.hours or ":" in word
    marks = (is_plain(text, grammar), text in grammar.negations, begins_amount(text, grammar))
    is_day = form in grammar.days
    sign = _sign(word, form, False, is_day, is_hour)
    learnt = _Word(word, form, grammar.weight(form), denied is not None, is_day, is_hour, sign, *marks)
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[text] = learnt
    return learnt


_signs: dict[tuple[str, str, bool, bool, bool], int] = {}
_more_signs = count(1)


def _sign(word: str, form: str, counts: bool, is_day: bool, is_hour: bool) -> int:
    """The number of a word's own nature; numbers that were given are never given again."""
    nature = (word, form, counts, is_day, is_hour)
    if len(_signs) >= _MOST_KNOWN and nature not in _signs:
        _signs.clear()
    return _signs.setdefault(nature, next(_more_signs))


def _negated(spelt: Sequence[Spelling], grammar: Grammar) -> set[int]:
    """Positions of the words that a negation before them turns round."""
    found: set[int] = set()
    for position, word in enumerate(spelt):
        if word.text not in grammar.negations:
            continue
        for reached in range(position + 1, min(position + 2 + _REACH_OF_NEGATION, len(spelt))):
            if spelt[reached].opens_clause:
                break
            form = grammar.forms(spelt[reached].text)[0]
            if form in grammar.polite_after_negation and spelt[reached].asked:
                break
            if grammar.weight(form) >= 0.3:
                found.add(reached)
                break
    return found


def _times(segment: Segment, spelt: Sequence[Spelling]) -> list[tuple[float, float]]:
    """Start and end of each word in seconds: as recognised, else by its share of the segment's letters."""
    if len(segment.words) == len(spelt):
        return [(word.start, word.end) for word in segment.words]
    recognised = [(word.start, word.end) for word in segment.words for _ in spell(word.text)]
    if segment.words and len(recognised) == len(spelt):
        return recognised
    letters = max((word.end for word in spelt), default=1) or 1
    length = segment.end - segment.start
    return [(segment.start + length * w.start / letters, segment.start + length * w.end / letters) for w in spelt]


def _turns(order: Iterable[int], tokens: Sequence[Sequence[Token]], segments: Sequence[Segment]) -> Iterable[Turn]:
    current: list[int] = []
    speaker: Speaker | None = None
    for index in order:
        if not tokens[index]:
            continue
        if current and segments[index].speaker != speaker:
            yield Turn(speaker, tuple(current))
            current = []
        speaker = segments[index].speaker
        current.append(index)
    if current:
        yield Turn(speaker, tuple(current))


def _runs(turns: Sequence[Turn], turn_words: Sequence[tuple[Token, ...]]) -> Iterable[Run]:
    """Turns of one side joined over the other side's short ones."""
    for side in ("agent", "client", None):
        words: list[Token] = []
        for turn, said in zip(turns, turn_words, strict=True):
            if turn.speaker == side:
                words += said
            elif words and len(said) > _BACKCHANNEL_WORDS:
                yield Run(side, tuple(words))
                words = []
        if words:
            yield Run(side, tuple(words))
