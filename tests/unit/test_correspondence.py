"""Chats and letters become transcripts: who wrote what, in which order, and since when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.correspondence import CorrespondenceError, is_correspondence, read_correspondence

WHATSAPP = "12.11.2026, 10:15 - Анна: Добрый день!\n12.11.2026, 10:16 - Игорь: Сколько стоит?\nИ когда?\n"


def sides(file: Path, agent: str | None = None) -> list[tuple[str | None, str]]:
    return [(segment.speaker, segment.text) for segment in read_correspondence(file, agent).segments]


def test_a_messengers_text_export_is_read_with_lines_that_go_on(tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(WHATSAPP, encoding="utf-8")
    assert is_correspondence(file)
    assert sides(file, "анна") == [("agent", "Добрый день!"), ("client", "Сколько стоит? И когда?")]
    started = read_correspondence(file, "Анна").started_at
    assert started is not None
    assert (started.year, started.month, started.day, started.hour) == (2026, 11, 12, 10)


def test_a_json_export_is_read_and_a_transcript_is_left_to_its_own_reader(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    told = [
        {"type": "message", "from": "Клиент", "date": "2026-11-12T10:15:30", "text": ["Цена ", {"text": "какая?"}]},
        {"type": "service", "text": "joined"},
        {"type": "message", "from": "Менеджер", "date": "2026-11-12T10:16:30", "text": "Сейчас скажу."},
    ]
    file.write_text(json.dumps({"messages": told}), encoding="utf-8")
    assert is_correspondence(file)
    assert sides(file) == [("client", "Цена какая?"), ("agent", "Сейчас скажу.")]
    other = tmp_path / "transcript.json"
    other.write_text('{"segments": []}', encoding="utf-8")
    assert not is_correspondence(other)


def test_a_letter_is_read_without_what_it_quotes(tmp_path: Path) -> None:
    file = tmp_path / "letter.eml"
    file.write_bytes(
        "From: Igor <igor@example.org>\nDate: Thu, 12 Nov 2026 10:15:00 +0300\n"
        "Content-Type: text/plain; charset=utf-8\n\nЭто дорого для нас.\n\n> Добрый день!\n".encode()
    )
    assert sides(file, "anna@") == [("client", "Это дорого для нас.")]


@pytest.mark.parametrize("text", ["", "no names here", WHATSAPP])
def test_what_cannot_be_judged_is_said_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorrespondenceError) as told:
        read_correspondence(file)
    assert "\n" not in str(told.value)
