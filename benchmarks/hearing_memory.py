"""How much memory does hearing take: on a call of four hours, and after a thousand calls?

    python -m benchmarks.hearing_memory --hours 4          # one stereo call, decoded from mu-law WAV
    python -m benchmarks.hearing_memory --calls 1000       # short calls in one process

Resident memory as Linux tells it (/proc/self/status): `anonymous` is the program's own, without the pages of files that
the system may drop at any time.
"""

from __future__ import annotations

import argparse
import struct
import tempfile
import time
from pathlib import Path

import numpy as np

from pipeline.audio import decode
from pipeline.audio.listening import write_listening_copy
from pipeline.audio.loudness import measure
from pipeline.recognition.whisper import WhisperRecogniser
from pipeline.settings import ROOT, load_settings

TELEPHONE = 8000
CALL = ROOT / "samples" / "recordings" / "freepbx" / "2026" / "11" / "03"


def memory() -> dict[str, float]:
    """MiB: `anonymous` now, and the highest resident size so far with files' pages (`peak`)."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return {name: int(told[key].split()[0]) / 1024 for name, key in (("anonymous", "RssAnon"), ("peak", "VmHWM"))}


def long_call(path: Path, hours: float) -> None:
    """A stereo mu-law WAV of so many hours: a sample call over and over."""
    lanes = decode(next(CALL.glob("out-*.wav"))).lanes
    once = np.stack([lane[::2] for lane in lanes], 1)
    pressed = np.sign(once) * np.log1p(255 * np.minimum(np.abs(once), 1)) / np.log(256)
    codes = (~(np.where(pressed < 0, 0x80, 0) | np.abs(pressed * 127).astype(int)) & 0xFF).astype(np.uint8)
    times = int(hours * 3600 * TELEPHONE / len(codes)) + 1
    size = codes.nbytes * times
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 7, 2, TELEPHONE, 2 * TELEPHONE,
                       2, 8, b"data", size)  # fmt: skip
    with path.open("wb") as file:
        file.write(head)
        for _ in range(times):
            file.write(codes.tobytes())


def one_long(hours: float) -> None:
    """Decode, measure, hear and copy one long call, and print what each took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.wav"
        long_call(path, hours)
        ear = WhisperRecogniser(load_settings(model="demo"))
        ear.recognise([np.zeros(16_000, np.float32)])
        began, before = time.monotonic(), memory()
        audio = decode(path)
        _told("decoded", before)
        _ = [measure(lane) for lane in audio.lanes]
        _told("measured", before)
        heard = ear.recognise(audio.lanes)
        _told("heard", before)
        write_listening_copy(audio, Path(folder) / "copy.mp3")
        _told("copied", before)
        words = sum(len(segment.words) for lane in heard.lanes for segment in lane.segments)
        print(f"{audio.duration / 3600:.2f} h, {words} words, {time.monotonic() - began:.0f} s")


def many_calls(count: int) -> None:
    """Hear one short call again and again."""
    lanes = decode(next(CALL.glob("out-*.wav"))).lanes
    short = [lane[: 16_000 * 12] for lane in lanes]
    ear = WhisperRecogniser(load_settings(model="demo", beam_size=1))
    for number in range(1, count + 1):
        ear.recognise(short)
        if number in (10, count // 10, count // 2, count):
            print(f"after {number:5d} calls: {memory()['anonymous']:.0f} MiB anonymous", flush=True)


def _told(stage: str, before: dict[str, float]) -> None:
    now = memory()
    print(f"{stage:9s} {now['anonymous'] - before['anonymous']:7.0f} MiB anonymous more, peak {now['peak']:.0f} MiB")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float)
    parser.add_argument("--calls", type=int)
    chosen = parser.parse_args()
    if chosen.hours:
        one_long(chosen.hours)
    if chosen.calls:
        many_calls(chosen.calls)


if __name__ == "__main__":
    main()
