"""Calls for tests of the API and the pages, stored by the functions that store real ones."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import numpy as np

from models import Database, RecordingRow
from pipeline.adherence import Nearest, StepJudgement
from pipeline.analysis import Analysis
from pipeline.audio import RATE, Audio
from pipeline.audio.listening import write_listening_copy
from pipeline.conduct import Conduct
from pipeline.forbidden import ForbiddenFinding
from pipeline.objections import ObjectionFinding
from pipeline.outcome import Outcome
from pipeline.product_info import FactJudgement
from pipeline.storing import StoredSound, store_analysis, store_call
from pipeline.transcript import Diagnostics, RecogniserVersion, Segment, Speaker, Stretch, Transcript, Word
from scripts_library.campaign import Campaign, Fact, Forbidden, Objection, Step

MOSCOW = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
DURATION = 78.0

CAMPAIGN = Campaign(
    id="windows-ru",
    title="Пластиковые окна",
    language="ru",
    version="3f9a51c07be2",
    pass_score=70,
    steps=(
        Step(id="greeting", title="Приветствие, компания и имя", weight=10),
        Step(id="permission", title="Спросить, удобно ли говорить", weight=4, required=False),
        Step(id="need", title="Выяснить, сколько окон и каких", weight=12),
        Step(id="benefits", title="Рассказать, чем хороши окна", weight=12),
        Step(id="price", title="Назвать, что входит в цену", weight=10),
        Step(id="discount", title="На «дорого» сначала объяснить цену", weight=10),
        Step(id="measure", title="Предложить бесплатный замер", weight=14, critical=True),
        Step(id="time", title="Договориться о дне и часе", weight=8),
        Step(id="contacts", title="Уточнить адрес или телефон", weight=3, required=False),
        Step(id="goodbye", title="Поблагодарить и попрощаться", weight=4),
    ),
    forbidden=(
        Forbidden(id="guarantee-100", title="Обещать на сто процентов", say=("сто процентов",), penalty=10),
        Forbidden(id="rudeness", title="Грубить клиенту", say=("не морочьте голову",), critical=True),
    ),
    facts=(
        Fact(id="price", title="Цена окна под ключ"),
        Fact(id="warranty", title="Гарантия"),
        Fact(id="term", title="Срок установки"),
        Fact(id="instalment", title="Рассрочка"),
    ),
    objections=(
        Objection(id="expensive", title="Дорого", heard=("дорого",)),
        Objection(id="think", title="Надо подумать", heard=("подумаю",)),
    ),
)

_A: Speaker = "agent"
_C: Speaker = "client"
_TALK: tuple[tuple[float, float, Speaker, str], ...] = (
    (0.6, 5.2, _A, "Добрый день, компания «Тёплый дом», меня зовут Ирина. Вы оставляли заявку на окна."),
    (5.6, 8.1, _C, "Да, здравствуйте, оставляла вчера вечером."),
    (8.5, 13.0, _A, "Подскажите, сколько окон вы хотите заменить и какие у вас стоят сейчас?"),
    (13.4, 19.8, _C, "Два окна в комнате и балконную дверь, сейчас старые деревянные, сильно дует."),
    (20.3, 28.6, _A, "Понимаю. Поставим двухкамерный стеклопакет, он держит тепло и не пропускает шум с улицы."),
    (29.0, 31.2, _C, "А сколько это будет стоить?"),
    (31.6, 37.9, _A, "Окно под ключ стоит двадцать одну тысячу девятьсот, сюда входит установка и подоконник."),
    (38.3, 41.5, _C, "Ну, это для нас дорого, мы смотрели и дешевле."),
    (41.9, 48.8, _A, "Давайте посмотрим, из чего складывается цена: профиль, фурнитура и работа по договору."),
    (49.2, 51.9, _C, "Понятно. А когда вы сможете поставить?"),
    (52.3, 57.0, _A, "Сто процентов успеем до праздников, это я вам обещаю."),
    (57.4, 60.8, _C, "Хорошо, я подумаю и посоветуюсь с мужем."),
    (61.2, 66.5, _A, "Хорошо, давайте я перезвоню вам завтра в десять утра и всё уточним."),
    (66.9, 68.9, _C, "Да, завтра в десять удобно."),
    (69.3, 73.0, _A, "Спасибо за разговор, Марина, хорошего вам дня, до свидания."),
    (73.3, 74.6, _C, "До свидания."),
)
_DOUBTFUL = {"фурнитура": 0.31, "балконную": 0.44, "мужем.": 0.38}


def segment(start: float, end: float, speaker: Speaker | None, text: str) -> Segment:
    """A remark whose words share its time evenly."""
    words = text.split()
    step = (end - start) / max(1, len(words))
    timed = tuple(
        Word(round(start + i * step, 2), round(start + (i + 1) * step, 2), word, _DOUBTFUL.get(word, 0.94))
        for i, word in enumerate(words)
    )
    return Segment(start, end, text, speaker, timed)


TRANSCRIPT = Transcript(
    segments=tuple(segment(*remark) for remark in _TALK),
    language="ru",
    duration=DURATION,
    direction="outbound",
    agent="201",
    client="+79161234567",
    started_at=datetime(2026, 11, 23, 10, 15, 30, tzinfo=MOSCOW),
    queue="sales",
    recogniser=RecogniserVersion("faster-whisper", "large-v3", "1.2.1"),
    diagnostics=Diagnostics(badly_heard=(Stretch(74.6, 77.0, "low_probability", "client"),)),
)


def quote(number: int) -> tuple[int, float, float, str]:
    """Segment, start, end and quote of a remark, as judgements have them."""
    remark = TRANSCRIPT.segments[number]
    return number, remark.start, remark.end, remark.text


def nearest(number: int, similarity: float, reason: str) -> Nearest:
    """A passage that came near to a step."""
    at, start, end, text = quote(number)
    return Nearest(at, text, similarity, start, end, reason)


ANALYSIS = Analysis(
    campaign=CAMPAIGN.id,
    library_version=CAMPAIGN.version,
    program_version="0.1.0",
    eligible=True,
    why_not=None,
    score=61.5,
    passed=False,
    steps=(
        StepJudgement("greeting", "done", 0.97, *quote(0)),
        StepJudgement("permission", "not_applicable", 0.9, reason="not_required"),
        StepJudgement("need", "done", 0.95, *quote(2)),
        StepJudgement("benefits", "done", 0.84, *quote(4)),
        StepJudgement("price", "done", 0.91, *quote(6)),
        StepJudgement("discount", "done", 0.88, *quote(8)),
        StepJudgement(
            "measure",
            "missed",
            0.93,
            reason="not_said",
            nearest=(nearest(12, 0.41, "keyword_missing"), nearest(9, 0.28, "said_by_client")),
        ),
        StepJudgement("time", "done", 0.86, *quote(12)),
        StepJudgement("contacts", "not_applicable", 0.9, reason="not_required"),
        StepJudgement("goodbye", "unknown", 0.5, reason="badly_heard"),
    ),
    forbidden=(ForbiddenFinding("guarantee-100", 10, _TALK[10][3], 52.3, 57.0, 0.9),),
    facts=(
        FactJudgement("price", "outdated", *quote(6), expected="24 900 ₽", heard="21 900 ₽"),
        FactJudgement("term", "unanswered", *quote(9), expected="14 дней"),
        FactJudgement("warranty", "not_needed"),
        FactJudgement("instalment", "not_needed"),
    ),
    objections=(
        ObjectionFinding("expensive", 7, 38.3, 41.5, _TALK[7][3], True, 8, "recommended"),
        ObjectionFinding("think", 11, 57.4, 60.8, _TALK[11][3], False, None, "gave_up"),
    ),
    outcome=Outcome("next_step", 12, _TALK[12][3], datetime(2026, 11, 24, 10, 0, tzinfo=MOSCOW)),
    conduct=Conduct(0.56, 8.3, 6.4, 0, 1, 0.09, 1.2, 0.4, 128.0, 117.0, None),
)

UNSCORED = replace(
    ANALYSIS, eligible=False, why_not="too_short", score=None, passed=None, steps=(), forbidden=(), facts=(),
    objections=(), outcome=Outcome("no_talk"),
)  # fmt: skip


@dataclass(frozen=True)
class Seeder:
    """Fills a database with recordings and calls; their sound goes below `data_dir`."""

    database: Database
    data_dir: Path
    numbers: count[int]

    def call(
        self,
        transcript: Transcript = TRANSCRIPT,
        analysis: Analysis | None = ANALYSIS,
        *,
        campaign: Campaign = CAMPAIGN,
        name: str | None = None,
        audio_path: str | None = None,
    ) -> int:
        """Store a call; gives its number."""
        with self.database.writing() as session:
            recording = self._recording(name, state="done")
            session.add(recording)
            session.flush()
            call = store_call(session, recording.id, transcript, NOW, StoredSound(audio_path=audio_path))
            if analysis is not None:
                store_analysis(session, call, analysis, campaign, NOW)
        return call

    def failed(self, name: str, code: str, reason: str) -> None:
        """Store a recording that could not be read."""
        with self.database.writing() as session:
            session.add(self._recording(name, state="failed", reason_code=code, reason=reason))

    def sound(self, name: str = "sound/call.mp3", seconds: float = DURATION) -> str:
        """Write a listening copy in which the speakers are two tones; gives its path below the data folder."""
        time = np.arange(round(seconds * RATE)) / RATE
        lanes = tuple(np.asarray(0.2 * np.sin(2 * np.pi * pitch * time), dtype=np.float32) for pitch in (330, 220))
        path = self.data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_listening_copy(Audio(lanes, 2, seconds), path)
        return name

    def _recording(self, name: str | None, **columns: str) -> RecordingRow:
        number = next(self.numbers)
        name = name or f"out-79161234567-201-20261123-101530-1763882130.{number}.wav"
        return RecordingRow(
            content_hash=hashlib.sha256(str(number).encode()).hexdigest(),
            path=f"/var/spool/asterisk/monitor/2026/11/23/{name}",
            name=name,
            size=1,
            mtime_ns=1,
            first_seen=NOW,
            finished=NOW,
            **columns,
        )


def seeder(database: Database, data_dir: Path) -> Seeder:
    """A seeder for an empty database."""
    return Seeder(database, data_dir, count(1))
