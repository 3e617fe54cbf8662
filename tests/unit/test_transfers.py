"""In a call that was passed on each of the managers' remarks has its manager, and one manager alone needs none."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.transcript import Segment, Speaker, Transcript, parse_transcript
from pipeline.transfers import Shift, agent_at, shifts_of, with_agents

PASSED_ON = (Shift(0.0, "205"), Shift(40.0, "207"), Shift(90.0, "205"))


def remark(start: float, speaker: Speaker | None) -> Segment:
    return Segment(start, start + 3, "да", speaker)


def test_a_managers_remark_is_the_one_of_who_was_at_the_telephone() -> None:
    said = [remark(2, "agent"), remark(20, "client"), remark(45, "agent"), remark(60, None), remark(95, "agent")]
    assert [one.agent for one in with_agents(said, PASSED_ON)] == ["205", None, "207", None, "205"]


def test_what_is_said_before_the_journal_begins_is_the_first_managers() -> None:
    assert agent_at((Shift(5.0, "205"), Shift(40.0, "207")), 0.0) == "205"


def test_one_manager_needs_no_shifts() -> None:
    assert shifts_of([Shift(0.0, "205"), Shift(9.0, "205")]) == ()
    assert with_agents([remark(0, "agent")], ())[0].agent is None


@given(st.lists(st.builds(Shift, st.floats(0, 3600), st.sampled_from(["201", "202", "203"]))))
def test_shifts_are_in_order_and_each_takes_over_from_another(answered: list[Shift]) -> None:
    found = shifts_of(answered)
    assert list(found) == sorted(found, key=lambda one: one.start)
    assert all(one.agent != next_.agent for one, next_ in pairwise(found))
    assert shifts_of(found) == found


def test_a_transcript_keeps_who_spoke_and_older_ones_are_read_as_before() -> None:
    told = Transcript((Segment(0.0, 3.0, "да", "agent", (), "207"), remark(4, "client")))
    assert parse_transcript(told.to_json()) == told
    assert '"agent": "207"' in told.to_json()
    assert '"agent": null' not in told.to_json()
