"""Where does the next page begin? Keyset paging: a cursor is the last row's sort value and id, not an offset.

Rows added or removed meanwhile neither repeat nor hide others. Rows without a value come last in both orders.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, or_

Order = Literal["asc", "desc"]
Key = float | str | None


class CursorError(ValueError):
    """The text given is no cursor, or one of another listing."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows: after (or, `backward`, before) the row with this sort value and id."""

    sort: str
    order: Order
    key: Key
    id: int
    backward: bool = False

    def encode(self) -> str:
        """The cursor as text that is safe in a URL."""
        fields = [self.sort, self.order, self.key, self.id, int(self.backward)]
        packed = json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode()
        return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def decode_cursor(text: str, sort: str, order: Order) -> Cursor:
    """The cursor that `encode` wrote; raises CursorError when it isn't one, or is of another sort or order."""
    try:
        padded = text + "=" * (-len(text) % 4)
        fields = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise CursorError("is not a cursor: take `next` or `previous` of an earlier answer unchanged") from error
    match fields:
        case [str(of), "asc" | "desc" as way, key, int(row), 0 | 1 as backward] if _is_key(key) and _is_id(row):
            cursor = Cursor(of, way, key, row, bool(backward))
        case _:
            raise CursorError("is not a cursor: take `next` or `previous` of an earlier answer unchanged")
    if (cursor.sort, cursor.order) != (sort, order):
        raise CursorError(f"belongs to sort={cursor.sort}&order={cursor.order}: begin anew without a cursor")
    return cursor


def _is_key(key: object) -> bool:
    if isinstance(key, bool):
        return False
    return key is None or isinstance(key, str) or (isinstance(key, float | int) and math.isfinite(key))


def _is_id(row: int) -> bool:
    """Whether a database can have a row of this number; true is a number to Python, not to us."""
    return not isinstance(row, bool) and 0 < row < 2**63


def ordering(column: ColumnElement[Any], row_id: ColumnElement[int], order: Order, backward: bool) -> tuple[Any, ...]:
    """ORDER BY for a listing: rows without a value last, equal values by id; all of it reversed when `backward`."""
    descending = (order == "desc") != backward
    by_value = column.desc() if descending else column.asc()
    by_id = row_id.desc() if descending else row_id.asc()
    return (by_value.nulls_first() if backward else by_value.nulls_last(), by_id)


def beyond(column: ColumnElement[Any], row_id: ColumnElement[int], cursor: Cursor, key: Any) -> ColumnElement[bool]:
    """The rows past a cursor in its direction; `key` is the cursor's key as the column's own type."""
    descending = (cursor.order == "desc") != cursor.backward
    later_id = row_id < cursor.id if descending else row_id > cursor.id
    if key is None:
        same = and_(column.is_(None), later_id)
        return or_(column.is_not(None), same) if cursor.backward else same
    later_key = column < key if descending else column > key
    within = or_(later_key, and_(column == key, later_id))
    return within if cursor.backward else or_(within, column.is_(None))
