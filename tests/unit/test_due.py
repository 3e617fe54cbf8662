"""Days and hours as people say them are moments, counted from the call."""

from __future__ import annotations

from datetime import datetime

import pytest

from pipeline.due import due_time
from pipeline.heard import hear
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Language

# A Monday, before noon.
CALL = datetime(2026, 11, 23, 11, 0)  # noqa: DTZ001 - due times have the call's own zone, here none


@pytest.mark.parametrize(
    ("language", "said", "due"),
    [
        ("ru", "Перезвоню завтра в десять", (24, 10, 0)),
        ("ru", "Записала вас на среду, шестнадцать ноль ноль", (25, 16, 0)),
        ("ru", "Приедет завтра в шестнадцать тридцать", (24, 16, 30)),
        ("ru", "Завтра 16:00", (24, 16, 0)),
        ("ru", "Завтра в половине пятого", (24, 16, 30)),
        ("ru", "В пятницу к трём часам", (27, 15, 0)),
        ("ru", "Завтра в десять утра", (24, 10, 0)),
        ("ru", "Завтра привезу двадцать пять окон", (24, 0, 0)),
        ("ru", "Завтра, тридцать процентов скидка", (24, 0, 0)),
        ("en", "The technician comes on Friday at three pm", (27, 15, 0)),
        ("en", "I'll call tomorrow at half past three", (24, 15, 30)),
    ],
)
def test_a_moment_is_read_from_what_was_said(language: Language, said: str, due: tuple[int, int, int]) -> None:
    heard = hear(Transcript((Segment(0.0, 3.0, said, "agent"),), language=language, started_at=CALL), language)
    day, hour, minute = due
    assert due_time(heard, heard.tokens[0]) == CALL.replace(day=day, hour=hour, minute=minute)


def test_without_a_day_nothing_is_due() -> None:
    heard = hear(Transcript((Segment(0.0, 3.0, "Перезвоню", "agent"),), language="ru", started_at=CALL), "ru")
    assert due_time(heard, heard.tokens[0]) is None
