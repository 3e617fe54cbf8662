"""Which steps does a remark only put off («про скидку потом скажу»), be it that it names them?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from pipeline.findings import Findings

Truths = npt.NDArray[np.bool_]
Indexes = npt.NDArray[np.int64]

# Words between what is put off and the words that put it off.
_REACH = 4


def where_put_off(findings: Findings, row_of: Indexes, chosen: Indexes, near: Truths) -> Truths:
    """Remarks (rows) by steps (columns): put off there, near to the step's passage, or where it has none.

    `row_of` gives the row of each segment, below 0 where it has none; `chosen` the number of each step's passage in a
    row, where `near` tells that one came near.
    """
    put_off = np.zeros(chosen.shape, dtype=bool)
    said = [one for one in _puttings_off(findings) if row_of[one[0]] >= 0]
    if not said:
        return put_off
    begins = findings.places.begins(len(row_of))
    for segment, first, last in said:
        row = row_of[segment]
        passages = findings.places.found[chosen[row][near[row]]]
        before = first - (passages["last"] - begins[segment])
        after = passages["first"] - begins[segment] - last
        put_off[row, ~near[row]] = True
        put_off[row, near[row]] |= np.maximum(before, after) <= _REACH
    return put_off


def _puttings_off(findings: Findings) -> Iterator[tuple[int, int, int]]:
    """The segment, and the first and last of its words, of each turn of phrase that puts something off."""
    for number, words in enumerate(findings.heard.turn_words):
        for said in findings.sayings(number):
            if said.name == "put_off":
                segment = words[said.first].segment
                begin = next(place for place, word in enumerate(words) if word.segment == segment)
                yield segment, said.first - begin, said.last - begin
