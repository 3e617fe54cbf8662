"""The list of calls: filters, order, paging by key, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from models import Database
from models.tables import Table
from pipeline.outcome import Outcome
from pipeline.settings import Settings
from tests.integration.api.seeding import ANALYSIS, CAMPAIGN, TRANSCRIPT, UNSCORED, Seeder, seeder, segment

CALLS = "/api/v1/calls"
COURSES = CAMPAIGN.model_copy(update={"id": "courses-ru", "title": "Курсы", "version": "c0ffee"})


def found(api: TestClient, **query: object) -> list[int]:
    response = api.get(CALLS, params={name: str(value) for name, value in query.items()})
    assert response.status_code == 200, response.text
    return [call["id"] for call in response.json()["calls"]]


@contextmanager
def statements(app: FastAPI) -> Iterator[list[str]]:
    """The SQL that the application sends meanwhile."""
    engine = app.state.context.database.engine
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_a_call_is_summed_up(client: TestClient, seed: Seeder) -> None:
    number = seed.call()
    response = client.get(CALLS)
    assert response.json() == {
        "calls": [
            {
                "id": number,
                "started_at": "2026-11-23T10:15:30+03:00",
                "agent": "201",
                "client": "+79161234567",
                "direction": "outbound",
                "written": None,
                "queue": "sales",
                "duration": 78.0,
                "language": "ru",
                "campaign": {"id": "windows-ru", "title": "Пластиковые окна"},
                "eligible": True,
                "why_not": None,
                "score": 61.5,
                "passed": False,
                "missed_critical": [{"id": "measure", "title": "Предложить бесплатный замер"}],
                "objections": 2,
                "objections_unhandled": 1,
                "outcome": "next_step",
            }
        ],
        "total": 1,
        "next": None,
        "previous": None,
    }


def test_a_call_without_an_analysis_says_why_where_it_can(client: TestClient, seed: Seeder) -> None:
    seed.call(analysis=UNSCORED)
    seed.call(analysis=None)
    unjudged, short = client.get(CALLS, params={"sort": "duration"}).json()["calls"]
    assert (short["eligible"], short["why_not"], short["score"], short["passed"]) == (False, "too_short", None, None)
    assert (unjudged["eligible"], unjudged["campaign"], unjudged["outcome"]) == (None, None, None)


def test_filters_let_through_what_they_name(client: TestClient, seed: Seeder) -> None:
    first = seed.call()
    second = seed.call(
        replace(TRANSCRIPT, agent="207", client="+74957654321", direction="inbound"),
        replace(ANALYSIS, score=90.0, passed=True, campaign="courses-ru", library_version="c0ffee"),
        campaign=COURSES,
    )
    third = seed.call(analysis=replace(UNSCORED, outcome=Outcome("no_talk")))
    fourth = seed.call(analysis=None)
    expected: dict[tuple[str, object], set[int]] = {
        ("campaign", "courses-ru"): {second},
        ("agent", "207"): {second},
        ("agent", "20"): set(),
        ("client", "765-43"): {second},
        ("client", "8 495 765 43 21"): {second},
        ("client", "+7 916"): {first, third, fourth},
        ("direction", "inbound"): {second},
        ("passed", "true"): {second},
        ("passed", "false"): {first},
        ("eligible", "true"): {first, second},
        ("eligible", "false"): {third, fourth},
        ("score_min", 61.5): {first, second},
        ("score_max", 61.5): {first},
        ("outcome", "no_talk"): {third},
        ("outcome", "sale"): set(),
        ("agent", ""): {first, second, third, fourth},
        ("client", "%"): set(),
    }
    assert {(name, value): set(found(client, **{name: value})) for name, value in expected} == expected
    assert found(client, passed="true", agent="201") == []


def test_days_are_those_of_the_settings_time_zone_and_both_are_included(client: TestClient, seed: Seeder) -> None:
    start = TRANSCRIPT.started_at
    assert start is not None
    late = start.replace(hour=23, minute=59, second=59)
    eve = seed.call(replace(TRANSCRIPT, started_at=late - timedelta(days=1)))
    day = seed.call(replace(TRANSCRIPT, started_at=late))
    next_day = seed.call(replace(TRANSCRIPT, started_at=late + timedelta(seconds=1)))
    seed.call(replace(TRANSCRIPT, started_at=None))
    assert found(client, **{"from": "2026-11-23", "to": "2026-11-23"}) == [day]
    assert set(found(client, **{"from": "2026-11-23"})) == {day, next_day}
    assert set(found(client, to="2026-11-23")) == {eve, day}


def test_words_are_found_in_letters_of_any_case(client: TestClient, seed: Seeder) -> None:
    number = seed.call()
    seed.call(replace(TRANSCRIPT, segments=(segment(0, 2, "agent", "Скидка 100% и под_черк"),)))
    assert found(client, q="ЦЕНА: ПРОФИЛЬ") == [number]
    assert found(client, q="тёплый ДОМ") == [number]
    assert found(client, q="цена профиль") == []
    assert found(client, q="п_д_черк") == []
    assert len(found(client, q="100%")) == 1
    assert len(found(client, q="ПОД_ЧЕРК")) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"direction": "sideways"}, "direction: must be 'inbound', 'outbound' or 'internal', not 'sideways'"),
        ({"sort": "agent"}, "sort: must be 'started_at', 'score' or 'duration', not 'agent'"),
        ({"order": "down"}, "order: must be 'asc' or 'desc', not 'down'"),
        ({"outcome": "won"}, "outcome: must be 'sale', 'next_step', 'refusal' or 'no_talk', not 'won'"),
        ({"passed": "perhaps"}, "passed: input should be a valid boolean"),
        ({"limit": "201"}, "limit: input should be less than or equal to 200, not '201'"),
        ({"limit": "0"}, "limit: input should be greater than or equal to 1, not '0'"),
        ({"score_min": "-1"}, "score_min: input should be greater than or equal to 0"),
        ({"score_max": "nan"}, "score_max: "),
        ({"from": "23.11.2026"}, "from: must be a day written year-month-day, as 2026-11-23, not '23.11.2026'"),
        ({"from": "20261123"}, "from: must be a day written year-month-day"),
        ({"from": "2026-11-24", "to": "2026-11-23"}, "to must not be before from"),
        ({"score_min": "80", "score_max": "70"}, "score_max must not be less than score_min"),
        ({"agnet": "201"}, "agnet: there is no such parameter"),
        ({"cursor": "neither"}, "cursor: is not a cursor"),
        ({"q": "x" * 201}, "q: string should have at most 200 characters"),
    ],
)
def test_a_value_that_cannot_be_used_is_answered_by_what_is_allowed(
    client: TestClient, query: dict[str, str], said: str
) -> None:
    response = client.get(CALLS, params=query)
    assert response.status_code == 422
    problem = response.json()
    assert problem["code"] == "invalid_request"
    assert said in problem["message"]
    assert "\n" not in problem["message"]


def test_several_mistakes_are_named_at_once(client: TestClient) -> None:
    message = client.get(CALLS, params={"direction": "up", "limit": "x"}).json()["message"]
    assert "direction: " in message
    assert "limit: " in message


def walk(client: TestClient, query: dict[str, Any], link: str) -> list[list[int]]:
    """Pages from one end to the other by following a link."""
    pages = []
    cursor: str | None = query.get("cursor")
    while True:
        page = client.get(CALLS, params={**query, **({"cursor": cursor} if cursor else {})}).json()
        pages.append([call["id"] for call in page["calls"]])
        cursor = page[link]
        if cursor is None:
            return pages
        assert len(pages) < 100, "the pages never end"


ROWS = st.lists(
    st.tuples(st.sampled_from([None, 10.0, 0.1 + 0.2, 70.0]), st.sampled_from([None, 30.0, 60.0]), st.booleans()),
    max_size=9,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    rows=ROWS,
    sort=st.sampled_from(["started_at", "score", "duration"]),
    order=st.sampled_from(["asc", "desc"]),
    limit=st.integers(1, 4),
)
def test_pages_joined_are_the_whole_list_in_order_both_ways(
    app: FastAPI,
    database: Database,
    settings: Settings,
    client: TestClient,
    rows: list[tuple[float | None, float | None, bool]],
    sort: str,
    order: str,
    limit: int,
) -> None:
    with database.writing() as session:
        for table in reversed(Table.metadata.sorted_tables):
            session.execute(table.delete())
    seed = seeder(database, settings.data_dir)
    values: dict[int, float | None] = {}
    for score, duration, dated in rows:
        call = replace(TRANSCRIPT, segments=(), duration=duration, started_at=TRANSCRIPT.started_at if dated else None)
        analysis = None if score is None else replace(UNSCORED, score=score, eligible=True)
        number = seed.call(call, analysis)
        values[number] = {"score": score, "duration": duration, "started_at": 1.0 if dated else None}[sort]
    sign = 1 if order == "asc" else -1
    expected = sorted(values, key=lambda n: (values[n] is None, sign * (values[n] or 0), sign * n))
    query: dict[str, Any] = {"sort": sort, "order": order, "limit": limit}

    pages = walk(client, query, "next")
    assert [number for page in pages for number in page] == expected
    assert all(len(page) == limit for page in pages[:-1])
    if len(pages) > 1:
        first = client.get(CALLS, params=query).json()
        second = client.get(CALLS, params={**query, "cursor": first["next"]}).json()
        assert [call["id"] for call in first["calls"]] == pages[0]
        assert walk(client, {**query, "cursor": second["previous"]}, "previous") == [pages[0]]
        last = walk_to_last(client, query)
        back = walk(client, {**query, "cursor": last["previous"]}, "previous")
        assert [number for page in reversed(back) for number in page] == expected[: -len(last["calls"])]


def walk_to_last(client: TestClient, query: dict[str, Any]) -> dict[str, Any]:
    page: dict[str, Any] = client.get(CALLS, params=query).json()
    while page["next"]:
        page = client.get(CALLS, params={**query, "cursor": page["next"]}).json()
    return page


def test_calls_that_come_or_go_between_pages_neither_repeat_nor_hide_others(client: TestClient, seed: Seeder) -> None:
    numbers = [seed.call() for _ in range(4)]
    first = client.get(CALLS, params={"limit": 2}).json()
    seed.call()
    second = client.get(CALLS, params={"limit": 2, "cursor": first["next"]}).json()
    assert [call["id"] for call in first["calls"] + second["calls"]] == numbers[::-1]


def test_a_cursor_of_another_order_is_refused_in_words(client: TestClient, seed: Seeder) -> None:
    seed.call()
    seed.call()
    cursor = client.get(CALLS, params={"limit": 1}).json()["next"]
    response = client.get(CALLS, params={"limit": 1, "sort": "score", "cursor": cursor})
    assert response.status_code == 422
    assert response.json()["message"] == ("cursor: belongs to sort=started_at&order=desc: begin anew without a cursor")


def test_the_list_reads_no_transcript_and_asks_the_same_few_questions_however_long_it_is(
    app: FastAPI, client: TestClient, seed: Seeder
) -> None:
    counted = []
    for _ in range(2):
        for _ in range(3):
            seed.call()
        with statements(app) as sent:
            assert client.get(CALLS).status_code == 200
        queries = [statement for statement in sent if statement.startswith("SELECT")]
        assert not [query for query in queries if "segments" in query or "words" in query]
        counted.append(len(queries))
    # The script's version is read once and remembered.
    assert counted == [5, 4]
