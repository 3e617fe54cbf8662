"""Which recordings have a text that a person wrote or corrected? A reference is a file of the recording's name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.recordings import find_recordings
from pipeline.transcript import Segment, Transcript, TranscriptError, read_transcript

_TEXTS = (".json", ".txt")


@dataclass(frozen=True, slots=True)
class Reference:
    """A recording and what was really said in it."""

    recording: Path
    spoken: Transcript


def find_references(folder: Path, recordings: Path) -> tuple[list[Reference], list[str]]:
    """The references below a folder whose recording lies below `recordings`, and one line for each that can't be used.

    A reference has the recording's name: a transcript (.json, as `transcribe --json` prints it) or plain text (.txt).
    """
    sounds: dict[str, Path] = {}
    for sound in find_recordings(recordings):
        if isinstance(sound, Path):
            sounds.setdefault(sound.stem, sound)
    found: list[Reference] = []
    unusable: list[str] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in _TEXTS or not path.is_file():
            continue
        if path.stem not in sounds:
            unusable.append(f"{path}: no recording called {path.stem} below {recordings}")
            continue
        try:
            found.append(Reference(sounds[path.stem], _read(path)))
        except TranscriptError as error:
            unusable.append(str(error))
    return found, unusable


def _read(path: Path) -> Transcript:
    if path.suffix.lower() == ".json":
        return read_transcript(path)
    try:
        return Transcript((Segment(0.0, 0.0, path.read_text(encoding="utf-8-sig")),))
    except (OSError, UnicodeDecodeError) as error:
        raise TranscriptError(f"{path} cannot be read as UTF-8 text: save it as UTF-8") from error
