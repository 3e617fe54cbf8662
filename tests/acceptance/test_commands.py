"""Commands that hear nothing: scoring a transcript, checking a library, and every kind of mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.settings import ROOT
from tests.acceptance.program import Program
from tests.sentence_model import make_sentence_model

REMARKS = (
    (0.5, 4.0, "agent", "Добрый день! Компания «Тёплый дом», меня зовут Анна."),
    (4.5, 7.0, "client", "Здравствуйте, а сколько стоит одно окно?"),
    (7.5, 12.0, "agent", "Стоимость окна под ключ — 19 900 рублей."),
    (12.5, 15.0, "client", "Ой, это слишком дорого для меня."),
    (15.5, 24, "agent", "Понимаю, давайте посмотрим, из чего складывается цена."),
    (24.5, 34, "agent", "Давайте запишу вас на бесплатный замер. Завтра можно?"),
    (34.5, 36.0, "client", "Хорошо, давайте завтра в десять."),
    (50.0, 55.0, "agent", "Спасибо за звонок, всего доброго, до свидания!"),
)
CALL = {
    "duration": 60,
    "started_at": "2026-11-23T10:15:30+03:00",
    "segments": [{"start": a, "end": b, "speaker": who, "text": text} for a, b, who, text in REMARKS],
}


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    file = tmp_path / "call.json"
    file.write_text(json.dumps(CALL, ensure_ascii=False), encoding="utf-8")
    return file


def test_score_prints_the_contracts_keys_with_the_evidence(callgrade: Program, transcript: Path) -> None:
    ran = callgrade("score", transcript, "--campaign", "windows-ru", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    analysis = json.loads(ran.stdout)
    assert {
        "campaign", "library_version", "eligible", "why_not", "score", "passed",
        "steps", "forbidden", "facts", "objections", "outcome", "conduct",
    } <= set(analysis)  # fmt: skip
    steps = {step["id"]: step for step in analysis["steps"]}
    greeting = steps["greeting"]
    assert (greeting["status"], greeting["segment"], greeting["start"]) == ("done", 0, 0.5)
    assert "Компания «Тёплый дом»" in greeting["quote"]
    assert steps["need-windows"]["status"] == "missed"
    facts = {fact["id"]: fact for fact in analysis["facts"]}
    assert (facts["price"]["status"], facts["price"]["segment"]) == ("wrong", 2)
    assert [(found["id"], found["handled"]) for found in analysis["objections"]] == [("expensive", True)]
    assert analysis["outcome"]["kind"] in ("next_step", "sale")


def test_the_same_transcript_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path, transcript: Path) -> None:
    outputs = {
        Program(tmp_path, {"PYTHONHASHSEED": seed})("score", transcript, "--campaign", "windows-ru", "--json").stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_a_transcript_comes_by_standard_input_too(callgrade: Program) -> None:
    ran = callgrade("score", "-", "--campaign", "windows-ru", given=json.dumps(CALL))
    assert ran.returncode == 0
    assert "Приветствие" in ran.stdout


def test_a_foreign_library_is_scored_by(callgrade: Program, tmp_path: Path, transcript: Path) -> None:
    folder = tmp_path / "library" / "smallest"
    folder.mkdir(parents=True)
    (folder / "script.yaml").write_text(
        'id: smallest\ntitle: "Малая"\nlanguage: ru\nsteps:\n'
        '  - id: visit\n    title: "Замер"\n    weight: 10\n    say: ["приглашаю вас на замер"]\n',
        encoding="utf-8",
    )
    ran = callgrade("score", transcript, "--campaign", "smallest", "--library", tmp_path / "library", "--json")
    assert ran.returncode == 0
    assert [step["id"] for step in json.loads(ran.stdout)["steps"]] == ["visit"]


def test_the_shipped_library_has_no_mistakes(callgrade: Program) -> None:
    ran = callgrade("library", "check")
    assert ran.returncode == 0, ran.stdout


def test_a_mistake_in_a_library_is_named_with_file_line_and_remedy(callgrade: Program, tmp_path: Path) -> None:
    folder = tmp_path / "library" / "broken"
    folder.mkdir(parents=True)
    (folder / "script.yaml").write_text(
        'id: broken\ntitle: "С ошибкой"\nlanguage: ru\nsteps:\n'
        '  - id: greeting\n    titel: "Приветствие"\n    say: ["добрый день, компания {company}"]\n',
        encoding="utf-8",
    )
    ran = callgrade("library", "check", tmp_path / "library")
    assert ran.returncode == 2
    line = next(line for line in ran.stdout.splitlines() if "titel" in line)
    assert "script.yaml:6:" in line
    assert "title" in line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["scor"], "score"),
        (["score", "nowhere.json", "--campaign", "windows-ru"], "nowhere.json"),
        (["score", str(ROOT / "README.md"), "--campaign", "windows-ru"], "README.md"),
        (["score", "-"], "--campaign"),
        (["ingest", "nowhere"], "nowhere"),
        (["transcribe", "nowhere.wav"], "nowhere.wav"),
        (["transcribe", str(ROOT / "README.md")], "README.md"),
        (["transcribe", str(ROOT / "README.md"), "--model", "nowhere/model"], "README.md"),
        (["serve", "--host", "0.0.0.0"], "127.0.0.1"),  # noqa: S104
    ],
)
def test_unusable_input_is_told_in_one_line_with_exit_code_2(
    callgrade: Program, arguments: list[str], told: str
) -> None:
    ran = callgrade(*arguments)
    complaints = [line for line in ran.stderr.splitlines() if "demo speech model" not in line]
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert len(complaints + ran.stdout.splitlines()) == 1
    assert told in (complaints + ran.stdout.splitlines())[0]


def test_a_library_that_is_not_there_is_told(callgrade: Program) -> None:
    ran = callgrade("library", "check", "nowhere")
    assert ran.returncode == 2
    assert "nowhere" in ran.stdout


def test_an_unknown_campaign_names_the_known_ones(callgrade: Program) -> None:
    ran = callgrade("score", "-", "--campaign", "window-ru", given=json.dumps(CALL))
    assert ran.returncode == 2
    assert "windows-ru" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_sentence_model_that_is_not_there_is_told_in_one_line(tmp_path: Path, transcript: Path) -> None:
    ran = Program(tmp_path, {"CALLGRADE_MEANING_MODEL": "./nowhere"})("score", transcript, "--campaign", "windows-ru")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "meaning_model" in ran.stderr


def test_a_sentence_model_has_its_say_in_a_score(tmp_path: Path, transcript: Path) -> None:
    model = make_sentence_model(tmp_path / "model", ["добрый день здравствуйте", "окно окна замер"])
    program = Program(tmp_path, {"CALLGRADE_MEANING_MODEL": str(model)})
    ran = program("score", transcript, "--campaign", "windows-ru", "--json")
    assert json.loads(ran.stdout)["program_version"].partition("+")[2].startswith("model-")


def test_a_setting_that_cannot_be_is_named(tmp_path: Path) -> None:
    ran = Program(tmp_path, {"CALLGRADE_PORT": "90000"})("serve")
    assert ran.returncode == 2
    assert "port" in ran.stderr
    assert "CALLGRADE_PORT" in ran.stderr
