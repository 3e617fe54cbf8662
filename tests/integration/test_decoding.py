"""What each kind of file that PBXs leave becomes: lanes of samples with warnings, or one line that says why not."""

from __future__ import annotations

import io
import struct
import wave
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.audio import RATE, Audio, AudioError, decode

Wave = NDArray[np.float32]

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "recordings"
LOW, HIGH = 400.0, 900.0


def tone(hertz: float, seconds: float = 2.0, rate: int = 8000, level: float = 0.5) -> Wave:
    return np.asarray(level * np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate), np.float32)


def loudest_hertz(lane: Wave) -> float:
    spectrum = np.abs(np.fft.rfft(lane))
    return float(np.fft.rfftfreq(lane.size, 1 / RATE)[int(spectrum.argmax())])


def wav_bytes(*channels: Wave, rate: int = 8000) -> bytes:
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(linear(*channels))
    return content.getvalue()


def linear(*channels: Wave) -> bytes:
    return (np.stack(channels, axis=1) * 32767).astype("<i2").tobytes()


def encode(path: Path, container: str, codec: str, *channels: Wave, rate: int = 8000) -> Path:
    layout = "mono" if len(channels) == 1 else "stereo"
    with av.open(str(path), "w", format=container) as out:
        stream = out.add_stream(codec, rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        frame = av.AudioFrame.from_ndarray(np.stack(channels), format="fltp", layout=layout)
        frame.sample_rate = rate
        resampler = av.AudioResampler(stream.codec_context.format, layout, rate, stream.codec_context.frame_size or 160)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(part))
        out.mux(stream.encode(None))
    return path


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def codes(audio: Audio) -> list[str]:
    return [warning.code for warning in audio.warnings]


def refusal(path: Path) -> AudioError:
    with pytest.raises(AudioError) as caught:
        decode(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return caught.value


@pytest.mark.parametrize(
    ("name", "container", "codec", "rate"),
    [
        ("pcm.wav", "wav", "pcm_s16le", 8000),
        ("alaw.wav", "wav", "pcm_alaw", 8000),
        ("mulaw.wav", "wav", "pcm_mulaw", 8000),
        ("wide.wav", "wav", "pcm_s16le", 44100),
        ("call.mp3", "mp3", "libmp3lame", 8000),
        ("call.ogg", "ogg", "libopus", 48000),
        ("call.opus", "ogg", "libopus", 48000),
        ("call.flac", "flac", "flac", 8000),
        ("call.m4a", "ipod", "aac", 8000),
        ("call.webm", "webm", "libopus", 48000),
        ("call.mp4", "mp4", "aac", 16000),
        ("wrong extension.mp3", "wav", "pcm_s16le", 8000),
        ("звонок клиента №5.wav", "mp3", "libmp3lame", 16000),
    ],
)
def test_each_speaker_keeps_a_lane_in_every_format(
    tmp_path: Path, name: str, container: str, codec: str, rate: int
) -> None:
    path = encode(tmp_path / name, container, codec, tone(LOW, rate=rate), tone(HIGH, rate=rate), rate=rate)
    audio = decode(path)
    assert audio.channels == 2
    assert audio.duration == pytest.approx(2.0, abs=0.2)
    assert [loudest_hertz(lane) for lane in audio.lanes] == pytest.approx([LOW, HIGH], abs=5)
    assert all(lane.dtype == np.float32 and lane.size == round(audio.duration * RATE) for lane in audio.lanes)
    assert 0.4 < float(np.abs(audio.lanes[0]).max()) <= 1.0
    assert not audio.warnings


def test_a_mono_recording_has_one_lane(tmp_path: Path) -> None:
    audio = decode(write(tmp_path / "mono.wav", wav_bytes(tone(LOW))))
    assert (len(audio.lanes), audio.channels, audio.duration) == (1, 1, 2.0)


@pytest.mark.parametrize("extension", ["ulaw", "ul", "alaw", "al", "sln", "sln16", "g722"])
def test_samples_without_a_header_are_read_by_their_extension(tmp_path: Path, extension: str) -> None:
    rate = 16000 if extension in ("sln16", "g722") else 8000
    kinds = {"u": ("mulaw", "pcm_mulaw"), "a": ("alaw", "pcm_alaw"), "s": ("s16le", "pcm_s16le"), "g": ("g722", "g722")}
    container, codec = kinds[extension[0]]
    path = encode(tmp_path / f"call.{extension}", container, codec, tone(LOW, rate=rate), rate=rate)
    audio = decode(path)
    assert audio.duration == pytest.approx(2.0, abs=0.05)
    assert loudest_hertz(audio.lanes[0]) == pytest.approx(LOW, abs=5)


def test_a_raw_file_of_two_channels_in_turn_is_stereo_and_of_one_is_mono(tmp_path: Path) -> None:
    stereo = decode(write(tmp_path / "both.raw", linear(tone(LOW), tone(HIGH))))
    mono = decode(write(tmp_path / "one.raw", linear(tone(LOW))))
    assert [loudest_hertz(lane) for lane in stereo.lanes] == pytest.approx([LOW, HIGH], abs=5)
    assert (len(mono.lanes), mono.duration) == (1, 2.0)


def test_a_wav_file_under_a_raw_name_is_read_by_its_header(tmp_path: Path) -> None:
    assert decode(write(tmp_path / "call.alaw", wav_bytes(tone(LOW)))).duration == 2.0


def test_gsm_in_wav_is_heard_to_its_end_without_complaint() -> None:
    path = next(SAMPLES.rglob("external-*.WAV"))
    with av.open(str(path)) as container:
        assert container.duration is not None
        stated = container.duration / av.time_base
    audio = decode(path)
    assert audio.duration == pytest.approx(stated, abs=0.1)
    assert not audio.warnings


def test_a_file_of_no_bytes_says_that_it_is_empty(tmp_path: Path) -> None:
    assert refusal(write(tmp_path / "call.wav", b"")).code == "empty"


@pytest.mark.parametrize("name", ["call.wav", "call.raw", "call.alaw"])
def test_a_header_alone_says_that_nothing_was_recorded(tmp_path: Path, name: str) -> None:
    header = wav_bytes(tone(LOW))[:44]
    assert refusal(write(tmp_path / name, header)).code == "no_audio"


def test_twenty_bytes_of_a_header_are_not_audio(tmp_path: Path) -> None:
    assert refusal(write(tmp_path / "call.wav", wav_bytes(tone(LOW))[:20])).code == "not_audio"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<!DOCTYPE html><html><body>Login</body></html>" * 20, "web page"),
        (b'{"error": "not found"}', "JSON"),
        (bytes(range(256)) * 40, "format"),
        (b"#EXTM3U\n#EXTINF:10,\n/etc/passwd\n", "format"),
        (b"ffconcat version 1.0\nfile /etc/hostname\n", "format"),
    ],
)
def test_what_is_no_audio_says_what_it_is_instead(tmp_path: Path, content: bytes, word: str) -> None:
    error = refusal(write(tmp_path / "call.mp3", content))
    assert error.code == "not_audio"
    assert word in error.reason


