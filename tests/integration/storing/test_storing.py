"""What was heard and judged comes back from the database as it went in; results are replaced whole, history stays."""

from __future__ import annotations

import uuid
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import AnalysisRow, CallRow, Database, LibraryVersionRow, RecordingRow, SegmentRow, StepRow, Table, WordRow
from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis
from pipeline.conduct import Conduct
from pipeline.outcome import Outcome
from pipeline.storing import StoredSound, load_analysis, load_transcript, store_analysis, store_call
from pipeline.transcript import Diagnostics, Segment, Stretch, Transcript, Word
from scripts_library.campaign import Campaign, Step

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CAMPAIGN = Campaign(
    id="windows-ru",
    title="Окна",
    language="ru",
    version="0123456789ab",
    steps=(Step(id="greeting", title="Приветствие", say=("добрый день",)),),
)
CALL = Transcript(
    segments=(
        Segment(0.4, 1.9, "Добрый день!", "agent", (Word(0.4, 0.9, "Добрый", 0.97), Word(1.0, 1.9, "день!", 0.88))),
        Segment(2.1, 2.6, "Да?", "client"),
    ),
    id="0" * 64,
    language="ru",
    duration=3.0,
    started_at=datetime(2026, 11, 24, 12, 0, tzinfo=timezone(timedelta(hours=3))),
)
CONDUCT = Conduct(**{field.name: None for field in fields(Conduct)})
ANALYSIS = Analysis(
    campaign="windows-ru",
    library_version="0123456789ab",
    program_version="0.1.0",
    eligible=True,
    why_not=None,
    score=74.5,
    passed=True,
    steps=(StepJudgement("greeting", "done", 0.93, 0, 0.4, 1.9, "Добрый день!"),),
    forbidden=(),
    facts=(),
    objections=(),
    outcome=Outcome("refusal"),
    conduct=CONDUCT,
)


def values(hint: object) -> st.SearchStrategy[object]:
    """Values of a type of ours, every field given, those with a default too."""
    if hint in LEAVES:
        return LEAVES[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: values(each) for name, each in get_type_hints(hint).items()})
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(parts)
    if get_origin(hint) is tuple:
        return st.lists(values(parts[0]), max_size=3).map(tuple)
    return st.one_of([values(part) for part in parts])


# PostgreSQL keeps no NUL in a text; recognisers and YAML give none. A language has at most sixteen letters there.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=16)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
LEAVES: dict[object, st.SearchStrategy[object]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 2**31 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
    datetime: st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=ZONES),  # noqa: DTZ001
}
several = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def add_recording(session: Session) -> int:
    recording = RecordingRow(
        content_hash=uuid.uuid4().hex * 2, path="/a.wav", name="a.wav", size=1, mtime_ns=1, first_seen=NOW
    )
    session.add(recording)
    session.flush()
    return recording.id


