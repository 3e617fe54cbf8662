"""Does a WAV file's header tell the truth? Decoders lose audio without a word where it doesn't.

Asterisk writes both lengths as 0 until it closes the file; copying cuts files short; joining two files with `cat`
leaves the second behind the first one's stated end. Chunk layout: Microsoft, "Multimedia Programming Interface", 1991.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO

_UNKNOWN_LENGTH = 0xFFFFFFFF
_TOLERATED_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class DataChunk:
    """Where a WAV file's samples begin and how many bytes there are: as the header states and as the file has."""

    offset: int
    stated: int
    present: int
    bytes_per_second: int
    has_whole_chunks_after: bool = False

    @property
    def is_unfinished(self) -> bool:
        """Whether the length was never written: the call was still going on, or the PBX stopped without closing."""
        return self.stated in (0, _UNKNOWN_LENGTH) and self.present > 0

    @property
    def missing_seconds(self) -> float:
        """Seconds of audio that the header states and the file lacks; 0 where the length was never written."""
        if self.is_unfinished or self.stated <= self.present:
            return 0.0
        return self._seconds(self.stated - self.present)

    @property
    def unstated_seconds(self) -> float:
        """Seconds of audio behind the stated end; 0 where proper chunks follow."""
        if self.is_unfinished or self.has_whole_chunks_after:
            return 0.0
        return self._seconds(max(0, self.present - self.stated))

    def _seconds(self, size: int) -> float:
        seconds = size / self.bytes_per_second if self.bytes_per_second else 0.0
        return seconds if seconds > _TOLERATED_SECONDS else 0.0


def find_data(file: BinaryIO) -> DataChunk | None:
    """The samples' chunk of a WAV file, or None where the file isn't a WAV or has no such chunk."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    head = file.read(12)
    if len(head) < 12 or head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return None
    offset, bytes_per_second = 12, 0
    while offset + 8 <= size:
        name, length = _chunk_head(file, offset)
        offset += 8
        if name == b"fmt ":
            file.seek(offset + 8)
            bytes_per_second = struct.unpack("<I", file.read(4).ljust(4, b"\0"))[0]
        if name == b"data":
            after = offset + length + length % 2
            return DataChunk(offset, length, size - offset, bytes_per_second, _chunks_fill(file, after, size))
        offset += length + length % 2
    return None


def _chunk_head(file: BinaryIO, offset: int) -> tuple[bytes, int]:
    file.seek(offset)
    head = file.read(8).ljust(8, b"\0")
    return head[:4], struct.unpack("<I", head[4:])[0]


def _chunks_fill(file: BinaryIO, offset: int, size: int) -> bool:
    while offset + 8 <= size:
        name, length = _chunk_head(file, offset)
        if name == b"RIFF" or not all(32 <= letter < 127 for letter in name):
            return False
        offset += 8 + length + length % 2
    return offset - 1 <= size


def with_stated_length(file: BinaryIO, data: DataChunk) -> BinaryIO:
    """A copy in memory of the WAV file whose header states all the samples that the file has."""
    file.seek(0)
    content = bytearray(file.read())
    struct.pack_into("<I", content, 4, len(content) - 8)
    struct.pack_into("<I", content, data.offset - 4, data.present)
    return io.BytesIO(content)
