"""How is a call written to a file in the formats that PBXs use?

PyAV writes all but GSM 6.10, for which its FFmpeg has no encoder; there libsndfile (the package soundfile) does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from samples.dialogue import Codec

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Format:
    """PyAV's names for a container, a codec and its sample format; `bit_rate` 0 where the codec has none."""

    container: str
    codec: str
    sample_format: str
    bit_rate: int = 0


_FORMATS: dict[Codec, Format] = {
    "mulaw": Format("wav", "pcm_mulaw", "s16"),
    "mp3": Format("mp3", "libmp3lame", "s16p", 32_000),
    "opus": Format("ogg", "libopus", "s16", 40_000),
    "flac": Format("flac", "flac", "s16"),
    "aac": Format("ipod", "aac", "fltp", 32_000),
}


def write_recording(path: Path, channels: list[Samples], rate: int, codec: Codec) -> None:
    """Write one or two channels of float32 in [-1, 1]; the same samples give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if codec == "gsm":
        _write_gsm(path, channels, rate)
        return
    form = _FORMATS[codec]
    layout = "stereo" if len(channels) == 2 else "mono"
    with av.open(str(path), "w", format=form.container, options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream(form.codec, rate=rate, layout=layout, options={"flags": "+bitexact"})
        if not isinstance(stream, av.AudioStream):
            raise TypeError(f"{form.codec} is no codec for sound")
        stream.codec_context.format = av.AudioFormat(form.sample_format)
        if form.bit_rate:
            stream.bit_rate = form.bit_rate
        frame = av.AudioFrame.from_ndarray(_whole(channels), format="s16", layout=layout)
        frame.sample_rate = rate
        resampler = av.AudioResampler(form.sample_format, layout, rate, stream.codec_context.frame_size or 1024)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))


def _whole(channels: list[Samples]) -> NDArray[np.int16]:
    """Samples of all channels in turn, as 16-bit integers in one row."""
    woven = np.stack(channels, axis=1).reshape(1, -1)
    return np.asarray(np.round(np.clip(woven, -1.0, 1.0) * 32767.0), np.int16)


def _write_gsm(path: Path, channels: list[Samples], rate: int) -> None:
    import soundfile  # type: ignore[import-not-found]  # of the recipe only: the program never writes GSM

    if len(channels) != 1:
        raise ValueError(f"{path.name}: GSM holds one channel; leave agent_side empty in the dialogue")
    soundfile.write(str(path), channels[0], rate, format="WAV", subtype="GSM610")
