"""What the rest of a call says for a remark hangs on who said what, not on how the recogniser cut it into pieces."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.matching.surroundings import CONTEXT, surroundings

STEPS = 5
HARDLY = -20.0


def seen(
    logits: list[list[float]], turns: list[int], moments: list[float]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    odds = np.array(logits)
    nothing = np.zeros(odds.shape)
    conditional = np.zeros(STEPS, dtype=bool)
    return surroundings(
        odds, np.ones(odds.shape, dtype=bool), nothing, np.array(moments), conditional, np.array(turns, dtype=np.int64)
    )


remark = st.lists(st.floats(-6, 4, allow_nan=False), min_size=STEPS, max_size=STEPS)


@settings(deadline=None)  # the first run compiles
@given(st.lists(remark, min_size=3, max_size=8), st.data())
def test_a_remark_that_was_written_down_in_two_pieces_changes_nothing_for_the_others(
    logits: list[list[float]], data: st.DataObject
) -> None:
    count = len(logits)
    cut = data.draw(st.integers(0, count - 1))
    turns, moments = list(range(count)), [place / count for place in range(count)]
    whole = seen(logits, turns, moments)
    pieces = seen(
        [*logits[: cut + 1], [HARDLY] * STEPS, *logits[cut + 1 :]],
        [*turns[: cut + 1], cut, *turns[cut + 1 :]],
        [*moments[: cut + 1], moments[cut], *moments[cut + 1 :]],
    )
    others = np.delete(pieces, cut + 1, axis=0)
    np.testing.assert_allclose(others, whole, atol=1e-6)


def test_the_last_turn_is_last_in_all_its_pieces() -> None:
    told = seen([[0.0] * STEPS] * 4, [0, 1, 2, 2], [0.0, 0.3, 0.6, 0.9])
    assert told[:, 0, CONTEXT.index("last")].tolist() == [0, 0, 1, 1]
