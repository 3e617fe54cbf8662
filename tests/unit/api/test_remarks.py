"""Remarks on a page: the text letter for letter, doubt on the words that were doubted, and what each remark proves."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.pages.remarks import Piece, Tag, pieces, remarks
from api.shapes import Sheet
from pipeline.transcript import Segment, Word
from tests.integration.api.seeding import ANALYSIS, CAMPAIGN, TRANSCRIPT

# The machine may be busy with much else.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.lists(st.builds(Word, st.just(0.0), st.just(1.0), st.text(max_size=4), st.floats(0, 1)), max_size=8)


@unhurried
@given(text=st.text(max_size=40), words=WORDS)
def test_the_text_is_kept_letter_for_letter_whatever_the_words_say(text: str, words: list[Word]) -> None:
    cut = pieces(Segment(0, 1, text, words=tuple(words)))
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)


@unhurried
@given(st.lists(st.tuples(st.sampled_from(["да", "ну", "вот"]), st.booleans()), min_size=1, max_size=8))
def test_just_the_doubted_words_are_marked_though_others_look_the_same(said: list[tuple[str, bool]]) -> None:
    words = tuple(Word(0, 1, f" {word}", 0.2 if doubted else 0.9) for word, doubted in said)
    cut = pieces(Segment(0, 1, " ".join(word for word, _ in said), words=words))
    marked = [(word, piece.doubtful) for piece in cut for word in piece.text.split()]
    assert marked == said


def test_a_remark_without_words_is_one_piece() -> None:
    assert pieces(Segment(0, 1, "Да, конечно.")) == (Piece("Да, конечно.", doubtful=False),)
    assert pieces(Segment(0, 1, "")) == ()


def test_a_remark_names_what_it_proves() -> None:
    sheet = Sheet.model_validate(CAMPAIGN.model_dump(mode="json", by_alias=True))
    shown = remarks(TRANSCRIPT, ANALYSIS, sheet)
    assert shown[6].tags == (
        Tag("steps", "Назвать, что входит в цену", "good"),
        Tag("facts", "Цена окна под ключ", "bad"),
    )
    assert shown[7].tags == (Tag("objections", "Дорого", "good"),)
    assert shown[10].tags == (Tag("forbidden", "Обещать на сто процентов", "bad"),)
    assert shown[1].tags == ()
    assert [remark.tags for remark in remarks(TRANSCRIPT, None, None)] == [()] * len(TRANSCRIPT.segments)
