"""Do matters that were taken out of the library come back as groups? Prints how many, by business and language.

`python -m benchmarks.unknown_groups`: from each labelled business, facts and objections that its calls raise are taken
out, and the first twelve groups are searched for remarks that were labelled with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.unknown import find_unknown
from tests.evaluation.reviewed import ReviewedCall, as_said, sales_calls

FIRST = 12


def main() -> None:
    """Take everything out of each business in turn, and see what comes back."""
    back = out = 0
    for name in dict.fromkeys(call.campaign.id for call in sales_calls()):
        calls = [call for call in sales_calls() if call.campaign.id == name and call.eligible]
        raised = {doubt for call in calls for doubt in call.labels.raised}
        often = [doubt for doubt in sorted(raised) if sum(doubt in call.labels.raised for call in calls) >= 2]
        found = _back(calls, often)
        back, out = back + found, out + len(often)
        print(f"{name:16} {found} of {len(often)} objections taken out are back in the first {FIRST} groups")
    print(f"all: {back} of {out}")


def _back(calls: Sequence[ReviewedCall], taken_out: Sequence[str]) -> int:
    campaign = calls[0].campaign
    left = tuple(one for one in campaign.objections if one.id not in taken_out)
    smaller = campaign.model_copy(update={"objections": left})
    renditions = [as_said(call) for call in calls]
    groups = find_unknown(list(enumerate(one.transcript for one in renditions)), smaller, FIRST)
    places = {(example.call, example.segment) for group in groups for example in group.examples}
    return sum(
        any(
            (number, remark) in places
            for number, call in enumerate(calls)
            for remark in call.labels.raised.get(name, ())
        )
        for name in taken_out
    )


if __name__ == "__main__":
    main()
