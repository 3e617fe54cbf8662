"""Reviewed calls teach which words go with a step, and a remark in those words then counts."""

from __future__ import annotations

from base64 import b64decode

from pipeline.analysis import analyse
from pipeline.heard import hear
from pipeline.language.gists import PLACES
from pipeline.learnt import Reviewed, learn, learnt_features
from pipeline.transcript import Speaker, Transcript
from scripts_library.campaign import Campaign, LearntWords
from tests.talks import remarks
from tests.unit.test_meaning import CAMPAIGN

OWN_WORDS = "One of our lads could nip round on Tuesday and check the hedges."


def talk(visit: str) -> Transcript:
    said: list[tuple[Speaker, str]] = [
        ("agent", "How big is your garden?"),
        ("client", "About two hundred square meters, I think."),
        ("agent", "Right, I see, thank you."),
        ("agent", visit),
        ("client", "That would be great, thank you very much."),
        ("agent", "The first hour costs twenty pounds."),
        ("agent", "Have a lovely day, goodbye."),
    ]
    return Transcript(remarks(said))


def reviewed(visit: str) -> Reviewed:
    done = {"size": frozenset({0}), "visit": frozenset({3}), "price": frozenset({5}), "bye": frozenset({6})}
    return Reviewed(talk(visit), done)


def knowing(learnt: LearntWords) -> Campaign:
    return CAMPAIGN.model_copy(update={"learnt": learnt})


CALLS = [reviewed(OWN_WORDS), reviewed("A lad will nip round tomorrow."), reviewed("Our lads nip round on Monday.")]


def test_words_that_went_with_a_step_speak_for_it_and_others_have_no_say_of_their_own() -> None:
    learnt = learn(CALLS, CAMPAIGN)
    assert learnt is not None
    assert (learnt.calls, set(learnt.words)) == (3, {"size", "visit", "price", "bye"})
    assert min(learnt.words["visit"][word] for word in ("lad", "nip", "round")) > 1
    assert "lad" not in learnt.words["price"]
    assert "lad" in learnt.seen


def test_nothing_is_learnt_where_no_step_was_done() -> None:
    assert learn([], CAMPAIGN) is None
    assert learn([Reviewed(talk(OWN_WORDS), {})], CAMPAIGN) is None


def test_a_remark_in_the_managers_own_words_is_likest_to_its_step() -> None:
    learnt = learn(CALLS, CAMPAIGN)
    assert learnt is not None
    heard = hear(talk("The lads can nip round on Friday."), "en")
    own, elsewhere, like = learnt_features([heard.tokens[3]], knowing(learnt))[0].T
    assert own.argmax() == like.argmax() == 1
    assert elsewhere[1] < min(elsewhere[[0, 2, 3]])
    small_talk = learnt_features([heard.tokens[2]], knowing(learnt))[0]
    assert small_talk[:, 0].max() < own.max()


def test_what_another_table_made_of_the_remarks_tells_nothing_and_harms_no_step() -> None:
    learnt = learn(CALLS, CAMPAIGN)
    assert learnt is not None
    heard = hear(talk("The lads can nip round on Friday."), "en")
    assert learnt_features([heard.tokens[3]], knowing(learnt))[0, 1, 2] > 0
    for older in (learnt.model_copy(update={"gist": "another"}), learnt.model_copy(update={"gist": "", "remarks": {}})):
        odds = learnt_features([heard.tokens[3]], knowing(older))[0, :, 2]
        assert len(set(odds.tolist())) == 1
        judged = analyse(talk(OWN_WORDS), knowing(older)).steps
        assert {step.id for step in judged if step.status == "done"} == {"size", "visit", "price", "bye"}


def test_of_what_was_said_at_a_stretch_the_piece_that_did_the_step_is_the_example() -> None:
    said: list[tuple[Speaker, str]] = [
        ("agent", "My colleague was off sick and the phones have been going mad since early this morning."),
        ("agent", "A lad will nip round on Tuesday."),
    ]
    call = Reviewed(Transcript(remarks(said)), {"visit": frozenset({1})})
    alone = Reviewed(Transcript(remarks(said[1:])), {"visit": frozenset({0})})
    joined, single = learn([call], CAMPAIGN), learn([alone], CAMPAIGN)
    assert joined is not None
    assert single is not None
    assert joined.remarks == single.remarks


def test_no_word_of_a_remark_is_kept_with_what_it_came_to() -> None:
    learnt = learn(CALLS, CAMPAIGN)
    assert learnt is not None
    assert all(len(b64decode(one)) == PLACES for own in learnt.remarks.values() for one in own)
    assert len(learnt.remarks["visit"]) == 3
    assert len(learnt.remarks["size"]) == 1


def test_a_call_in_those_words_is_judged_more_surely_by_what_was_learnt() -> None:
    call = talk("One of our lads could nip round on Friday and check the grass.")
    before = {step.id: step for step in analyse(call, CAMPAIGN).steps}["visit"]
    wiser = CAMPAIGN.model_copy(update={"learnt": learn(CALLS, CAMPAIGN)})
    after = {step.id: step for step in analyse(call, wiser).steps}["visit"]
    assert (after.status, after.segment) == ("done", 3)
    assert before.status != "done" or after.confidence > before.confidence


def test_the_order_of_the_calls_makes_no_difference() -> None:
    assert learn(CALLS, CAMPAIGN) == learn(CALLS[::-1], CAMPAIGN)