def count(session: Session, table: type[Table]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


@several
@given(transcript=values(Transcript))
def test_a_transcript_comes_back_as_it_went_in(database: Database, transcript: Transcript) -> None:
    with database.writing() as session:
        recording_id = add_recording(session)
        call_id = store_call(session, recording_id, transcript, NOW)
        stored = session.scalar(select(RecordingRow.content_hash).where(RecordingRow.id == recording_id))
    with database.reading() as session:
        loaded = load_transcript(session, call_id)
    assert loaded == replace(transcript, id=stored)
    if transcript.started_at is not None:
        assert loaded.started_at is not None
        assert loaded.started_at.isoformat() == transcript.started_at.isoformat()


@several
@given(analysis=values(Analysis))
def test_an_analysis_comes_back_as_it_went_in(database: Database, analysis: Analysis) -> None:
    analysis = replace(analysis, campaign=CAMPAIGN.id, library_version=CAMPAIGN.version)
    with database.writing() as session:
        call_id = store_call(session, add_recording(session), CALL, NOW)
        store_analysis(session, call_id, analysis, CAMPAIGN, NOW)
    with database.reading() as session:
        assert load_analysis(session, call_id) == analysis


@pytest.fixture
def call_id(database: Database) -> int:
    with database.writing() as session:
        return store_call(session, add_recording(session), CALL, NOW)


def test_a_call_that_was_never_judged_has_no_analysis(database: Database, call_id: int) -> None:
    with database.reading() as session:
        assert load_analysis(session, call_id) is None


def test_there_is_no_transcript_of_a_call_that_is_not_there(database: Database) -> None:
    with database.reading() as session, pytest.raises(LookupError, match="no call 7"):
        load_transcript(session, 7)


def test_a_start_without_a_zone_is_refused_and_nothing_is_kept(database: Database) -> None:
    naive = replace(CALL, started_at=datetime(2026, 11, 24, 12, 0))  # noqa: DTZ001

    def store() -> None:
        with database.writing() as session:
            store_call(session, add_recording(session), naive, NOW)

    with pytest.raises(ValueError, match="no time zone"):
        store()
    with database.reading() as session:
        assert count(session, RecordingRow) == 0


def test_a_new_analysis_is_current_and_the_old_one_is_kept(database: Database, call_id: int) -> None:
    later = replace(ANALYSIS, score=50.0, passed=False, steps=())
    for analysis in (ANALYSIS, later):
        with database.writing() as session:
            store_analysis(session, call_id, analysis, CAMPAIGN, NOW)
    with database.reading() as session:
        assert load_analysis(session, call_id) == later
        rows = session.scalars(select(AnalysisRow).order_by(AnalysisRow.id)).all()
        assert [(row.score, row.current) for row in rows] == [(74.5, False), (50.0, True)]
        assert count(session, StepRow) == 1


def test_an_analysis_that_cannot_be_stored_whole_leaves_the_earlier_one_current(
    database: Database, call_id: int
) -> None:
    with database.writing() as session:
        store_analysis(session, call_id, ANALYSIS, CAMPAIGN, NOW)
    nameless = replace(ANALYSIS, score=1.0, steps=(replace(ANALYSIS.steps[0], id=None),))  # type: ignore[arg-type]

    def store() -> None:
        with database.writing() as session:
            store_analysis(session, call_id, nameless, CAMPAIGN, NOW)

    with pytest.raises(IntegrityError):
        store()
    with database.reading() as session:
        assert load_analysis(session, call_id) == ANALYSIS
        assert count(session, AnalysisRow) == 1


def test_the_database_refuses_two_current_analyses_of_a_call(database: Database, call_id: int) -> None:
    with database.writing() as session:
        store_analysis(session, call_id, ANALYSIS, CAMPAIGN, NOW)
        store_analysis(session, call_id, ANALYSIS, CAMPAIGN, NOW)

    def make_both_current() -> None:
        with database.writing() as session:
            session.execute(update(AnalysisRow).values(current=True))

    with pytest.raises(IntegrityError):
        make_both_current()


def test_hearing_again_replaces_the_words_and_keeps_the_call_and_its_history(database: Database, call_id: int) -> None:
    again = replace(CALL, segments=CALL.segments[1:], diagnostics=Diagnostics(dropped=(Stretch(0, 1, "silence"),)))
    with database.writing() as session:
        store_analysis(session, call_id, ANALYSIS, CAMPAIGN, NOW)
        call = session.get_one(CallRow, call_id)
        assert store_call(session, call.recording_id, again, NOW) == call_id
    with database.reading() as session:
        assert load_transcript(session, call_id).segments == again.segments
        assert (count(session, SegmentRow), count(session, WordRow)) == (1, 0)
        assert load_analysis(session, call_id) is None  # it was made of other words
        assert count(session, AnalysisRow) == 1


def test_the_version_that_judged_a_call_is_kept_word_for_word_and_once(database: Database, call_id: int) -> None:
    for day in (NOW, NOW + timedelta(days=1)):
        with database.writing() as session:
            store_analysis(session, call_id, ANALYSIS, CAMPAIGN, day)
    with database.reading() as session:
        version = session.scalars(select(LibraryVersionRow)).one()
        assert Campaign.model_validate(version.content) == CAMPAIGN
        assert version.first_seen == NOW


def test_what_is_known_of_the_sound_is_kept_with_the_call(database: Database) -> None:
    sound = StoredSound(
        lanes=2,
        audio_path="audio/00/0.mp3",
        loudness=({"mean_dbfs": -20.5, "peak_dbfs": -3.0, "silence_share": 0.4},) * 2,
        warnings=({"code": "cut_off", "message": "the file is cut off"},),
        telephony_id="1732.55",
    )
    with database.writing() as session:
        call_id = store_call(session, add_recording(session), CALL, NOW, sound)
    with database.reading() as session:
        call = session.get_one(CallRow, call_id)
        assert (call.lanes, call.audio_path, call.telephony_id) == (2, "audio/00/0.mp3", "1732.55")
        assert (call.loudness, call.warnings) == (list(sound.loudness), list(sound.warnings))


def test_a_call_leads_to_its_recording_its_remarks_and_its_current_analysis(database: Database, call_id: int) -> None:
    for score in (10.0, 20.0):
        with database.writing() as session:
            store_analysis(session, call_id, replace(ANALYSIS, score=score), CAMPAIGN, NOW)
    with database.reading() as session:
        call = session.get_one(CallRow, call_id)
        assert call.recording.name == "a.wav"
        assert [segment.text for segment in call.segments] == ["Добрый день!", "Да?"]
        assert call.analysis is not None
        assert (call.analysis.score, len(call.analyses)) == (20.0, 2)
