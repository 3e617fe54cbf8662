"""Which pieces of what was said are one remark? Recognisers cut where they like; the judge must not hang on that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.heard import Heard
from pipeline.transcript import Segment

# A remark of a talk is seldom longer, about twenty seconds of speech; a longer silence begins another.
_LETTERS = 300
_SILENCE = 1.5


def joined(heard: Heard, segments: Iterable[int]) -> list[tuple[int, ...]]:
    """Segments with words, in the order of time, put together where one side says them at a stretch.

    Words of which nobody knows who said them are left as they are.
    """
    said = heard.transcript.segments
    found: list[list[int]] = []
    letters = 0
    for index in segments:
        one, length = said[index], len(said[index].text)
        last = found[-1][-1] if found else None
        if (
            last is not None
            and one.speaker is not None
            and heard.turn_of(last) == heard.turn_of(index)
            and one.start - said[last].end <= _SILENCE
            and letters + length <= _LETTERS
        ):
            found[-1].append(index)
            letters += length
        else:
            found.append([index])
            letters = length
    return [tuple(group) for group in found]


def text_of(segments: Iterable[int], said: Sequence[Segment]) -> str:
    """The texts of some segments in one; `said` are all segments of the call."""
    return " ".join([said[segment].text.strip() for segment in segments])
