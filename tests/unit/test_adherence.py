"""A step is done, missed, not applicable or unknown by what was said, by whom, when, and by the call as a whole."""

from __future__ import annotations

from dataclasses import replace

from pipeline.adherence import StepJudgement
from pipeline.analysis import Analysis, analyse
from pipeline.findings import look_through
from pipeline.grid import lay_grid
from pipeline.heard import hear
from pipeline.matching import matcher_for
from pipeline.transcript import Diagnostics, Segment, Speaker, Stretch, Transcript
from scripts_library.campaign import Campaign
from tests.talks import remarks

STEPS: list[dict[str, object]] = [
    {"id": "greeting", "title": "Greeting", "say": ["hello, this is {agent} from {company}"], "within": {"start": 20}},
    {"id": "size", "title": "Ask the size", "say": ["how big is your garden"]},
    {"id": "visit", "title": "Offer a visit", "say": ["we can send a gardener to have a look"]},
    {"id": "pause", "title": "Offer a break", "when": {"objection": "away"}, "say": ["we stop while you are away"]},
    {"id": "bye", "title": "Say goodbye", "required": False, "say": ["have a lovely day, goodbye"]},
]
OBJECTIONS = [{"id": "away", "title": "Away", "heard": ["I travel a lot in summer"], "answer": ["we stop then"]}]
SCRIPTED: tuple[tuple[Speaker, str], ...] = (
    ("agent", "Hello, this is Ann from Green Thumb."),
    ("client", "Hi Ann, I need somebody for the hedges and the grass here."),
    ("agent", "How big is your garden?"),
    ("client", "About two hundred square meters, I think."),
    ("agent", "We can send a gardener to have a look."),
    ("client", "That would be great, thank you very much."),
    ("agent", "Have a lovely day, goodbye."),
)


def judged(said: tuple[tuple[Speaker, str], ...], **changes: object) -> dict[str, StepJudgement]:
    campaign = Campaign.model_validate(
        {"id": "garden", "title": "Garden", "language": "en", "company": "Green Thumb", "steps": STEPS,
         "objections": OBJECTIONS, "least_seconds": 0, "least_words": 0, **changes}
    )  # fmt: skip
    return {step.id: step for step in analyse(Transcript(remarks(said)), campaign).steps}


def without(*numbers: int) -> tuple[tuple[Speaker, str], ...]:
    return tuple(("agent", "All right.") if i in numbers else remark for i, remark in enumerate(SCRIPTED))


def test_a_call_by_the_script_has_its_steps_done_with_quote_and_seconds() -> None:
    steps = judged(SCRIPTED)
    assert {name: step.status for name, step in steps.items()} == {
        "greeting": "done", "size": "done", "visit": "done", "pause": "not_applicable", "bye": "done",
    }  # fmt: skip
    assert (steps["visit"].segment, steps["visit"].quote) == (4, "We can send a gardener to have a look.")
    assert 16 <= (steps["visit"].start or 0) < (steps["visit"].end or 0) <= 19


def test_what_was_not_said_is_missed_and_what_is_optional_is_not_applicable() -> None:
    steps = judged(without(4, 6))
    assert steps["visit"].status == "missed"
    assert (steps["bye"].status, steps["bye"].reason) == ("not_applicable", "not_required")


def test_the_clients_words_earn_the_manager_nothing() -> None:
    said = (*without(4)[:5], ("client", "Can you send a gardener to have a look?"), SCRIPTED[6])
    step = judged(said)["visit"]
    assert (step.status, step.reason) == ("missed", "said_by_client")
    assert step.nearest[0].segment == 5


def test_what_is_only_put_off_is_not_done() -> None:
    said = (*without(4)[:5], SCRIPTED[3], ("agent", "About a gardener's visit I will tell you later."), SCRIPTED[6])
    assert judged(said)["visit"].status == "missed"


def test_to_put_one_thing_off_does_not_put_off_another() -> None:
    both = "I do not know about prices, honestly, that is for the office to say. How big is your garden?"
    said = (*SCRIPTED[:2], ("agent", both), *SCRIPTED[3:])
    assert judged(said)["size"].status == "done"


def test_a_greeting_that_leaves_the_company_out_counts_for_less() -> None:
    nameless = (("agent", "Hello, this is Ann."), *SCRIPTED[1:])
    whole, partly = (judged(said, company="Green Thumb")["greeting"] for said in (SCRIPTED, nameless))
    assert whole.status == "done"
    assert partly.status == "missed" or partly.confidence < whole.confidence - 0.1


def test_a_step_said_after_its_time_is_missed_for_that_reason() -> None:
    late = (*SCRIPTED[1:], *SCRIPTED[1:4], SCRIPTED[0])
    step = judged(late)["greeting"]
    assert (step.status, step.reason) == ("missed", "too_late")


def test_a_conditional_step_is_called_for_once_its_occasion_came() -> None:
    said = (*SCRIPTED[:5], ("client", "But I travel a lot in summer, you know."), ("agent", "All right."), SCRIPTED[6])
    assert judged(said)["pause"].status == "missed"


def test_a_step_with_nothing_to_look_for_is_unknown() -> None:
    steps = [*STEPS, {"id": "empty", "title": "Empty", "say": []}]
    assert judged(SCRIPTED, steps=steps)["empty"].status == "unknown"


def test_an_excluded_word_rules_a_remark_out() -> None:
    steps = [dict(step, keywords={"none_of": ["nobody"]}) if step["id"] == "visit" else step for step in STEPS]
    said = (*SCRIPTED[:4], ("agent", "We can send nobody, no gardener to have a look."), *SCRIPTED[5:])
    assert judged(said, steps=steps)["visit"].status == "missed"


