from __future__ import annotations

import io
import struct

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audio.riff import find_data

_FORMAT = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)


def wav(stated: int, present: int, after: bytes = b"", before: bytes = b"") -> io.BytesIO:
    data = before + _FORMAT + b"data" + struct.pack("<I", stated) + bytes(present) + after
    return io.BytesIO(b"RIFF" + struct.pack("<I", len(data) + 4) + b"WAVE" + data)


def test_a_true_header_misses_nothing() -> None:
    data = find_data(wav(32000, 32000))
    assert data is not None
    assert (data.offset, data.is_unfinished, data.missing_seconds, data.unstated_seconds) == (44, False, 0.0, 0.0)


def test_seconds_that_the_file_lacks_or_hides_are_counted() -> None:
    cut, hidden = find_data(wav(32000, 16000)), find_data(wav(16000, 48000))
    assert cut is not None
    assert hidden is not None
    assert (cut.missing_seconds, hidden.unstated_seconds) == (1.0, 2.0)


def test_chunks_of_odd_length_before_the_samples_are_passed_over() -> None:
    data = find_data(wav(100, 100, before=b"LIST" + struct.pack("<I", 5) + b"abcde\0"))
    assert data is not None
    assert (data.offset, data.stated, data.present) == (44 + 14, 100, 100)


def test_a_finished_list_of_chunks_behind_the_samples_hides_nothing() -> None:
    tail = b"LIST" + struct.pack("<I", 40_000) + bytes(40_000)
    data = find_data(wav(32000, 32000, tail))
    assert data is not None
    assert data.unstated_seconds == 0.0


def test_other_files_have_no_samples_chunk() -> None:
    for content in (b"", b"RIFF", b"OggS" + bytes(60), b"RIFF\0\0\0\0AVI " + bytes(60)):
        assert find_data(io.BytesIO(content)) is None


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_header_makes_the_check_fail_or_run_for_ever(junk: bytes) -> None:
    data = find_data(io.BytesIO(b"RIFF\0\0\0\0WAVE" + junk))
    assert data is None or data.present >= 0
