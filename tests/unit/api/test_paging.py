"""Cursors: what comes out is what went in, and nothing else is taken for one."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.paging import Cursor, CursorError, Order, decode_cursor

# The machine may be busy with much else.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ORDERS: tuple[Order, ...] = ("asc", "desc")


@unhurried
@given(
    sort=st.sampled_from(["started_at", "score"]),
    order=st.sampled_from(ORDERS),
    key=st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(codec="utf-8")),
    row=st.integers(1, 2**63 - 1),
    backward=st.booleans(),
)
def test_a_cursor_comes_back_as_it_went_out(
    sort: str, order: Order, key: float | str | None, row: int, backward: bool
) -> None:
    cursor = Cursor(sort, order, key, row, backward)
    text = cursor.encode()
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert decode_cursor(text, sort, order) == cursor


@unhurried
@given(st.text() | st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(CursorError):
        decode_cursor(text, "score", "asc")


JSONABLE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=6)
)


@unhurried
@given(JSONABLE)
def test_json_of_another_shape_is_refused_in_words(value: object) -> None:
    text = base64.urlsafe_b64encode(json.dumps(value).encode()).decode()
    with pytest.raises(CursorError):
        decode_cursor(text, "score", "asc")


def test_numbers_that_no_row_can_have_are_refused() -> None:
    for key, row in (("1", "true"), ("1", str(2**64)), ("1", "-1"), ("NaN", "1"), ("Infinity", "1"), ("true", "1")):
        text = base64.urlsafe_b64encode(f'["score","asc",{key},{row},0]'.encode()).decode()
        with pytest.raises(CursorError):
            decode_cursor(text, "score", "asc")