@pytest.mark.parametrize(("place", "value", "code"), [(20, 0x9999, "unknown_codec"), (24, 8, "damaged")])
def test_a_header_that_no_decoder_can_follow_is_refused(tmp_path: Path, place: int, value: int, code: str) -> None:
    content = bytearray(wav_bytes(tone(LOW)))
    struct.pack_into("<H", content, place, value)
    assert refusal(write(tmp_path / "call.wav", bytes(content))).code == code


def test_a_video_without_sound_says_so(tmp_path: Path) -> None:
    path = tmp_path / "screen.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for _ in range(5):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")))
        out.mux(stream.encode(None))
    assert refusal(path).code == "no_sound"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.wav").code == "vanished"
    assert refusal(tmp_path).code == "unreadable"


@pytest.mark.parametrize("length", [0, 0xFFFFFFFF])
def test_a_header_that_was_never_finished_gives_all_audio_with_a_warning(tmp_path: Path, length: int) -> None:
    content = bytearray(wav_bytes(tone(LOW), tone(HIGH)))
    struct.pack_into("<I", content, 4, length)
    struct.pack_into("<I", content, 40, length)
    audio = decode(write(tmp_path / "call.wav", bytes(content)))
    assert (audio.duration, codes(audio)) == (2.0, ["unfinished_header"])


@pytest.mark.parametrize("cut", [16000, 16001])
def test_a_wav_cut_off_half_way_gives_the_half_with_a_warning(tmp_path: Path, cut: int) -> None:
    audio = decode(write(tmp_path / "call.wav", wav_bytes(tone(LOW))[: 44 + cut]))
    assert audio.duration == pytest.approx(1.0, abs=0.01)
    assert codes(audio) == ["cut_off"]
    assert "1.0 s" in str(audio.warnings[0])


@pytest.mark.parametrize(
    ("container", "codec", "rate"),
    [("mp3", "libmp3lame", 16000), ("ogg", "libopus", 48000), ("webm", "libopus", 48000)],
)
def test_a_compressed_file_cut_off_half_way_gives_what_it_holds(
    tmp_path: Path, container: str, codec: str, rate: int
) -> None:
    path = encode(tmp_path / "call", container, codec, tone(LOW, 20, rate), tone(HIGH, 20, rate), rate=rate)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    audio = decode(path)
    assert 8 < audio.duration < 12
    if container != "ogg":  # an Ogg file states its length only on its last page
        assert codes(audio) == ["cut_off"]


def test_an_m4a_that_lost_its_index_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "call.m4a", "ipod", "aac", tone(LOW, 10))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refusal(path).code == "not_audio"