def test_a_paraphrased_question_counts_where_the_script_has_it() -> None:
    said = (*SCRIPTED[:2], ("agent", "What is the size of your garden?"), *SCRIPTED[3:])
    assert judged(said)["size"].status == "done"


def test_words_or_a_known_deed_speak_for_a_step_and_a_remark_about_something_else_does_not() -> None:
    campaign = Campaign.model_validate({"id": "garden", "title": "Garden", "language": "en", "steps": STEPS[1:3]})

    def spoken_for(said: str) -> list[bool]:
        findings = look_through(hear(Transcript(remarks((("agent", said),))), "en"), matcher_for(campaign))
        grid = lay_grid(campaign, findings)
        return [grid.speaks(0, column) for column in (0, 1)]

    assert spoken_for("How big is your garden?")[0]
    assert spoken_for("Shall I send somebody over to look?") == [False, True]
    assert spoken_for("Well, here we are then.") == [False, False]


def test_the_same_call_is_judged_the_same() -> None:
    assert judged(SCRIPTED) == judged(tuple(SCRIPTED))
    assert replace(judged(SCRIPTED)["size"]) == judged(SCRIPTED)["size"]


def test_a_rule_of_place_asks_for_the_first_remarks_or_for_a_pause_before() -> None:
    def size(within: dict[str, object]) -> StepJudgement:
        return judged(SCRIPTED, steps=[dict(s, within=within) if s["id"] == "size" else s for s in STEPS])["size"]

    assert size({"remarks": 2}).status == "done"
    assert (size({"remarks": 1}).status, size({"remarks": 1}).reason) == ("missed", "too_late")
    assert size({"after_pause": 1.0}).status == "done"
    assert (size({"after_pause": 2.0}).status, size({"after_pause": 2.0}).reason) == ("missed", "no_pause_before")
    assert size({"after_interruption": True}).reason == "no_interruption_before"


def test_keywords_may_have_to_stand_near_to_one_another() -> None:
    def visit(distance: int) -> str:
        keywords = {"all_of": ["send", "look"], "distance": distance}
        steps = [dict(step, keywords=keywords) if step["id"] == "visit" else step for step in STEPS]
        return judged(SCRIPTED, steps=steps)["visit"].status

    assert (visit(8), visit(3)) == ("done", "missed")


def unsure(*numbers: int) -> Transcript:
    """The scripted call, its remarks 4 seconds apart, the speakers of some of them not known."""
    return Transcript(
        tuple(
            Segment(4.0 * i, 4.0 * i + 3, text, None if i in numbers else speaker)
            for i, (speaker, text) in enumerate(SCRIPTED)
        )
    )


def judged_of(transcript: Transcript, **changes: object) -> Analysis:
    campaign = Campaign.model_validate(
        {"id": "garden", "title": "Garden", "language": "en", "company": "Green Thumb", "steps": STEPS,
         "objections": OBJECTIONS, "least_seconds": 0, "least_words": 0, **changes}
    )  # fmt: skip
    return analyse(transcript, campaign)


def test_a_step_said_by_nobody_knows_whom_is_unknown_with_the_words_that_were_heard() -> None:
    steps = {step.id: step for step in judged_of(unsure(4)).steps}
    assert (steps["visit"].status, steps["visit"].reason) == ("unknown", "speakers_unknown")
    assert steps["visit"].quote == "We can send a gardener to have a look."
    assert (steps["size"].status, steps["bye"].status) == ("done", "done")


def test_a_call_whose_speakers_are_unknown_is_not_scored_by_guess() -> None:
    analysis = judged_of(unsure(*range(len(SCRIPTED))))
    assert {step.status for step in analysis.steps} <= {"unknown", "not_applicable"}
    assert analysis.score is None


def test_nobody_is_accused_of_words_that_the_client_may_have_said() -> None:
    forbidden = [{"id": "look", "title": "Look", "say": ["we can send a gardener to have a look"], "penalty": 10}]
    policy = [{"id": "look", "title": "Look", "say": ["we can send a gardener to have a look"]}]
    known, not_known = (judged_of(unsure(*which), forbidden=forbidden, policy=policy) for which in ((), (4,)))
    assert [len(known.forbidden), len(known.policy)] == [1, 1]
    assert [len(not_known.forbidden), len(not_known.policy)] == [0, 0]


def cut_off(remarks: int) -> Transcript:
    """The beginning of the scripted call, in a recording that goes no further."""
    whole = unsure()
    end = 4.0 * remarks
    return replace(
        whole,
        segments=whole.segments[:remarks],
        duration=end,
        diagnostics=Diagnostics(badly_heard=(Stretch(end, end, "cut_off"),)),
    )


def test_what_may_have_come_after_the_end_of_a_cut_off_recording_is_unknown() -> None:
    steps = {step.id: step for step in judged_of(cut_off(4)).steps}
    assert [steps[name].status for name in ("greeting", "size")] == ["done", "done"]
    assert (steps["visit"].status, steps["visit"].reason) == ("unknown", "cut_off")


def test_what_was_passed_over_before_the_cut_is_missed() -> None:
    whole = cut_off(5)
    passed_over = replace(
        whole,
        segments=tuple(replace(one, text="All right.") if i == 2 else one for i, one in enumerate(whole.segments)),
    )
    steps = {step.id: step for step in judged_of(passed_over).steps}
    assert (steps["size"].status, steps["visit"].status) == ("missed", "done")
