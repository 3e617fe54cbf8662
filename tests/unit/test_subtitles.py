from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.subtitles import to_srt, to_vtt
from pipeline.transcript import Segment, Transcript

CALL = Transcript(
    (
        Segment(0.0, 3.2, " Здравствуйте,\nкомпания «Окна» ", "agent"),
        Segment(3661.5, 3662.25, "Да?", "client"),
        Segment(3663.0, 3663.0, "эхо"),
    ),
    language="ru",
)


def test_vtt_has_a_cue_for_each_segment_with_its_speaker_as_voice() -> None:
    assert to_vtt(CALL) == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:03.200\n<v Менеджер>Здравствуйте, компания «Окна»\n\n"
        "01:01:01.500 --> 01:01:02.250\n<v Клиент>Да?\n\n"
        "01:01:03.000 --> 01:01:03.001\nэхо\n"
    )


def test_srt_is_numbered_with_the_speaker_before_the_text() -> None:
    assert to_srt(CALL) == (
        "1\n00:00:00,000 --> 00:00:03,200\nМенеджер: Здравствуйте, компания «Окна»\n\n"
        "2\n01:01:01,500 --> 01:01:02,250\nКлиент: Да?\n\n"
        "3\n01:01:03,000 --> 01:01:03,001\nэхо\n"
    )


def test_english_calls_name_speakers_in_english() -> None:
    assert "<v Agent>" in to_vtt(replace(CALL, language="en"))


def test_a_call_without_words_is_a_valid_empty_file() -> None:
    assert to_vtt(Transcript(())) == "WEBVTT\n"
    assert to_srt(Transcript((Segment(0, 1, "  "),))) == ""


@pytest.mark.parametrize("write", [to_vtt, to_srt])
@settings(deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_can_break_out_of_its_cue(write: Callable[[Transcript], str], text: str) -> None:
    written = write(Transcript((Segment(1, 2, text, "agent"), Segment(3, 4, "конец", "client"))))
    assert written.count(" --> ") == 1 + bool(text.strip())
    assert written.count("-->") == written.count(" --> ")
