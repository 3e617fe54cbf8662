"""Where is a call's sound, and in which form does a browser take it?"""

from __future__ import annotations

from pathlib import Path

# What the machine's own table says of these differs from system to system.
_MEDIA_TYPES = {
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".webm": "audio/webm",
}


def sound_file(data_dir: Path, audio_path: str | None) -> Path | None:
    """The file of a call's sound; None where it is gone, or lies outside the data folder whatever the database says."""
    if not audio_path or "\0" in audio_path:
        return None
    root = data_dir.resolve()
    path = (root / audio_path).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None


def media_type(path: Path) -> str:
    """The media type of a sound file by its extension."""
    return _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
