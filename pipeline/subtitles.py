"""How does a transcript become subtitles? WebVTT for the review page's player, SRT for everything else."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.transcript import Segment, Speaker, Transcript

_NAMES: dict[str, dict[Speaker, str]] = {
    "en": {"agent": "Agent", "client": "Client"},
    "ru": {"agent": "Менеджер", "client": "Клиент"},
}
_SHORTEST_MS = 1


def to_vtt(transcript: Transcript) -> str:
    """The transcript as WebVTT (W3C), one cue a segment with its speaker as voice."""
    blocks = ["WEBVTT"]
    for segment, start, end in _cues(transcript):
        text = _one_line(segment.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        name = _name(segment, transcript)
        blocks.append(f"{_clock(start, '.')} --> {_clock(end, '.')}\n{f'<v {name}>' if name else ''}{text}")
    return "\n\n".join(blocks) + "\n"


def to_srt(transcript: Transcript) -> str:
    """The transcript as SubRip, one numbered cue a segment, the speaker's name before the text."""
    blocks = []
    for number, (segment, start, end) in enumerate(_cues(transcript), start=1):
        name = _name(segment, transcript)
        text = _one_line(segment.text).replace("-->", "->")
        blocks.append(f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{f'{name}: ' if name else ''}{text}\n")
    return "\n".join(blocks)


def _cues(transcript: Transcript) -> Iterator[tuple[Segment, int, int]]:
    """Segments that have text, with start and end in milliseconds, each cue at least one long."""
    for segment in transcript.segments:
        if segment.text.strip():
            start = max(0, round(segment.start * 1000))
            yield segment, start, max(round(segment.end * 1000), start + _SHORTEST_MS)


def _name(segment: Segment, transcript: Transcript) -> str:
    if segment.speaker is None:
        return ""
    return _NAMES["en" if transcript.language == "en" else "ru"][segment.speaker]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _clock(milliseconds: int, mark: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{rest:03d}"
