"""Near spellings are found among many without comparing each: nothing that is near enough is passed over."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from pipeline.matching.spelt import Spelt

words = st.text("абв", min_size=2, max_size=18)


def all_near(text: str, spellings: set[str], least: float) -> set[str]:
    found = set()
    for spelling in spellings:
        likeness = OSA.normalized_similarity(text, spelling)
        alike = len(spelling) >= 4 and spelling[0] == text[0]
        if likeness >= least and (alike or likeness >= 0.85):
            found.add(spelling)
    return found


@given(st.sets(words, max_size=60), words.filter(lambda text: len(text) >= 5), st.sampled_from([0.74, 0.84]))
@example({"бабвабв", "абвабв", "бавабв"}, "абвабв", 0.74)
@example({"ваааааааааааабб"}, "аваааааааааааб", 0.74)
@example({"вбвббваабвбвав"}, "абвббваабвбва", 0.74)
@example({"ввабвббваабвба"}, "абвббваабвба", 0.74)
def test_what_is_found_is_all_that_is_near(spellings: set[str], text: str, least: float) -> None:
    spelt = Spelt()
    for spelling in spellings:
        spelt.add(spelling)
    assert {spelling for spelling, _ in spelt.near(text, least)} == all_near(text, spellings, least)


def test_the_likeness_is_told_with_the_spelling() -> None:
    spelt = Spelt()
    spelt.add("договор")
    spelt.add("договор")
    assert list(spelt.near("догавор", 0.74)) == [("договор", 1 - 1 / 7)]
