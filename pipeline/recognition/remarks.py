"""Where does one remark end and the next begin? An engine's long segments are cut where the speaker pauses."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.transcript import Segment, Word

PAUSE = 0.8


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
