"""What does the judge say of every labelled call, in one short line that differs when any judgement does?

`python -m tests.evaluation.judgements` prints the line that `judgements.txt` keeps for the judge's version.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.analysis import analyse
from pipeline.version import ANALYSIS_VERSION
from tests.evaluation.reviewed import as_said, reviewed_calls, sales_calls

KEPT = Path(__file__).with_name("judgements.txt")


def line() -> str:
    """The judge's version and the digest of its judgements, without the figures, which machines round differently."""
    digest = hashlib.sha256()
    for told in _judgements():
        digest.update(json.dumps(told, ensure_ascii=False).encode())
    return f"{ANALYSIS_VERSION} {digest.hexdigest()}\n"


def _judgements() -> Iterator[object]:
    for call in (*reviewed_calls(), *sales_calls()):
        found = analyse(as_said(call).transcript, call.campaign)
        yield call.id, found.eligible, found.outcome.kind
        yield [(step.id, step.status, step.segment) for step in found.steps]
        yield [(fact.id, fact.status, fact.segment) for fact in found.facts]
        yield [(one.id, one.segment, one.handled) for one in found.objections]
        yield [one.id for one in found.forbidden], [one.id for one in found.policy], [one.id for one in found.topics]


if __name__ == "__main__":
    print(line(), end="")
