"""The sample calls agree with the library, with their own recordings' names and with the text that lies beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.audio.decoding import decode
from pipeline.pbx import read_name
from pipeline.settings import Settings
from pipeline.transcript import read_transcript
from samples.dialogue import RECORDINGS, TRUTH, Dialogue, Turn, read_dialogues
from scripts_library.campaign import Campaign
from scripts_library.loading import load_library

DIALOGUES = read_dialogues()
CAMPAIGNS = {campaign.id: campaign for campaign in load_library(Settings().library_dir).campaigns}
LARGEST = 6_000_000


def named(dialogue: Dialogue) -> str:
    return dialogue.name


def campaign_of(dialogue: Dialogue) -> Campaign:
    return CAMPAIGNS[dialogue.campaign]


each_dialogue = pytest.mark.parametrize("dialogue", DIALOGUES, ids=named)
each_talk = pytest.mark.parametrize("dialogue", [d for d in DIALOGUES if d.expect.eligible], ids=named)


def test_both_lines_of_business_have_six_calls() -> None:
    assert sorted(dialogue.campaign for dialogue in DIALOGUES) == ["courses-ru"] * 6 + ["windows-ru"] * 6


@each_talk
def test_every_step_of_the_campaign_is_expected_in_just_one_way(dialogue: Dialogue) -> None:
    expected = [*dialogue.expect.done, *dialogue.expect.missed, *dialogue.expect.not_applicable]
    assert sorted(expected) == sorted(step.id for step in campaign_of(dialogue).steps)


@each_talk
def test_a_conditional_step_is_expected_only_where_its_objection_is_raised(dialogue: Dialogue) -> None:
    for step in campaign_of(dialogue).steps:
        if step.when is not None:
            raised = step.when.objection in dialogue.expect.objections
            assert raised == (step.id not in dialogue.expect.not_applicable), step.id


@each_dialogue
def test_what_is_expected_is_known_to_the_campaign(dialogue: Dialogue) -> None:
    campaign, expected = campaign_of(dialogue), dialogue.expect
    assert set(expected.facts) <= {fact.id for fact in campaign.facts}
    assert {*expected.objections, *expected.open} <= {objection.id for objection in campaign.objections}
    assert set(expected.forbidden) <= {forbidden.id for forbidden in campaign.forbidden}


@each_talk
def test_a_pass_is_expected_by_the_weights_and_the_critical_steps(dialogue: Dialogue) -> None:
    campaign, expected = campaign_of(dialogue), dialogue.expect
    weights = {step.id: step.weight for step in campaign.steps}
    due = sum(weights[step] for step in (*expected.done, *expected.missed))
    penalty = sum(forbidden.penalty for forbidden in campaign.forbidden if forbidden.id in expected.forbidden)
    score = 100 * sum(weights[step] for step in expected.done) / due - penalty
    failed = any(step.critical and step.id in expected.missed for step in campaign.steps)
    assert expected.passed == (score >= campaign.pass_score and not failed), score


@each_dialogue
def test_the_name_and_the_sidecar_tell_what_the_dialogue_says(dialogue: Dialogue) -> None:
    details = read_name(dialogue.recording_path, Settings())
    told = (details.direction, details.agent, details.client, details.started_at)
    assert told == (dialogue.direction, dialogue.agent, dialogue.client, dialogue.started_at)


@each_dialogue
def test_the_agent_is_on_the_channel_that_the_settings_expect(dialogue: Dialogue) -> None:
    details, settings = read_name(dialogue.recording_path, Settings()), Settings()
    usual = settings.agent_side_outbound if dialogue.direction == "outbound" else settings.agent_side_inbound
    assert dialogue.agent_side in (None, details.agent_side or usual)


@each_dialogue
def test_the_recording_is_as_long_as_its_true_text(dialogue: Dialogue) -> None:
    audio = decode(dialogue.recording_path)
    assert audio.channels == (1 if dialogue.agent_side is None else 2)
    assert audio.duration == pytest.approx(read_transcript(dialogue.truth_path).length, abs=0.3)


@each_dialogue
def test_the_true_text_is_the_dialogue_word_for_word(dialogue: Dialogue) -> None:
    written = [(turn.agent or turn.client or "").lower().replace("ё", "е") for turn in dialogue.turns]
    truth = read_transcript(dialogue.truth_path)
    assert [segment.text.split() for segment in truth.segments] == [
        re.findall("[а-я]+", line) for line in written if line
    ]
    for segment in truth.segments:
        assert segment.text == " ".join(word.text for word in segment.words)


@each_dialogue
def test_the_speech_model_can_spell_every_remark(dialogue: Dialogue) -> None:
    for turn in dialogue.turns:
        assert re.fullmatch(r"[А-Яа-яЁё «».,?!:-]*", turn.agent or turn.client or "")


def test_each_file_belongs_to_a_dialogue_and_all_are_small() -> None:
    expected = {dialogue.recording_path for dialogue in DIALOGUES}
    expected |= {dialogue.recording_path.with_suffix(".json") for dialogue in DIALOGUES if dialogue.sidecar}
    found = {path for path in RECORDINGS.rglob("*") if path.is_file()}
    assert found == expected
    assert {path.name for path in TRUTH.iterdir()} == {dialogue.truth_path.name for dialogue in DIALOGUES}
    assert sum(path.stat().st_size for path in found) <= LARGEST


def test_a_turn_by_both_sides_at_once_is_refused() -> None:
    with pytest.raises(ValidationError, match="one of agent, client, hold, signal"):
        Turn(agent="да", client="нет")


def test_the_readme_names_every_dialogue() -> None:
    readme = (Path(RECORDINGS).parent / "README.md").read_text(encoding="utf-8")
    assert all(f"| {dialogue.name} |" in readme for dialogue in DIALOGUES)
