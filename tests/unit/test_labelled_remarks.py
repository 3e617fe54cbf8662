"""The remarks that vectors of words are learnt from can be read, and none is of a call that judges are measured by."""

from __future__ import annotations

from benchmarks.labelled_remarks import talks
from tests.evaluation.reviewed import reviewed_calls, unseen_calls


def test_each_business_has_steps_with_phrasings_and_remarks_that_do_them() -> None:
    read = list(talks())
    assert {talk.script.language for talk in read} == {"ru", "en"}
    for talk in read:
        assert all(title and phrasings for title, phrasings in talk.script.steps), talk.script.business
        done = {step for _, steps in talk.remarks for step in steps}
        assert done <= set(range(len(talk.script.steps)))
        assert len(done) >= 3, talk.script.business
        assert any(not steps for _, steps in talk.remarks), talk.script.business


def test_no_labelled_remark_is_of_a_call_that_the_judge_is_measured_by() -> None:
    measured = {remark.text for call in (*reviewed_calls(), *unseen_calls()) for remark in call.remarks}
    telling = {text for text in measured if len(text.split()) >= 8}
    assert telling.isdisjoint(text for talk in talks() for text, _ in talk.remarks)
