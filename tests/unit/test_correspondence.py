"""Chats and letters become transcripts: who wrote what, in which order, and since when."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.analysis import analyse
from pipeline.correspondence import CorrespondenceError, is_correspondence, read_correspondence
from pipeline.settings import ROOT
from scripts_library.loading import load_library

WHATSAPP = "12.11.2026, 10:15 - Анна: Добрый день!\n12.11.2026, 10:16 - Игорь: Сколько стоит?\nИ когда?\n"


def sides(file: Path, agent: str | None = None) -> list[tuple[str | None, str]]:
    return [
        (segment.speaker, segment.text) for segment in read_correspondence(file, (agent,) if agent else ()).segments
    ]


def test_a_messengers_text_export_is_read_with_lines_that_go_on(tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(WHATSAPP, encoding="utf-8")
    assert is_correspondence(file)
    assert sides(file, "анна") == [("agent", "Добрый день!"), ("client", "Сколько стоит? И когда?")]
    started = read_correspondence(file, ("Анна",)).started_at
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


def test_an_american_export_has_the_month_first_and_twelve_hours(tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text("11/12/26, 1:15\u202fPM - Agent: Hi\n11/28/26, 9:00 AM - Pat: Hello\n", encoding="utf-8")
    zone = ZoneInfo("America/New_York")
    assert read_correspondence(file, zone=zone).started_at == datetime(2026, 11, 12, 13, 15, tzinfo=zone)


def test_pictures_and_voice_messages_have_no_words(tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(WHATSAPP + "12.11.2026, 10:17 - Игорь: <Без медиафайлов>\n", encoding="utf-8")
    assert len(sides(file, "Анна")) == 2


@pytest.mark.parametrize(
    ("name", "stem", "client"),
    [
        ("+7 916 123-45-67", "chat", "+79161234567"),
        ("Игорь", "Чат WhatsApp с +7 916 123-45-67", "+79161234567"),
        ("Igor <Igor@Example.org>", "chat", "igor@example.org"),
        ("Игорь", "chat", "Игорь"),
        ("Клиент", "chat", None),
    ],
)
def test_the_client_is_a_number_else_an_address_else_a_name(
    tmp_path: Path, name: str, stem: str, client: str | None
) -> None:
    file = tmp_path / f"{stem}.txt"
    file.write_text(WHATSAPP.replace("Игорь", name), encoding="utf-8")
    assert read_correspondence(file, ("Анна",)).client == client


def test_a_managers_letter_is_for_whom_it_is_addressed_to(tmp_path: Path) -> None:
    file = tmp_path / "letter.eml"
    head = "From: Anna <anna@warm.example>\nTo: Igor <Igor@example.org>\n"
    file.write_bytes(f"{head}Content-Type: text/plain; charset=utf-8\n\nДобрый день!\n".encode())
    letter = read_correspondence(file, ("@warm.example",))
    assert (letter.written, letter.client, letter.language) == ("mail", "igor@example.org", "ru")
    assert letter.agent == "Anna <anna@warm.example>"


def test_an_export_of_many_chats_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text('{"chats": {"list": []}}', encoding="utf-8")
    assert is_correspondence(file)
    with pytest.raises(CorrespondenceError, match="export each by itself"):
        read_correspondence(file)


def test_a_letter_without_an_answer_is_judged_and_a_chat_without_one_is_no_talk(tmp_path: Path) -> None:
    campaign = load_library(ROOT / "scripts_library").campaign("windows-ru")
    letter, chat = tmp_path / "letter.eml", tmp_path / "chat.txt"
    said = "Добрый день! Компания «Тёплый дом», меня зовут Анна. Стоимость окна под ключ 24 900 рублей, гарантия 5 лет."
    head = "From: anna@warm.example\nTo: igor@example.org\nContent-Type: text/plain; charset=utf-8"
    letter.write_bytes(f"{head}\n\n{said}\n".encode())
    chat.write_text(f"Менеджер: {said}\n", encoding="utf-8")
    assert analyse(read_correspondence(letter, ("anna@",)), campaign).why_not is None
    assert analyse(read_correspondence(chat), campaign).why_not == "client_silent"


@pytest.mark.parametrize("text", ["", "no names here", WHATSAPP])
def test_what_cannot_be_judged_is_said_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorrespondenceError) as told:
        read_correspondence(file)
    assert "\n" not in str(told.value)
