"""Do matters that were taken out of the library come back as groups? Prints how many, by business.

`python -m benchmarks.unknown_groups`: from each labelled business the ten matters that most of its calls raise, both
questions and objections, are taken out of the library; a matter is back where one of the first twelve groups shows a
remark of it. A fact is asked where the client's remark before the one that tells it ends with a question mark.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.unknown import UnknownKind, find_unknown
from scripts_library.campaign import Campaign
from tests.evaluation.reviewed import ReviewedCall, as_said, sales_calls

FIRST, OUT = 12, 10


class Matter(NamedTuple):
    """A fact that clients ask for, or an objection that they raise."""

    kind: UnknownKind
    id: str


Place = tuple[int, int]


def main() -> None:
    """Take ten matters out of each business in turn, and see what comes back."""
    back: Counter[UnknownKind] = Counter()
    out: Counter[UnknownKind] = Counter()
    for name in dict.fromkeys(call.campaign.id for call in sales_calls()):
        calls = [call for call in sales_calls() if call.campaign.id == name and call.eligible]
        places = _places(calls)
        often = sorted(places, key=lambda one: (-len({call for call, _ in places[one]}), one))[:OUT]
        found = _back(calls, {matter: places[matter] for matter in often})
        back.update(matter.kind for matter in found)
        out.update(matter.kind for matter in often)
        print(f"{name:16} {len(found)} of {len(often)} matters taken out are back in the first {FIRST} groups")
    print(f"all: {back.total()} of {out.total()}; " + ", ".join(f"{kind}s {back[kind]} of {out[kind]}" for kind in out))


def _places(calls: Sequence[ReviewedCall]) -> Mapping[Matter, set[Place]]:
    """Each matter with the calls and remarks in which the client comes up with it."""
    found: dict[Matter, set[Place]] = defaultdict(set)
    for number, call in enumerate(calls):
        for name, remarks in call.labels.raised.items():
            found[Matter("objection", name)] |= {(number, remark) for remark in remarks}
        for name, remarks in call.labels.told.items():
            asked = {(number, before) for remark in remarks for before in _asked_before(call, remark)}
            if asked:
                found[Matter("question", name)] |= asked
    return found


def _asked_before(call: ReviewedCall, remark: int) -> Iterator[int]:
    before = remark - 1
    if before >= 0 and call.remarks[before].speaker == "client" and call.remarks[before].text.rstrip().endswith("?"):
        yield before


def _without(campaign: Campaign, matters: Mapping[Matter, set[Place]]) -> Campaign:
    facts = tuple(one for one in campaign.facts if Matter("question", one.id) not in matters)
    objections = tuple(one for one in campaign.objections if Matter("objection", one.id) not in matters)
    return campaign.model_copy(update={"facts": facts, "objections": objections})


def _back(calls: Sequence[ReviewedCall], matters: Mapping[Matter, set[Place]]) -> list[Matter]:
    smaller = _without(calls[0].campaign, matters)
    talks = list(enumerate(as_said(call).transcript for call in calls))
    shown = {
        (group.kind, example.call, example.segment)
        for group in find_unknown(talks, smaller, FIRST)
        for example in group.examples
    }
    return [matter for matter, places in matters.items() if any((matter.kind, *place) in shown for place in places)]


if __name__ == "__main__":
    main()
