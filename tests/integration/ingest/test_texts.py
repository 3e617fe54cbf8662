"""Chats and letters in a folder: stored once, judged, listed, shown without a player, and erased like calls."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.app import create_app
from models import CallRow, Database, RecordingRow, SegmentRow
from pipeline.forgetting import forget_client
from pipeline.process import Tools, process
from pipeline.recordings import RecordingsError
from pipeline.settings import Settings, SettingsError
from pipeline.storing import load_analysis, load_transcript
from pipeline.texts import Desk, Taken, take_texts
from scripts_library.loading import load_library

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHAT = (
    "12.11.2026, 10:15 - Анна: Добрый день! Компания «Тёплый дом», меня зовут Анна.\n"
    "12.11.2026, 10:16 - +7 916 123-45-67: Здравствуйте, сколько стоит одно окно под ключ?\n"
    "12.11.2026, 10:18 - Анна: Стоимость окна под ключ 24 900 рублей. Запишу вас на бесплатный замер?\n"
    "12.11.2026, 10:19 - +7 916 123-45-67: Ой, это слишком дорого для меня.\n"
    "12.11.2026, 10:21 - Анна: Понимаю, давайте посмотрим, из чего складывается цена.\n"
)
LETTER = (
    "From: Anna <anna@warm.example>\nTo: Pavel <Pavel@client.example>\nDate: Thu, 12 Nov 2026 10:15:00 +0300\n"
    "Content-Type: text/plain; charset=utf-8\n\nДобрый день, Павел! Компания «Тёплый дом», меня зовут Анна. "
    "Стоимость окна под ключ 24 900 рублей, гарантия пять лет, замер бесплатный.\n"
)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    url = database.url.render_as_string(hide_password=False)
    settings = Settings(data_dir=tmp_path / "data", database_url=url, text_agents=("Анна", "@warm.example"))
    return Desk(database, (load_library(settings.library_dir).campaign("windows-ru"),), settings, lambda: NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "texts"
    (place / "mail").mkdir(parents=True)
    (place / "chat.txt").write_text(CHAT, encoding="utf-8")
    (place / "mail" / "offer.eml").write_text(LETTER, encoding="utf-8")
    (place / "call.json").write_text(json.dumps({"segments": []}), encoding="utf-8")
    return place


@pytest.fixture
def taken(desk: Desk, folder: Path) -> Callable[[], dict[str, Taken]]:
    return lambda: {one.path.name: one for one in take_texts(folder, desk)}


def test_each_text_is_stored_and_judged_once(desk: Desk, folder: Path, taken: Callable[[], dict[str, Taken]]) -> None:
    first = taken()
    assert set(first) == {"chat.txt", "offer.eml"}
    assert all(one.score is not None and not one.already for one in first.values())
    (folder / "again.txt").write_text(CHAT, encoding="utf-8")
    again = taken()
    assert len(again) == 3
    assert all(one.already for one in again.values())
    with desk.database.reading() as session:
        calls = session.execute(select(CallRow.written, CallRow.client, CallRow.agent).order_by(CallRow.written)).all()
    assert [tuple(row) for row in calls] == [
        ("chat", "+79161234567", "Анна"),
        ("mail", "pavel@client.example", "Anna <anna@warm.example>"),
    ]


def test_a_chat_comes_back_as_it_was_judged_and_shows_no_conduct_of_the_voice(
    desk: Desk, taken: Callable[[], dict[str, Taken]]
) -> None:
    call = taken()["chat.txt"].call_id
    assert call is not None
    with desk.database.reading() as session:
        transcript, analysis = load_transcript(session, call), load_analysis(session, call)
    assert transcript.written == "chat"
    assert [segment.speaker for segment in transcript.segments] == ["agent", "client", "agent", "client", "agent"]
    assert analysis is not None
    assert [(one.id, one.handled) for one in analysis.objections] == [("expensive", True)]
    assert analysis.conduct.talk_share_agent is not None
    assert (analysis.conduct.pace_agent, analysis.conduct.silence_share, analysis.conduct.holds) == (None, None, None)


def test_a_text_is_listed_beside_calls_and_its_page_has_no_player(
    desk: Desk, taken: Callable[[], dict[str, Taken]]
) -> None:
    call = taken()["chat.txt"].call_id
    with TestClient(create_app(desk.settings), base_url="http://127.0.0.1") as client:
        listed = client.get("/api/v1/calls", params={"kind": "chat"}).json()["calls"]
        assert [(one["id"], one["written"], one["duration"]) for one in listed] == [(call, "chat", None)]
        assert client.get("/api/v1/calls", params={"kind": "call"}).json()["total"] == 0
        page = client.get(f"/calls/{call}", params={"lang": "ru"}).text
        assert "<audio" not in page
        assert "Запись не найдена" not in page
        assert "Показать сообщение 3" in page
        assert "чат" in client.get("/calls", params={"lang": "ru"}).text


def test_a_clients_texts_are_erased_with_the_client_and_do_not_come_back(
    desk: Desk, taken: Callable[[], dict[str, Taken]]
) -> None:
    taken()
    for client in ("8 916 123-45-67", "Pavel@client.example"):
        receipt = forget_client(desk.database, desk.settings, client, NOW)
        assert receipt.counts["calls"] == 1
    with desk.database.reading() as session:
        assert session.scalars(select(SegmentRow.text)).all() == []
        assert set(session.scalars(select(CallRow.client))) == {None}
    taken()
    with desk.database.reading() as session:
        assert session.scalars(select(SegmentRow.text)).all() == []


def test_a_client_known_by_name_is_erased_by_that_name_alone(desk: Desk, tmp_path: Path) -> None:
    chat = tmp_path / "names.txt"
    chat.write_text(CHAT.replace("+7 916 123-45-67", "Павел Ильин"), encoding="utf-8")
    assert [one.reason for one in take_texts(chat, desk)] == [None]
    with pytest.raises(SettingsError, match="nobody's name"):
        forget_client(desk.database, desk.settings, "Павел", NOW)
    assert forget_client(desk.database, desk.settings, "Павел Ильин", NOW).counts["calls"] == 1


def test_a_broken_json_is_named_and_one_of_another_kind_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "chats").mkdir()
    (tmp_path / "chats" / "export.json").write_text('{"messages": [', encoding="utf-8")
    (tmp_path / "chats" / "settings.json").write_text('{"a": 1}', encoding="utf-8")
    (found,) = take_texts(tmp_path / "chats", desk)
    assert (found.path.name, found.reason) == ("export.json", "it is no whole JSON file: export the chat again")


def test_a_reason_does_not_repeat_the_files_name(desk: Desk, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("no names in it\n", encoding="utf-8")
    (found,) = take_texts(note, desk)
    assert (found.reason or "").startswith("no messages found")


def test_what_cannot_be_read_has_failed_for_a_reason_and_can_be_tried_again(desk: Desk, tmp_path: Path) -> None:
    chat = tmp_path / "unknown.txt"
    chat.write_text(CHAT.replace("Анна:", "Ольга:"), encoding="utf-8")
    failed = next(iter(take_texts(chat, desk)))
    assert "nobody in it is named Анна" in (failed.reason or "")
    with desk.database.reading() as session:
        row = session.scalars(select(RecordingRow)).one()
        assert (row.state, row.reason_code) == ("failed", "not_correspondence")
    named = Desk(desk.database, desk.campaigns, desk.settings.model_copy(update={"text_agents": ("Ольга",)}), desk.now)
    assert [one.reason is None for one in take_texts(chat, named)] == [False]
    assert [one.reason is None for one in take_texts(chat, named, retry_failed=True)] == [True]


def test_a_worker_that_is_given_a_text_reads_it_instead_of_hearing_it(desk: Desk, tmp_path: Path) -> None:
    chat = tmp_path / "unknown.txt"
    chat.write_text(CHAT.replace("Анна:", "Ольга:"), encoding="utf-8")
    list(take_texts(chat, desk))
    with desk.database.reading() as session:
        number = session.scalars(select(RecordingRow.id)).one()
    settings = desk.settings.model_copy(update={"text_agents": ("Ольга",)})
    tools = Tools(desk.database, None, desk.campaigns, settings, desk.now)  # type: ignore[arg-type]  # never asked
    done = process(chat, number, tools)
    assert done.call_id is not None
    assert not done.is_failed


def test_a_folder_that_is_not_there_is_said_in_one_line(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(RecordingsError, match="is not a folder"):
        list(take_texts(tmp_path / "nowhere", desk))
