"""A sentence is tried without a call, and a library's examples are tests that can fail."""

from __future__ import annotations

from pathlib import Path

from pipeline.trying import Example, judge_examples, try_sentence
from scripts_library.campaign import Campaign
from scripts_library.editing import add_example
from scripts_library.loading import load_library

CAMPAIGN = Campaign.model_validate(
    {
        "id": "garden", "title": "Garden", "language": "en", "company": "Green Thumb",
        "steps": [
            {"id": "size", "title": "Ask the size", "say": ["how big is your garden"],
             "examples": {"done": ["how big is the garden then", "tell me the acreage"], "not_done": ["big deal"]}},
            {"id": "need", "title": "Hear the need", "say": ["the hedges need a cut"], "speaker": "client"},
        ],
        "objections": [{"id": "dear", "title": "Too dear", "heard": ["that is too expensive for me"]}],
    }
)  # fmt: skip


def test_a_sentence_shows_what_it_would_count_for_the_surest_first() -> None:
    first = try_sentence(CAMPAIGN, "How big is your garden?")[0]
    assert (first.kind, first.id, first.counts) == ("step", "size", True)
    assert try_sentence(CAMPAIGN, "That is too expensive for me.")[0].id == "dear"
    assert try_sentence(CAMPAIGN, "That is too expensive for me.", "agent") == []
    assert try_sentence(CAMPAIGN, "xyzzy") == []


def test_examples_are_judged_and_one_that_stands_by_itself_is_told() -> None:
    more = [Example("step", "size", "we can come on Tuesday", counts=True, source="call 7")]
    tested = {one.example.text: one for one in judge_examples(CAMPAIGN, more)}
    assert (tested["how big is the garden then"].right, tested["how big is the garden then"].alone) == (True, False)
    assert (tested["tell me the acreage"].right, tested["tell me the acreage"].alone) == (True, True)
    assert tested["big deal"].right
    assert not tested["we can come on Tuesday"].right


def test_an_accepted_example_is_written_and_the_trainers_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "garden" / "script.yaml"
    file.parent.mkdir()
    file.write_text(
        "id: garden  # ours\ntitle: Garden\nlanguage: en\nsteps:\n"
        '  - id: size\n    title: Size\n    say: ["how big is your garden"]  # asked early\n',
        encoding="utf-8",
    )
    add_example(file, "size", "what is the acreage", counts=True)
    text = file.read_text(encoding="utf-8")
    assert "# ours" in text
    assert "# asked early" in text
    assert load_library(tmp_path).campaign("garden").steps[0].examples.done == ("what is the acreage",)
