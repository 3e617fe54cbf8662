"""A library change is replayed over the history: nothing is lost, a stopped run goes on, a dry run changes nothing."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models import AnalysisRow, Database, RecordingRow
from pipeline.analysis import analyse
from pipeline.embedding import sentence_model
from pipeline.rescore import Options, rescore
from pipeline.rescoring import rescore_calls
from pipeline.storing import load_analysis, store_analysis, store_call
from pipeline.storing.corrections import CorrectionError, correct, corrections_in_force
from pipeline.suggesting import suggestions, with_example
from pipeline.transcript import Segment, Transcript
from scripts_library.campaign import Campaign
from tests.sentence_model import make_sentence_model

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
OLD = Campaign.model_validate(
    {
        "id": "garden", "title": "Garden", "language": "en", "version": "old", "least_seconds": 0, "least_words": 0,
        "steps": [
            {"id": "size", "title": "Ask the size", "say": ["how big is your garden"]},
            {"id": "visit", "title": "Offer a visit", "say": ["we can send a gardener to have a look"]},
            {"id": "price", "title": "Name the price", "say": ["the first hour costs twenty pounds"]},
            {"id": "bye", "title": "Say goodbye", "say": ["have a lovely day, goodbye"]},
        ],
    }
)  # fmt: skip
SAID = (
    "How big is your garden?",
    "Our Tom knows roses, he brings his own shears.",
    "The first hour costs twenty pounds.",
    "Have a lovely day, goodbye.",
)


def told(number: int) -> Transcript:
    segments = []
    for place, text in enumerate(SAID[: len(SAID) - number % 2]):
        segments.append(Segment(8.0 * place, 8.0 * place + 3, text, "agent"))
        segments.append(
            Segment(8.0 * place + 4, 8.0 * place + 6, f"Yes, that sounds fine to me, number {number}.", "client")
        )
    return Transcript(tuple(segments), language="en", agent=str(100 + number % 2), duration=40.0)


def fill(database: Database, calls: int, campaign: Campaign = OLD) -> list[int]:
    numbers = []
    with database.writing() as session:
        for number in range(calls):
            recording = RecordingRow(
                content_hash=f"{number:064}",
                path=f"/{number}",
                name="a",
                size=1,
                mtime_ns=1,
                state="done",
                first_seen=NOW,
            )
            session.add(recording)
            session.flush()
            call = store_call(session, recording.id, told(number), NOW)
            store_analysis(session, call, analyse(told(number), campaign), campaign, NOW)
            numbers.append(call)
    return numbers


def changed() -> Campaign:
    taught = with_example(OLD, "visit", SAID[1], counts=True)
    assert taught is not None
    return taught.model_copy(update={"version": "new"})


def analyses(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(AnalysisRow)) or 0


def test_a_change_is_replayed_and_the_old_results_stay(database: Database) -> None:
    calls = fill(database, 4)
    done = rescore(database, [changed()], Options(jobs=1))
    assert (done.judged, done.failed, done.comparison.calls) == (4, (), 4)
    visit = next(step for step in done.comparison.steps if step.step == "visit")
    assert (visit.before["done"], visit.after["done"], visit.flips) == (0, 4, 4)
    assert {manager.agent: manager.calls for manager in done.comparison.managers} == {"100": 2, "101": 2}
    assert analyses(database) == 8
    with database.reading() as session:
        current = load_analysis(session, calls[0])
    assert current is not None
    assert current == analyse(told(0), changed())


def test_a_dry_run_shows_the_same_and_stores_nothing(database: Database) -> None:
    fill(database, 3)
    dry = rescore(database, [changed()], Options(dry_run=True, jobs=1))
    assert analyses(database) == 3
    assert dry.comparison == rescore(database, [changed()], Options(jobs=1)).comparison
    assert json.loads(json.dumps(asdict(dry.comparison)))["changed"] == 3


def test_a_run_that_was_stopped_goes_on_where_it_was(database: Database) -> None:
    calls = fill(database, 4)
    rescore_calls(database, calls[:2], [changed()], lambda: NOW)
    told_of: list[tuple[int, int]] = []
    rest = rescore(database, [changed()], Options(jobs=1), lambda done, total: told_of.append((done, total)))
    assert (rest.judged, rest.comparison.calls) == (2, 4)
    assert told_of == [(0, 2), (2, 2)]
    assert rescore(database, [changed()], Options(jobs=1)).judged == 0


def test_several_processes_give_what_one_gives(sqlite_database: Database) -> None:
    fill(sqlite_database, 130)
    one = rescore(sqlite_database, [changed()], Options(dry_run=True, jobs=1))
    two = rescore(sqlite_database, [changed()], Options(dry_run=True, jobs=2))
    assert one.comparison == two.comparison


def test_a_sentence_model_is_a_reason_to_judge_anew_until_it_had_its_say(
    sqlite_database: Database, tmp_path: Path
) -> None:
    calls = fill(sqlite_database, 130)
    model = make_sentence_model(tmp_path / "model", ["gardener tom shears roses look send", "size big garden"])
    with_model = Options(jobs=2, meaning_model=str(model))
    assert rescore(sqlite_database, [OLD], with_model).judged == 130
    assert rescore(sqlite_database, [OLD], with_model).judged == 0
    with sqlite_database.reading() as session:
        current = load_analysis(session, calls[0])
    assert current == analyse(told(0), OLD, sentence_model(str(model)))
    assert rescore(sqlite_database, [OLD], Options(jobs=2)).judged == 130


def test_a_correction_is_kept_beside_the_machines_answer_and_the_latest_is_in_force(database: Database) -> None:
    (call,) = fill(database, 1)
    with database.writing() as session:
        correct(session, call, "visit", "missed", NOW)
        kept = correct(session, call, "visit", "done", NOW, at=9.0, reviewer="Ann")
    assert (kept.machine, kept.person, kept.quote) == ("missed", "done", SAID[1])
    with database.reading() as session:
        assert [(one.step, one.person) for one in corrections_in_force(session, "garden")] == [("visit", "done")]
        analysis = load_analysis(session, call)
    assert analysis is not None
    assert next(step for step in analysis.steps if step.id == "visit").status == "missed"


@pytest.mark.parametrize(
    ("call", "step", "wrong"), [(99, "visit", "no call 99"), (1, "vist", "no step 'vist'"), (1, "visit", "--at")]
)
def test_a_correction_that_stands_on_nothing_is_refused(
    sqlite_database: Database, call: int, step: str, wrong: str
) -> None:
    fill(sqlite_database, 1)
    with pytest.raises(CorrectionError, match=wrong), sqlite_database.writing() as session:
        correct(session, call, step, "done", NOW)


def test_corrections_suggest_what_the_script_should_learn_and_show_the_gain(database: Database) -> None:
    calls = fill(database, 3)
    with database.writing() as session:
        for call in calls:
            correct(session, call, "visit", "done", NOW, at=9.0)
    best = suggestions(database, OLD)[0]
    assert (best.step, best.text, best.counts) == ("visit", SAID[1], True)
    assert (best.agreed_before, best.agreed_after, best.reviewed) == (0, 3, 3)
    after = rescore(database, [changed()], Options(dry_run=True, jobs=1)).comparison.agreement
    assert (after.before, after.after, after.reviewed) == (0, 3, 3)
