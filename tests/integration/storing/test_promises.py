"""A promise to call is kept by the next call with the same client, whichever of the two was stored first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from models import AnalysisRow, Database, FollowUpRow
from pipeline.follow_ups import FollowUp
from pipeline.storing import Judged, store_analyses, store_analysis, store_call
from pipeline.storing.promises import tie_promises
from pipeline.storing.talks import campaign_talks
from tests.integration.storing.test_storing import ANALYSIS, CALL, CAMPAIGN, NOW, add_recording

PROMISES = (FollowUp("call", 0, 0.4, 1.9, "Перезвоню."), FollowUp("send", 0, 0.4, 1.9, "Пришлю расчёт."))


@pytest.mark.parametrize("backwards", [False, True])
def test_the_next_call_with_the_client_fulfils_a_promise_to_call(database: Database, backwards: bool) -> None:
    started = CALL.started_at
    assert started is not None
    first = replace(CALL, client="+79161234567")
    second = replace(first, started_at=started + timedelta(days=1))
    with database.writing() as session:
        numbers = {}
        for name in ("second", "first") if backwards else ("first", "second"):
            talk, promises = (first, PROMISES) if name == "first" else (second, ())
            numbers[name] = store_call(session, add_recording(session), talk, NOW)
            store_analysis(session, numbers[name], replace(ANALYSIS, follow_ups=promises), CAMPAIGN, NOW)
    with database.reading() as session:
        kept = session.execute(
            select(FollowUpRow.deed, FollowUpRow.fulfilled_by)
            .join(AnalysisRow, AnalysisRow.id == FollowUpRow.analysis_id)
            .where(AnalysisRow.call_id == numbers["first"])
            .order_by(FollowUpRow.position)
        ).all()
        talks = [number for number, _ in campaign_talks(session, CAMPAIGN.id)]
    assert [tuple(row) for row in kept] == [("call", numbers["second"]), ("send", None)]
    assert talks == sorted(numbers.values())


def test_a_promise_of_a_call_that_is_judged_again_is_tied_as_before(database: Database) -> None:
    started = CALL.started_at
    assert started is not None
    with database.writing() as session:
        calls = []
        for day in range(3):
            talk = replace(CALL, client="+79161234567", started_at=started + timedelta(days=day))
            calls.append(store_call(session, add_recording(session), talk, NOW))
            store_analysis(session, calls[-1], replace(ANALYSIS, follow_ups=PROMISES), CAMPAIGN, NOW)
        again = [Judged(call, replace(ANALYSIS, follow_ups=PROMISES), CAMPAIGN) for call in calls]
        tie_promises(session, dict(zip(calls, store_analyses(session, again, NOW), strict=True)))
    with database.reading() as session:
        kept = session.execute(
            select(AnalysisRow.call_id, FollowUpRow.deed, FollowUpRow.fulfilled_by)
            .join(AnalysisRow, AnalysisRow.id == FollowUpRow.analysis_id)
            .where(AnalysisRow.current)
            .order_by(AnalysisRow.call_id, FollowUpRow.position)
        ).all()
    first, second, third = calls
    assert [tuple(row) for row in kept] == [
        (first, "call", second), (first, "send", None), (second, "call", third), (second, "send", None),
        (third, "call", None), (third, "send", None),
    ]  # fmt: skip
