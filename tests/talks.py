"""How does a test write a talk down? As who said what, a remark every four seconds."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.transcript import Segment, Speaker


def remarks(said: Iterable[tuple[Speaker, str]]) -> tuple[Segment, ...]:
    """Remarks of three seconds, each with a second of silence behind it."""
    return tuple(Segment(4.0 * at, 4.0 * at + 3, text, speaker) for at, (speaker, text) in enumerate(said))
