"""What one side says at a stretch is one remark, in however many pieces the recogniser wrote it down."""

from __future__ import annotations

import pytest

from pipeline.analysis import analyse
from pipeline.heard import hear
from pipeline.remarks import joined
from pipeline.transcript import Segment, Speaker, Transcript
from scripts_library.campaign import Campaign

GREETING, QUESTION = "Hello, this is Ann from Green Thumb,", "I am calling about your garden. How big is it?"
LONG = "And then we cut the hedges and the grass and carry it all away for you. " * 3


def groups(*said: tuple[float, float, str, Speaker | None]) -> list[tuple[int, ...]]:
    talk = Transcript(tuple(Segment(start, end, text, speaker) for start, end, text, speaker in said), language="en")
    heard = hear(talk, "en")
    return joined(heard, [index for index in heard.order if heard.tokens[index]])


def test_pieces_of_one_side_are_one_remark() -> None:
    assert groups((0, 3, GREETING, "agent"), (3, 6, QUESTION, "agent"), (6, 8, "Quite big.", "client")) == [
        (0, 1),
        (2,),
    ]


def test_a_silence_or_the_other_side_ends_a_remark() -> None:
    assert groups((0, 3, GREETING, "agent"), (6, 9, QUESTION, "agent")) == [(0,), (1,)]
    assert groups((0, 3, GREETING, "agent"), (3, 4, "Yes?", "client"), (4, 7, QUESTION, "agent")) == [(0,), (1,), (2,)]


def test_a_remark_does_not_grow_without_end_and_nobodys_words_are_left_apart() -> None:
    assert groups((0, 9, LONG, "agent"), (9, 18, LONG, "agent")) == [(0,), (1,)]
    assert groups((0, 3, GREETING, None), (3, 6, QUESTION, None)) == [(0,), (1,)]


def test_a_call_is_judged_the_same_when_its_remarks_come_in_pieces() -> None:
    campaign = Campaign.model_validate(
        {
            "id": "garden", "title": "Garden", "language": "en", "company": "Green Thumb", "least_seconds": 0,
            "least_words": 0, "steps": [
                {"id": "greeting", "title": "Greeting", "say": ["hello, this is {agent} from {company}"]},
                {"id": "size", "title": "Ask the size", "say": ["how big is your garden"]},
                {"id": "visit", "title": "Offer a visit", "say": ["we can send a gardener to have a look"]},
            ],
        }
    )  # fmt: skip
    answer = Segment(6.0, 9.0, "About two hundred square meters, I think.", "client")
    whole = Transcript((Segment(0.0, 6.0, f"{GREETING} {QUESTION}", "agent"), answer), language="en")
    pieces = Transcript(
        (Segment(0.0, 3.0, GREETING, "agent"), Segment(3.0, 6.0, QUESTION, "agent"), answer), language="en"
    )
    once, twice = analyse(whole, campaign).steps, analyse(pieces, campaign).steps
    assert [step.status for step in once] == ["done", "done", "missed"]
    assert [step.status for step in twice] == [step.status for step in once]
    assert [step.confidence for step in twice] == pytest.approx([step.confidence for step in once], abs=0.02)
    assert [step.segment for step in twice] == [0, 1, None]
