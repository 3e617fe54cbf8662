"""Where does one remark end and the next begin? An engine's long segments are cut where the speaker pauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from pipeline.recognition.speakers import VoiceTurn
from pipeline.transcript import Segment, Word

PAUSE = 0.8
_SURE = 0.8


def split_at_pauses(words: Sequence[Word], pause: float = PAUSE) -> tuple[Segment, ...]:
    """Segments of one speaker's words in order of time, cut where more than `pause` seconds lie between two words.

    The words' texts still carry the spaces around them, as the engine gave them; the segments' words are stripped.
    """
    remarks: list[list[Word]] = []
    for word in words:
        if remarks and word.start - remarks[-1][-1].end <= pause:
            remarks[-1].append(word)
        else:
            remarks.append([word])
    return tuple(segment for remark in remarks if (segment := _segment(remark)).text)


def split_at_voices(
    words: Sequence[Word], turns: Sequence[VoiceTurn]
) -> tuple[tuple[Segment, ...], tuple[int | None, ...]]:
    """Segments of a lane that two people share, cut at pauses and where the voice changes, and whose each one is."""
    segments: list[Segment] = []
    voices: list[int | None] = []
    for who, spoken in groupby(words, key=lambda word: _voice_of(word, turns)):
        remarks = split_at_pauses(tuple(spoken))
        segments += remarks
        voices += [who] * len(remarks)
    return tuple(segments), tuple(voices)


def _voice_of(word: Word, turns: Sequence[VoiceTurn]) -> int | None:
    """Whose turn a word lies in: the one that shares most time with it, else the nearest."""
    middle = (word.start + word.end) / 2
    near = bisect_right(turns, middle, key=lambda turn: turn.start)
    candidates = turns[max(0, near - 2) : near + 1]
    best = max(
        candidates,
        key=lambda turn: (min(word.end, turn.end) - max(word.start, turn.start), -abs(middle - turn.start)),
        default=None,
    )
    return best.who if best is not None and best.sure >= _SURE else None


def _segment(words: Sequence[Word]) -> Segment:
    stripped = tuple(
        Word(word.start, word.end, text, word.probability) for word in words if (text := word.text.strip())
    )
    return Segment(
        start=words[0].start,
        end=max(word.end for word in words),
        text=" ".join("".join(word.text for word in words).split()),
        words=stripped,
    )
