"""Hostile input: damaged audio in thousands of ways, names made to mislead. No crash, no hang, nothing read outside."""

from __future__ import annotations

import io
import os
import random
import select
import subprocess
import sys
import time
from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.pbx import read_name
from pipeline.recordings import Unreadable, find_recordings
from pipeline.settings import ROOT, load_settings
from pipeline.storing.recordings import readable
from tests.faults.trial import near_silent

MUTATIONS = 2000
NAMES = 500
LONGEST_SECONDS = 30.0

# Decodes each file of a folder in a process of its own and says its name first: a crash or a hang has a culprit.
DECODE = """
import sys
from pathlib import Path
from pipeline.audio import AudioError, decode, probe
for path in sorted(Path(sys.argv[1]).iterdir()):
    print(path.name, flush=True)
    for look in (probe, decode):
        try:
            look(path)
        except AudioError as error:
            assert error.code and error.reason and "\\n" not in error.reason, error
print("all done", flush=True)
"""


def encoded(codec: str, container: str, rate: int) -> bytes:
    """Half a second of a tone in some format."""
    file = io.BytesIO()
    tone = (np.sin(np.arange(rate // 2) / 8) * 9000).astype("<i2")
    with av.open(file, "w", format=container) as out:
        stream = out.add_stream(codec, rate=rate)
        assert isinstance(stream, av.audio.stream.AudioStream)
        stream.layout = "mono"
        for start in range(0, tone.size, 960):
            frame = av.AudioFrame.from_ndarray(tone[None, start : start + 960], format="s16", layout="mono")
            frame.sample_rate = rate
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return file.getvalue()


FORMATS = (
    ("pcm_s16le", "wav", 8000), ("pcm_alaw", "wav", 8000), ("pcm_mulaw", "wav", 8000), ("libmp3lame", "mp3", 16000),
    ("libopus", "ogg", 48000), ("flac", "flac", 8000), ("aac", "ipod", 16000), ("libopus", "webm", 48000),
)  # fmt: skip
ENDINGS = ("wav", "mp3", "ogg", "flac", "m4a", "webm", "gsm", "alaw", "sln", "raw", "g722", "spx", "amr", "mp4")


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with bits turned, its length changed, a header's number made huge, or another file's middle."""
    data = bytearray(content)
    kind = chance.randrange(6)
    if kind == 0:
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del data[chance.randrange(len(data)) :]
    elif kind == 2:
        at = chance.randrange(min(len(data) - 4, 64))
        data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f"))
    elif kind == 3:
        at = chance.randrange(len(data))
        data[at:at] = chance.randbytes(chance.randint(1, 4000))
    elif kind == 4:
        data = bytearray(chance.randbytes(chance.randint(0, 3000)))
    else:
        at = chance.randrange(len(data))
        data = data[at:] + data[:at]
    return bytes(data)


def test_two_thousand_damaged_files_neither_crash_the_decoder_nor_hang_it(tmp_path: Path) -> None:
    chance = random.Random(6)  # noqa: S311
    whole = [encoded(*one) for one in FORMATS]
    for number in range(MUTATIONS):
        content = mutated(chance.choice(whole), chance)
        (tmp_path / f"{number:04}.{chance.choice(ENDINGS)}").write_bytes(content)
    program = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", DECODE, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert program.stdout is not None
    last = b"nothing yet"
    try:
        while True:
            ready, _, _ = select.select([program.stdout], [], [], LONGEST_SECONDS)
            assert ready, f"over {LONGEST_SECONDS} s at {last!r}"
            line = program.stdout.readline()
            if not line:
                break
            last = line.strip()
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    assert last == b"all done", f"crashed at {last!r}"


PIECES = (
    "..", "../../etc/passwd", "\n", "\r", "\x1b[31m", "\u202e", "\u200f", "\u0000"[:0], "a" * 200, "%00", "$(reboot)",
    "`id`", "'; DROP TABLE calls; --", "<script>", "CON", "out-", "-1763649489.5", "79161234567", "\udce7\udce2", "é",
    "é", "\N{ZERO WIDTH SPACE}", "[bold]", "{0}", "%s", "\\", "*", "?", '"', "|", "~", " ", "\t", "2025-11-20",
)  # fmt: skip


def hostile_names(folder: Path) -> list[Path]:
    """Files whose names hold such pieces, as far as this file system takes them."""
    chance = random.Random(7)  # noqa: S311
    made: list[Path] = []
    while len(made) < NAMES:
        name = "".join(chance.choices(PIECES, k=chance.randint(1, 6))).replace("/", "∕")[:200] + ".wav"
        name = os.fsdecode(os.fsencode(name)[-255:])
        path = folder / name
        if name.startswith(".") or path.exists():
            continue
        try:
            near_silent(path, len(made))
        except OSError:
            continue
        made.append(path)
    return made


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "pbx"
    folder.mkdir()
    hostile_names(folder)
    (tmp_path / "outside.wav").write_bytes(b"secret")
    (folder / "link.wav").symlink_to(tmp_path / "outside.wav")
    (folder / "up").symlink_to(tmp_path)
    return folder


def test_hostile_names_are_read_in_no_time_and_nothing_outside_the_folder_is_touched(hostile: Path) -> None:
    settings = load_settings()
    began = time.monotonic()
    found = [one for one in find_recordings(hostile) if not isinstance(one, Unreadable)]
    assert len(found) == NAMES
    for path in found:
        assert path.resolve().parent == hostile.resolve()
        details = read_name(path, settings)
        assert details.client is None or details.client.startswith("+")
        readable(str(path)).encode("utf-8")
    assert time.monotonic() - began < LONGEST_SECONDS


def test_a_doctor_prints_hostile_names_without_their_tricks(hostile: Path, tmp_path: Path) -> None:
    program = str(Path(sys.executable).with_name("callgrade"))
    ran = subprocess.run(
        [program, "doctor", str(hostile), "--all"], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    assert ran.returncode == 1  # two links lead out of the folder
    told = ran.stdout.decode("utf-8", "strict")
    for trick in ("\x1b", "\u202e", "\u200f", "\udce7"):
        assert trick not in told
    assert "secret" not in told
