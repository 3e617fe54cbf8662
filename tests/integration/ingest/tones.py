"""Calls spoken in tones, and the ear that hears them: a quick recogniser for tests of everything around recognition.

Each word has a tone of its own and sounds for a quarter of a second, so what is heard does come out of the audio.
As a program it ingests a folder: tones.py FOLDER DATA_DIR DATABASE_URL [STATEMENT TIMES]; with a STATEMENT it kills
itself, as by kill -9, when it is about to send its database one that begins so, for the given time.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sqlalchemy import event

from models import Database
from models.schema import open_database
from pipeline.audio import Samples
from pipeline.ingest import Advanced, Event, ingest
from pipeline.process import Tools
from pipeline.recognition import LaneText, Progress, Recognition
from pipeline.settings import Settings, load_settings
from pipeline.transcript import RecogniserVersion, Segment, Word
from scripts_library.campaign import Campaign, Step

WORDS = (  # noqa: SIM905
    "добрый день компания светлый дом меня зовут ирина чем могу помочь здравствуйте сколько стоит окно двадцать четыре "
    "тысячи рублей дорого понимаю вас давайте запишем замер на завтра хорошо спасибо до свидания"
).split()
WORD_SECONDS = 0.25
LINE_RATE = 8_000
_LOWEST, _STEP = 320.0, 80.0

CAMPAIGN = Campaign(
    id="windows-ru",
    title="Окна",
    language="ru",
    version="0123456789ab",
    least_seconds=1,
    least_words=3,
    steps=(
        Step(id="greeting", title="Приветствие", say=("добрый день компания светлый дом",)),
        Step(id="measuring", title="Замер", say=("давайте запишем замер на завтра",)),
    ),
)


def say(path: Path, agent: str, client: str = "здравствуйте сколько стоит окно", rate: int = LINE_RATE) -> Path:
    """Write a stereo call, the agent left, who speaks first; words are those of WORDS."""
    sides = [_spoken(agent, rate), _spoken(client, rate)]
    left = np.concatenate([sides[0], np.zeros(sides[1].size)])
    right = np.concatenate([np.zeros(sides[0].size), sides[1]])
    samples = np.stack([left, right], axis=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((samples * 12_000).astype("<i2").tobytes())
    return path


def write_lane(stereo: Path, path: Path, lane: int) -> None:
    """Write one channel of a stereo call as a file of its own, as a PBX does that records a file a leg."""
    with wave.open(str(stereo), "rb") as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").reshape(-1, 2)
        rate = file.getframerate()
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples[:, lane].tobytes())


def _spoken(text: str, rate: int) -> Samples:
    clock = np.arange(int(rate * WORD_SECONDS)) / rate
    tones = [np.sin(2 * np.pi * (_LOWEST + _STEP * WORDS.index(word)) * clock) for word in text.split()]
    return np.concatenate([*tones, np.zeros(0)]).astype(np.float32)


class ToneEar:
    """Hears the tones of `say`; `pause` seconds are spent on each lane."""

    version = RecogniserVersion("tones", "sine", "1")

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    def recognise(
        self, lanes: Sequence[Samples], progress: Progress | None = None, hotwords: Sequence[str] = ()
    ) -> Recognition:
        """The words of each lane; see `Recogniser.recognise`."""
        texts = []
        for lane in lanes:
            time.sleep(self._pause)
            texts.append(LaneText(_remarks(lane)))
            if progress is not None:
                progress(lane.size / 16_000)
        return Recognition(tuple(texts), "ru")


def _remarks(lane: Samples) -> tuple[Segment, ...]:
    size = int(16_000 * WORD_SECONDS)
    words = []
    for index in range(lane.size // size):
        piece = lane[index * size : (index + 1) * size]
        if np.abs(piece).max() > 0.1:
            loudest = float(np.fft.rfftfreq(size, 1 / 16_000)[np.abs(np.fft.rfft(piece)).argmax()])
            text = WORDS[round((loudest - _LOWEST) / _STEP)]
            words.append(Word(index * WORD_SECONDS, (index + 1) * WORD_SECONDS, text, 0.9))
    if not words:
        return ()
    return (Segment(words[0].start, words[-1].end, " ".join(word.text for word in words), words=tuple(words)),)


def tools_for(database: Database, data_dir: Path, **options: object) -> Tools:
    """What `ingest` and `process` work with, hearing tones."""
    settings: Settings = load_settings(data_dir=data_dir, **options)
    return Tools(database, ToneEar(), [CAMPAIGN], settings)


def _kill_at(database: Database, statement: str, times: int) -> None:
    left = times

    def count(sent: str) -> None:
        nonlocal left
        left -= sent.startswith(statement)
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine, "before_cursor_execute", lambda _connection, _cursor, sent, *_: count(sent))
    event.listen(database.engine, "commit", lambda _connection: count("COMMIT"))


def _tell(happened: Event) -> None:
    if isinstance(happened, Advanced):
        print(happened.path.name, flush=True)


def main() -> None:
    folder, data_dir, url, *kill = sys.argv[1:]
    database = open_database(url)
    if kill:
        _kill_at(database, kill[0], int(kill[1]))
    tools = Tools(database, ToneEar(0.02), [CAMPAIGN], load_settings(data_dir=Path(data_dir), database_url=url))
    report = ingest(Path(folder), tools, on_event=_tell)
    database.close()
    sys.exit(bool(report.failed or report.failed_before))


if __name__ == "__main__":
    main()
