"""How are samples without a header to be read? By the extension, as Asterisk names its formats (formats/*.c)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import numpy as np

# A file that opens with one of these has a header after all, whatever its name says.
_SIGNATURES = (b"RIFF", b"OggS", b"fLaC", b"ID3", b"\x1aE\xdf\xa3", b"FORM", b".snd", b"#!AMR")
_LINEAR_RATES = {
    "sln": 8_000,
    "slin": 8_000,
    "sln8": 8_000,
    "sln12": 12_000,
    "sln16": 16_000,
    "sln24": 24_000,
    "sln32": 32_000,
    "sln44": 44_100,
    "sln48": 48_000,
    "sln96": 96_000,
}
_MULAW = frozenset({"ulaw", "ul", "ulw", "mu", "pcm"})
_ALAW = frozenset({"alaw", "al"})
_OWN_DEMUXER = frozenset({"gsm", "g722", "g729"})
_LOOKED_AT = 8_000 * 2 * 30


@dataclass(frozen=True, slots=True)
class RawFormat:
    """A demuxer's name and its options, in the words of FFmpeg."""

    name: str
    options: dict[str, str] = field(default_factory=dict)


def raw_format(path: Path, file: BinaryIO) -> RawFormat | None:
    """How to read a file that has no header of its own, or None where it has one."""
    file.seek(0)
    head = file.read(12)
    if head.startswith(_SIGNATURES) or head[4:8] == b"ftyp":
        return None
    extension = path.suffix[1:].lower()
    if extension in _OWN_DEMUXER:
        return RawFormat(extension)
    if extension in _MULAW:
        return RawFormat("mulaw", {"sample_rate": "8000"})
    if extension in _ALAW:
        return RawFormat("alaw", {"sample_rate": "8000"})
    if extension in _LINEAR_RATES:
        return RawFormat("s16le", {"sample_rate": str(_LINEAR_RATES[extension])})
    if extension == "raw":
        layout = "stereo" if _is_interleaved(file) else "mono"
        return RawFormat("s16le", {"sample_rate": "8000", "ch_layout": layout})
    return None


def _is_interleaved(file: BinaryIO) -> bool:
    """Whether 16-bit samples are two channels in turn, as MixMonitor's option D writes them.

    Speech at 8 kHz changes slowly from sample to sample; of two channels in turn every second sample is the neighbour.
    """
    file.seek(0)
    content = file.read(_LOOKED_AT)
    samples = np.frombuffer(content[: len(content) // 2 * 2], dtype="<i2").astype(np.float64)
    if samples.size < 4:
        return False
    return float(np.dot(samples[:-2], samples[2:])) > float(np.dot(samples[:-1], samples[1:]))
