"""What people corrected teaches a campaign, on both databases: shown first, written when it is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import Database
from pipeline.cli.app import run
from pipeline.learning import lesson
from pipeline.storing.corrections import correct
from scripts_library.loading import load_library
from tests.integration.rescore.test_rescore import NOW, OLD, fill

SCRIPT = """format: 1
id: garden
title: Garden
language: en
least_seconds: 0
least_words: 0
steps:
  - {id: size, title: Ask the size, say: ["how big is your garden"]}
  - {id: visit, title: Offer a visit, say: ["we can send a gardener to have a look"]}
  - {id: price, title: Name the price, say: ["the first hour costs twenty pounds"]}
  - {id: bye, title: Say goodbye, say: ["have a lovely day, goodbye"]}
"""


@pytest.fixture
def corrected(database: Database) -> Database:
    """Four calls in which the visit is offered in words that the script doesn't have, each corrected by a person."""
    for call in fill(database, 4):
        with database.writing() as session:
            correct(session, call, "visit", "done", NOW, at=9.0)
    return database


def test_a_lesson_counts_what_people_said_of_calls_that_were_not_learnt_from(corrected: Database) -> None:
    found = lesson(corrected, OLD)
    assert found.learnt is not None
    assert (found.calls, found.learnt.calls) == (4, 4)
    assert {"tom", "shears", "shear", "roses", "rose"} & found.learnt.words["visit"].keys()
    # Four steps in four calls, of which the machine missed the visit in each.
    assert (found.steps, found.agreed_before) == (16, 12)
    assert 12 <= found.agreed_after <= 16
    # People ticked more than the machine did.
    assert found.learnt.leaning > 0


def test_nothing_is_learnt_where_nothing_was_corrected(database: Database) -> None:
    fill(database, 2)
    assert lesson(database, OLD).learnt is None


def test_the_command_shows_first_and_writes_when_it_is_accepted(
    corrected: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", corrected.url.render_as_string(hide_password=False))
    monkeypatch.setenv("CALLGRADE_INTERFACE_LANGUAGE", "en")
    folder = tmp_path / "library" / "garden"
    folder.mkdir(parents=True)
    (folder / "script.yaml").write_text(SCRIPT, encoding="utf-8")
    assert run(["library", "learn", "garden", str(folder.parent)]) == 0
    told = capsys.readouterr().out
    assert "corrected calls: 4" in told
    assert "Offer a visit: " in told
    assert "milder" in told
    assert not (folder / "learnt.yaml").exists()
    assert run(["library", "learn", "garden", str(folder.parent), "--accept"]) == 0
    learnt = load_library(folder.parent).campaign("garden").learnt
    assert learnt is not None
    assert learnt.calls == 4


def test_without_corrections_the_command_says_how_to_make_one(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLGRADE_DATABASE_URL", database.url.render_as_string(hide_password=False))
    (tmp_path / "garden").mkdir()
    (tmp_path / "garden" / "script.yaml").write_text(SCRIPT, encoding="utf-8")
    assert run(["library", "learn", "garden", str(tmp_path)]) == 2
    assert "callgrade correct CALL STEP STATUS" in capsys.readouterr().err
