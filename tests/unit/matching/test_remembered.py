"""What is remembered of words comes back as it was put in, however much came after it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.matching.remembered import Remembered

LISTS = st.lists(st.lists(st.tuples(st.integers(0, 1000), st.floats(0, 1)), max_size=30), max_size=60)


@given(LISTS)
def test_every_list_comes_back(lists: list[list[tuple[int, float]]]) -> None:
    kept = Remembered()
    numbers = [kept.add([item for item, _ in own], [worth for _, worth in own]) for own in lists]
    assert numbers == list(range(1, len(lists) + 1))
    edges, items, worths = kept.lists()
    for number, own in zip([0, *numbers], [[], *lists], strict=True):
        place = slice(edges[number], edges[number + 1])
        assert list(zip(items[place].tolist(), worths[place].tolist(), strict=True)) == own


@given(LISTS)
def test_the_arrays_hold_one_list_after_the_other(lists: list[list[tuple[int, float]]]) -> None:
    kept = Remembered()
    for own in lists:
        kept.add([item for item, _ in own])
    edges, items, worths = kept.lists()
    assert items[: edges[len(lists) + 1]].tolist() == [item for own in lists for item, _ in own]
    assert set(worths[: edges[len(lists) + 1]].tolist()) <= {1.0}
