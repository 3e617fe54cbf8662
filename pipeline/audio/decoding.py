"""What does a recording's file hold? Any format a PBX writes becomes lanes of samples, or a reason why it can't."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer

from pipeline.audio import riff
from pipeline.audio.decoded import RATE, Audio, AudioError, Notice, Samples
from pipeline.audio.headerless import RawFormat, raw_format
from pipeline.audio.lanes import settle

# Only these are tried: a playlist or a list of parts could make FFmpeg open files and addresses that it names.
_DEMUXERS = "wav,w64,aiff,au,mp3,ogg,flac,mov,matroska,aac,amr,amrnb,amrwb,asf,caf,avi,gsm,g722,g729,s16le,alaw,mulaw"
_MOST_LANES = 2
_GROUP = 1 << 16
# Twenty minutes of a lane; longer ones are read from disk as they are needed.
_MOST_IN_MEMORY = 20 * 60 * RATE * 4
_SHORT_BY = 0.05
_MOST_DAMAGED = 1000
# Brought from 8 Hz to 16,000 a damaged header's seconds would fill the memory.
_RATES = range(4_000, 400_000)


@dataclass(frozen=True, slots=True)
class Probe:
    """What the beginning of a recording tells: seconds as far as the header states them, and what of it is damaged."""

    channels: int
    seconds: float | None
    warnings: tuple[Notice, ...] = ()


def probe(path: Path) -> Probe:
    """What there is to hear in a recording, by its header and its first sound; raises AudioError as `decode` does."""
    with _told(path), path.open("rb") as file:
        return _Decoder(path).probe(file)


def decode(path: Path) -> Audio:
    """The lanes of a recording at 16,000 Hz, decoded piece by piece; damaged and cut-off files give what they hold.

    Raises AudioError with a reason in one line where there is nothing to hear.
    """
    with _told(path), path.open("rb") as file:
        return _Decoder(path).decode(file)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (av.error.FFmpegError, IndexError, ValueError, EOFError) as error:
        if isinstance(error, AudioError):
            raise
        raise AudioError(
            "damaged", f"the audio can't be decoded ({_first_line(error)}): export it again", path
        ) from error
    except FileNotFoundError as error:
        raise AudioError("vanished", "the file is no longer there", path) from error
    except OSError as error:
        raise AudioError("unreadable", f"cannot be read: {error.strerror or error}", path) from error


def _first_line(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).partition("\n")[0].strip() or type(error).__name__


class _Decoder:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._notices: list[Notice] = []
        self._damaged = 0

    def decode(self, file: BinaryIO) -> Audio:
        with self._opened(file) as (container, stream, raw):
            lanes = _Lanes()
            for frame in self._frames(container, stream):
                lanes.add(frame)
            samples = lanes.finished()
            if not samples or not samples[0].size:
                raise self._nothing_decoded()
            self._check_length(container, samples, is_own_header=raw is None and self._data is None)
            tags = {**container.metadata, **stream.metadata}
        if lanes.channels > _MOST_LANES:
            self._note("many_channels", f"of {lanes.channels} channels the first two are used")
        settled, found = settle(samples)
        return Audio(settled, lanes.channels, samples[0].size / RATE, (*self._notices, *found), tags)

    def probe(self, file: BinaryIO) -> Probe:
        with self._opened(file) as (container, stream, _):
            if next(self._frames(container, stream), None) is None:
                raise self._nothing_decoded()
            if self._data is not None and self._data.bytes_per_second:
                seconds: float | None = self._data.present / self._data.bytes_per_second
            else:
                seconds = container.duration / av.time_base if container.duration else None
            return Probe(stream.channels, seconds, tuple(self._notices))

    @contextmanager
    def _opened(self, file: BinaryIO) -> Iterator[tuple[InputContainer, AudioStream, RawFormat | None]]:
        source = self._mended(file)
        raw = raw_format(self._path, source)
        source.seek(0)
        with self._open(source, raw) as container:
            if not container.streams.audio:
                raise self._error("no_sound", "there is no sound in it, only pictures or data")
            stream = container.streams.audio[0]
            self._check_codec(stream)
            yield container, stream, raw

    def _check_codec(self, stream: AudioStream) -> None:
        # PyAV leaves the context out where FFmpeg has no decoder, whatever its types say.
        context: AudioCodecContext | None = stream.codec_context
        if context is None:
            raise self._error("unknown_codec", "its sound is packed in a way that is not known here: export it as WAV")

    def _nothing_decoded(self) -> AudioError:
        if self._damaged:
            return self._error("damaged", "all of its audio is damaged: export it again")
        return self._error("no_audio", "there is a header but no audio in it: the call was not recorded")

    def _error(self, code: str, reason: str) -> AudioError:
        return AudioError(code, reason, self._path)

    def _note(self, code: str, message: str) -> None:
        self._notices.append(Notice(code, message))

    def _mended(self, file: BinaryIO) -> BinaryIO:
        if not file.read(1):
            raise self._error("empty", "the file is empty (0 bytes): not recorded, or not yet written")
        self._data = data = riff.find_data(file)
        if data is None:
            return file
        if data.present == 0:
            raise self._error("no_audio", "there is a header but no audio in it: the call was not recorded")
        if data.is_unfinished:
            self._note("unfinished_header", "the header was never finished: all audio in the file was used")
        if data.missing_seconds:
            self._note("cut_off", f"the file is cut off: the header states {data.missing_seconds:.1f} s more")
        if data.unstated_seconds:
            self._note(
                "unstated_audio",
                f"{data.unstated_seconds:.1f} s of audio lay behind the end that the header states: used as well",
            )
            return riff.with_stated_length(file, data)
        return file

    def _open(self, source: BinaryIO, raw: RawFormat | None) -> InputContainer:
        options = {"format_whitelist": _DEMUXERS}
        try:
            if raw is None:
                return av.open(source, mode="r", options=options, metadata_errors="ignore")
            return av.open(source, mode="r", format=raw.name, options={**options, **raw.options})
        except (av.error.FFmpegError, ValueError, IndexError, EOFError) as error:
            source.seek(0)
            raise self._error("not_audio", _what_instead(source.read(512))) from error

    def _frames(self, container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
        packets = container.demux(stream)
        while True:
            try:
                packet = next(packets)
                frames = packet.decode()
            except (StopIteration, EOFError):
                break
            except (av.error.FFmpegError, IndexError, ValueError):
                self._damaged += 1
                if self._damaged > _MOST_DAMAGED:
                    break
                continue
            for frame in frames:
                if frame.sample_rate in _RATES:
                    yield frame
                else:
                    self._damaged += 1
        # GSM in WAV always ends with one packet that is too short.
        if self._damaged > 1:
            self._note("damaged", f"{self._damaged} damaged places were left out")

    def _check_length(self, container: InputContainer, samples: tuple[Samples, ...], is_own_header: bool) -> None:
        if not is_own_header or not container.duration:
            return
        stated = container.duration / av.time_base
        missing = stated - samples[0].size / RATE
        if missing > max(1.0, stated * _SHORT_BY):
            self._note("cut_off", f"the file is cut off: the header states {missing:.1f} s more")


class _Lanes:
    """Frames in, samples of each lane at 16,000 Hz out; a long recording's lie in a file without a name."""

    def __init__(self) -> None:
        self.channels = 0
        self._buffers: list[SpooledTemporaryFile[bytes]] = []
        self._fifo = AudioFifo()
        self._resampler: AudioResampler | None = None
        self._kind: tuple[str, str, int] | None = None

    def add(self, frame: AudioFrame) -> None:
        frame.pts = None
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if kind != self._kind:
            self._begin(frame)
            self._kind = kind
        self._fifo.write(frame)
        if self._fifo.samples >= _GROUP:
            self._resample(self._fifo.read())

    def _begin(self, frame: AudioFrame) -> None:
        # Headers may be wrong about the channels, and a file may change them half-way: the frames know.
        self._flush()
        if not self._buffers:
            self.channels = frame.layout.nb_channels
            self._buffers = [_buffer() for _ in range(min(self.channels, _MOST_LANES))]
        layout = "mono" if len(self._buffers) == 1 else frame.layout
        self._fifo = AudioFifo()
        self._resampler = AudioResampler(format="fltp", layout=layout, rate=RATE)

    def finished(self) -> tuple[Samples, ...]:
        self._flush()
        return tuple(_samples(buffer) for buffer in self._buffers)

    def _flush(self) -> None:
        if self._resampler is None:
            return
        if self._fifo.samples:
            self._resample(self._fifo.read())
        self._resample(None)

    def _resample(self, frame: AudioFrame | None) -> None:
        if self._resampler is None:
            return
        for resampled in self._resampler.resample(frame):
            planes = resampled.to_ndarray()
            for index, buffer in enumerate(self._buffers):
                # A file that turns from stereo to mono half-way goes on in both lanes.
                buffer.write(np.ascontiguousarray(planes[min(index, len(planes) - 1)]).tobytes())


def _buffer() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_MOST_IN_MEMORY)


def _samples(buffer: SpooledTemporaryFile[bytes]) -> Samples:
    length = buffer.tell()
    if length <= _MOST_IN_MEMORY:
        buffer.seek(0)
        with buffer:
            return np.frombuffer(buffer.read(), dtype=np.float32)
    with buffer:
        buffer.flush()
        return np.frombuffer(mmap(buffer.fileno(), length, access=ACCESS_READ), dtype=np.float32)


def _what_instead(head: bytes) -> str:
    start = head.lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<")):
        return "this is a web page, not audio: the download may have asked for a login"
    if start.startswith((b"{", b"[")):
        return "this is JSON text, not audio: the download may have answered with an error"
    return "this is not audio in a format that is known here: export it as WAV, MP3 or OGG"