def test_audio_behind_the_stated_end_is_not_lost(tmp_path: Path) -> None:
    first, second = wav_bytes(tone(LOW, 3)), wav_bytes(tone(HIGH, 2))
    joined = decode(write(tmp_path / "joined.wav", first + second))
    assert joined.duration == pytest.approx(5.0, abs=0.01)
    assert codes(joined) == ["unstated_audio"]
    understated = bytearray(first)
    struct.pack_into("<I", understated, 40, 16000)
    assert decode(write(tmp_path / "understated.wav", bytes(understated))).duration == 3.0


def test_chunks_behind_the_samples_are_no_audio(tmp_path: Path) -> None:
    content = wav_bytes(tone(LOW)) + b"LIST" + struct.pack("<I", 20_000) + bytes(20_000)
    audio = decode(write(tmp_path / "tagged.wav", content))
    assert (audio.duration, audio.warnings) == (2.0, ())


def test_one_voice_in_both_channels_is_a_mono_call(tmp_path: Path) -> None:
    audio = decode(write(tmp_path / "same.wav", wav_bytes(tone(LOW), tone(LOW, level=0.2))))
    assert (len(audio.lanes), audio.channels, codes(audio)) == (1, 2, ["same_voice"])


@pytest.mark.parametrize("silent", [0, 1])
def test_a_silent_side_leaves_a_mono_call_of_the_other(tmp_path: Path, silent: int) -> None:
    channels = [tone(LOW), tone(LOW)]
    channels[silent] = np.zeros_like(channels[silent])
    audio = decode(write(tmp_path / "half.wav", wav_bytes(*channels)))
    assert (len(audio.lanes), codes(audio)) == (1, ["one_side_silent"])
    assert float(np.abs(audio.lanes[0]).max()) > 0.4


def test_a_silent_recording_is_kept_and_said_to_be_silent(tmp_path: Path) -> None:
    audio = decode(write(tmp_path / "hush.wav", wav_bytes(np.zeros(8000, np.float32), np.zeros(8000, np.float32))))
    assert (len(audio.lanes), audio.duration, codes(audio)) == (1, 1.0, ["silent"])


def test_of_more_than_two_channels_the_first_two_are_used(tmp_path: Path) -> None:
    audio = decode(write(tmp_path / "four.wav", wav_bytes(tone(LOW), tone(HIGH), tone(1500), tone(2000))))
    assert (len(audio.lanes), audio.channels, codes(audio)) == (2, 4, ["many_channels"])
    assert [loudest_hertz(lane) for lane in audio.lanes] == pytest.approx([LOW, HIGH], abs=5)


def test_a_file_that_turns_from_mono_to_stereo_is_heard_to_its_end(tmp_path: Path) -> None:
    one = encode(tmp_path / "one.mp3", "mp3", "libmp3lame", tone(LOW, rate=16000), rate=16000)
    two = encode(tmp_path / "two.mp3", "mp3", "libmp3lame", tone(LOW, rate=16000), tone(HIGH, rate=16000), rate=16000)
    audio = decode(write(tmp_path / "joined.mp3", two.read_bytes() + one.read_bytes()))
    assert audio.duration == pytest.approx(4.0, abs=0.3)
    assert len(audio.lanes) == 2


def test_tags_of_the_container_come_along(tmp_path: Path) -> None:
    path = tmp_path / "call.webm"
    with av.open(str(path), "w") as out:
        out.metadata["CALL_SRC_NUM"] = "201"
        stream = out.add_stream("libopus", rate=48000)
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 48000), np.int16), format="s16", layout="mono")
        frame.sample_rate = 48000
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert decode(path).tags["CALL_SRC_NUM"] == "201"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["mp3", "wav", "ogg", "m4a"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0.1, 1),
)
def test_a_damaged_file_is_heard_in_part_or_refused_but_never_breaks_anything(
    tmp_path: Path, kind: str, changes: list[tuple[float, int]], kept: float
) -> None:
    containers = {
        "mp3": ("mp3", "libmp3lame", 16000),
        "wav": ("wav", "pcm_mulaw", 8000),
        "ogg": ("ogg", "libopus", 48000),
        "m4a": ("ipod", "aac", 16000),
    }
    whole = tmp_path / f"whole.{kind}"
    if not whole.exists():
        container, codec, rate = containers[kind]
        encode(whole, container, codec, tone(LOW, 1, rate), tone(HIGH, 1, rate), rate=rate)
    content = bytearray(whole.read_bytes())
    for place, value in changes:
        content[int(place * len(content))] = value
    path = write(tmp_path / f"damaged.{kind}", bytes(content[: int(len(content) * kept)]))
    try:
        audio = decode(path)
    except AudioError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right, a refusal must be one line
    else:
        assert all(np.isfinite(lane).all() for lane in audio.lanes)
        assert audio.duration > 0
